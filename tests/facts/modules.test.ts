import assert from "node:assert/strict";
import * as path from "node:path";

import { exportsOf, FACT_MODULES, importsOf, isReExport } from "./support/fact-modules";

const FACTS = path.resolve(__dirname, "../../facts");

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function isSource(value: unknown): value is { readonly page: string; readonly readOn: string } {
  return typeof value === "object" && value !== null && "page" in value && "readOn" in value;
}

describe("The room facts/", () => {
  it("is found", () => assert.ok(FACT_MODULES.length > 20, String(FACT_MODULES.length)));

  for (const module of FACT_MODULES.filter((each) => each.name !== "source.ts" && !isReExport(each))) {
    it(`says in ${module.name} which pages were read, and when`, () => {
      const { SOURCES: sources } = exportsOf(module);
      assert.ok(Array.isArray(sources) && sources.length > 0, "no SOURCES");
      const today = new Date().toISOString().slice(0, 10);
      for (const source of sources) {
        assert.ok(isSource(source));
        assert.match(source.page, /^https:\/\/\S+$/);
        assert.equal(new URL(source.page).href, source.page);
        assert.ok(isDay(source.readOn), source.readOn);
        assert.ok(source.readOn <= today, `${source.readOn} is not past`);
      }
    });
  }

  for (const module of FACT_MODULES) {
    it(`lets ${module.name} import nothing from elsewhere`, () => {
      const outside = importsOf(module).filter(
        (from) => !from.startsWith(".") || path.relative(FACTS, path.resolve(module.folder, from)).startsWith(".."),
      );
      assert.deepEqual(outside, []);
      assert.doesNotMatch(module.text, /\brequire\(|\bimport\(/);
    });
  }
});

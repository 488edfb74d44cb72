import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { describedRules } from "../../../cli/rules/catalogue";
import { CONTROLS, clausesOf } from "../../../controls/catalogue";
import { RULES } from "../../../policies/catalogue";
import { REPOSITORY } from "../../support/prod-state";

const DESCRIBED = describedRules();

describe("The rules as they are described", () => {
  it("are all rules of the pack, in their order", () => {
    assert.deepEqual(
      DESCRIBED.map(({ id }) => id),
      RULES.map(({ id }) => id),
    );
  });

  it("stand under the service that their folder is named by", () => {
    for (const { id, service } of DESCRIBED) {
      assert.ok(fs.existsSync(path.join(REPOSITORY, "policies", "rules", service, `${id}.ts`)), id);
    }
  });

  it("name every control that prevents by them, with all of its clauses", () => {
    for (const { id, controls } of DESCRIBED) {
      const of = CONTROLS.filter(({ prevents }) => prevents.some((rule) => rule === id));
      assert.deepEqual(
        controls.map((control) => [
          control.id,
          control.clauses.map(({ framework, clause }) => ({ framework, clause })),
        ]),
        of.map((control) => [control.id, clausesOf(control)]),
      );
      assert.ok(controls.length > 0, id);
    }
  });

  it("name a heading of the documentation", () => {
    const pages = new Map<string, readonly string[]>();
    for (const { page } of DESCRIBED) {
      const [file = "", anchor = ""] = page.split("#");
      const lines = pages.get(file) ?? fs.readFileSync(path.join(REPOSITORY, file), "utf8").split("\n");
      pages.set(file, lines);
      assert.ok(lines.includes(`### ${anchor}`), page);
    }
  });
});

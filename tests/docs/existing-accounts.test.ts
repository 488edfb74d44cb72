/** What the pages of docs/existing-accounts/ say is tried: here without an engine, in tests/engine/import.test.ts with it. */
import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { parse } from "yaml";
import { importFile } from "../../pulumi/import-file";
import { urnParts } from "../../pulumi/stack-state";
import { parseSettings } from "../../settings/parse";
import { PAGES, blocksOf, importFileOf, importIds, textOf } from "../support/existing-account-pages";
import { prodResources, REPOSITORY } from "../support/prod-state";

const PROJECT = "ai-governance-baseline";
const PAGES_WITH_IMPORTS = PAGES.filter((page) => blocksOf(page, "json").length > 0);

describe("the pages on accounts that are not empty", () => {
  it("are those that the command names, and an overview", () => {
    assert.deepEqual(PAGES, [
      ...[
        "README",
        "audit-manager",
        "break-glass",
        "bucket-lineage",
        "clusters",
        "detection",
        "invocation-logging",
        "names",
        "organizations",
        "recorders",
        "regions",
        "trails",
      ],
    ]);
    assert.deepEqual(PAGES_WITH_IMPORTS, ["clusters", "invocation-logging", "recorders", "trails"]);
  });

  for (const page of PAGES) {
    for (const [index, text] of blocksOf(page, "yaml").entries()) {
      it(`have settings that are accepted: ${page}, ${index + 1}`, () => {
        // YAML of settings is a mapping of their full names.
        const settings = parse(text) as Readonly<Record<string, unknown>>;
        const regions = [...new Set(["eu-central-1", ...(text.match(/\b(?:us-east-1|eu-south-2)\b/g) ?? [])])];
        const config = {
          "aws:region": "eu-central-1",
          "aws:allowedAccountIds": '["111122223333"]',
          [`${PROJECT}:profile`]: "standard",
          [`${PROJECT}:governedRegions`]: JSON.stringify(regions),
          ...Object.fromEntries(
            Object.entries(settings).map(([key, value]) => [
              key,
              typeof value === "string" ? value : JSON.stringify(value),
            ]),
          ),
        };
        const result = parseSettings(config, PROJECT);
        assert.deepEqual(result.ok ? [] : result.mistakes, []);
      });
    }

    it(`link to pages that there are: ${page}`, () => {
      for (const [, target = ""] of textOf(page).matchAll(/\]\((?!https:)([^)#]+)\)/g)) {
        assert.ok(fs.existsSync(path.join(REPOSITORY, "docs", "existing-accounts", target)), target);
      }
    });
  }

  for (const page of PAGES_WITH_IMPORTS) {
    it(`have an import file as the prod stack's resources make it: ${page}`, async () => {
      const resources = await prodResources();
      const file = importFileOf(page);
      const ids = file.resources.flatMap(({ type, name, logicalName = name, id }) => {
        const found = resources.find((each) => each.type === type && urnParts(each.urn).name === logicalName);
        assert.ok(found !== undefined, `${type} ${logicalName}`);
        return id === undefined ? [] : [[found.urn, id] as const];
      });
      assert.deepEqual(file, importFile(resources, new Map(ids)));
    });
  }

  it("give each type the form of id that the provider documents", () => {
    assert.ok(importIds().size > 10);
    for (const [type, id] of importIds()) {
      const documented = documentedId(type);
      assert.deepEqual(formOf(id), formOf(documented), `${type}: ${id}, documented as ${documented}`);
    }
  });

  it("have in the table every type that they import, by the same id but for its region", () => {
    for (const { type, id } of PAGES_WITH_IMPORTS.flatMap((page) => importFileOf(page).resources)) {
      if (id !== undefined) {
        assert.deepEqual(formOf(id.split("@")[0] ?? ""), formOf(importIds().get(type) ?? ""), type);
      }
    }
  });
});

/** The id in the provider's own declaration: `$ pulumi import TYPE NAME ID`. */
function documentedId(type: string): string {
  const [, module = ""] = type.split(":");
  const text = fs.readFileSync(path.join(REPOSITORY, "node_modules/@pulumi/aws", `${module}.d.ts`), "utf8");
  const [, id] = new RegExp(`pulumi import ${type} \\S+ (\\S+)`).exec(text) ?? [];
  return id ?? assert.fail(`no import of ${type}`);
}

/** What sort of text an id is, as far as a reader could take one for another. */
function formOf(id: string): string {
  const [, service] = /^arn:[a-z-]+:([a-z0-9-]+):/.exec(id) ?? [];
  if (service !== undefined) {
    return `the ARN of ${service}`;
  }
  const forms: readonly (readonly [string, RegExp])[] = [
    ["an alias", /^alias\//],
    ["a UUID", /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/],
    ["a region", /^[a-z]{2}(-[a-z]+)+-\d$/],
  ];
  return forms.find(([, form]) => form.test(id))?.[0] ?? "a name";
}

import assert from "node:assert/strict";

import * as pulumi from "@pulumi/pulumi";

import * as components from "../../components/index";
import { componentDeclarations } from "../../docs/pages/component-declarations";
import { componentPages } from "../../docs/pages/components";

const DECLARATIONS = componentDeclarations();

function pageOf(file: string): string {
  const page = componentPages().find((one) => one.file === `components/${file}`);
  assert.ok(page !== undefined, file);
  return page.render();
}

describe("the pages of components", () => {
  it("are one for each class that the package exports, and an index of them", () => {
    const exported = Object.entries(components).flatMap(([name, value]) =>
      typeof value === "function" && value.prototype instanceof pulumi.ComponentResource ? [name] : [],
    );
    const declared = DECLARATIONS.map(({ name }) => name);
    assert.deepEqual([...declared].sort(), exported.sort());
    assert.equal(componentPages().length, declared.length + 1);
    const index = pageOf("README.md");
    for (const name of declared) {
      assert.ok(index.includes(`[${name}](`), name);
    }
  });

  it("say of every option what it means, and of each that can be left out what then holds", () => {
    const silent = DECLARATIONS.flatMap(({ name, options }) =>
      options
        .filter(({ isOptional, doc }) => isOptional && doc.tags["default"] === undefined)
        .map((option) => `${name}.${option.name}`),
    );
    assert.deepEqual(silent, []);
  });

  it("have the options that a component takes over from others, and none that it leaves out", () => {
    const names = (component: string): readonly string[] =>
      DECLARATIONS.find(({ name }) => name === component)?.options.map(({ name }) => name) ?? [];
    assert.deepEqual(names("AlertHub"), ["hubName", "subscribers", "key", "region", "protect", "breakGlassPrincipals"]);
    assert.deepEqual(
      ["cluster", "region", "retentionDays"].filter((name) => !names("KubernetesAuditSink").includes(name)),
      [],
    );
  });

  it("show type, default and meaning of an option, what is thrown, the controls and the sources", () => {
    const text = pageOf("model-alarms.md");
    assert.ok(text.startsWith("# ModelAlarms\n\nAlarms on throttled and failed calls to models"));
    assert.ok(text.includes("| `alarms` | `readonly ModelAlarmId[]` | every alarm of the baseline |"), text);
    assert.ok(text.includes("| `topicArn` | `pulumi.Input<string>` | required |"));
    assert.ok(text.includes("- [ALERT-06](../controls.md#alert-06):"));
    assert.ok(text.includes("- https://docs.aws.amazon.com/bedrock/latest/userguide/monitoring-runtime-metrics.html"));
    assert.match(pageOf("alert-hub.md"), /^Throws `OptionError` when hubName is no valid name/m);
  });
});

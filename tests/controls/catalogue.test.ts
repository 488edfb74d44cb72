import assert from "node:assert/strict";

import * as pulumi from "@pulumi/pulumi";

import * as components from "../../components/index";
import { BASELINE_RULE_IDS } from "../../facts/config/managed-rules";
import { CONTENT_MODE_PROVISIONS } from "../../components/bedrock/content-mode-provisions";
import { CONTROLS, clausesOf, controlsOfClause, controlsOfRule } from "../../controls/catalogue";
import { DOMAINS, EVIDENCE } from "../../controls/control";
import { FRAMEWORKS } from "../../controls/frameworks";
import { controlsOf } from "../../controls/runbooks";
import { RUNBOOK_IDS } from "../../runbooks/catalogue";
import { TAMPER_EVENTS } from "../../facts/cloudtrail/tamper-events";
import { RULES } from "../../policies/catalogue";

const componentNames = Object.entries(components)
  .filter(([, exported]) => typeof exported === "function" && exported.prototype instanceof pulumi.ComponentResource)
  .map(([name]) => name);
const ruleIds: readonly string[] = RULES.map(({ id }) => id);

describe("the control catalog", () => {
  it("has at least 28 controls with unique ids", () => {
    const ids = CONTROLS.map(({ id }) => id);
    assert.ok(ids.length >= 28, `${ids.length} controls`);
    assert.deepEqual(repeated(ids), []);
    assert.deepEqual(repeated(CONTROLS.map(({ title }) => title)), []);
  });

  it("numbers the controls of each domain from 01 without gaps, in domain order", () => {
    const expected = Object.keys(DOMAINS).flatMap((domain) =>
      CONTROLS.filter((control) => control.domain === domain).map(
        (_, index) => `${domain}-${String(index + 1).padStart(2, "0")}`,
      ),
    );
    assert.deepEqual(
      CONTROLS.map(({ id }) => id),
      expected,
    );
  });

  it("prevents or detects with every control", () => {
    for (const { id, prevents, detects } of CONTROLS) {
      assert.ok(prevents.length + Object.values(detects).flat().length > 0, id);
    }
  });

  it("has a control for every rule in the pack", () => {
    assert.deepEqual(
      ruleIds.filter((rule) => controlsOfRule(rule).length === 0),
      [],
    );
  });

  it("does not refer to rules that are not in the pack", () => {
    assert.deepEqual(
      CONTROLS.flatMap(({ prevents }) => prevents).filter((rule) => !ruleIds.includes(rule)),
      [],
    );
  });

  it("has a control for every component", () => {
    const named: readonly string[] = CONTROLS.flatMap(({ provisions }) => ("none" in provisions ? [] : provisions));
    assert.ok(componentNames.length > 0);
    assert.deepEqual(
      componentNames.filter((name) => !named.includes(name)),
      [],
    );
    assert.deepEqual(
      named.filter((name) => !componentNames.includes(name)),
      [],
    );
  });

  it("detects with exactly the managed rules that ConfigRules creates by default", () => {
    const claimed = new Set(CONTROLS.flatMap(({ detects }) => detects.configRules));
    assert.deepEqual([...claimed].sort(), [...BASELINE_RULE_IDS].sort());
  });

  it("detects with exactly the alarms that InvocationLogging creates in any mode", () => {
    const set = new Set(Object.values(CONTENT_MODE_PROVISIONS).flatMap((provision) => provision?.failureMetrics ?? []));
    const claimed = new Set(CONTROLS.flatMap(({ detects }) => detects.alarms));
    assert.deepEqual([...claimed].sort(), [...set].sort());
  });

  it("lists no call that does not undo a control", () => {
    const traced: readonly string[] = CONTROLS.flatMap(({ traces }) => traces);
    const listed = Object.entries(TAMPER_EVENTS).flatMap(([service, names]) =>
      names.map((name) => `${service}:${name}`),
    );
    assert.deepEqual(
      listed.filter((event) => !traced.includes(event)),
      [],
    );
  });

  it("states the evidence, limits and absences of every control", () => {
    for (const { id, objective, limits, proves, provisions } of CONTROLS) {
      const absences = "none" in provisions ? [provisions.none] : [];
      for (const sentence of [objective, ...limits, ...absences]) {
        assert.match(sentence, /^[A-Z].*\.$/s, `${id}: ${sentence}`);
      }
      assert.deepEqual(
        proves.filter((kind) => !Object.hasOwn(EVIDENCE, kind)),
        [],
      );
    }
  });

  it("proves with findings where a rule prevents, and with the account's history where something detects", () => {
    for (const { id, prevents, detects, proves } of CONTROLS) {
      assert.equal(proves.includes("findings"), prevents.length > 0, id);
      assert.equal(proves.includes("config-compliance"), detects.configRules.length > 0, id);
      assert.equal(proves.includes("alarm-history"), detects.alarms.length > 0, id);
      assert.equal(proves.includes("live-state"), detects.checks.length > 0, id);
    }
  });

  it("has every runbook answer a control", () => {
    assert.deepEqual(
      RUNBOOK_IDS.filter((id) => controlsOf(id).length === 0),
      [],
    );
  });

  it("has no duplicates in a control", () => {
    for (const control of CONTROLS) {
      const { id, prevents, detects, traces, provisions, responds } = control;
      const clauses = clausesOf(control).map(({ framework, clause }) => `${framework} ${clause}`);
      const lists = [prevents, ...Object.values(detects), traces, responds, clauses];
      for (const list of [...lists, "none" in provisions ? [] : provisions]) {
        assert.deepEqual(repeated(list), [], id);
      }
    }
  });
});

describe("the frameworks", () => {
  for (const { id, version, clauses, unclaimed } of FRAMEWORKS) {
    const reasons: Readonly<Record<string, string | undefined>> = unclaimed;

    it(`${id} has for every clause either a contributing control or a reason why not`, () => {
      for (const clause of Object.keys(clauses)) {
        const controls = controlsOfClause({ framework: id, clause }).map((control) => control.id);
        const reason = reasons[clause];
        assert.equal(controls.length > 0, reason === undefined, `${clause}: ${controls.join(", ")} / ${reason}`);
      }
    });

    it(`${id} gives reasons only for its own clauses and states its version`, () => {
      assert.deepEqual(
        Object.keys(unclaimed).filter((clause) => !Object.hasOwn(clauses, clause)),
        [],
      );
      assert.notEqual(version, "");
    });
  }

  it("have unique ids", () => {
    assert.deepEqual(repeated(FRAMEWORKS.map(({ id }) => id)), []);
  });

  it("contain every clause that a control cites", () => {
    const titles = new Map<string, Readonly<Record<string, string>>>(
      FRAMEWORKS.map(({ id, clauses }) => [id, clauses]),
    );
    for (const control of CONTROLS) {
      assert.ok(clausesOf(control).length > 0, control.id);
      for (const { framework, clause } of clausesOf(control)) {
        assert.ok(titles.get(framework)?.[clause], `${control.id} cites ${framework} ${clause}`);
      }
    }
  });
});

function repeated(items: readonly string[]): readonly string[] {
  return items.filter((item, index) => items.indexOf(item) !== index);
}

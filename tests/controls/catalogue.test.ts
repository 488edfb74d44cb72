import assert from "node:assert/strict";

import * as pulumi from "@pulumi/pulumi";

import * as components from "../../components";
import { BASELINE_RULE_IDS } from "../../components/managed-rules";
import { CONTENT_MODE_PROVISIONS } from "../../components/content-modes";
import { CONTROLS, clausesOf, controlsOfClause, controlsOfRule } from "../../controls/catalogue";
import { DOMAINS, EVIDENCE } from "../../controls/control";
import { FRAMEWORKS } from "../../controls/frameworks";
import { TAMPER_EVENTS } from "../../controls/tamper-events";
import { RULES } from "../../policies/catalogue";

const componentNames = Object.entries(components)
  .filter(([, exported]) => typeof exported === "function" && exported.prototype instanceof pulumi.ComponentResource)
  .map(([name]) => name);
const ruleIds: readonly string[] = RULES.map(({ id }) => id);

describe("the catalogue of controls", () => {
  it("holds at least 28 controls, each with an id of its own", () => {
    const ids = CONTROLS.map(({ id }) => id);
    assert.ok(ids.length >= 28, `${ids.length} controls`);
    assert.deepEqual(repeated(ids), []);
    assert.deepEqual(repeated(CONTROLS.map(({ title }) => title)), []);
  });

  it("numbers the controls of each domain from 01 without a gap, in the order of the domains", () => {
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
      assert.ok(prevents.length + detects.configRules.length + detects.alarms.length > 0, id);
    }
  });

  it("gives every rule of the pack a control", () => {
    assert.deepEqual(
      ruleIds.filter((rule) => controlsOfRule(rule).length === 0),
      [],
    );
  });

  it("names no rule that the pack does not have", () => {
    assert.deepEqual(
      CONTROLS.flatMap(({ prevents }) => prevents).filter((rule) => !ruleIds.includes(rule)),
      [],
    );
  });

  it("gives every component a control", () => {
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

  it("detects with exactly the alarms that InvocationLogging sets in some mode", () => {
    const set = new Set(Object.values(CONTENT_MODE_PROVISIONS).flatMap((provision) => provision?.failureMetrics ?? []));
    const claimed = new Set(CONTROLS.flatMap(({ detects }) => detects.alarms));
    assert.deepEqual([...claimed].sort(), [...set].sort());
  });

  it("lists no call that undoes no control", () => {
    const traced: readonly string[] = CONTROLS.flatMap(({ traces }) => traces);
    const listed = Object.entries(TAMPER_EVENTS).flatMap(([service, names]) =>
      names.map((name) => `${service}:${name}`),
    );
    assert.deepEqual(
      listed.filter((event) => !traced.includes(event)),
      [],
    );
  });

  it("says of every control what it shows by, what it does not show and what is absent", () => {
    for (const { id, objective, limits, proves, provisions, responds } of CONTROLS) {
      const absences = [provisions, responds].flatMap((part) => ("none" in part ? [part.none] : []));
      for (const sentence of [objective, ...limits, ...absences]) {
        assert.match(sentence, /^[A-Z].*\.$/s, `${id}: ${sentence}`);
      }
      assert.deepEqual(
        proves.filter((kind) => !Object.hasOwn(EVIDENCE, kind)),
        [],
      );
    }
  });

  it("proves by findings exactly where a rule prevents, and by the account's own history where it detects", () => {
    for (const { id, prevents, detects, proves } of CONTROLS) {
      assert.equal(proves.includes("findings"), prevents.length > 0, id);
      assert.equal(proves.includes("config-compliance"), detects.configRules.length > 0, id);
      assert.equal(proves.includes("alarm-history"), detects.alarms.length > 0, id);
    }
  });

  it("names nothing twice in one control", () => {
    for (const control of CONTROLS) {
      const { id, prevents, detects, traces, provisions } = control;
      const clauses = clausesOf(control).map(({ framework, clause }) => `${framework} ${clause}`);
      const lists = [prevents, detects.configRules, detects.alarms, traces, clauses];
      for (const list of [...lists, "none" in provisions ? [] : provisions]) {
        assert.deepEqual(repeated(list), [], id);
      }
    }
  });
});

describe("the frameworks", () => {
  for (const { id, version, clauses, unclaimed } of FRAMEWORKS) {
    const reasons: Readonly<Record<string, string | undefined>> = unclaimed;

    it(`${id} has every clause contributed to by a control or a reason why not, and never both`, () => {
      for (const clause of Object.keys(clauses)) {
        const controls = controlsOfClause({ framework: id, clause }).map((control) => control.id);
        const reason = reasons[clause];
        assert.equal(controls.length > 0, reason === undefined, `${clause}: ${controls.join(", ")} / ${reason}`);
      }
    });

    it(`${id} gives a reason for no clause that it does not have, and states its version`, () => {
      assert.deepEqual(
        Object.keys(unclaimed).filter((clause) => !Object.hasOwn(clauses, clause)),
        [],
      );
      assert.notEqual(version, "");
    });
  }

  it("have ids of their own", () => {
    assert.deepEqual(repeated(FRAMEWORKS.map(({ id }) => id)), []);
  });

  it("hold every clause that a control cites", () => {
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

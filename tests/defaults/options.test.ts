/**
 * Every option that keeps less than a component's default is refused by the rule that is about it: programs/loosened
 * declares each component with one such option at a time, is previewed as any program is, and the whole state is judged
 * by the real pack. An option that only chooses within what the rules allow is listed with the reason, and is held to
 * raise no objection of its own.
 */
import assert from "node:assert/strict";
import * as path from "node:path";
import type { Finding } from "../../gate/finding";
import { judge } from "../../gate/judge";
import type { RuleId } from "../../policies/catalogue";
import { startPreview } from "../../preview/preview";
import { readProject } from "../../preview/project";
import { type ResourceState, urnParts } from "../../state/stack-state";
import { sharedPack } from "../support/shared-pack";

/** Component -> the rules that must fail on it or on what it declares. */
const REFUSED: Readonly<Record<string, readonly RuleId[]>> = {
  "trail-no-data-events": ["trail-ai-data-events", "trail-lambda-data-events"],
  "trail-one-data-event": ["trail-ai-data-events"],
  "trail-no-insights": ["trail-insights"],
  "trail-one-insight": ["trail-insights"],
  "trail-unlocked": ["trail-bucket-immutable"],
  "trail-locked-a-week": ["bucket-object-lock-retained", "trail-bucket-retained"],
  "trail-kept-a-quarter": ["trail-bucket-retained"],
  "trail-silent": ["trail-delivery-notice"],
  "trail-unprotected": [
    "trail-protected",
    "key-protected",
    "evidence-bucket-protected",
    "retained-log-group-protected",
  ],
  "logging-off": ["account-has-invocation-logging"],
  "logging-unlocked": ["invocation-logging-bucket-locked"],
  "logging-mail-alone": ["data-protection-common"],
  "logging-unprotected": ["invocation-logging-protected", "key-protected", "retained-log-group-protected"],
  "group-deletable": ["log-group-deletion-protected"],
  "group-unprotected": ["retained-log-group-protected"],
  "recorder-daily": ["recorder-continuous"],
  "recorder-daily-roles": ["recorder-continuous"],
  "recorder-kept-a-month": ["config-retention-bounded"],
  "recorder-bucket-kept-a-week": ["bucket-lifecycle-bounded"],
  "recorder-unprotected": ["recorder-protected", "recorder-status-protected", "delivery-channel-protected"],
  "rules-one": ["config-rule-parameters-legal", "account-has-config-rules", "account-has-all-config-rules"],
  "cluster-unprotected": ["key-protected", "retained-log-group-protected"],
};

/** Component -> why its option is a choice that no rule refuses. */
const CHOICES: Readonly<Record<string, string>> = {
  "trail-one-function": "who names the functions that matter records every event of those",
  "trail-shortest-log": "the shortest log of the class audit is the year that the rule asks for",
  "trail-readers": "a reader is named, and decrypts what the trail encrypted and nothing else",
  "logging-shortest": "the shortest log of the class prompts is the month that the rule asks for",
  "logging-readers": "a reader is named",
  "group-shortest": "the shortest log of the class application is the month that the rule asks for",
  "cluster-shortest": "the shortest log of the class kubernetes is the quarter that the rule asks for",
};

/** The account of a case that is judged by what the account lacks. */
const ACCOUNTS: Readonly<Record<string, string>> = {
  "logging-off": "account-logging-off",
  "rules-one": "account-rules",
};

/** Objections to how this program is made: buckets without access logs, and recorders all of which are a case. */
const OF_THE_PROGRAM: readonly RuleId[] = ["bucket-hardening-complete", "global-types-recorded-once"];

describe("the components' options that keep less than the default", function () {
  this.timeout(120_000);
  let resources: readonly ResourceState[] = [];
  let failures: readonly Finding[] = [];
  let undecided: readonly Finding[] = [];

  before(async () => {
    const preview = await startPreview(readProject(path.join(__dirname, "programs/loosened"), "dev"));
    const { state } = await preview.finish();
    const { findings } = await judge(await sharedPack(), state, { policyConfig: {}, opaque: [] });
    resources = state.deployment.resources;
    failures = findings.filter(({ verdict, level }) => verdict === "fail" && level === "mandatory");
    undecided = findings.filter(({ verdict }) => verdict === "undecided");
  });

  const nameOf = (urn: string): string => urnParts(urn).name;
  const rulesOn = (component: string): readonly string[] => {
    const parents = new Map(resources.map(({ urn, parent }) => [urn, parent]));
    const isWithin = (urn: string | undefined): boolean =>
      urn !== undefined &&
      (nameOf(urn) === component || nameOf(urn) === ACCOUNTS[component] || isWithin(parents.get(urn)));
    const found = failures.filter(({ urn }) => isWithin(urn)).map(({ rule }) => rule);
    return [...new Set(found)];
  };

  for (const [component, rules] of Object.entries(REFUSED)) {
    it(`${component} fails ${rules.join(", ")}`, () => {
      const found = rulesOn(component);
      assert.deepEqual(
        rules.filter((rule) => !found.includes(rule)),
        [],
        `it fails ${found.join(", ")}`,
      );
    });
  }
  for (const [component, why] of Object.entries(CHOICES)) {
    it(`${component} is a choice: ${why}`, () => {
      assert.ok(resources.some(({ urn }) => nameOf(urn) === component));
      assert.deepEqual(
        rulesOn(component).filter((rule) => !OF_THE_PROGRAM.some((known) => known === rule)),
        [],
      );
    });
  }

  it("no recorder that records global types fails global-types-recorded-once", () => {
    assert.ok(failures.some(({ rule }) => rule === "global-types-recorded-once"));
  });

  it("leave nothing undecided but keys of other stacks", () => {
    assert.deepEqual([...new Set(undecided.map(({ rule }) => rule))], ["log-group-key-usable"]);
  });
});

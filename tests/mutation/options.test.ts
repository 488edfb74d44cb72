/**
 * Every option that keeps less than a component's default is refused by the rule that is about it: programs/loosened.ts
 * declares each component with one such option at a time, is previewed as any program is, and the whole state is checked
 * by the real pack. An option that only chooses within what the rules allow is listed with the reason, and is held to
 * raise no objection of its own.
 */
import assert from "node:assert/strict";
import * as path from "node:path";
import type { Finding } from "../../gate/finding";
import { evaluate } from "../../gate/evaluate";
import type { RuleId } from "../../policies/catalogue";
import { startPreview } from "../../preview/preview";
import { readProject } from "../../preview/project";
import { type ResourceState, urnParts } from "../../pulumi/stack-state";
import { fixtureProgram } from "../support/fixture-program";
import { sharedPack } from "../support/shared-pack";

/** Component -> the rules that must fail on it or on what it declares. */
const REFUSED: Readonly<Record<string, readonly RuleId[]>> = {
  "trail-no-data-events": ["cloudtrail-ai-data-events-logged", "cloudtrail-lambda-data-events-logged"],
  "trail-one-data-event": ["cloudtrail-ai-data-events-logged"],
  "trail-no-insights": ["cloudtrail-insights-enabled"],
  "trail-one-insight": ["cloudtrail-insights-enabled"],
  "trail-unlocked": ["cloudtrail-bucket-object-lock"],
  "trail-locked-a-week": ["s3-bucket-object-lock-retention", "cloudtrail-bucket-retention"],
  "trail-kept-a-quarter": ["cloudtrail-bucket-retention"],
  "trail-destroyable": ["s3-bucket-force-destroy-disabled", "logs-log-group-deletion-protection-enabled"],
  "trail-unprotected": [
    "cloudtrail-trail-protected",
    "kms-key-protected",
    "s3-evidence-bucket-protected",
    "logs-evidence-log-group-protected",
  ],
  "logging-off": ["bedrock-account-invocation-logging-exists"],
  "logging-unlocked": ["bedrock-invocation-logging-bucket-object-lock"],
  "logging-mail-alone": ["logs-data-protection-identifiers"],
  "logging-basic-masking": ["logs-data-protection-regulated-identifiers"],
  "logging-unprotected": [
    "bedrock-invocation-logging-protected",
    "kms-key-protected",
    "logs-evidence-log-group-protected",
  ],
  "logging-destroyable": ["s3-bucket-force-destroy-disabled", "logs-log-group-deletion-protection-enabled"],
  "group-deletable": ["logs-log-group-deletion-protection-enabled"],
  "group-unprotected": ["logs-evidence-log-group-protected"],
  "recorder-daily": ["config-recorder-continuous"],
  "recorder-daily-roles": ["config-recorder-continuous"],
  "recorder-kept-a-month": ["config-item-retention-minimum"],
  "recorder-bucket-kept-a-week": ["s3-bucket-lifecycle-bounded"],
  "recorder-unprotected": [
    "config-recorder-protected",
    "config-recorder-status-protected",
    "config-delivery-channel-protected",
  ],
  "recorder-destroyable": ["s3-bucket-force-destroy-disabled"],
  "recorder-own-role": ["config-recorder-service-linked-role"],
  "rules-one": [
    "config-rule-parameters-valid",
    "config-account-required-rules-exist",
    "config-account-baseline-rules-exist",
  ],
  "cluster-destroyable": ["logs-log-group-deletion-protection-enabled"],
  "cluster-unprotected": ["kms-key-protected", "logs-evidence-log-group-protected"],
};

/** Component -> why its option is a choice that no rule refuses. */
const CHOICES: Readonly<Record<string, string>> = {
  "trail-one-function": "who names the functions that matter records every event of those",
  "trail-log-without-data": "the second trail delivers the data events to the bucket",
  "trail-shortest-log": "the shortest log of the class audit is the year that the rule asks for",
  "trail-readers": "a reader is named, and decrypts what the trail encrypted and nothing else",
  "trail-subscriber": "who is told of deliveries is named",
  "trail-break-glass": "those who alone may take the key away are named",
  "logging-break-glass": "those who alone may take the key away are named",
  "recorder-break-glass": "those who alone may take the key away are named",
  "cluster-break-glass": "those who alone may take the key away are named",
  "logging-shortest": "the shortest log of the class prompts is the month that the rule asks for",
  "logging-readers": "a reader is named",
  "group-shortest": "the shortest log of the class application is the month that the rule asks for",
  "cluster-shortest": "the shortest log of the class kubernetes is the quarter that the rule asks for",
};

/** The account of a case that is checked by what the account lacks. */
const ACCOUNTS: Readonly<Record<string, string>> = {
  "logging-off": "account-logging-off",
  "rules-one": "account-rules",
};

/** Objections to how this program is made: buckets without access logs, and recorders all of which are a case. */
const OF_THE_PROGRAM: readonly RuleId[] = [
  "s3-bucket-hardening-complete",
  "config-global-resource-types-recorded-once",
];

describe("the components' options that keep less than the default", function () {
  this.timeout(120_000);
  let resources: readonly ResourceState[] = [];
  let failures: readonly Finding[] = [];
  let undecided: readonly Finding[] = [];

  before(async () => {
    const preview = await startPreview(readProject(fixtureProgram(path.join(__dirname, "programs/loosened")), "dev"));
    const { state } = await preview.finish();
    const { findings } = await evaluate(await sharedPack(), state, { policyConfig: {}, opaque: [] });
    resources = state.deployment.resources;
    failures = findings.filter(({ result, level }) => result === "fail" && level === "mandatory");
    undecided = findings.filter(({ result }) => result === "undecided");
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

  it("no recorder that records global types fails config-global-resource-types-recorded-once", () => {
    assert.ok(failures.some(({ rule }) => rule === "config-global-resource-types-recorded-once"));
  });

  it("leave nothing undecided but keys and a role of other stacks", () => {
    assert.deepEqual([...new Set(undecided.map(({ rule }) => rule))].sort(), [
      "config-recorder-role-allows-recording",
      "logs-log-group-key-allows-encryption",
    ]);
  });
});

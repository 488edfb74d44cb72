/** What rules on hardening ask: everything of what holds evidence, and of the rest what the preset asks. */
import assert from "node:assert/strict";
import { UNASKED_MARK } from "../../gate/diagnostics";
import { RULES } from "../../policies/catalogue";
import { hardeningOf } from "../../policies/hardening";
import { PRESETS, type Preset } from "../../policies/presets";
import { ACCOUNT_BASELINE, BUCKET, KEY, TRAIL } from "../../policies/resources";
import type { Result } from "../../policies/result";
import { kmsKeyRotationEnabled } from "../../policies/rules/kms/kms-key-rotation-enabled";
import { s3BucketForceDestroyDisabled } from "../../policies/rules/s3/s3-bucket-force-destroy-disabled";
import { s3BucketHardeningComplete } from "../../policies/rules/s3/s3-bucket-hardening-complete";
import type { ResourceState } from "../../pulumi/stack-state";
import { asStack } from "./rule-harness";
import { declared, urnOf } from "./rules/stack-resources";
import { emptyStack } from "./state-changes";

const ORDINARY = declared(BUCKET.token, "uploads", { bucket: "uploads", forceDestroy: true });
const DELIVERED = declared(BUCKET.token, "logs", { bucket: "logs", forceDestroy: true });
const OF_TRAIL = declared(TRAIL.token, "trail", {
  s3BucketName: "logs",
  kmsKeyId: "arn:aws:kms:us-east-1:111122223333:key/of-trail",
});
const KEY_OF_TRAIL = declared(KEY.token, "of-trail", { arn: "arn:aws:kms:us-east-1:111122223333:key/of-trail" });
const ORDINARY_KEY = declared(KEY.token, "ordinary", {});

interface Asked {
  readonly rule?: Parameters<typeof hardeningOf>[0];
  readonly preset?: Preset;
}

const ON_EVIDENCE = { ...s3BucketForceDestroyDisabled, elsewhere: "evidence" } as const;
const GOOD_PRACTICE = { ...kmsKeyRotationEnabled, elsewhere: "good-practice" } as const;

/** "NAME STATUS" of each finding, or the one result that is none. */
function said(resources: readonly ResourceState[], { rule = ON_EVIDENCE, preset }: Asked = {}): readonly string[] {
  const stack = asStack([...emptyStack(), ...resources]);
  const results: readonly Result[] = [hardeningOf(rule, stack, preset === undefined ? {} : { preset })].flat();
  return results
    .filter(({ status }) => status !== "pass")
    .map((result) =>
      result.status === "not-applicable" || result.status === "pass"
        ? result.status
        : `${result.urn?.split("::").at(-1) ?? ""} ${result.isAdvice === true ? "advised" : result.status}`,
    );
}

describe("hardening", () => {
  it("is not asked of an application's own bucket", () => {
    assert.deepEqual(said([ORDINARY]), ["not-applicable"]);
  });
  it("says so by the mark that a gate knows, so that no control counts as satisfied", () => {
    const result = hardeningOf(ON_EVIDENCE, asStack([...emptyStack(), ORDINARY]), {});
    assert.ok(!Array.isArray(result) && "reason" in result);
    assert.ok(result.reason.startsWith(UNASKED_MARK), result.reason);
  });
  it("is asked of the bucket that a trail delivers to, and of no other", () => {
    assert.deepEqual(said([ORDINARY, DELIVERED, OF_TRAIL]), ["logs fail"]);
  });
  it("is advice to what holds no evidence in a stack with an AccountBaseline", () => {
    const baseline = declared(ACCOUNT_BASELINE.token, "baseline", {});
    assert.deepEqual(said([baseline, ORDINARY, DELIVERED, OF_TRAIL]), ["uploads advised", "logs fail"]);
  });
  it("is decided by the preset that is named", () => {
    const on = (preset: Preset) => said([ORDINARY, DELIVERED, OF_TRAIL], { preset });
    assert.deepEqual(
      PRESETS.map((preset) => [preset, on(preset)]),
      [
        ["workload", ["logs fail"]],
        ["account", ["uploads advised", "logs fail"]],
        ["strict", ["uploads fail", "logs fail"]],
      ],
    );
  });
  it("is advice to every program where it is good practice for any resource", () => {
    const on = (preset: Preset) => said([ORDINARY_KEY, KEY_OF_TRAIL, OF_TRAIL], { rule: GOOD_PRACTICE, preset });
    assert.deepEqual(
      PRESETS.map((preset) => [preset, on(preset)]),
      [
        ["workload", ["ordinary advised", "of-trail fail"]],
        ["account", ["ordinary advised", "of-trail fail"]],
        ["strict", ["ordinary fail", "of-trail fail"]],
      ],
    );
    assert.deepEqual(said([ORDINARY_KEY], { rule: GOOD_PRACTICE }), ["ordinary advised"]);
  });
  it("is asked by rules on the whole stack as well", () => {
    const rule = { ...s3BucketHardeningComplete, elsewhere: "evidence" } as const;
    assert.deepEqual(said([ORDINARY, DELIVERED, OF_TRAIL], { rule }), ["logs fail"]);
    assert.deepEqual(said([ORDINARY, DELIVERED, OF_TRAIL], { rule, preset: "account" }), [
      "uploads advised",
      "logs fail",
    ]);
  });
  it("refuses a preset that there is not, which the engine and the gate refuse before", () => {
    assert.throws(
      () => hardeningOf(ON_EVIDENCE, asStack([ORDINARY]), { preset: "none" }),
      /the setting preset is "none"/,
    );
  });
  it("says of every rule on it which preset asks what", () => {
    const about = RULES.filter(({ elsewhere }) => elsewhere !== undefined);
    assert.ok(about.length > 30);
    assert.deepEqual(
      RULES.filter(({ settings }) => "preset" in settings).map(({ id }) => id),
      about.map(({ id }) => id),
    );
  });
  it("takes nothing from a bucket inside a component of this project, whatever delivers to it", () => {
    const component = declared("ai-governance-baseline:index:EvidenceBucket", "archive", {});
    const child = {
      ...declared(BUCKET.token, "archive", { bucket: "archive", forceDestroy: true }),
      parent: urnOf("ai-governance-baseline:index:EvidenceBucket", "archive"),
    };
    assert.deepEqual(said([component, child]), ["archive fail"]);
  });
});

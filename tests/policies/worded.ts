/** What a rule's finding becomes on its way through the pack's wording and the gate's reading of it. */
import assert from "node:assert/strict";
import type { ResourceValidationArgs } from "@pulumi/policy";
import { type Reading, readDiagnostic } from "../../gate/diagnostics";
import type { EnforcementLevel } from "../../gate/finding";
import { WORDING, toPolicy } from "../../policies/crossguard";
import { type Exemption, type ExemptionLimits, ExemptionBook } from "../../policies/exemptions";
import type { Result } from "../../policies/result";
import type { ResourceRule } from "../../policies/rule";

export const CHECKED_URN = "urn:pulumi:dev::app::aws:s3/bucket:Bucket::data";
export const CHECKS = ["checkov:CKV_AWS_53", "checkov:CKV_AWS_54"];

export interface Circumstances {
  readonly exemptions?: readonly Exemption[];
  readonly limits?: ExemptionLimits;
  /** @default "mandatory" */
  readonly level?: EnforcementLevel;
}

/** The reading of the one diagnostic by which a rule reports a result. */
export function readBack(
  result: Result,
  { exemptions = [], limits, level = "mandatory" }: Circumstances = {},
): Reading {
  const rule: ResourceRule = {
    kind: "resource",
    id: "of-buckets",
    title: "Buckets",
    severity: "high",
    rationale: "",
    remediation: "",
    references: ["https://docs.aws.amazon.com/"],
    related: { checkov: ["CKV_AWS_53", "CKV_AWS_54"] },
    types: ["aws:s3/bucket:Bucket"],
    property: "acl",
    settings: {},
    check: () => result,
  };
  const policy = toPolicy(rule, new ExemptionBook({ inForce: exemptions, defects: [] }, limits));
  assert.ok("validateResource" in policy && typeof policy.validateResource === "function");
  assert.ok(policy.tags?.includes(WORDING));
  const said: { message: string; enforcementLevel?: "advisory" }[] = [];
  // Only what the bridge reads of the SDK's arguments; the SDK's own declaration of a violation lacks its object form.
  const args = {
    urn: CHECKED_URN,
    name: "data",
    type: rule.types[0],
    props: {},
    opts: { protect: false },
    isType: () => true,
    asType: () => ({}),
    getConfig: () => ({}),
  } as unknown as ResourceValidationArgs;
  void policy.validateResource(args, (violation: unknown) => said.push(violation as (typeof said)[0]));
  const [only, ...more] = said;
  assert.ok(only !== undefined && more.length === 0, JSON.stringify(said));
  return readDiagnostic(only.message, only.enforcementLevel ?? level, {
    id: rule.id,
    description: policy.description,
    ownWording: true,
    relatedChecks: CHECKS,
  });
}

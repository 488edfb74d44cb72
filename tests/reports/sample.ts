/** A small handwritten report with one finding of each result and everything that a report has to contain. */
import type { Finding, RuleInfo } from "../../gate/finding";
import type { VerdictReport } from "../../reports/report";
import type { ResourceState } from "../../pulumi/stack-state";

const STACK = "urn:pulumi:prod::governance::pulumi:pulumi:Stack::governance-prod";
const BASELINE = "urn:pulumi:prod::governance::ai-governance-baseline:index:AuditTrail::audit";
export const TRAIL =
  "urn:pulumi:prod::governance::ai-governance-baseline:index:AuditTrail$aws:cloudtrail/trail:Trail::audit-trail";
export const BUCKET =
  "urn:pulumi:prod::governance::ai-governance-baseline:index:AuditTrail$aws:s3/bucket:Bucket::audit-bucket";

function resource(urn: string, type: string, parent?: string): ResourceState {
  const custom = type.startsWith("aws:");
  return { urn, type, custom, inputs: {}, outputs: {}, ...(parent === undefined ? {} : { parent }) };
}

export function rule(id: string, more: Partial<RuleInfo> = {}): RuleInfo {
  return {
    id,
    title: `Title of ${id}`,
    description: `Description of ${id}`,
    severity: "high",
    level: "mandatory",
    scope: "resource",
    types: [],
    ownWording: true,
    property: "",
    relatedChecks: [],
    remediation: "",
    reference: "",
    ...more,
  };
}

export function finding(more: Partial<Finding>): Finding {
  return {
    rule: "trail-validates",
    urn: TRAIL,
    result: "fail",
    severity: "high",
    level: "mandatory",
    message: "is false; it must be true",
    relatedChecks: [],
    ...more,
  };
}

export const sampleReport: VerdictReport = {
  project: "governance",
  stack: "prod",
  account: { id: "111122223333", placeholder: false },
  region: "eu-central-1",
  evaluation: {
    pack: { name: "ai-governance-baseline", version: "0.1.0" },
    rules: [
      rule("trail-validates", {
        relatedChecks: ["prowler:cloudtrail_log_file_validation_enabled"],
        remediation: "Set enableLogFileValidation to true.",
        reference: "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/intro.html",
      }),
      rule("bucket-locked", { severity: "medium" }),
      rule("bucket-owned", { severity: "critical", level: "advisory" }),
      rule("bucket-private"),
      rule("bucket-named", { severity: "low", level: "disabled" }),
    ],
    weakened: [],
    findings: [
      finding({ rule: "bucket-private", urn: BUCKET, result: "pass", message: "Title of bucket-private" }),
      finding({
        rule: "bucket-locked",
        urn: BUCKET,
        result: "exempt",
        severity: "medium",
        level: "advisory",
        message: "is absent (exempt until 2030-01-31, owner data, approved by ciso: a copy is kept elsewhere)",
        property: "objectLockEnabled",
        source: { file: "components/evidence bucket.ts", line: 40, column: 5 },
      }),
      finding({
        rule: "bucket-owned",
        urn: BUCKET,
        severity: "critical",
        level: "advisory",
        message: "has | no owner",
      }),
      finding({
        rule: "preview-complete",
        urn: BASELINE,
        result: "undecided",
        severity: "medium",
        level: "advisory",
        message: "The component runs in a plugin.",
      }),
      finding({
        property: "enableLogFileValidation",
        source: { file: "index.ts", line: 12, column: 7 },
        relatedChecks: ["prowler:cloudtrail_log_file_validation_enabled"],
      }),
    ],
    notApplicable: 11,
    resources: 4,
  },
  resources: [
    resource(STACK, "pulumi:pulumi:Stack"),
    resource("urn:pulumi:prod::governance::pulumi:providers:aws::default_7_48_0", "pulumi:providers:aws", STACK),
    resource(BASELINE, "ai-governance-baseline:index:AuditTrail", STACK),
    resource(TRAIL, "aws:cloudtrail/trail:Trail", BASELINE),
    resource(BUCKET, "aws:s3/bucket:Bucket", BASELINE),
  ],
  opaque: [{ urn: BASELINE, reason: "The component runs in a plugin." }],
  controls: [
    {
      id: "AIG-01",
      title: "Records cannot be altered unseen",
      satisfied: false,
      status: "violated",
      clauses: [
        { framework: "EU AI Act", version: "2024/1689", clause: "Art. 12(1)" },
        { framework: "CIS AWS", version: "3.0.0", clause: "3.2" },
      ],
      rules: ["trail-validates", "bucket-locked"],
      components: ["AuditTrail"],
      configRules: ["CLOUD_TRAIL_LOG_FILE_VALIDATION_ENABLED"],
      alarms: [],
      checks: ["verify-cloudtrail-trail-as-declared"],
      failures: ["trail-validates: audit-trail: is false, it must be true"],
    },
    {
      id: "AIG-02",
      title: "Evidence is private",
      satisfied: true,
      status: "satisfied",
      clauses: [],
      rules: ["bucket-private"],
      components: ["EvidenceBucket"],
      configRules: [],
      alarms: ["ModelInvocationLogsS3DeliveryFailure"],
      checks: [],
      failures: [],
    },
  ],
  verdict: "fail",
  elapsedSeconds: 2.345,
};

/** The sample's stack with the rules of two regions, of which AWS Config offers all only in the first. */
export const reportWithRulesLeftOut: VerdictReport = {
  ...sampleReport,
  resources: [
    ...sampleReport.resources,
    ...[
      { name: "home", region: "eu-central-1", unavailableRules: [] },
      { name: "other", region: "us-west-1", unavailableRules: ["bedrock-guardrail-ready", "key-policy | checked"] },
    ].map(({ name, region, unavailableRules }) => ({
      ...resource(
        `urn:pulumi:prod::governance::ai-governance-baseline:index:ConfigRules::${name}`,
        "ai-governance-baseline:index:ConfigRules",
        STACK,
      ),
      inputs: { region, unavailableRules },
    })),
  ],
};

export const emptyReport: VerdictReport = {
  ...sampleReport,
  account: { id: "000000000000", placeholder: true },
  evaluation: {
    pack: { name: "empty", version: "" },
    rules: [],
    weakened: [],
    findings: [],
    notApplicable: 0,
    resources: 0,
  },
  resources: [],
  opaque: [],
  controls: [],
  verdict: "not-checked",
  elapsedSeconds: 0,
};

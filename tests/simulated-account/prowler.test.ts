/** Prowler, on what the real provider made of the prod stack: no check fails without a reason. */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { requireRealProvider } from "../support/account-tools";
import { DEPLOYMENT_TIMEOUT, deployedAccount } from "../support/accounts";
import { requireJudge } from "../support/judges";
import { type Explained, type FailedCheck, REASONS, itExplainsEveryFailure } from "./explained-failures";

/** What is asked about: the services of which the baseline provisions everything that Prowler's checks look at. */
const SERVICES = [
  "accessanalyzer",
  "bedrock",
  "cloudtrail",
  "cloudwatch",
  "config",
  "guardduty",
  "iam",
  "inspector2",
  "kms",
  "s3",
  "securityhub",
  "sns",
  "sqs",
];

const FIREHOSE_EXTERNAL_ID = "Firehose names its account by sts:ExternalId alone, and the trust asks for that";
const ORGANIZATIONS_OWN_ROLES = "who audits the account, and who asks AWS's support, the organization decides";

const EXPLAINED: readonly Explained[] = [
  { check: "cloudtrail_bucket_requires_mfa_delete", on: /trail\/baseline-trail$/, why: REASONS.rootDevice },
  { check: "s3_bucket_no_mfa_delete", on: /.*/, why: REASONS.rootDevice },
  {
    check: "cloudtrail_cloudwatch_logging_enabled",
    on: /trail\/baseline-trail$/,
    why: "the simulated account delivers nothing to a log group",
  },
  {
    check: "cloudwatch_log_group_retention_policy_specific_days_enabled",
    on: /:\/aws\/lambda\/.*-checks:\*$/,
    why: REASONS.operationalLog,
  },
  {
    check: "config_delegated_admin_and_org_aggregator_all_regions",
    on: /config-aggregator/,
    why: "the account that aggregates is the organization's own",
  },
  {
    check: "guardduty_centrally_managed",
    on: /.*/,
    why: REASONS.guardDutyOfOrganization,
  },
  {
    check: "guardduty_delegated_admin_enabled_all_regions",
    on: /.*/,
    why: REASONS.guardDutyOfOrganization,
  },
  {
    check: "iam_check_saml_providers_sts",
    on: /:root$/,
    why: "how people sign in is decided for all of an organization's accounts",
  },
  {
    check: "iam_role_cross_service_confused_deputy_prevention",
    on: /-export-role$/,
    why: FIREHOSE_EXTERNAL_ID,
  },
  {
    check: "iam_role_cross_service_confused_deputy_prevention",
    on: /-backup-role$/,
    why: "AWS Backup is not known to send the keys of a condition on its source, and IAM lets no role be passed to another account",
  },
  {
    check: "iam_role_cross_service_confused_deputy_prevention",
    on: /-checks-role$/,
    why: "Lambda does not say for which function it assumes a role, and IAM lets no role be passed to another account",
  },
  {
    check: "iam_role_cross_service_confused_deputy_prevention",
    on: /-trail-log-delivery-role$/,
    why: "CloudTrail is not known to send the keys of a condition on its source, with which delivery was reported to stop",
  },
  { check: "iam_role_service_trust_restricts_source_to_account", on: /-export-role$/, why: FIREHOSE_EXTERNAL_ID },
  {
    check: "inspector2_is_enabled",
    on: /.*/,
    why: "the code of functions is scanned where the settings ask for it",
  },
  { check: "iam_securityaudit_role_created", on: /SecurityAudit$/, why: ORGANIZATIONS_OWN_ROLES },
  { check: "iam_support_role_created", on: /AWSSupportAccess$/, why: ORGANIZATIONS_OWN_ROLES },
  {
    check: "s3_bucket_cross_region_replication",
    on: /.*/,
    why: REASONS.evidenceStaysInRegion,
  },
  {
    check: "s3_bucket_event_notifications_enabled",
    on: /.*/,
    why: REASONS.nothingWaitsForObjects,
  },
  {
    check: "s3_bucket_kms_encryption",
    on: /-access-logs-/,
    why: REASONS.accessLogsWithoutKey,
  },
  {
    check: "s3_bucket_object_lock",
    on: /-(access-logs|recorder)-/,
    why: "S3 delivers access logs, and AWS Config its items, to no bucket with a lock",
  },
  {
    check: "s3_bucket_object_lock",
    on: /-macie-/,
    why: "Macie is not known to write to a bucket with a lock",
  },
  {
    check: "s3_bucket_object_lock",
    on: /-queries-/,
    why: "what a query found can be asked for again, and is kept for a month",
  },
  {
    check: "s3_bucket_server_access_logging_enabled",
    on: /-access-logs-/,
    why: "a bucket that logs access to itself grows by its own log",
  },
];

/** The buckets of teams that the stack names: how they are hardened is for the stack of each team to say. */
const OF_TEAMS = "arn:aws:s3:::acme-";

interface Finding extends FailedCheck {
  readonly status: string;
}

describe("Prowler, on the prod stack in an account", function () {
  this.timeout(DEPLOYMENT_TIMEOUT);
  let findings: readonly Finding[] = [];

  before(async function () {
    requireRealProvider(this);
    const prowler = requireJudge(this, "prowler");
    const { account } = await deployedAccount("prod");
    const all = await findingsOf(prowler, account.environment);
    findings = all.filter(({ resource }) => !resource.startsWith(OF_TEAMS));
  });

  it("has something to say of every service", () => {
    const services = new Set(findings.map(({ check }) => check.split("_")[0]));
    assert.deepEqual([...services].sort(), SERVICES);
    assert.ok(findings.filter(({ status }) => status === "PASS").length > 200);
  });

  itExplainsEveryFailure(EXPLAINED, () => findings.filter(({ status }) => status === "FAIL"));
});

/** A finding in OCSF, as far as it is read here. */
interface OcsfFinding {
  readonly metadata: { readonly event_code: string };
  readonly status_code: string;
  readonly status_detail: string;
  readonly resources: readonly { readonly uid: string }[];
}

async function findingsOf(prowler: string, environment: NodeJS.ProcessEnv): Promise<readonly Finding[]> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "baseline-prowler-"));
  try {
    await new Promise<void>((resolve, reject) => {
      const options = [
        ...["--service", ...SERVICES],
        ...["--region", "eu-central-1", "us-east-1"],
        ...["--output-formats", "json-ocsf", "--output-directory", folder, "--output-filename", "out"],
        ...["--no-banner", "--no-color", "--ignore-exit-code-3"],
      ];
      const home = { HOME: folder, PATH: process.env["PATH"] };
      execFile(prowler, ["aws", ...options], { env: { ...home, ...environment } }, (error, stdout, stderr) =>
        error === null ? resolve() : reject(new Error(`${error.message}\n${stdout}\n${stderr}`)),
      );
    });
    const written = fs.readFileSync(path.join(folder, "out.ocsf.json"), "utf8");
    const findings = JSON.parse(written) as readonly OcsfFinding[]; // by Prowler's own format
    return findings.map(({ metadata, status_code, status_detail, resources: [resource] }) => ({
      check: metadata.event_code,
      status: status_code,
      resource: resource?.uid ?? "",
      text: status_detail,
    }));
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

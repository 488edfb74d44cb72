/** Prowler, on what the real provider made of the prod stack: no check fails without a reason. */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { requireRealProvider } from "../support/account-tools";
import { deployedAccount } from "../support/accounts";
import { requireProwler } from "../support/prowler";

/** What is asked about: the services of which the baseline provisions everything that Prowler's checks look at. */
const SERVICES = [
  "accessanalyzer",
  "bedrock",
  "cloudtrail",
  "cloudwatch",
  "config",
  "guardduty",
  "inspector2",
  "kms",
  "s3",
  "securityhub",
  "sns",
  "sqs",
];

/** A check that may fail, on the resources that match, and why. */
interface Explained {
  readonly check: string;
  readonly on: RegExp;
  /** Completes "it fails because ...". */
  readonly why: string;
}

const ROOT_DEVICE = "only the root user can switch it on, with a device";

const EXPLAINED: readonly Explained[] = [
  { check: "cloudtrail_bucket_requires_mfa_delete", on: /trail\/baseline-trail$/, why: ROOT_DEVICE },
  { check: "s3_bucket_no_mfa_delete", on: /.*/, why: ROOT_DEVICE },
  {
    check: "cloudtrail_cloudwatch_logging_enabled",
    on: /trail\/baseline-trail$/,
    why: "the simulated account delivers nothing to a log group",
  },
  {
    check: "config_delegated_admin_and_org_aggregator_all_regions",
    on: /config-aggregator/,
    why: "the account that aggregates is the organization's own",
  },
  {
    check: "guardduty_centrally_managed",
    on: /.*/,
    why: "the account that administers GuardDuty is the organization's own",
  },
  {
    check: "guardduty_delegated_admin_enabled_all_regions",
    on: /.*/,
    why: "the account that administers GuardDuty is the organization's own",
  },
  {
    check: "s3_bucket_cross_region_replication",
    on: /.*/,
    why: "whether evidence may leave its region is no decision of a default",
  },
  {
    check: "s3_bucket_event_notifications_enabled",
    on: /.*/,
    why: "the trail announces its files by a topic, and nothing waits for other objects",
  },
  {
    check: "s3_bucket_kms_encryption",
    on: /-access-logs-/,
    why: "S3 delivers access logs to no bucket with such a key",
  },
  {
    check: "s3_bucket_object_lock",
    on: /-(access-logs|recorder)-/,
    why: "S3 delivers access logs, and AWS Config its items, to no bucket with a lock",
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

interface Finding {
  readonly check: string;
  readonly status: string;
  readonly resource: string;
  readonly text: string;
}

describe("Prowler, on the prod stack in an account", function () {
  this.timeout(600_000);
  let findings: readonly Finding[] = [];

  before(async function () {
    requireRealProvider(this);
    const prowler = requireProwler(this);
    const { account } = await deployedAccount("prod");
    findings = await findingsOf(prowler, account.environment);
  });

  const failed = (): readonly Finding[] => findings.filter(({ status }) => status === "FAIL");
  const explains = ({ check, on }: Explained, finding: Finding): boolean =>
    finding.check === check && on.test(finding.resource);

  it("has something to say of every service", () => {
    const services = new Set(findings.map(({ check }) => check.split("_")[0]));
    assert.deepEqual([...services].sort(), SERVICES);
    assert.ok(findings.filter(({ status }) => status === "PASS").length > 200);
  });

  it("fails no check without a reason", () => {
    const unexplained = failed().filter((finding) => !EXPLAINED.some((entry) => explains(entry, finding)));
    assert.deepEqual(
      unexplained.map(({ check, text }) => `${check}: ${text}`),
      [],
    );
  });

  it("fails each check for which there is a reason", () => {
    const unused = EXPLAINED.filter((entry) => !failed().some((finding) => explains(entry, finding)));
    assert.deepEqual(
      unused.map(({ check, why }) => `${check}: ${why}`),
      [],
    );
  });
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

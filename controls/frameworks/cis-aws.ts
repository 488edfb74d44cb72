/**
 * CIS AWS Foundations Benchmark in four versions. The numbers differ between versions, so each requirement is one row
 * with its number in each version, and the four frameworks are derived from the table.
 */
import type { Framework } from "./framework";

export const CIS_VERSIONS = ["3.0.0", "5.0.0", "6.0.0", "7.0.0"] as const;
export type CisVersion = (typeof CIS_VERSIONS)[number];

interface Requirement {
  readonly title: string;
  /** The number in each version that contains the requirement. */
  readonly clause: Readonly<Partial<Record<CisVersion, string>>>;
  /** @see Framework.unclaimed */
  readonly unclaimed?: string;
}

const NOT_EVERY_BUCKET = "The trail records object-level events of the training data buckets, not of every bucket.";

/**
 * Requirements on logging, monitoring, S3, the settings of an account and the identities that AWS Config monitors. Other sections are out of scope.
 */
export const CIS_REQUIREMENTS = {
  "root-without-access-key": {
    title: "The root user has no access key",
    clause: { "3.0.0": "1.4", "5.0.0": "1.3", "6.0.0": "2.3", "7.0.0": "2.4" },
  },
  "user-mfa": {
    title: "Users with a password have MFA",
    clause: { "3.0.0": "1.10", "5.0.0": "1.9", "6.0.0": "2.9", "7.0.0": "2.10" },
  },
  "access-key-age": {
    title: "Access keys are rotated within 90 days",
    clause: { "3.0.0": "1.14", "5.0.0": "1.13", "6.0.0": "2.13", "7.0.0": "2.12" },
  },
  "security-contact": {
    title: "A security contact is registered",
    clause: { "3.0.0": "1.2", "5.0.0": "1.2", "6.0.0": "2.2", "7.0.0": "2.3" },
  },
  "password-length": {
    title: "Passwords have 14 characters or more",
    clause: { "3.0.0": "1.8", "5.0.0": "1.7", "6.0.0": "2.7", "7.0.0": "2.8" },
  },
  "password-reuse": {
    title: "Passwords are not used again",
    clause: { "3.0.0": "1.9", "5.0.0": "1.8", "6.0.0": "2.8", "7.0.0": "2.9" },
  },
  "no-full-administration": {
    title: "No attached policy grants full administrative access",
    clause: { "3.0.0": "1.16", "5.0.0": "1.15", "6.0.0": "2.15", "7.0.0": "2.14" },
  },
  "external-access-analyzed": {
    title: "IAM Access Analyzer is enabled in all regions",
    clause: { "3.0.0": "1.20", "5.0.0": "1.19", "6.0.0": "2.19", "7.0.0": "2.18" },
  },
  "no-public-resource-policy": {
    title: "Resource policies do not grant public access",
    clause: { "7.0.0": "2.21" },
  },
  "bucket-tls": {
    title: "Buckets deny requests without TLS",
    clause: { "3.0.0": "2.1.1", "5.0.0": "2.1.1", "6.0.0": "3.1.1", "7.0.0": "3.1.1" },
  },
  "bucket-mfa-delete": {
    title: "Buckets require MFA for deletion",
    clause: { "3.0.0": "2.1.2", "5.0.0": "2.1.2", "6.0.0": "3.1.2", "7.0.0": "3.1.2" },
    unclaimed: "Only the root user can enable it, and only with an MFA device. Object Lock serves the same purpose.",
  },
  "bucket-data-classified": {
    title: "Data in buckets is discovered and classified",
    clause: { "3.0.0": "2.1.3", "5.0.0": "2.1.3", "6.0.0": "3.1.3", "7.0.0": "3.1.3" },
    unclaimed: "Data classification is not part of this baseline.",
  },
  "bucket-public-access": {
    title: "Buckets block public access",
    clause: { "3.0.0": "2.1.4", "5.0.0": "2.1.4", "6.0.0": "3.1.4", "7.0.0": "3.1.4" },
  },
  "trail-in-all-regions": {
    title: "A trail records all regions",
    clause: { "3.0.0": "3.1", "5.0.0": "3.1", "6.0.0": "4.1", "7.0.0": "4.1" },
  },
  "log-file-validation": {
    title: "Trails use log file validation",
    clause: { "3.0.0": "3.2", "5.0.0": "3.2", "6.0.0": "4.2", "7.0.0": "4.2" },
  },
  "config-in-all-regions": {
    title: "AWS Config records in all regions",
    clause: { "3.0.0": "3.3", "5.0.0": "3.3", "6.0.0": "4.3", "7.0.0": "4.3" },
  },
  "trail-bucket-access-logging": {
    title: "The trail's bucket has access logging",
    clause: { "3.0.0": "3.4", "5.0.0": "3.4", "6.0.0": "4.4", "7.0.0": "4.4" },
  },
  "trail-encryption": {
    title: "Trails are encrypted with a customer managed key",
    clause: { "3.0.0": "3.5", "5.0.0": "3.5", "6.0.0": "4.5", "7.0.0": "4.5" },
  },
  "key-rotation": {
    title: "Symmetric customer managed keys rotate",
    clause: { "3.0.0": "3.6", "5.0.0": "3.6", "6.0.0": "4.6", "7.0.0": "4.6" },
  },
  "vpc-flow-logs": {
    title: "VPCs have flow logs",
    clause: { "3.0.0": "3.7", "5.0.0": "3.7", "6.0.0": "4.7", "7.0.0": "4.7" },
    unclaimed: "An account's network is not part of this baseline.",
  },
  "object-write-events": {
    title: "Object writes are recorded for every bucket",
    clause: { "3.0.0": "3.8", "5.0.0": "3.8", "6.0.0": "4.8", "7.0.0": "4.8" },
    unclaimed: NOT_EVERY_BUCKET,
  },
  "object-read-events": {
    title: "Object reads are recorded for every bucket",
    clause: { "3.0.0": "3.9", "5.0.0": "3.9", "6.0.0": "4.9", "7.0.0": "4.9" },
    unclaimed: NOT_EVERY_BUCKET,
  },
  "web-front-end-logs": {
    title: "Web front ends log access",
    clause: { "7.0.0": "4.10" },
    unclaimed: "Web front ends are not part of this baseline.",
  },
  "unauthorized-calls-alerted": {
    title: "Calls that are refused trigger an alert",
    clause: { "3.0.0": "4.1", "5.0.0": "4.1", "6.0.0": "5.1", "7.0.0": "5.1" },
  },
  "sign-in-without-mfa-alerted": {
    title: "Console sign-ins without MFA trigger an alert",
    clause: { "3.0.0": "4.2", "5.0.0": "4.2", "6.0.0": "5.2", "7.0.0": "5.2" },
  },
  "root-use-alerted": {
    title: "Use of the root user triggers an alert",
    clause: { "3.0.0": "4.3", "5.0.0": "4.3", "6.0.0": "5.3", "7.0.0": "5.3" },
  },
  "iam-policy-changes-alerted": {
    title: "IAM policy changes trigger an alert",
    clause: { "3.0.0": "4.4", "5.0.0": "4.4", "6.0.0": "5.4", "7.0.0": "5.4" },
  },
  "trail-changes-alerted": {
    title: "Trail changes trigger an alert",
    clause: { "3.0.0": "4.5", "5.0.0": "4.5", "6.0.0": "5.5", "7.0.0": "5.5" },
  },
  "sign-in-failures-alerted": {
    title: "Failed console sign-ins trigger an alert",
    clause: { "3.0.0": "4.6", "5.0.0": "4.6", "6.0.0": "5.6", "7.0.0": "5.6" },
  },
  "key-removal-alerted": {
    title: "Disabling or deleting customer managed keys triggers an alert",
    clause: { "3.0.0": "4.7", "5.0.0": "4.7", "6.0.0": "5.7", "7.0.0": "5.7" },
  },
  "bucket-policy-changes-alerted": {
    title: "Bucket policy changes trigger an alert",
    clause: { "3.0.0": "4.8", "5.0.0": "4.8", "6.0.0": "5.8", "7.0.0": "5.8" },
  },
  "config-changes-alerted": {
    title: "AWS Config changes trigger an alert",
    clause: { "3.0.0": "4.9", "5.0.0": "4.9", "6.0.0": "5.9", "7.0.0": "5.9" },
  },
  "security-group-changes-alerted": {
    title: "Security group changes trigger an alert",
    clause: { "3.0.0": "4.10", "5.0.0": "4.10", "6.0.0": "5.10", "7.0.0": "5.10" },
  },
  "network-acl-changes-alerted": {
    title: "Network ACL changes trigger an alert",
    clause: { "3.0.0": "4.11", "5.0.0": "4.11", "6.0.0": "5.11", "7.0.0": "5.11" },
  },
  "network-gateway-changes-alerted": {
    title: "Network gateway changes trigger an alert",
    clause: { "3.0.0": "4.12", "5.0.0": "4.12", "6.0.0": "5.12", "7.0.0": "5.12" },
  },
  "route-table-changes-alerted": {
    title: "Route table changes trigger an alert",
    clause: { "3.0.0": "4.13", "5.0.0": "4.13", "6.0.0": "5.13", "7.0.0": "5.13" },
  },
  "vpc-changes-alerted": {
    title: "VPC changes trigger an alert",
    clause: { "3.0.0": "4.14", "5.0.0": "4.14", "6.0.0": "5.14", "7.0.0": "5.14" },
  },
  "organizations-changes-alerted": {
    title: "Changes of the organization trigger an alert",
    clause: { "3.0.0": "4.15", "5.0.0": "4.15", "6.0.0": "5.15", "7.0.0": "5.15" },
  },
  "volume-encryption": {
    title: "EBS volumes are encrypted in all regions",
    clause: { "3.0.0": "2.2.1", "5.0.0": "5.1.1", "6.0.0": "6.1.1", "7.0.0": "6.1.1" },
  },
  "instance-metadata": {
    title: "Instances allow IMDSv2 only",
    clause: { "3.0.0": "5.6", "5.0.0": "5.7", "6.0.0": "6.7", "7.0.0": "6.7" },
  },
} as const satisfies Readonly<Record<string, Requirement>>;

export type CisRequirement = keyof typeof CIS_REQUIREMENTS;

type NumberIn<Row, Version extends CisVersion> = Row extends {
  readonly clause: Readonly<Record<Version, infer Id extends string>>;
}
  ? Id
  : never;

/** The clause ids of one version. */
export type CisClause<Version extends CisVersion> = {
  [R in CisRequirement]: NumberIn<(typeof CIS_REQUIREMENTS)[R], Version>;
}[CisRequirement];

function benchmark<const Version extends CisVersion>(
  version: Version,
): Framework<CisClause<Version>> & { readonly id: `cis-aws-${Version}` } {
  const rows = requirements().flatMap((row) => {
    const clause = row.clause[version];
    return clause === undefined ? [] : [{ ...row, clause }];
  });
  return {
    id: `cis-aws-${version}`,
    name: "CIS AWS Foundations Benchmark",
    version,
    source: "https://www.cisecurity.org/benchmark/amazon_web_services",
    remarks: [
      "The table contains only logging, S3, alerts on evidence, settings of the account and a few identity recommendations.",
    ],
    // The keys of both are numbers in this version's column, which is how CisClause is derived from the same table.
    clauses: Object.fromEntries(rows.map(({ clause, title }) => [clause, title])) as Record<CisClause<Version>, string>,
    unclaimed: Object.fromEntries(
      rows.flatMap(({ clause, unclaimed }) => (unclaimed === undefined ? [] : [[clause, unclaimed]])),
    ) as Partial<Record<CisClause<Version>, string>>,
  };
}

function requirements(): readonly Requirement[] {
  return Object.values(CIS_REQUIREMENTS);
}

export const cisAws3 = benchmark("3.0.0");
export const cisAws5 = benchmark("5.0.0");
export const cisAws6 = benchmark("6.0.0");
export const cisAws7 = benchmark("7.0.0");

/** Clause references by version, in the form of a control's `clauses`. */
export type CisClauses = { readonly [V in CisVersion as `cis-aws-${V}`]?: readonly [CisClause<V>, ...CisClause<V>[]] };

/** The requirements' clauses in every version that contains them, to spread into a control's `clauses`. */
export function cis(...requirementIds: readonly [CisRequirement, ...CisRequirement[]]): CisClauses {
  const entries = CIS_VERSIONS.flatMap((version) => {
    const clauses = requirementIds.flatMap((id) => {
      const row: Requirement = CIS_REQUIREMENTS[id];
      return row.clause[version] ?? [];
    });
    return clauses.length === 0 ? [] : [[`cis-aws-${version}`, clauses]];
  });
  // Every value is a non-empty list of numbers from the column of its key's version.
  return Object.fromEntries(entries) as CisClauses;
}

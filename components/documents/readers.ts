/** What those may do who read evidence: pure functions on plain strings. */
import { EVIDENCE_TAMPERING, type TamperingActions } from "../../facts/iam/evidence-tampering";
import { type AccountRegion, type Condition, oneOrMany, type Statement } from "./iam";
import { bucketArn } from "./s3";

/** The evidence that is read. */
export interface ReadEvidence {
  /** Names of buckets. */
  readonly buckets: readonly string[];
  /** ARNs of log groups, without `:*`. */
  readonly logGroups: readonly string[];
  /** ARNs of the keys that encrypt both. */
  readonly keys: readonly string[];
}

/** What a program that takes evidence in reads. */
export interface IngestedEvidence extends Omit<ReadEvidence, "logGroups"> {
  /** ARNs of the queues that are told of each log file. */
  readonly queues: readonly string[];
}

/** The account of a principal, by its ARN. */
export function accountOf(principalArn: string): string {
  return principalArn.split(":")[4] ?? "";
}

/**
 * The trust policy of a role for readers. Who comes from another account says the external id, without which somebody else could have
 * that account's software take on the role.
 *
 * @param principals ARNs of IAM roles and users, at least one
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html
 */
export function readerTrust(
  { accountId }: Pick<AccountRegion, "accountId">,
  principals: readonly string[],
  externalId: string | undefined,
): readonly Statement[] {
  const [own, others] = [true, false].map((isOwn) =>
    principals.filter((arn) => (accountOf(arn) === accountId) === isOwn),
  );
  const trust = (Sid: string, arns: readonly string[] = [], condition: Condition = {}): readonly Statement[] =>
    arns.length === 0
      ? []
      : [
          {
            Sid,
            Effect: "Allow",
            Principal: { AWS: oneOrMany(arns) },
            Action: "sts:AssumeRole",
            ...(Object.keys(condition).length === 0 ? {} : { Condition: condition }),
          },
        ];
  return [
    ...trust("ReadersAssumeRole", own),
    ...trust(
      "OutsidersAssumeRole",
      others,
      externalId === undefined ? {} : { StringEquals: { "sts:ExternalId": externalId } },
    ),
  ];
}

/** An auditor reads buckets, log groups and how they are set up, and neither unmasks nor changes anything, whatever else is granted. */
export function auditorStatements(
  place: AccountRegion,
  { buckets, logGroups, keys }: ReadEvidence,
): readonly Statement[] {
  return [
    ...readBuckets(place, buckets, [
      "s3:GetBucketObjectLockConfiguration",
      "s3:GetBucketPolicy",
      "s3:GetBucketVersioning",
      "s3:GetEncryptionConfiguration",
      "s3:GetLifecycleConfiguration",
      "s3:ListBucketVersions",
    ]),
    ...decryptBy(keys, ["s3", "logs"]),
    ...(logGroups.length === 0
      ? []
      : [
          allow(
            "ReadLogGroups",
            ["logs:DescribeLogStreams", "logs:FilterLogEvents", "logs:GetLogEvents", "logs:StartQuery"],
            logGroups.flatMap((arn) => [arn, `${arn}:*`]),
          ),
        ]),
    // These actions take no resource, or show how the account as a whole is set up.
    allow("ReadSettings", SETTINGS, "*"),
    ...refusals(),
  ];
}

/** A program that takes evidence in fetches messages and the log files that they name. */
export function ingestionStatements(place: AccountRegion, evidence: IngestedEvidence): readonly Statement[] {
  const { buckets, keys, queues } = evidence;
  return [
    ...readBuckets(place, buckets, []),
    ...decryptBy(keys, ["s3"]),
    ...(queues.length === 0
      ? []
      : [
          allow(
            "ReceiveNotifications",
            ["sqs:ChangeMessageVisibility", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"],
            queues,
          ),
        ]),
    ...refusals(),
  ];
}

const SETTINGS = [
  "cloudtrail:DescribeTrails",
  "cloudtrail:GetEventSelectors",
  "cloudtrail:GetInsightSelectors",
  "cloudtrail:GetTrail",
  "cloudtrail:GetTrailStatus",
  "cloudtrail:ListTrails",
  "cloudtrail:LookupEvents",
  "config:DescribeComplianceByConfigRule",
  "config:DescribeConfigRules",
  "config:DescribeConfigurationRecorderStatus",
  "config:DescribeConfigurationRecorders",
  "config:DescribeDeliveryChannels",
  "config:GetComplianceDetailsByConfigRule",
  "config:GetResourceConfigHistory",
  "config:ListDiscoveredResources",
  "config:SelectResourceConfig",
  "logs:DescribeLogGroups",
  "logs:GetQueryResults",
  "logs:StopQuery",
];

function readBuckets(place: AccountRegion, buckets: readonly string[], more: readonly string[]): readonly Statement[] {
  const arns = buckets.map((bucket) => bucketArn(place, bucket));
  return arns.length === 0
    ? []
    : [
        allow("ListBuckets", ["s3:GetBucketLocation", "s3:ListBucket", ...more], arns),
        allow(
          "ReadObjects",
          ["s3:GetObject", "s3:GetObjectVersion"],
          arns.map((arn) => `${arn}/*`),
        ),
      ];
}

/** A key opens what a service keeps, and nothing that is brought along. */
function decryptBy(keys: readonly string[], services: readonly string[]): readonly Statement[] {
  return keys.length === 0
    ? []
    : [
        {
          ...allow("DecryptEvidence", ["kms:Decrypt"], keys),
          // The suffix differs by partition.
          Condition: {
            StringLike: { "kms:ViaService": oneOrMany(services.map((service) => `${service}.*.amazonaws.com*`)) },
          },
        },
      ];
}

const { models: _, ...EVIDENCE } = EVIDENCE_TAMPERING;
const UNMASK = "logs:Unmask";
const TAMPERING = Object.values(EVIDENCE)
  .flatMap((actions: TamperingActions) => Object.values(actions).flat())
  .filter((action) => action !== UNMASK);

/** What no other policy of the role can give it. */
function refusals(): readonly Statement[] {
  return [
    { Sid: "NeverUnmask", Effect: "Deny", Action: UNMASK, Resource: "*" },
    {
      Sid: "NeverChangeEvidence",
      Effect: "Deny",
      Action: [...new Set([...TAMPERING, "logs:CreateLogStream", "logs:PutLogEvents", "s3:PutObject"])].sort(),
      Resource: "*",
    },
  ];
}

function allow(Sid: string, Action: readonly string[], resources: string | readonly string[]): Statement {
  return { Sid, Effect: "Allow", Action, Resource: typeof resources === "string" ? resources : oneOrMany(resources) };
}

/** For whom an AWS service acts. */
import type { PropertyMap } from "../../../../policies/properties";
import { ACCOUNT, ORGANIZATION, PAGES, type Strangers, type TruthCase } from "./truth-case";

const { deputy, keys, kmsKeys, originAccess, podIdentity, operators } = PAGES;
const TRAIL = `arn:aws:cloudtrail:eu-central-1:${ACCOUNT}:trail/audit`;

const rows: readonly (readonly [string, PropertyMap, Strangers])[] = [
  ["no condition", {}, "strangers"],
  ["the source", { StringEquals: { "aws:SourceArn": TRAIL } }, "nobody"],
  ["the source by a pattern", { ArnLike: { "aws:SourceArn": `arn:aws:cloudtrail:*:${ACCOUNT}:trail/*` } }, "nobody"],
  ["the source's account", { StringEquals: { "aws:SourceAccount": ACCOUNT } }, "nobody"],
  ["two accounts of the source", { StringEquals: { "aws:SourceAccount": [ACCOUNT, "444455556666"] } }, "nobody"],
  ["the source's organization", { StringEquals: { "aws:SourceOrgID": ORGANIZATION } }, "nobody"],
  [
    "the source's place in it",
    { "ForAnyValue:StringLike": { "aws:SourceOrgPaths": `${ORGANIZATION}/r-ab12/*` } },
    "nobody",
  ],
  [
    "the source's account, of the resource",
    { StringEquals: { "aws:SourceAccount": "${aws:ResourceAccount}" } },
    "nobody",
  ],
  [
    "the source's organization, of the resource",
    { StringEquals: { "aws:SourceOrgID": "${aws:ResourceOrgID}" } },
    "nobody",
  ],
  ["any source", { ArnLike: { "aws:SourceArn": "arn:aws:cloudtrail:*:*:trail/*" } }, "strangers"],
  ["any source at all", { StringLike: { "aws:SourceArn": "*" } }, "strangers"],
  ["any account", { StringLike: { "aws:SourceAccount": "*" } }, "strangers"],
  [
    "accounts by every first digit",
    { StringLike: { "aws:SourceAccount": Array.from("0123456789").map((d) => `${d}*`) } },
    "strangers",
  ],
  ["accounts with digits open", { StringLike: { "aws:SourceAccount": "111122223???" } }, "strangers"],
  ["any organization", { StringLike: { "aws:SourceOrgID": "o-*" } }, "strangers"],
  ["the source if it exists", { StringEqualsIfExists: { "aws:SourceAccount": ACCOUNT } }, "strangers"],
  [
    "the source, if it exists and must",
    { StringEqualsIfExists: { "aws:SourceAccount": ACCOUNT }, Null: { "aws:SourceAccount": "false" } },
    "nobody",
  ],
  ["a source that must be there", { Null: { "aws:SourceArn": "false" } }, "strangers"],
  ["another source", { StringNotEquals: { "aws:SourceAccount": "444455556666" } }, "strangers"],
  ["all values of the source", { "ForAllValues:StringEquals": { "aws:SourceAccount": ACCOUNT } }, "strangers"],
  [
    "the caller's organization, which no service has",
    { StringEquals: { "aws:PrincipalOrgID": ORGANIZATION } },
    "nobody",
  ],
  ["an access control list", { StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control" } }, "strangers"],
  ["TLS", { Bool: { "aws:SecureTransport": "true" } }, "strangers"],
  ["being a service", { Bool: { "aws:PrincipalIsAWSService": "true" } }, "strangers"],
  ["a service's name", { StringEquals: { "aws:PrincipalServiceName": "cloudtrail.amazonaws.com" } }, "strangers"],
  ["the caller's account of a key", { StringEquals: { "kms:CallerAccount": ACCOUNT } }, "nobody"],
  [
    "the context of a trail",
    { StringLike: { "kms:EncryptionContext:aws:cloudtrail:arn": `arn:aws:cloudtrail:*:${ACCOUNT}:trail/*` } },
    "nobody",
  ],
  [
    "the context of any trail",
    { StringLike: { "kms:EncryptionContext:aws:cloudtrail:arn": "arn:aws:cloudtrail:*:*:trail/*" } },
    "strangers",
  ],
  [
    "the context of a log group",
    { ArnLike: { "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:eu-central-1:${ACCOUNT}:log-group:*` } },
    "nobody",
  ],
  ["any context", { StringLike: { "kms:EncryptionContext:aws:logs:arn": "*" } }, "strangers"],
  ["a service in between", { StringEquals: { "kms:ViaService": "s3.eu-central-1.amazonaws.com" } }, "strangers"],
];

const pageOf = (condition: PropertyMap): TruthCase["page"] =>
  JSON.stringify(condition).includes("kms:")
    ? kmsKeys
    : JSON.stringify(condition).includes("IfExists")
      ? operators
      : deputy;

export const SERVICES: readonly TruthCase[] = [
  ...rows.map(([title, Condition, expected]) => ({
    title: `a service with ${title} acts for ${expected}`,
    page: pageOf(Condition),
    policy: [service("cloudtrail.amazonaws.com", Condition)],
    expected,
  })),
  ...rows
    .filter(([title]) => !/caller|context|being|name/.test(title))
    .map(([title, Condition, expected]) => ({
      title: `a second service in the list with ${title} acts for ${expected}`,
      page: keys,
      policy: [service(["config.amazonaws.com", "sns.amazonaws.com"], Condition)],
      expected,
    })),
  {
    title: "CloudFront's origin access, bound to a distribution, acts for nobody else",
    page: originAccess,
    policy: [
      service("cloudfront.amazonaws.com", {
        StringEquals: { "AWS:SourceArn": `arn:aws:cloudfront::${ACCOUNT}:distribution/EDFDVBD6EXAMPLE` },
      }),
    ],
    expected: "nobody",
  },
  {
    title: "CloudFront's origin access without a distribution acts for strangers",
    page: originAccess,
    policy: [service("cloudfront.amazonaws.com", {})],
    expected: "strangers",
  },
  {
    title: "CloudFront's origin access for any distribution acts for strangers",
    page: originAccess,
    policy: [
      service("cloudfront.amazonaws.com", { ArnLike: { "AWS:SourceArn": "arn:aws:cloudfront::*:distribution/*" } }),
    ],
    expected: "strangers",
  },
  {
    title: "CloudFront's origin access identity is one principal",
    page: originAccess,
    policy: [
      {
        ...service("cloudfront.amazonaws.com", {}),
        Principal: { AWS: "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity EH1HDMB1FH2TC" },
      },
    ],
    expected: "nobody",
  },
  {
    title: "EKS Pod Identity, bound to an account, acts for nobody else",
    page: podIdentity,
    policy: [
      {
        ...service("pods.eks.amazonaws.com", { StringEquals: { "aws:SourceAccount": ACCOUNT } }),
        Action: ["sts:AssumeRole", "sts:TagSession"],
      },
    ],
    expected: "nobody",
  },
  {
    title: "a Deny for whatever another account's source sends leaves a service for nobody else",
    page: operators,
    policy: [
      service("cloudtrail.amazonaws.com", {}),
      { ...service("cloudtrail.amazonaws.com", { StringNotEquals: { "aws:SourceAccount": ACCOUNT } }), Effect: "Deny" },
    ],
    expected: "nobody",
  },
  {
    title: "a Deny for another service's sources takes nothing away",
    page: operators,
    policy: [
      service("cloudtrail.amazonaws.com", {}),
      { ...service("config.amazonaws.com", { StringNotEquals: { "aws:SourceAccount": ACCOUNT } }), Effect: "Deny" },
    ],
    expected: "strangers",
  },
];

function service(Service: string | readonly string[], Condition: PropertyMap): PropertyMap {
  return {
    Effect: "Allow",
    Principal: { Service },
    Action: "s3:PutObject",
    Resource: "arn:aws:s3:::evidence/*",
    Condition,
  };
}

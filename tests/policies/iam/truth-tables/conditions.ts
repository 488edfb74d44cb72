/** Which conditions keep strangers out. */
import type { PropertyMap, Value } from "../../../../policies/properties";
import { ACCOUNT, ORGANIZATION, PAGES, type Strangers, type TruthCase, lets } from "./truth-case";

const { operators, sets, keys, multiple, variables, publicBuckets, accessPoints, kmsKeys } = PAGES;
const OTHER = "444455556666";
const DIGITS = Array.from("0123456789").map((digit) => `${digit}*`);
const NETWORKS = "whoever is in the networks";

/** Keys that say whose a call is: a value of somebody in particular, and patterns that admit others. */
const binding: readonly {
  readonly key: string;
  readonly named: readonly string[];
  readonly open: readonly string[];
}[] = [
  { key: "aws:PrincipalAccount", named: [ACCOUNT], open: ["*", "1*", "11112222333?", "1111222233*", "????????????"] },
  { key: "aws:SourceAccount", named: [ACCOUNT], open: ["*", "11112222333?", "*3333"] },
  { key: "aws:SourceOwner", named: [ACCOUNT], open: ["*", "1111*"] },
  { key: "kms:CallerAccount", named: [ACCOUNT], open: ["*", "1*", "???????????3"] },
  { key: "s3:DataAccessPointAccount", named: [ACCOUNT], open: ["*", "11112222333?"] },
  { key: "aws:PrincipalOrgID", named: [ORGANIZATION], open: ["*", "o-*", "o-a1b2c3d4e?", "?-a1b2c3d4e5"] },
  { key: "aws:SourceOrgID", named: [ORGANIZATION], open: ["*", "o-*"] },
  { key: "aws:VpceAccount", named: [ACCOUNT], open: ["*"] },
  { key: "aws:VpceOrgID", named: [ORGANIZATION], open: ["o-*"] },
  { key: "aws:SourceVpc", named: ["vpc-1a2b3c4d"], open: ["*", "vpc-*", "vpc-1a2b3c4?"] },
  { key: "aws:SourceVpce", named: ["vpce-1a2b3c4d"], open: ["*", "vpce-*"] },
  {
    key: "aws:PrincipalArn",
    named: [`arn:aws:iam::${ACCOUNT}:role/reader`, `arn:aws:iam::${ACCOUNT}:role/*`, `arn:*:iam::${ACCOUNT}:*`],
    open: [
      "*",
      "arn:aws:iam::*:role/reader",
      "arn:aws:*:*:*:*",
      "arn:aws:iam::11112222????:role/reader",
      "*:role/reader",
    ],
  },
  {
    key: "aws:SourceArn",
    named: [`arn:aws:cloudtrail:*:${ACCOUNT}:trail/*`, "arn:aws:s3:::acme-evidence"],
    open: ["*", "arn:aws:*:*:*:*", "arn:aws:cloudtrail:*:*:trail/a", "arn:aws:s3:::*", "arn:aws:s3:::acme-*", "arn:*"],
  },
  {
    key: "s3:DataAccessPointArn",
    named: [`arn:aws:s3:*:${ACCOUNT}:accesspoint/*`],
    open: ["arn:aws:s3:*:*:accesspoint/logs"],
  },
  {
    key: "aws:userid",
    named: ["AROACKCEVSQ6C2EXAMPLE:*", "AIDACKCEVSQ6C2EXAMPLE"],
    open: ["*:session", "AROA*", "*"],
  },
];

/** Keys that a caller chooses, or that are true of anybody's call. */
const chosen: readonly (readonly [string, PropertyMap])[] = [
  ["an external id", { StringEquals: { "sts:ExternalId": "word" } }],
  ["a tag of the caller's own", { StringEquals: { "aws:PrincipalTag/team": "audit" } }],
  ["a tag in the request", { StringEquals: { "aws:RequestTag/team": "audit" } }],
  ["a user's name", { StringEquals: { "aws:username": "anna" } }],
  ["a kind of principal", { StringEquals: { "aws:PrincipalType": "AssumedRole" } }],
  ["a user agent", { StringEquals: { "aws:UserAgent": "secret" } }],
  ["a referring page", { StringLike: { "aws:Referer": "https://example.com/*" } }],
  ["a region", { StringEquals: { "aws:RequestedRegion": "eu-central-1" } }],
  ["TLS", { Bool: { "aws:SecureTransport": "true" } }],
  ["a second factor", { Bool: { "aws:MultiFactorAuthPresent": "true" } }],
  ["a service in between", { Bool: { "aws:ViaAWSService": "true" } }],
  ["a named service in between", { StringEquals: { "kms:ViaService": "s3.eu-central-1.amazonaws.com" } }],
  [
    "a call that went through CloudFormation",
    { "ForAnyValue:StringEquals": { "aws:CalledVia": "cloudformation.amazonaws.com" } },
  ],
  ["a principal that is none of AWS's services", { Bool: { "aws:PrincipalIsAWSService": "false" } }],
  ["a principal that is one of AWS's services", { Bool: { "aws:PrincipalIsAWSService": "true" } }],
  ["the owner of the resource", { StringEquals: { "aws:ResourceAccount": ACCOUNT } }],
  ["a tag of the resource", { StringEquals: { "aws:ResourceTag/public": "false" } }],
  ["a time", { DateLessThan: { "aws:CurrentTime": "2030-01-01T00:00:00Z" } }],
  ["an age of the second factor", { NumericLessThan: { "aws:MultiFactorAuthAge": "300" } }],
  ["an access control list", { StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control" } }],
  ["a source identity", { StringEquals: { "sts:SourceIdentity": "anna" } }],
  ["a private address behind an endpoint", { IpAddress: { "aws:VpcSourceIp": "10.0.0.0/24" } }],
  ["a key that AWS does not have", { StringEquals: { "aws:PrincipalAcount": ACCOUNT } }],
];

const missing: readonly (readonly [string, PropertyMap, Strangers])[] = [
  ["IfExists", { StringEqualsIfExists: { "aws:PrincipalOrgID": ORGANIZATION } }, "strangers"],
  ["IfExists on a source", { ArnLikeIfExists: { "aws:SourceArn": `arn:aws:sns:*:${ACCOUNT}:*` } }, "strangers"],
  ["IfExists on a network", { StringEqualsIfExists: { "aws:SourceVpce": "vpce-1a2b3c4d" } }, "strangers"],
  [
    "IfExists, where another condition requires the key",
    { StringEqualsIfExists: { "aws:PrincipalOrgID": ORGANIZATION }, Null: { "aws:PrincipalOrgID": "false" } },
    "nobody",
  ],
  [
    "IfExists, where the key must be absent",
    { StringEqualsIfExists: { "aws:PrincipalOrgID": ORGANIZATION }, Null: { "aws:PrincipalOrgID": "true" } },
    "strangers",
  ],
  [
    "the account that calls without credentials have",
    { StringEquals: { "aws:PrincipalAccount": "anonymous" } },
    "strangers",
  ],
  ["the user that calls without credentials have", { StringEquals: { "aws:userid": "anonymous" } }, "strangers"],
  ["a key that must be there", { Null: { "aws:PrincipalOrgID": "false" } }, "strangers"],
  ["a key that must be absent", { Null: { "aws:PrincipalOrgID": "true" } }, "strangers"],
  ["a source that must be there", { Null: { "aws:SourceAccount": "false" } }, "strangers"],
];

const negated: readonly (readonly [string, PropertyMap])[] = [
  ["another account than one", { StringNotEquals: { "aws:PrincipalAccount": OTHER } }],
  ["another account than its own", { StringNotEquals: { "aws:PrincipalAccount": ACCOUNT } }],
  ["another organization", { StringNotEquals: { "aws:PrincipalOrgID": ORGANIZATION } }],
  ["another organization by a pattern", { StringNotLike: { "aws:PrincipalOrgID": "o-z*" } }],
  ["another principal", { ArnNotEquals: { "aws:PrincipalArn": `arn:aws:iam::${ACCOUNT}:role/reader` } }],
  ["another principal by a pattern", { ArnNotLike: { "aws:PrincipalArn": `arn:aws:iam::${ACCOUNT}:*` } }],
  ["another source", { ArnNotLike: { "aws:SourceArn": `arn:aws:sns:*:${OTHER}:*` } }],
  ["another network", { NotIpAddress: { "aws:SourceIp": "203.0.113.0/24" } }],
  ["another endpoint", { StringNotEquals: { "aws:SourceVpce": "vpce-1a2b3c4d" } }],
  ["another organization in any case", { StringNotEqualsIgnoreCase: { "aws:PrincipalOrgID": ORGANIZATION } }],
];

const setOperators: readonly (readonly [string, PropertyMap, Strangers])[] = [
  [
    "ForAnyValue on a path",
    { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": `${ORGANIZATION}/r-ab12/*` } },
    "nobody",
  ],
  [
    "ForAnyValue on any path of the organization",
    { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": `${ORGANIZATION}/*` } },
    "nobody",
  ],
  [
    "ForAnyValue on a beginning of organizations",
    { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": `${ORGANIZATION}*` } },
    "strangers",
  ],
  ["ForAnyValue on any organization", { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-*/*" } }, "strangers"],
  [
    "ForAnyValue on the source's path",
    { "ForAnyValue:StringLike": { "aws:SourceOrgPaths": `${ORGANIZATION}/*` } },
    "nobody",
  ],
  [
    "ForAllValues on a path, which no path meets",
    { "ForAllValues:StringLike": { "aws:PrincipalOrgPaths": `${ORGANIZATION}/*` } },
    "strangers",
  ],
  [
    "ForAllValues on a path that must be there",
    {
      "ForAllValues:StringLike": { "aws:PrincipalOrgPaths": `${ORGANIZATION}/*` },
      Null: { "aws:PrincipalOrgPaths": "false" },
    },
    "nobody",
  ],
  [
    "ForAllValues on a key of one value",
    { "ForAllValues:StringEquals": { "aws:PrincipalOrgID": ORGANIZATION } },
    "strangers",
  ],
  ["ForAllValues on an account", { "ForAllValues:StringEquals": { "aws:PrincipalAccount": ACCOUNT } }, "strangers"],
  [
    "ForAllValues on a source",
    { "ForAllValues:ArnEquals": { "aws:SourceArn": `arn:aws:sns:eu-central-1:${ACCOUNT}:a` } },
    "strangers",
  ],
  ["ForAnyValue on an organization", { "ForAnyValue:StringEquals": { "aws:PrincipalOrgID": ORGANIZATION } }, "nobody"],
  [
    "ForAnyValue with IfExists",
    { "ForAnyValue:StringLikeIfExists": { "aws:PrincipalOrgPaths": `${ORGANIZATION}/*` } },
    "strangers",
  ],
  [
    "a set operator that AWS does not have",
    { "ForSomeValues:StringEquals": { "aws:PrincipalOrgID": ORGANIZATION } },
    "strangers",
  ],
];

const several: readonly (readonly [string, PropertyMap, Strangers])[] = [
  ["two accounts", { StringEquals: { "aws:PrincipalAccount": [ACCOUNT, OTHER] } }, "nobody"],
  ["an account or any", { StringLike: { "aws:PrincipalAccount": [ACCOUNT, "*"] } }, "strangers"],
  ["accounts by every first digit", { StringLike: { "aws:PrincipalAccount": DIGITS } }, "strangers"],
  ["sources by every first digit", { StringLike: { "aws:SourceAccount": DIGITS } }, "strangers"],
  [
    "an account and a tag",
    { StringEquals: { "aws:PrincipalAccount": ACCOUNT, "aws:PrincipalTag/team": "audit" } },
    "nobody",
  ],
  [
    "an account by one operator and a tag by another",
    { StringLike: { "aws:PrincipalTag/team": "*" }, StringEquals: { "aws:PrincipalAccount": ACCOUNT } },
    "nobody",
  ],
  [
    "any account, and the organization",
    { StringLike: { "aws:PrincipalAccount": "*", "aws:PrincipalOrgID": ORGANIZATION } },
    "nobody",
  ],
  [
    "any account and any organization",
    { StringLike: { "aws:PrincipalAccount": "*", "aws:PrincipalOrgID": "*" } },
    "strangers",
  ],
  [
    "a source's account and any source",
    { StringEquals: { "aws:SourceAccount": ACCOUNT }, ArnLike: { "aws:SourceArn": "arn:aws:sns:*:*:*" } },
    "nobody",
  ],
  [
    "a fixed organization or a beginning of it",
    { StringLike: { "aws:PrincipalOrgID": [ORGANIZATION, "o-a*"] } },
    "strangers",
  ],
  ["no value", { StringEquals: { "aws:PrincipalAccount": [] } }, "strangers"],
  ["no condition", {}, "strangers"],
  ["an operator without keys", { StringEquals: {} }, "strangers"],
];

const spellings: readonly (readonly [string, PropertyMap, Strangers])[] = [
  ["a key in lower case", { StringEquals: { "aws:principalorgid": ORGANIZATION } }, "nobody"],
  ["a key in capitals", { StringEquals: { "AWS:PRINCIPALORGID": ORGANIZATION } }, "nobody"],
  ["an operator in lower case", { stringequals: { "aws:PrincipalOrgID": ORGANIZATION } }, "nobody"],
  ["StringEqualsIgnoreCase", { StringEqualsIgnoreCase: { "aws:PrincipalOrgID": ORGANIZATION } }, "nobody"],
  [
    "ArnEquals, which takes wildcards too",
    { ArnEquals: { "aws:PrincipalArn": "arn:aws:iam::*:role/reader" } },
    "strangers",
  ],
  ["StringLike without a wildcard", { StringLike: { "aws:PrincipalOrgID": ORGANIZATION } }, "nobody"],
  ["an operator for numbers", { NumericEquals: { "aws:PrincipalAccount": ACCOUNT } }, "strangers"],
  ["an operator that AWS does not have", { StringMatches: { "aws:PrincipalAccount": ACCOUNT } }, "strangers"],
  ["an account as a number", { StringEquals: { "aws:PrincipalAccount": Number(ACCOUNT) } }, "nobody"],
];

const same: readonly (readonly [string, PropertyMap, Strangers])[] = [
  ["the resource's own account", { StringEquals: { "aws:PrincipalAccount": "${aws:ResourceAccount}" } }, "nobody"],
  [
    "the caller's account, of the resource",
    { StringEquals: { "aws:ResourceAccount": "${aws:PrincipalAccount}" } },
    "nobody",
  ],
  [
    "the caller's organization, of the resource",
    { StringEquals: { "aws:ResourceOrgID": "${aws:PrincipalOrgID}" } },
    "nobody",
  ],
  ["the resource's own organization", { StringEquals: { "aws:PrincipalOrgID": "${aws:ResourceOrgID}" } }, "nobody"],
  [
    "the caller's account, of the caller",
    { StringEquals: { "aws:PrincipalAccount": "${aws:PrincipalAccount}" } },
    "strangers",
  ],
  [
    "the caller's account, of the source",
    { StringEquals: { "aws:SourceAccount": "${aws:PrincipalAccount}" } },
    "strangers",
  ],
  [
    "the source's account, of the source",
    { StringEquals: { "aws:SourceAccount": "${aws:SourceAccount}" } },
    "strangers",
  ],
  ["the caller's own name", { StringEquals: { "aws:username": "${aws:username}" } }, "strangers"],
  [
    "a tag of the caller, for the organization",
    { StringEquals: { "aws:PrincipalOrgID": "${aws:PrincipalTag/org}" } },
    "strangers",
  ],
  [
    "an ARN with the caller's account",
    { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::${aws:PrincipalAccount}:role/reader" } },
    "strangers",
  ],
  [
    "the resource's own account or a tag's",
    { StringEquals: { "aws:PrincipalAccount": ["${aws:ResourceAccount}", "${aws:PrincipalTag/a}"] } },
    "strangers",
  ],
];

const networks: readonly (readonly [string, Value, Strangers])[] = [
  ["a network", "203.0.113.0/24", NETWORKS],
  ["an address", "203.0.113.7", NETWORKS],
  ["two networks", ["203.0.113.0/24", "198.51.100.0/24"], NETWORKS],
  ["the widest that S3 does not call public", "11.0.0.0/8", NETWORKS],
  ["a network of IPv6", "2001:db8::/32", NETWORKS],
  ["networks of both kinds", ["203.0.113.0/24", "2001:db8:1::/48"], NETWORKS],
  ["every address", "0.0.0.0/0", "strangers"],
  ["every address of IPv6", "::/0", "strangers"],
  ["every address in two halves", ["0.0.0.0/1", "128.0.0.0/1"], "strangers"],
  ["every address in four quarters", ["0.0.0.0/2", "64.0.0.0/2", "128.0.0.0/2", "192.0.0.0/2"], "strangers"],
  ["every address in pieces of the widest", Array.from({ length: 256 }, (_, first) => `${first}.0.0.0/8`), "strangers"],
  ["one half", "0.0.0.0/1", "strangers"],
  ["two neighbours that are too wide together", ["10.0.0.0/8", "11.0.0.0/8"], "strangers"],
  ["a network and every address", ["203.0.113.0/24", "0.0.0.0/0"], "strangers"],
  ["every address of IPv6 in halves", ["::/1", "8000::/1"], "strangers"],
  ["a network and every address of IPv6", ["203.0.113.0/24", "::/0"], "strangers"],
  ["what is no address", "office", "strangers"],
  ["an address with too many bits", "203.0.113.0/33", "strangers"],
];

const everyone = (condition: PropertyMap): readonly PropertyMap[] => [lets("*", condition)];

export const CONDITIONS: readonly TruthCase[] = [
  ...binding.flatMap(({ key, named, open }) => [
    ...named.map((value) => ({
      title: `${key} like ${value} keeps strangers out`,
      page: keys,
      policy: everyone({ StringLike: { [key]: value } }),
      expected: "nobody" as const,
    })),
    ...open.map((value) => ({
      title: `${key} like ${value} admits strangers`,
      page: keys,
      policy: everyone({ StringLike: { [key]: value } }),
      expected: "strangers" as const,
    })),
    {
      title: `${key} unlike ${named[0] ?? ""} admits strangers`,
      page: operators,
      policy: everyone({ StringNotLike: { [key]: named } }),
      expected: "strangers" as const,
    },
    {
      title: `${key} like ${named[0] ?? ""} if it exists admits whoever has none`,
      page: operators,
      policy: everyone({ StringLikeIfExists: { [key]: named } }),
      expected: "strangers" as const,
    },
  ]),
  ...chosen.map(([title, condition]) => ({
    title: `${title} keeps nobody out`,
    page: keys,
    policy: everyone(condition),
    expected: "strangers" as const,
  })),
  ...cases(operators, missing),
  ...negated.map(([title, condition]) => ({
    title: `${title} keeps nobody out`,
    page: operators,
    policy: everyone(condition),
    expected: "strangers" as const,
  })),
  ...cases(sets, setOperators),
  ...cases(multiple, several),
  ...cases(operators, spellings),
  ...cases(variables, same),
  ...networks.map(([title, blocks, expected]) => ({
    title: `the source being ${title} lets in ${expected}`,
    page: publicBuckets,
    policy: everyone({ IpAddress: { "aws:SourceIp": blocks } }),
    expected,
  })),
  {
    title: "a network and an organization together let in nobody else",
    page: multiple,
    policy: everyone({
      IpAddress: { "aws:SourceIp": "203.0.113.0/24" },
      StringEquals: { "aws:PrincipalOrgID": ORGANIZATION },
    }),
    expected: "nobody",
  },
  {
    title: "the access point's account lets in nobody but whom its policy does",
    page: accessPoints,
    policy: everyone({ StringEquals: { "s3:DataAccessPointAccount": ACCOUNT } }),
    expected: "nobody",
  },
  {
    title: "a key's caller and the service in between let in nobody else",
    page: kmsKeys,
    policy: everyone({
      StringEquals: { "kms:CallerAccount": ACCOUNT, "kms:ViaService": "s3.eu-central-1.amazonaws.com" },
    }),
    expected: "nobody",
  },
  ...[
    { key: "aws:PrincipalAccount", value: OTHER, home: { accounts: [ACCOUNT] }, expected: "strangers" as const },
    { key: "aws:PrincipalAccount", value: ACCOUNT, home: { accounts: [ACCOUNT] }, expected: "nobody" as const },
    {
      key: "aws:PrincipalOrgID",
      value: "o-z9y8x7w6v5",
      home: { organizations: [ORGANIZATION] },
      expected: "strangers" as const,
    },
    {
      key: "aws:PrincipalOrgID",
      value: ORGANIZATION,
      home: { organizations: [ORGANIZATION] },
      expected: "nobody" as const,
    },
    {
      key: "aws:PrincipalArn",
      value: `arn:aws:iam::${OTHER}:role/reader`,
      home: { accounts: [ACCOUNT] },
      expected: "strangers" as const,
    },
  ].map(({ key, value, home, expected }) => ({
    title: `${key} being ${value} lets in ${expected}, where ${Object.values(home).join()} is home`,
    page: keys,
    policy: everyone({ StringEquals: { [key]: value } }),
    home,
    expected,
  })),
];

function cases(
  page: TruthCase["page"],
  table: readonly (readonly [string, PropertyMap, Strangers])[],
): readonly TruthCase[] {
  return table.map(([title, condition, expected]) => ({
    title: `${title} lets in ${expected}`,
    page,
    policy: everyone(condition),
    expected,
  }));
}

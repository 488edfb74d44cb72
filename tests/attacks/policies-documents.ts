/** Violations in policy documents, in forms that are easily overlooked, and correct documents that only look like one. */
import assert from "node:assert/strict";
import type { PropertyMap } from "../../policies/properties";
import type { Result } from "../../policies/result";
import type { ResourceRule } from "../../policies/rule";
import {
  iamRolePolicyNoUnmask,
  iamRolePolicyNotAdmin,
  iamRoleTrustBound,
  iamRoleTrustNotPublic,
} from "../../policies/rules/iam";
import { kmsKeyPolicyNotPublic, kmsKeyPolicyServiceGrantsBound } from "../../policies/rules/kms";
import { s3BucketPolicyNotPublic, s3BucketPolicyServiceGrantsBound } from "../../policies/rules/s3";
import { snsTopicPolicyNotPublic } from "../../policies/rules/sns";
import type { Attack } from "./attack";

const ACCOUNT = "111122223333";
const ORGANIZATION = "o-a1b2c3d4e5";
const LETTERS = Array.from("abcdefghijklmnopqrstuvwxyz");
const DIGITS = Array.from("0123456789");
const GITHUB = "token.actions.githubusercontent.com";
const CLUSTER = "oidc.eks.eu-central-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B716D3041E";
const OBJECTS = "arn:aws:s3:::evidence/*";

const permits = (Action: string | readonly string[], Resource: string | readonly string[] = "*"): PropertyMap => ({
  Effect: "Allow",
  Action,
  Resource,
});
const reads = (Principal: PropertyMap[string], Condition: PropertyMap = {}): PropertyMap => ({
  Effect: "Allow",
  Principal,
  Action: "s3:GetObject",
  Resource: OBJECTS,
  Condition,
});
const trusts = (Principal: PropertyMap, Condition: PropertyMap = {}): PropertyMap => ({
  Effect: "Allow",
  Principal,
  Action: "Federated" in Principal ? "sts:AssumeRoleWithWebIdentity" : "sts:AssumeRole",
  Condition,
});
const own = (issuer: string): PropertyMap => ({ Federated: `arn:aws:iam::${ACCOUNT}:oidc-provider/${issuer}` });

interface DocumentCase {
  readonly id: string;
  readonly attack: string;
  readonly rule: ResourceRule;
  readonly statements: readonly PropertyMap[];
}

const PLANTED: readonly DocumentCase[] = [
  {
    id: "actions-by-every-first-letter",
    attack: "A role's policy has every action, written as 26 first letters.",
    rule: iamRolePolicyNotAdmin,
    statements: [permits(LETTERS.map((letter) => `${letter}*`))],
  },
  {
    id: "service-by-every-first-letter",
    attack: "A role's policy has every action of KMS, written as 26 first letters.",
    rule: iamRolePolicyNotAdmin,
    statements: [permits(LETTERS.map((letter) => `kms:${letter.toUpperCase()}*`))],
  },
  {
    id: "actions-with-one-letter-open",
    attack: "A role's policy has every action of CloudTrail, with one letter of the service left open.",
    rule: iamRolePolicyNotAdmin,
    statements: [permits("cloudtrai?:*")],
  },
  {
    id: "actions-but-for-nothing",
    attack: "A role's policy has every action but those of a service that AWS does not have.",
    rule: iamRolePolicyNotAdmin,
    statements: [{ Effect: "Allow", NotAction: "nothing:*", Resource: "*" }],
  },
  {
    id: "actions-in-two-statements",
    attack: "A role's policy has every action of KMS, one half in each of two statements.",
    rule: iamRolePolicyNotAdmin,
    statements: [LETTERS.slice(0, 13), LETTERS.slice(13)].map((half) =>
      permits(half.map((letter) => `kms:${letter}*`)),
    ),
  },
  {
    id: "resources-by-every-first-letter",
    attack: "A role's policy names every bucket by its first letter or digit.",
    rule: iamRolePolicyNotAdmin,
    statements: [
      permits(
        "s3:*",
        [...LETTERS, ...DIGITS].map((letter) => `arn:aws:s3:::${letter}*`),
      ),
    ],
  },
  {
    id: "resources-in-two-statements",
    attack: "A role's policy names every bucket by its first letter, one half in each of two statements.",
    rule: iamRolePolicyNotAdmin,
    statements: [LETTERS.slice(0, 13), LETTERS.slice(13)].map((half) =>
      permits(
        "s3:*",
        half.map((letter) => `arn:aws:s3:::${letter}*`),
      ),
    ),
  },
  {
    id: "resources-but-for-one",
    attack: "A role's policy has every resource but one that does not exist.",
    rule: iamRolePolicyNotAdmin,
    statements: [{ Effect: "Allow", Action: "logs:*", NotResource: "arn:aws:logs:eu-central-1:111122223333:nothing" }],
  },
  {
    id: "refusal-of-one-harmless-call",
    attack: "A role's policy has everything, beneath a Deny of one harmless call.",
    rule: iamRolePolicyNotAdmin,
    statements: [permits("*"), { ...permits("s3:ListAllMyBuckets"), Effect: "Deny" }],
  },
  {
    id: "refusal-that-never-comes",
    attack: "A role's policy has everything, beneath a Deny of everything on a condition that no call meets.",
    rule: iamRolePolicyNotAdmin,
    statements: [
      permits("*"),
      { ...permits("*"), Effect: "Deny", Condition: { StringEquals: { "aws:RequestedRegion": "nowhere" } } },
    ],
  },
  {
    id: "unmask-by-a-wildcard",
    attack: "A role's policy has logs:Unmask by a pattern of single letters.",
    rule: iamRolePolicyNoUnmask,
    statements: [permits("l?gs:?nmas?", "arn:aws:logs:*:*:log-group:prompts:*")],
  },
  {
    id: "trust-of-github-without-subject",
    attack: "A role trusts GitHub's tokens by their audience alone.",
    rule: iamRoleTrustNotPublic,
    statements: [trusts(own(GITHUB), { StringEquals: { [`${GITHUB}:aud`]: "sts.amazonaws.com" } })],
  },
  {
    id: "trust-of-any-repository",
    attack: "A role trusts every repository of GitHub whose owner begins like the organization.",
    rule: iamRoleTrustNotPublic,
    statements: [
      trusts(own(GITHUB), {
        StringEquals: { [`${GITHUB}:aud`]: "sts.amazonaws.com" },
        StringLike: { [`${GITHUB}:sub`]: "repo:acme*" },
      }),
    ],
  },
  {
    id: "trust-of-every-service-account",
    attack: "A role trusts every service account of a cluster.",
    rule: iamRoleTrustNotPublic,
    statements: [
      trusts(own(CLUSTER), {
        StringEquals: { [`${CLUSTER}:aud`]: "sts.amazonaws.com" },
        StringLike: { [`${CLUSTER}:sub`]: "system:serviceaccount:*:*" },
      }),
    ],
  },
  {
    id: "trust-of-guests",
    attack: "A role trusts the guests of an identity pool of Cognito.",
    rule: iamRoleTrustNotPublic,
    statements: [
      trusts(
        { Federated: "cognito-identity.amazonaws.com" },
        { "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": "unauthenticated" } },
      ),
    ],
  },
  {
    id: "trust-with-external-id",
    attack: "A role trusts everyone who knows an external ID.",
    rule: iamRoleTrustNotPublic,
    statements: [trusts({ AWS: "*" }, { StringEquals: { "sts:ExternalId": "word" } })],
  },
  {
    id: "trust-by-a-tag",
    attack: "A role trusts everyone who has tagged himself as one of the team.",
    rule: iamRoleTrustNotPublic,
    statements: [trusts({ AWS: "*" }, { StringEquals: { "aws:PrincipalTag/team": "audit" } })],
  },
  {
    id: "trust-of-every-root",
    attack: "A role trusts the root of every account.",
    rule: iamRoleTrustNotPublic,
    statements: [trusts({ AWS: "arn:aws:iam::*:root" })],
  },
  {
    id: "trust-of-all-digits",
    attack: "A role trusts a service for the accounts that begin with each of the ten digits.",
    rule: iamRoleTrustBound,
    statements: [
      trusts(
        { Service: "bedrock.amazonaws.com" },
        { StringLike: { "aws:SourceAccount": DIGITS.map((digit) => `${digit}*`) } },
      ),
    ],
  },
  {
    id: "bucket-but-for-one",
    attack: "A bucket's policy lets in everyone but one principal.",
    rule: s3BucketPolicyNotPublic,
    statements: [{ Effect: "Allow", NotPrincipal: { AWS: ACCOUNT }, Action: "s3:GetObject", Resource: OBJECTS }],
  },
  {
    id: "bucket-for-all-values",
    attack: "A bucket's policy lets in whoever has no organization, by ForAllValues.",
    rule: s3BucketPolicyNotPublic,
    statements: [reads("*", { "ForAllValues:StringEquals": { "aws:PrincipalOrgID": ORGANIZATION } })],
  },
  {
    id: "bucket-if-exists",
    attack: "A bucket's policy lets in whoever has no organization, by IfExists.",
    rule: s3BucketPolicyNotPublic,
    statements: [reads("*", { StringEqualsIfExists: { "aws:PrincipalOrgID": ORGANIZATION } })],
  },
  {
    id: "bucket-for-any-organization",
    attack: "A bucket's policy lets in whoever has some organization, by Null.",
    rule: s3BucketPolicyNotPublic,
    statements: [reads("*", { Null: { "aws:PrincipalOrgID": "false" } })],
  },
  {
    id: "bucket-for-the-callers-own",
    attack: "A bucket's policy compares the caller's account with itself.",
    rule: s3BucketPolicyNotPublic,
    statements: [reads("*", { StringEquals: { "aws:PrincipalAccount": "${aws:PrincipalAccount}" } })],
  },
  {
    id: "bucket-for-accounts-with-digits-open",
    attack: "A bucket's policy lets in the thousand accounts whose ids begin like the own one.",
    rule: s3BucketPolicyNotPublic,
    statements: [reads("*", { StringLike: { "aws:PrincipalAccount": "111122223???" } })],
  },
  {
    id: "bucket-for-both-halves-of-the-internet",
    attack: "A bucket's policy lets in both halves of the internet.",
    rule: s3BucketPolicyNotPublic,
    statements: [reads("*", { IpAddress: { "aws:SourceIp": ["0.0.0.0/1", "128.0.0.0/1"] } })],
  },
  {
    id: "bucket-for-sources-of-anybody",
    attack: "A bucket's policy lets in a service for buckets whose names begin like the own one.",
    rule: s3BucketPolicyServiceGrantsBound,
    statements: [
      {
        ...reads({ Service: "logging.s3.amazonaws.com" }, { ArnLike: { "aws:SourceArn": "arn:aws:s3:::acme-*" } }),
        Action: "s3:PutObject",
      },
    ],
  },
  {
    id: "bucket-with-an-operator-for-numbers",
    attack: "A bucket's policy compares the account by an operator for numbers.",
    rule: s3BucketPolicyNotPublic,
    statements: [reads({ AWS: ["*"] }, { NumericEquals: { "aws:PrincipalAccount": ACCOUNT } })],
  },
  {
    id: "bucket-refusal-with-a-hole",
    attack:
      "A bucket's policy lets in everyone beneath a Deny that spares whoever calls from outside of any organization.",
    rule: s3BucketPolicyNotPublic,
    statements: [
      reads("*"),
      {
        ...reads("*", { "ForAnyValue:StringNotLike": { "aws:PrincipalOrgPaths": `${ORGANIZATION}/*` } }),
        Effect: "Deny",
      },
    ],
  },
  {
    id: "key-for-whoever-goes-through-a-service",
    attack: "A key's policy lets in everyone who goes through S3.",
    rule: kmsKeyPolicyNotPublic,
    statements: [
      {
        ...reads({ AWS: "*" }, { StringEquals: { "kms:ViaService": "s3.eu-central-1.amazonaws.com" } }),
        Action: "kms:Decrypt",
        Resource: "*",
      },
    ],
  },
  {
    id: "key-for-a-service-in-between",
    attack: "A key's policy binds a service by the service in between, which acts for anybody.",
    rule: kmsKeyPolicyServiceGrantsBound,
    statements: [
      {
        ...reads(
          { Service: "cloudtrail.amazonaws.com" },
          { StringEquals: { "kms:ViaService": "s3.eu-central-1.amazonaws.com" } },
        ),
        Action: "kms:Decrypt",
        Resource: "*",
      },
    ],
  },
  {
    id: "topic-for-another-than-one",
    attack: "A topic's policy lets in everyone but one organization.",
    rule: snsTopicPolicyNotPublic,
    statements: [
      {
        ...reads("*", { StringNotEquals: { "aws:PrincipalOrgID": "o-z9y8x7w6v5" } }),
        Action: "sns:Subscribe",
        Resource: "*",
      },
    ],
  },
];

/** A gate that shouts at what is right is switched off. */
const CORRECT: readonly DocumentCase[] = [
  {
    id: "correct-wide-allow-beneath-a-deny",
    attack: "A bucket's policy lets in everyone, beneath a Deny for everyone outside of the organization.",
    rule: s3BucketPolicyNotPublic,
    statements: [
      reads("*"),
      { ...reads("*", { StringNotEquals: { "aws:PrincipalOrgID": ORGANIZATION } }), Effect: "Deny", Action: "s3:*" },
    ],
  },
  {
    id: "correct-fixed-networks",
    attack: "A bucket's policy lets in everyone from two fixed networks.",
    rule: s3BucketPolicyNotPublic,
    statements: [reads("*", { IpAddress: { "aws:SourceIp": ["203.0.113.0/24", "198.51.100.0/24"] } })],
  },
  {
    id: "correct-irsa",
    attack: "A role trusts one service account of a cluster.",
    rule: iamRoleTrustNotPublic,
    statements: [
      trusts(own(CLUSTER), {
        StringEquals: {
          [`${CLUSTER}:aud`]: "sts.amazonaws.com",
          [`${CLUSTER}:sub`]: "system:serviceaccount:bedrock:reader",
        },
      }),
    ],
  },
  {
    id: "correct-pod-identity",
    attack: "A role trusts EKS Pod Identity, which sends no source that a trust policy has to name.",
    rule: iamRoleTrustBound,
    statements: [{ ...trusts({ Service: "pods.eks.amazonaws.com" }), Action: ["sts:AssumeRole", "sts:TagSession"] }],
  },
  {
    id: "correct-origin-access-control",
    attack: "A bucket's policy lets in CloudFront for one distribution.",
    rule: s3BucketPolicyServiceGrantsBound,
    statements: [
      reads(
        { Service: "cloudfront.amazonaws.com" },
        { StringEquals: { "AWS:SourceArn": `arn:aws:cloudfront::${ACCOUNT}:distribution/EDFDVBD6EXAMPLE` } },
      ),
    ],
  },
  {
    id: "correct-organization-bound-trust",
    attack: "A role trusts everyone of the organization.",
    rule: iamRoleTrustNotPublic,
    statements: [trusts({ AWS: "*" }, { StringEquals: { "aws:PrincipalOrgID": ORGANIZATION } })],
  },
  {
    id: "correct-wide-permissions-beneath-a-deny",
    attack: "A role's policy has all of S3, beneath a Deny of everything but two calls.",
    rule: iamRolePolicyNotAdmin,
    statements: [permits("s3:*"), { Effect: "Deny", NotAction: ["s3:GetObject", "s3:ListBucket"], Resource: "*" }],
  },
];

export const DOCUMENT_ATTACKS: readonly Attack[] = [
  ...PLANTED.map(({ id, attack, rule, statements }): Attack => ({
    id,
    class: "policies",
    attack,
    outcome: `${rule.id} fails: the evaluator of IAM takes what the policy might allow for allowed.`,
    run: () => assert.ok(findingsOf(rule, statements).some(({ status }) => status === "fail")),
  })),
  ...CORRECT.map(({ id, attack, rule, statements }): Attack => ({
    id,
    class: "policies",
    attack,
    outcome: `${rule.id} does not fail: nothing is wrong, and a gate that objects would be switched off.`,
    run: () => assert.ok(findingsOf(rule, statements).every(({ status }) => status === "exempt")),
  })),
];

function findingsOf(rule: ResourceRule, statements: readonly PropertyMap[]): readonly Result[] {
  const [type] = rule.types;
  const results = rule.check({
    urn: `urn:pulumi:prod::planted::${type}::planted`,
    name: "planted",
    type,
    properties: { [rule.property]: JSON.stringify({ Version: "2012-10-17", Statement: statements }) },
    protect: false,
  });
  return [results].flat().filter(({ status }) => status !== "pass");
}

/** Whose tokens a role's trust takes. */
import type { PropertyMap } from "../../../../policies/properties";
import { ACCOUNT, PAGES, type Strangers, type TruthCase } from "./truth-case";

const { oidc, irsa, cognito, saml, shared, federationKeys, sets } = PAGES;

type Row = readonly [title: string, condition: PropertyMap, expected: Strangers];

interface Provider {
  readonly name: string;
  readonly page: TruthCase["page"];
  /** Behind the account's own providers, or one of AWS's own. */
  readonly principal: string;
  readonly rows: readonly Row[];
}

const own = (issuer: string): string => `arn:aws:iam::${ACCOUNT}:oidc-provider/${issuer}`;

const GITHUB = "token.actions.githubusercontent.com";
const EKS = "oidc.eks.eu-central-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B716D3041E";
const COGNITO = "cognito-identity.amazonaws.com";
const TERRAFORM = "app.terraform.io";
const POOL = "eu-central-1:12345678-abcd-abcd-abcd-123456790ab";
const aud = (issuer: string, value = "sts.amazonaws.com"): PropertyMap => ({ [`${issuer}:aud`]: value });
const sub = (issuer: string, value: string | readonly string[]): PropertyMap => ({ [`${issuer}:sub`]: value });
const eksAud = aud(EKS);
const WORKLOAD = "system:serviceaccount:bedrock:reader";

const github = (value: string | readonly string[]): PropertyMap => ({
  StringEquals: aud(GITHUB),
  StringLike: sub(GITHUB, value),
});
const eks = (value: string | readonly string[]): PropertyMap => ({ StringEquals: eksAud, StringLike: sub(EKS, value) });

/** Providers of many organizations: the claim that tells whose a token is, with a value of somebody's, and one of anybody's. */
const SHARED: readonly (readonly [name: string, issuer: string, claim: string, named: string, open: string])[] = [
  ["Codefresh", "oidc.codefresh.io", "sub", "account:5f30ebd30312313ae7f17948:pipeline:*", "account:*:pipeline:p"],
  ["GitHub's older name", "vstoken.actions.githubusercontent.com", "sub", "repo:acme/infra:*", "repo:*"],
  [
    "GitHub's audit log",
    "oidc-configuration.audit-log.githubusercontent.com",
    "sub",
    "https://github.com/acme",
    "https://github.com/*",
  ],
  ["Scalr", "scalr.io", "sub", "account:acme:environment:prod:workspace:*", "account:*"],
  ["Upbound", "proidc.upbound.io", "sub", "mcp:acme/control-plane:provider:provider-aws", "mcp:*/control-plane:*"],
  ["DVC Studio", "studio.datachain.ai/api", "sub", "credentials:acme/credential", "credentials:*"],
  [
    "IBM Turbonomic",
    "rh-oidc.s3.us-east-1.amazonaws.com/22ejnvnnturfmt6km08idd0nt4hekbn7",
    "sub",
    "system:serviceaccount:acme:probe",
    "system:serviceaccount:*",
  ],
  ["Shisho Cloud", "tokens.cloud.shisho.dev", "sub", "job:shisho:acme", "job:shisho:*"],
  ["sandboxes.cloud", "sandboxes.cloud", "aud", "https://sandboxes.cloud/acme", "https://sandboxes.cloud/*"],
  ["Vercel", "oidc.vercel.com", "aud", "https://vercel.com/acme", "https://vercel.com/*"],
  [
    "Microsoft Sentinel",
    "sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d",
    "sts:RoleSessionName",
    "MicrosoftSentinel_0123",
    "MicrosoftSentinel_*",
  ],
];

const PROVIDERS: readonly Provider[] = [
  {
    name: "GitHub",
    page: oidc,
    principal: own(GITHUB),
    rows: [
      ["no condition", {}, "strangers"],
      ["the audience alone", { StringEquals: aud(GITHUB) }, "strangers"],
      ["the subject alone", { StringEquals: sub(GITHUB, "repo:acme/infra:ref:refs/heads/main") }, "strangers"],
      ["a branch", github("repo:acme/infra:ref:refs/heads/main"), "nobody"],
      ["an environment", github("repo:acme/infra:environment:prod"), "nobody"],
      ["a repository", github("repo:acme/infra:*"), "nobody"],
      ["an owner's repositories", github("repo:acme/*"), "nobody"],
      ["two repositories", github(["repo:acme/infra:*", "repo:acme/app:*"]), "nobody"],
      ["any subject", github("*"), "strangers"],
      ["any repository", github("repo:*"), "strangers"],
      ["a repository's name of any owner", github("repo:*/infra:*"), "strangers"],
      ["an owner's beginning", github("repo:acme*"), "strangers"],
      ["an owner's beginning, and a repository", github("repo:acme*/infra:*"), "strangers"],
      ["an owner with one letter open", github("repo:acm?/infra:*"), "strangers"],
      ["a branch of any repository", github("*:ref:refs/heads/main"), "strangers"],
      ["a repository or any", github(["repo:acme/infra:*", "repo:*"]), "strangers"],
      ["a subject by its end", github("*acme/infra*"), "strangers"],
      ["a policy variable", github("repo:${aws:username}/infra:*"), "strangers"],
      [
        "a claim of the repository",
        { StringEquals: { ...aud(GITHUB), [`${GITHUB}:repository`]: "acme/infra" } },
        "nobody",
      ],
      ["the id of an enterprise", { StringEquals: { ...aud(GITHUB), [`${GITHUB}:enterprise_id`]: "4711" } }, "nobody"],
      [
        "a claim of the owner, for which there is no condition key",
        { StringEquals: { ...aud(GITHUB), [`${GITHUB}:repository_owner`]: "acme" } },
        "strangers",
      ],
      [
        "a workflow that anybody may call",
        { StringEquals: { ...aud(GITHUB), [`${GITHUB}:job_workflow_ref`]: "acme/w/.github/workflows/a.yml@main" } },
        "strangers",
      ],
      [
        "another subject than one",
        { StringEquals: aud(GITHUB), StringNotLike: sub(GITHUB, "repo:evil/*") },
        "strangers",
      ],
      [
        "a subject if it exists",
        { StringEquals: aud(GITHUB), StringLikeIfExists: sub(GITHUB, "repo:acme/*") },
        "strangers",
      ],
      [
        "all values of the subject",
        { StringEquals: aud(GITHUB), "ForAllValues:StringLike": sub(GITHUB, "repo:acme/*") },
        "strangers",
      ],
      [
        "any value of the subject",
        { StringEquals: aud(GITHUB), "ForAnyValue:StringLike": sub(GITHUB, "repo:acme/*") },
        "nobody",
      ],
      [
        "the subject in capitals",
        {
          StringEquals: {
            [`${GITHUB.toUpperCase()}:AUD`]: "sts.amazonaws.com",
            [`${GITHUB.toUpperCase()}:SUB`]: "repo:acme/infra:pull_request",
          },
        },
        "nobody",
      ],
      [
        "another provider's subject",
        { StringEquals: { ...aud(GITHUB), ...sub("gitlab.com", "project_path:acme/infra:x") } },
        "strangers",
      ],
      [
        "a subject that must only be there",
        { StringEquals: aud(GITHUB), Null: { [`${GITHUB}:sub`]: "false" } },
        "strangers",
      ],
      [
        "a person who starts the workflow",
        { StringEquals: { ...aud(GITHUB), [`${GITHUB}:actor`]: "anna" } },
        "strangers",
      ],
      ["any audience", { StringLike: { ...aud(GITHUB, "*"), ...sub(GITHUB, "repo:acme/*") } }, "strangers"],
    ],
  },
  {
    name: "a cluster of EKS",
    page: irsa,
    principal: own(EKS),
    rows: [
      ["no condition", {}, "strangers"],
      ["the audience alone", { StringEquals: eksAud }, "strangers"],
      ["the subject alone", { StringEquals: sub(EKS, WORKLOAD) }, "strangers"],
      ["a service account", { StringEquals: { ...eksAud, ...sub(EKS, WORKLOAD) } }, "nobody"],
      ["the service accounts of a namespace", eks("system:serviceaccount:bedrock:*"), "nobody"],
      ["service accounts by a beginning", eks("system:serviceaccount:bedrock:reader-*"), "nobody"],
      ["two service accounts", eks([WORKLOAD, "system:serviceaccount:bedrock:writer"]), "nobody"],
      ["every service account", eks("system:serviceaccount:*:*"), "strangers"],
      ["every service account, in short", eks("system:serviceaccount:*"), "strangers"],
      ["a name in any namespace", eks("system:serviceaccount:*:reader"), "strangers"],
      ["namespaces by a beginning", eks("system:serviceaccount:bedrock*:reader"), "strangers"],
      ["any subject", eks("*"), "strangers"],
      ["a service account or any", eks([WORKLOAD, "*"]), "strangers"],
      [
        "all values of the subject",
        { StringEquals: eksAud, "ForAllValues:StringLike": sub(EKS, WORKLOAD) },
        "strangers",
      ],
      ["another cluster's subject", { StringEquals: { ...eksAud, ...sub(`${EKS}2`, WORKLOAD) } }, "strangers"],
    ],
  },
  {
    name: "Cognito",
    page: cognito,
    principal: COGNITO,
    rows: [
      ["no condition", {}, "strangers"],
      ["the pool alone", { StringEquals: aud(COGNITO, POOL) }, "strangers"],
      [
        "the signed-in users of any pool",
        { "ForAnyValue:StringLike": { [`${COGNITO}:amr`]: "authenticated" } },
        "strangers",
      ],
      [
        "the signed-in users of a pool",
        { StringEquals: aud(COGNITO, POOL), "ForAnyValue:StringLike": { [`${COGNITO}:amr`]: "authenticated" } },
        "nobody",
      ],
      [
        "the guests of a pool",
        { StringEquals: aud(COGNITO, POOL), "ForAnyValue:StringLike": { [`${COGNITO}:amr`]: "unauthenticated" } },
        "strangers",
      ],
      [
        "whoever a pool knows",
        { StringEquals: aud(COGNITO, POOL), "ForAnyValue:StringLike": { [`${COGNITO}:amr`]: "*authenticated" } },
        "strangers",
      ],
      [
        "all values of the method",
        { StringEquals: aud(COGNITO, POOL), "ForAllValues:StringLike": { [`${COGNITO}:amr`]: "authenticated" } },
        "strangers",
      ],
      [
        "pools by a pattern",
        {
          StringLike: aud(COGNITO, "eu-central-1:*"),
          "ForAnyValue:StringLike": { [`${COGNITO}:amr`]: "authenticated" },
        },
        "strangers",
      ],
    ],
  },
  {
    name: "GitLab",
    page: federationKeys,
    principal: own("gitlab.com"),
    rows: [
      ["the audience alone", { StringEquals: aud("gitlab.com", "https://gitlab.com") }, "strangers"],
      ["a project", { StringLike: sub("gitlab.com", "project_path:acme/infra:ref_type:branch:ref:main") }, "nobody"],
      ["a group's projects", { StringLike: sub("gitlab.com", "project_path:acme/*") }, "nobody"],
      ["any project", { StringLike: sub("gitlab.com", "project_path:*") }, "strangers"],
      ["a group's beginning", { StringLike: sub("gitlab.com", "project_path:acme*") }, "strangers"],
    ],
  },
  {
    name: "HCP Terraform",
    page: federationKeys,
    principal: own(TERRAFORM),
    rows: [
      ["the audience alone", { StringEquals: aud(TERRAFORM, "aws.workload.identity") }, "strangers"],
      [
        "a workspace",
        {
          StringEquals: {
            ...aud(TERRAFORM, "aws.workload.identity"),
            ...sub(TERRAFORM, "organization:acme:project:p:workspace:w:run_phase:apply"),
          },
        },
        "nobody",
      ],
      [
        "an organization",
        { StringEquals: aud(TERRAFORM, "aws.workload.identity"), StringLike: sub(TERRAFORM, "organization:acme:*") },
        "nobody",
      ],
      [
        "any organization",
        { StringEquals: aud(TERRAFORM, "aws.workload.identity"), StringLike: sub(TERRAFORM, "organization:*") },
        "strangers",
      ],
      [
        "a workspace of any organization",
        {
          StringEquals: aud(TERRAFORM, "aws.workload.identity"),
          StringLike: sub(TERRAFORM, "organization:*:project:p:workspace:w:*"),
        },
        "strangers",
      ],
    ],
  },
  {
    name: "Google",
    page: oidc,
    principal: "accounts.google.com",
    rows: [
      ["no condition", {}, "strangers"],
      ["an application", { StringEquals: aud("accounts.google.com", "66677788899900pro0") }, "nobody"],
      ["a person", { StringEquals: sub("accounts.google.com", "112233445566778899000") }, "nobody"],
      ["any application", { StringLike: aud("accounts.google.com", "*") }, "strangers"],
    ],
  },
  {
    name: "Login with Amazon",
    page: oidc,
    principal: "www.amazon.com",
    rows: [
      ["no condition", {}, "strangers"],
      ["an application", { StringEquals: { "www.amazon.com:app_id": "amzn1.application-oa2-123456" } }, "nobody"],
    ],
  },
  {
    name: "Facebook",
    page: oidc,
    principal: "graph.facebook.com",
    rows: [
      ["no condition", {}, "strangers"],
      ["an application", { StringEquals: { "graph.facebook.com:app_id": "111222333444555" } }, "nobody"],
    ],
  },
  {
    name: "Buildkite",
    page: federationKeys,
    principal: own("agent.buildkite.com"),
    rows: [
      ["the audience alone", { StringEquals: aud("agent.buildkite.com") }, "strangers"],
      ["a pipeline", { StringLike: sub("agent.buildkite.com", "organization:acme:pipeline:deploy:*") }, "nobody"],
      ["any organization", { StringLike: sub("agent.buildkite.com", "organization:*") }, "strangers"],
      [
        "the id of a pipeline",
        { StringEquals: sub("agent.buildkite.com", "0184990a-4782-42b5-afc1-16715b10b1b0") },
        "nobody",
      ],
    ],
  },
  ...SHARED.map(([name, issuer, claim, named, open]): Provider => {
    const key = claim.includes(":") ? claim : `${issuer}:${claim}`;
    return {
      name,
      page: shared,
      principal: own(issuer),
      rows: [
        ["no condition", {}, "strangers"],
        ["what names somebody", { StringLike: { [key]: named } }, "nobody"],
        ["what names anybody", { StringLike: { [key]: open } }, "strangers"],
      ],
    };
  }),
  {
    name: "a provider of one's own",
    page: oidc,
    principal: own("login.example.com"),
    rows: [
      ["no condition", {}, "strangers"],
      ["an application", { StringEquals: aud("login.example.com", "app") }, "nobody"],
      ["a person", { StringEquals: sub("login.example.com", "anna") }, "nobody"],
      ["any person", { StringLike: sub("login.example.com", "*") }, "strangers"],
      ["something else", { StringEquals: { "aws:RequestedRegion": "eu-central-1" } }, "strangers"],
    ],
  },
  {
    name: "any provider",
    page: oidc,
    principal: "*",
    rows: [["no condition", {}, "strangers"]],
  },
  {
    name: "a provider of SAML",
    page: saml,
    principal: `arn:aws:iam::${ACCOUNT}:saml-provider/acme`,
    rows: [
      ["no condition", {}, "nobody"],
      ["the sign-in page", { StringEquals: { "SAML:aud": "https://signin.aws.amazon.com/saml" } }, "nobody"],
    ],
  },
  {
    name: "every provider of SAML",
    page: saml,
    principal: "arn:aws:iam::*:saml-provider/*",
    rows: [["no condition", {}, "strangers"]],
  },
];

export const FEDERATION: readonly TruthCase[] = [
  ...PROVIDERS.flatMap(({ name, page, principal, rows }) =>
    rows.map(([title, condition, expected]) => ({
      title: `${name}, with ${title}, lets in ${expected}`,
      page,
      policy: [trust(principal, condition)],
      expected,
    })),
  ),
  {
    title: "a provider beside one that is not bound lets in strangers",
    page: sets,
    policy: [
      {
        ...trust(own(EKS), { StringEquals: { ...eksAud, ...sub(EKS, WORKLOAD) } }),
        Principal: { Federated: [own(EKS), own(GITHUB)] },
      },
    ],
    expected: "strangers",
  },
];

function trust(Federated: string, Condition: PropertyMap): PropertyMap {
  return { Effect: "Allow", Principal: { Federated }, Action: "sts:AssumeRoleWithWebIdentity", Condition };
}

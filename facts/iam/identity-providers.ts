/** What a role's trust policy has to ask of a token, by who issues it. */
import type { Source } from "../source";

const IAM = "https://docs.aws.amazon.com/IAM/latest/UserGuide";

const PAGES = {
  oidc: `${IAM}/id_roles_create_for-idp_oidc.html`,
  shared: `${IAM}/id_roles_providers_oidc_secure-by-default.html`,
  keys: `${IAM}/reference_policies_iam-condition-keys.html`,
  irsa: "https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html",
  cognito: "https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html",
} as const;

export const SOURCES: readonly Source[] = [
  ...[PAGES.oidc, PAGES.keys, PAGES.cognito].map((page) => ({ page, readOn: "2026-11-26" }) as const),
  {
    page: PAGES.shared,
    readOn: "2026-11-26",
    secondary:
      "the table of the page as two programs hold it; the forms of subjects are those of the providers' own pages",
  },
  {
    page: PAGES.irsa,
    readOn: "2026-11-26",
    secondary: "the page was not at hand; the claims are those of a service account's token",
  },
];

/**
 * Claims of which one has to be named, as the condition key has them behind the provider's name, or a whole condition key where
 * there is a colon in it: each with what a value has to be so that it is somebody's in particular, as a regular expression on the
 * value as the policy writes it.
 */
export type NeededClaim = Readonly<Record<string, RegExp>>;

export interface IdentityProvider {
  readonly title: string;
  /** Of the issuer's name, without the scheme. */
  readonly host: RegExp;
  /** Every one of them is needed. */
  readonly needs: readonly NeededClaim[];
  readonly page: Source["page"];
}

/** A value without wildcards. */
const ONE = /^[^*?]+$/;
const AUDIENCE: NeededClaim = { aud: ONE };
const GITHUB_SUBJECT =
  /^(repo:[\w.-]+(@\d+)?\/.+|repository:[\w.-]+\/.+|repository_owner:[\w.-]+(:.*)?|repository_(owner_)?id:\d+(:.*)?)$/;

const BY_SUBJECT = { needs: [{ sub: ONE }], page: PAGES.shared } as const;
const BY_AUDIENCE = { needs: [AUDIENCE], page: PAGES.shared } as const;

/** Providers that issue tokens to anybody, or whose tokens say in a form of their own who is meant. */
export const IDENTITY_PROVIDERS: readonly IdentityProvider[] = [
  {
    title: "GitHub Actions",
    host: /^token\.actions\.githubusercontent\.com(\/.*)?$/,
    needs: [
      AUDIENCE,
      // Not job_workflow_ref: anybody's workflow may call a workflow that can be reused.
      {
        sub: GITHUB_SUBJECT,
        repository: /^[\w.-]+\/.+$/,
        repository_id: ONE,
        enterprise_id: ONE,
      },
    ],
    page: PAGES.oidc,
  },
  {
    title: "a cluster of EKS",
    host: /^oidc\.eks\.[a-z0-9-]+\.amazonaws\.com(\.cn)?\/id\/\w+$/,
    needs: [AUDIENCE, { sub: /^system:serviceaccount:[a-z0-9-]+:.+$/ }],
    page: PAGES.irsa,
  },
  {
    title: "Amazon Cognito",
    host: /^cognito-identity\.amazonaws\.com$/,
    needs: [AUDIENCE, { amr: /^authenticated$/ }],
    page: PAGES.cognito,
  },
  {
    title: "GitLab",
    host: /^gitlab\.com$/,
    needs: [{ sub: /^(project_path:[\w.-]+\/.+|project_id:\d+(:.*)?)$/ }],
    page: PAGES.shared,
  },
  {
    title: "HCP Terraform",
    host: /^app\.terraform\.io$/,
    needs: [AUDIENCE, { sub: /^organization:[\w.-]+:.+$/ }],
    page: PAGES.shared,
  },
  {
    title: "Buildkite",
    host: /^agent\.buildkite\.com$/,
    // A token's subject may be asked to be the id of one of its claims.
    needs: [{ sub: /^(organization:[\w.-]+:.+|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/ }],
    page: PAGES.shared,
  },
  {
    title: "Codefresh",
    host: /^oidc\.codefresh\.io$/,
    needs: [{ sub: /^account:[0-9a-f]+:.+$/ }],
    page: PAGES.shared,
  },
  {
    title: "GitHub Actions, by its older name",
    host: /^vstoken\.actions\.githubusercontent\.com$/,
    needs: [{ sub: GITHUB_SUBJECT }],
    page: PAGES.shared,
  },
  {
    title: "the audit log of GitHub",
    host: /^oidc-configuration\.audit-log\.githubusercontent\.com$/,
    needs: [{ sub: /^https:\/\/github\.com\/[\w.-]+$/ }],
    page: PAGES.shared,
  },
  {
    title: "Scalr",
    host: /^scalr\.io$/,
    needs: [{ sub: /^account:[\w.-]+:.+$/ }],
    page: PAGES.shared,
  },
  {
    title: "Upbound",
    host: /^proidc\.upbound\.io$/,
    needs: [{ sub: /^mcp:[\w.-]+\/.+$/ }],
    page: PAGES.shared,
  },
  { title: "DVC Studio", host: /^studio\.datachain\.ai\/api$/, ...BY_SUBJECT },
  {
    title: "IBM Turbonomic",
    host: /^(oidc\.op1\.openshiftapps\.com|rh-oidc\.s3\.us-east-1\.amazonaws\.com)\/[0-9a-z]{32}$/,
    ...BY_SUBJECT,
  },
  { title: "Shisho Cloud", host: /^tokens\.cloud\.shisho\.dev$/, ...BY_SUBJECT },
  { title: "Pulumi Cloud", host: /^api\.pulumi\.com\/oidc$/, ...BY_AUDIENCE },
  { title: "sandboxes.cloud", host: /^sandboxes\.cloud$/, ...BY_AUDIENCE },
  { title: "Vercel, with one issuer for all teams", host: /^oidc\.vercel\.com$/, ...BY_AUDIENCE },
  {
    title: "Microsoft Sentinel",
    host: /^sts\.windows\.net\/33e01921-4d64-4f8c-a055-5bdaffd5e33d$/,
    needs: [{ "sts:rolesessionname": ONE }],
    page: PAGES.shared,
  },
  {
    title: "Google",
    host: /^accounts\.google\.com$/,
    needs: [{ aud: ONE, oaud: ONE, sub: ONE, email: ONE }],
    page: PAGES.oidc,
  },
  {
    title: "Login with Amazon",
    host: /^www\.amazon\.com$/,
    needs: [{ app_id: ONE, user_id: ONE }],
    page: PAGES.oidc,
  },
  {
    title: "Facebook",
    host: /^graph\.facebook\.com$/,
    needs: [{ app_id: ONE, id: ONE }],
    page: PAGES.oidc,
  },
];

/** What any other provider's tokens are asked: for whom they were issued, or to whom. */
export const ANY_PROVIDER: IdentityProvider["needs"] = [{ aud: ONE, sub: ONE, oaud: ONE, email: ONE }];

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

const NOT_AT_HAND = "the page was not at hand; the claims are those of the providers' tokens, as their users name them";

export const SOURCES: readonly Source[] = [
  ...[PAGES.oidc, PAGES.keys, PAGES.cognito].map((page) => ({ page, readOn: "2026-11-26" }) as const),
  ...[PAGES.shared, PAGES.irsa].map((page) => ({ page, readOn: "2026-11-26", secondary: NOT_AT_HAND }) as const),
];

/**
 * Claims of which one has to be named, as the condition key has them behind the provider's name: each with what a value has to be
 * so that it is somebody's in particular, as a regular expression on the value as the policy writes it.
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

/** Providers that issue tokens to anybody, or whose tokens say in a form of their own who is meant. */
export const IDENTITY_PROVIDERS: readonly IdentityProvider[] = [
  {
    title: "GitHub Actions",
    host: /^token\.actions\.githubusercontent\.com(\/.*)?$/,
    needs: [
      AUDIENCE,
      // Not job_workflow_ref: anybody's workflow may call a workflow that can be reused.
      {
        sub: /^(repo:[\w.-]+(@\d+)?\/.+|repository:[\w.-]+\/.+|repository_owner:[\w.-]+(:.*)?|repository_(owner_)?id:\d+(:.*)?)$/,
        repository: /^[\w.-]+\/.+$/,
        repository_owner: ONE,
        repository_id: ONE,
        repository_owner_id: ONE,
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
    needs: [{ sub: /^project_path:[\w.-]+\/.+$/ }],
    page: PAGES.shared,
  },
  {
    title: "HCP Terraform",
    host: /^app\.terraform\.io$/,
    needs: [AUDIENCE, { sub: /^organization:[\w.-]+:.+$/ }],
    page: PAGES.shared,
  },
  {
    title: "Pulumi Cloud",
    host: /^api\.pulumi\.com\/oidc$/,
    needs: [AUDIENCE],
    page: PAGES.shared,
  },
  {
    title: "Buildkite",
    host: /^agent\.buildkite\.com$/,
    needs: [{ sub: /^organization:[\w.-]+:.+$/ }],
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
export const ANY_PROVIDER: IdentityProvider["needs"] = [{ aud: ONE, sub: ONE, azp: ONE, oaud: ONE, email: ONE }];

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

export const SOURCES: readonly Source[] = Object.values(PAGES).map((page) => ({ page, readOn: "2026-11-26" }));

/** A claim that has to be named, and the beginning of it that may hold no wildcard. */
export interface NeededClaim {
  /** One of these, as the condition key has it behind the provider's name. */
  readonly claims: readonly string[];
  /**
   * What the value has to begin with, so that it is the tenant's: a regular expression on the value as the policy writes it.
   * @default a value without wildcards
   */
  readonly form?: RegExp;
}

export interface IdentityProvider {
  readonly title: string;
  /** Of the issuer's name, without the scheme. */
  readonly host: RegExp;
  /** Every one of them is needed. */
  readonly needs: readonly NeededClaim[];
  readonly page: Source["page"];
}

const AUDIENCE: NeededClaim = { claims: ["aud"] };

/** Providers that issue tokens to anybody, or whose tokens say in a form of their own who is meant. */
export const IDENTITY_PROVIDERS: readonly IdentityProvider[] = [
  {
    title: "GitHub Actions",
    host: /^token\.actions\.githubusercontent\.com(\/.*)?$/,
    needs: [
      AUDIENCE,
      {
        // Not job_workflow_ref: anybody's workflow may call a workflow that can be reused.
        claims: ["sub", "repository", "repository_owner", "repository_id", "repository_owner_id"],
        form: /^((repo:|repository_owner:|repository:)?[\w.-]+(@\d+)?([/:].*)?|repository_(owner_)?id:\d+(:.*)?)$/,
      },
    ],
    page: PAGES.oidc,
  },
  {
    title: "a cluster of EKS",
    host: /^oidc\.eks\.[a-z0-9-]+\.amazonaws\.com(\.cn)?\/id\/\w+$/,
    needs: [AUDIENCE, { claims: ["sub"], form: /^system:serviceaccount:[a-z0-9-]+:.+$/ }],
    page: PAGES.irsa,
  },
  {
    title: "Amazon Cognito",
    host: /^cognito-identity\.amazonaws\.com$/,
    needs: [AUDIENCE, { claims: ["amr"], form: /^authenticated$/ }],
    page: PAGES.cognito,
  },
  {
    title: "GitLab",
    host: /^gitlab\.com$/,
    needs: [{ claims: ["sub"], form: /^project_path:[\w.-]+\/.+$/ }],
    page: PAGES.shared,
  },
  {
    title: "HCP Terraform",
    host: /^app\.terraform\.io$/,
    needs: [AUDIENCE, { claims: ["sub"], form: /^organization:[\w.-]+:.+$/ }],
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
    needs: [{ claims: ["sub"], form: /^organization:[\w.-]+:.+$/ }],
    page: PAGES.shared,
  },
  {
    title: "Google",
    host: /^accounts\.google\.com$/,
    needs: [{ claims: ["aud", "oaud", "sub", "email"] }],
    page: PAGES.oidc,
  },
  {
    title: "Login with Amazon",
    host: /^www\.amazon\.com$/,
    needs: [{ claims: ["app_id", "user_id"] }],
    page: PAGES.oidc,
  },
  {
    title: "Facebook",
    host: /^graph\.facebook\.com$/,
    needs: [{ claims: ["app_id", "id"] }],
    page: PAGES.oidc,
  },
];

/** What any other provider's tokens are asked: for whom they were issued, or to whom. */
export const ANY_PROVIDER: IdentityProvider["needs"] = [{ claims: ["aud", "sub", "azp", "oaud", "email"] }];

/** The form of a case of the truth tables: policies, a question, the answer, and the page of AWS that gives it. */
import type { Home } from "../../../../policies/iam/evaluation";
import type { PropertyMap } from "../../../../policies/properties";

const IAM = "https://docs.aws.amazon.com/IAM/latest/UserGuide";

/** The pages that the answers come from. */
export const PAGES = {
  logic: `${IAM}/reference_policies_evaluation-logic.html`,
  boundaries: `${IAM}/access_policies_boundaries.html`,
  action: `${IAM}/reference_policies_elements_action.html`,
  notAction: `${IAM}/reference_policies_elements_notaction.html`,
  resource: `${IAM}/reference_policies_elements_resource.html`,
  notResource: `${IAM}/reference_policies_elements_notresource.html`,
  principal: `${IAM}/reference_policies_elements_principal.html`,
  notPrincipal: `${IAM}/reference_policies_elements_notprincipal.html`,
  operators: `${IAM}/reference_policies_elements_condition_operators.html`,
  condition: `${IAM}/reference_policies_elements_condition.html`,
  multiple: `${IAM}/reference_policies_condition-logic-multiple-context-keys-or-values.html`,
  sets: `${IAM}/reference_policies_condition-single-vs-multi-valued-context-keys.html`,
  keys: `${IAM}/reference_policies_condition-keys.html`,
  variables: `${IAM}/reference_policies_variables.html`,
  deputy: `${IAM}/confused-deputy.html`,
  oidc: `${IAM}/id_roles_create_for-idp_oidc.html`,
  shared: `${IAM}/id_roles_providers_oidc_secure-by-default.html`,
  saml: `${IAM}/id_roles_create_for-idp_saml.html`,
  federationKeys: `${IAM}/reference_policies_iam-condition-keys.html`,
  irsa: "https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html",
  podIdentity: "https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html",
  cognito: "https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html",
  publicBuckets: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html",
  originAccess:
    "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html",
  accessPoints: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html",
  kmsKeys: "https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html",
} as const;

type Page = (typeof PAGES)[keyof typeof PAGES];

/** Whom a resource policy or a trust policy lets in: nobody but whom it names, whoever is in some networks, or strangers. */
export type Strangers = "nobody" | "whoever is in the networks" | "strangers";

export type TruthCase = {
  /** What is special about it, in words. */
  readonly title: string;
  readonly page: Page;
} & (
  | { readonly everyAction: readonly string[]; readonly expected: boolean }
  /** The services of which the patterns are every action. */
  | { readonly wholeServices: readonly string[]; readonly expected: readonly string[] }
  | { readonly everyResource: readonly string[]; readonly expected: boolean }
  | {
      readonly policy: readonly PropertyMap[];
      readonly call: {
        readonly action: string;
        readonly resource?: string;
        readonly context?: Readonly<Record<string, string | null>>;
      };
      readonly limits?: readonly (readonly PropertyMap[])[];
      readonly expected: boolean;
    }
  /** Whether the call is allowed on everything that the resource's pattern takes in, but for what Denies name. */
  | {
      readonly policy: readonly PropertyMap[];
      readonly everywhere: { readonly action: string; readonly resource: string };
      readonly expected: boolean;
    }
  | { readonly policy: readonly PropertyMap[]; readonly home?: Home; readonly expected: Strangers }
);

export const ACCOUNT = "111122223333";
export const ORGANIZATION = "o-a1b2c3d4e5";
export const ROLE = `arn:aws:iam::${ACCOUNT}:role/reader`;

/** A statement of an identity policy. */
export function allows(Action: PropertyMap[string], Resource: PropertyMap[string] = "*", more: PropertyMap = {}) {
  return { Effect: "Allow", Action, Resource, ...more } satisfies PropertyMap;
}

export function denies(Action: PropertyMap[string], Resource: PropertyMap[string] = "*", more: PropertyMap = {}) {
  return { Effect: "Deny", Action, Resource, ...more } satisfies PropertyMap;
}

/** A statement of a bucket's policy that lets the principal read. */
export function lets(Principal: PropertyMap[string], Condition?: PropertyMap, more: PropertyMap = {}): PropertyMap {
  return {
    Effect: "Allow",
    Principal,
    Action: "s3:GetObject",
    Resource: "arn:aws:s3:::evidence/*",
    ...(Condition === undefined ? {} : { Condition }),
    ...more,
  };
}

/** The types of policies that AWS Organizations attaches, as far as this project writes any. */
import type { Source } from "../source";

export const SOURCES: readonly Source[] = [
  {
    page: "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html",
    readOn: "2026-11-26",
    secondary:
      "the sizes as AWS::Organizations::Policy lists them, and for service control policies the announcement of 2026-05-15 as https://cevo.com.au/post/aws-scp-limits-landing-zone-review/ tells it: 10,240 characters and ten attached, where 5,120 and five were before",
  },
  {
    page: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-organizations-policy.html",
    readOn: "2026-11-26",
  },
  { page: "https://docs.aws.amazon.com/organizations/latest/APIReference/API_CreatePolicy.html", readOn: "2026-11-26" },
];

/** What AWS Organizations asks of the policies of a type. */
export interface OrganizationPolicyType {
  /** As AWS's pages write it. */
  readonly title: string;
  /** The longest document, in characters, white space included. Absent where no page that was at hand says it. */
  readonly maximumCharacters?: number;
}

/** By the name that AWS's API and the provider have for the type. */
export const ORGANIZATION_POLICY_TYPES = {
  SERVICE_CONTROL_POLICY: { title: "service control policy", maximumCharacters: 10_240 },
  RESOURCE_CONTROL_POLICY: { title: "resource control policy", maximumCharacters: 5_120 },
  DECLARATIVE_POLICY_EC2: { title: "declarative policy for EC2", maximumCharacters: 10_000 },
  S3_POLICY: { title: "Amazon S3 policy" },
  AISERVICES_OPT_OUT_POLICY: { title: "AI services opt-out policy", maximumCharacters: 2_500 },
  BEDROCK_POLICY: { title: "Amazon Bedrock policy", maximumCharacters: 10_000 },
} as const satisfies Readonly<Record<string, OrganizationPolicyType>>;

export type OrganizationPolicyTypeName = keyof typeof ORGANIZATION_POLICY_TYPES;

/** How many service control policies a root, an organizational unit or an account takes, `FullAWSAccess` among them. */
export const MAXIMUM_SERVICE_CONTROL_POLICIES = 10;

/** The ids of roots, organizational units and accounts, to which policies are attached. */
export const TARGET_FORM = /^(r-[0-9a-z]{4,32}|ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}|\d{12})$/;

/** The id of an organization. */
export const ORGANIZATION_ID_FORM = /^o-[a-z0-9]{10,32}$/;

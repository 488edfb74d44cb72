/** What an organization decides about the governance of AI in its accounts, and which decisions cannot be. */
import { GLOBAL_INFERENCE_REGION } from "../../../facts/organizations/global-services";
import { ORGANIZATION_ID_FORM } from "../../../facts/organizations/policy-types";
import { REGION_FORM } from "../../../facts/regions";

/** Where the evidence is that is kept from everybody but those exempted: ARN patterns, each part but the service's with wildcards. */
export interface EvidencePlaces {
  /** @default - every trail */
  readonly trails?: readonly string[];
  /** @default - buckets whose names begin with baseline- */
  readonly buckets?: readonly string[];
  /** Without the `:*` at the end that some actions ask for. @default - the log groups that the baseline makes */
  readonly logGroups?: readonly string[];
  /** Aliases of keys, with `alias/`: an alias tells a key, whose ARN holds an id that AWS makes up. @default - ["alias/baseline-*"] */
  readonly keyAliases?: readonly string[];
}

/** What the documents are made of. */
export interface OrganizationGovernance {
  /** The regions in which the accounts may work. */
  readonly governedRegions: readonly string[];
  /**
   * Regions to which Bedrock may route an invocation besides: the destinations of an inference profile, or `unspecified` for
   * global profiles. @default - none, so that profiles that lead out of the governed regions are refused
   */
  readonly inferenceRegions?: readonly string[];
  /**
   * The models that may be invoked: ids of foundation models (`anthropic.claude-*`, without the prefix of an inference profile) or
   * ARNs of other models, with wildcards. @default "any": which models it approves is the organization's decision, which no
   * default can take
   */
  readonly approvedModels?: readonly string[] | "any";
  /**
   * Whether the endpoint `bedrock-mantle` is refused, whose calls no invocation log holds, or allowed where the trail records
   * them as data events. @default "refuse"
   */
  readonly mantle?: "refuse" | "allow";
  /** ARN patterns of the roles that deploy the baseline. Nobody but exempted principals may change roles of these names. */
  readonly deployers: readonly string[];
  /** ARNs of those who may lift masking, take away keys and delete evidence in an emergency. @default - nobody */
  readonly breakGlassPrincipals?: readonly string[];
  /** Where the evidence lies. @default - every trail, and the buckets, log groups and keys that have names of the baseline */
  readonly evidence?: EvidencePlaces;
  /** The organization's id, for resource control policies. @default - none is written */
  readonly organizationId?: string;
  /** Accounts outside the organization whose principals may read evidence all the same. @default - none */
  readonly trustedAccounts?: readonly string[];
  /**
   * The version of a guardrail that every invocation passes, by region: the ARN of a guardrail of the management account,
   * followed by `:VERSION`. @default - none is enforced
   */
  readonly guardrails?: Readonly<Record<string, string>>;
}

/** A decision that cannot be. */
export interface GovernanceMistake {
  readonly option: keyof OrganizationGovernance;
  readonly got: unknown;
  readonly allowed: string;
  readonly fix: string;
}

const ROLE_OR_USER = /^arn:[\w*-]+:iam::[\d*?]{1,12}:(role|user)\/[\w+=,.@/*?-]+$/;
const MODEL = /^(arn:[\w*-]+:bedrock:[^:]*:[\d*]*:[\w-]+\/\S+|[a-z0-9*][\w.:*?-]*)$/;
const GUARDRAIL_VERSION = /^arn:[\w-]+:bedrock:(?<region>[a-z0-9-]+):\d{12}:guardrail\/[a-z0-9]+:[1-9]\d*$/;

/** Everything that is wrong with the decisions, in the order of the options; none where nothing is. */
export function mistakesIn(governance: OrganizationGovernance): readonly GovernanceMistake[] {
  const {
    governedRegions,
    inferenceRegions = [],
    approvedModels = "any",
    deployers,
    breakGlassPrincipals = [],
    organizationId,
    trustedAccounts = [],
    guardrails = {},
  } = governance;
  const regions = "names of AWS regions, at least one";
  return [
    ...mistake("governedRegions", governedRegions, areAll(governedRegions, REGION_FORM) && governedRegions.length > 0, {
      allowed: regions,
      fix: "Name the regions in which the accounts may work.",
    }),
    ...mistake(
      "inferenceRegions",
      inferenceRegions,
      areAll(
        inferenceRegions.filter((region) => region !== GLOBAL_INFERENCE_REGION),
        REGION_FORM,
      ),
      {
        allowed: `names of AWS regions, or "${GLOBAL_INFERENCE_REGION}" for global inference profiles`,
        fix: "Name the destination regions of the inference profiles.",
      },
    ),
    ...mistake(
      "approvedModels",
      approvedModels,
      approvedModels === "any" || (approvedModels.length > 0 && areAll(approvedModels, MODEL)),
      {
        allowed: '"any", or ids of foundation models and ARNs of other models, at least one',
        fix: "Name the approved models, such as anthropic.claude-*, without the prefix of an inference profile.",
      },
    ),
    ...mistake("deployers", deployers, deployers.length > 0 && areAll(deployers, ROLE_OR_USER), {
      allowed: "ARNs of IAM roles and users, with wildcards, at least one",
      fix: "Name the roles that deploy the baseline: without any, nobody could change it.",
    }),
    ...mistake("breakGlassPrincipals", breakGlassPrincipals, areAll(breakGlassPrincipals, ROLE_OR_USER), {
      allowed: "ARNs of IAM roles and users, with wildcards",
      fix: "Name the principals for emergencies.",
    }),
    ...mistake(
      "organizationId",
      organizationId,
      organizationId === undefined || ORGANIZATION_ID_FORM.test(organizationId),
      {
        allowed: "the id of an organization, such as o-a1b2c3d4e5",
        fix: "Copy it from the AWS Organizations console.",
      },
    ),
    ...mistake("trustedAccounts", trustedAccounts, areAll(trustedAccounts, /^\d{12}$/), {
      allowed: "ids of accounts, 12 digits each",
      fix: "Name the accounts outside the organization that read evidence.",
    }),
    ...mistake(
      "guardrails",
      guardrails,
      Object.entries(guardrails).every(([region, arn]) => GUARDRAIL_VERSION.exec(arn)?.groups?.["region"] === region),
      {
        allowed: "by region the ARN of a guardrail in that region, followed by : and the number of a version",
        fix: "Give the version: a draft cannot be enforced.",
      },
    ),
  ];
}

function areAll(values: readonly string[], form: RegExp): boolean {
  return values.every((value) => form.test(value));
}

function mistake(
  option: keyof OrganizationGovernance,
  got: unknown,
  isGood: boolean,
  told: Pick<GovernanceMistake, "allowed" | "fix">,
): readonly GovernanceMistake[] {
  return isGood ? [] : [{ option, got, ...told }];
}

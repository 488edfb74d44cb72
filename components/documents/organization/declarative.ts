/**
 * Policies by which the organization sets what accounts cannot change: instances and images of EC2, public access to S3, the use of
 * content by AI services, guardrails of Bedrock.
 *
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_inheritance_mgmt.html
 */

/** A value that is assigned. */
interface Assigned {
  readonly "@@assign": string | readonly string[];
  readonly "@@operators_allowed_for_child_policies"?: readonly ["@@none"];
}

/** A document of these types: names all the way down to what is assigned. */
export interface DeclarativePolicy {
  readonly [name: string]: DeclarativePolicy | Assigned | readonly string[];
}

/** No policy of a unit or an account below changes it. */
const FINAL = { "@@operators_allowed_for_child_policies": ["@@none"] } as const;

function final(value: string): Assigned {
  return { "@@assign": value, ...FINAL };
}

/**
 * No public images and snapshots, no serial console, and session tokens for instance metadata by default. Hosts of AI workloads
 * hold training data and credentials for models. Two hops let a container through.
 *
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_declarative_syntax.html
 */
export function hardenInstances(): DeclarativePolicy {
  return {
    ec2_attributes: {
      exception_message: {
        "@@assign": "The organization's AI governance decides this. Ask whoever manages the organization.",
      },
      image_block_public_access: { state: final("block_new_sharing") },
      snapshot_block_public_access: { state: final("block_all_sharing") },
      serial_console_access: { status: final("disabled") },
      instance_metadata_defaults: {
        http_tokens: final("required"),
        http_put_response_hop_limit: final("2"),
        http_endpoint: final("enabled"),
        instance_metadata_tags: final("no_preference"),
      },
    },
  };
}

/**
 * No bucket of any account is public.
 *
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_s3_syntax.html
 */
export function blockPublicBuckets(): DeclarativePolicy {
  return { s3_attributes: { public_access_block_configuration: { "@@assign": "all" } } };
}

/**
 * No AI service keeps or uses content to improve itself, also none that is to come, and no unit or account decides otherwise.
 *
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_ai-opt-out_syntax.html
 */
export function optOutOfContentUse(): DeclarativePolicy {
  return { services: { ...FINAL, default: { ...FINAL, opt_out_policy: final("optOut") } } };
}

/**
 * Every invocation of every model passes the region's guardrail, whole prompts included, whatever a caller tags.
 *
 * @param guardrails by region, as `OrganizationGovernance` has them
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_bedrock_syntax.html
 */
export function enforceGuardrails(guardrails: Readonly<Record<string, string>>): DeclarativePolicy {
  const ofRegion = (identifier: string): DeclarativePolicy => ({
    config_1: {
      identifier: { "@@assign": identifier },
      selective_content_guarding: {
        system: { "@@assign": "comprehensive" },
        messages: { "@@assign": "comprehensive" },
      },
      model_enforcement: { included_models: { "@@assign": ["ALL"] } },
    },
  });
  return {
    bedrock: {
      guardrail_inference: Object.fromEntries(
        Object.entries(guardrails).map(([region, identifier]) => [region, ofRegion(identifier)]),
      ),
    },
  };
}

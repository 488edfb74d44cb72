/** The policies by which an organization governs AI in its accounts, for its management account or a delegated administrator. */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { TARGET_FORM } from "../../facts/organizations/policy-types";
import { componentType, type Scope, scopeOf } from "../base/component";
import type { EvidenceProtection } from "../base/evidence-protection";
import { matching, OptionError, optionOf, validated } from "../base/options";
import { mistakesIn, type OrganizationGovernance } from "../documents/organization/governance";
import {
  exceededLimit,
  type OrganizationPolicy,
  type OrganizationPolicyKind,
  organizationPolicies,
} from "../documents/organization/policies";

/** Options of {@link OrganizationPolicies}. */
export interface OrganizationPoliciesArgs extends OrganizationGovernance, Pick<EvidenceProtection, "protect"> {
  /**
   * Where the policies are attached: the ids of roots, organizational units and accounts, each under a name of its own, which the
   * attachments are named by. Service and resource control policies do not bind the management account.
   */
  readonly targets: Readonly<Record<string, pulumi.Input<string>>>;
  /** The policies to make. @default - all that the other options need */
  readonly kinds?: readonly OrganizationPolicyKind[];
}

/**
 * Policies of AWS Organizations, each attached to every target: control policies that keep evidence, masking, regions, models and
 * the endpoint `bedrock-mantle`, and declarative ones. The types of policies have to be enabled in the organization.
 *
 * @throws {OptionError} when an option has a mistake or would be ignored, a target is none, or a document is longer than AWS takes it
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies.html
 */
export class OrganizationPolicies extends pulumi.ComponentResource {
  /** The policies' ids, by kind. */
  readonly policyIds: Readonly<Partial<Record<OrganizationPolicyKind, pulumi.Output<string>>>>;

  constructor(name: string, args: OrganizationPoliciesArgs, opts?: pulumi.ComponentResourceOptions) {
    const { policies, targets, protect } = resolveOrganizationPolicies(name, args);
    super(componentType("OrganizationPolicies"), name, {}, opts);
    const scope = scopeOf(this, name, { protect });

    const made = policies.map((policy) => [policy.kind, createPolicy(scope, policy, targets).id] as const);

    this.policyIds = Object.fromEntries(made);
    this.registerOutputs({ policyIds: this.policyIds });
  }
}

/** The options of {@link OrganizationPolicies}, resolved. */
export interface OrganizationPoliciesOptions {
  readonly policies: readonly OrganizationPolicy[];
  readonly targets: Readonly<Record<string, pulumi.Input<string>>>;
  readonly protect: boolean | undefined;
}

const targetId = matching(
  TARGET_FORM,
  "the id of a root (r-...), an organizational unit (ou-...) or an account (12 digits)",
  "Copy it from the AWS Organizations console.",
);

/** @throws {OptionError} as {@link OrganizationPolicies} does */
export function resolveOrganizationPolicies(name: string, args: OrganizationPoliciesArgs): OrganizationPoliciesOptions {
  const option = optionOf("OrganizationPolicies", name);
  const [mistake] = mistakesIn(args);
  if (mistake !== undefined) {
    throw new OptionError({ ...mistake, path: option(mistake.option) });
  }
  return {
    policies: policiesOf(args, option),
    targets: targetsOf(args, option),
    protect: args.protect,
  };
}

function policiesOf(args: OrganizationPoliciesArgs, option: (name: string) => string): readonly OrganizationPolicy[] {
  const { policies, leftOut } = organizationPolicies(args, args.kinds);
  const [ignored] = args.kinds === undefined ? [] : leftOut;
  if (ignored !== undefined) {
    throw new OptionError({
      path: option("kinds"),
      got: args.kinds,
      allowed: `kinds that the other options need, and not ${ignored.kind}: ${ignored.reason}`,
      fix: `Remove ${ignored.kind}, or give the option.`,
    });
  }
  for (const policy of policies) {
    const limit = exceededLimit(policy);
    if (limit !== undefined) {
      throw new OptionError({
        path: option("kinds"),
        got: `a policy ${policy.kind} of ${policy.content.length} characters`,
        allowed: `${limit} characters, which AWS Organizations takes of a ${policy.type}`,
        fix: "Name fewer principals, models, buckets or log groups, or several of them by one pattern.",
      });
    }
  }
  return policies;
}

function targetsOf(
  { targets }: OrganizationPoliciesArgs,
  option: (name: string) => string,
): Readonly<Record<string, pulumi.Input<string>>> {
  if (Object.keys(targets).length === 0) {
    throw new OptionError({
      path: option("targets"),
      got: targets,
      allowed: "at least one target: a policy that is attached nowhere binds nobody",
      fix: "Name the root, the organizational units or the accounts.",
    });
  }
  return Object.fromEntries(
    Object.entries(targets).map(([label, id]) => [label, validated(id, option(`targets.${label}`), targetId)]),
  );
}

function createPolicy(
  scope: Scope,
  { kind, type, description, content }: OrganizationPolicy,
  targets: Readonly<Record<string, pulumi.Input<string>>>,
): aws.organizations.Policy {
  const name = scope.child(kind);
  const policy = new aws.organizations.Policy(name, { name, type, description, content }, scope.evidence);
  for (const [label, targetId] of Object.entries(targets)) {
    new aws.organizations.PolicyAttachment(`${name}-${label}`, { policyId: policy.id, targetId }, scope.evidence);
  }
  return policy;
}

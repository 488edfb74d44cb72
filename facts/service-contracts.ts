/**
 * Who delivers what where, and with which condition keys: the measure of every grant to an AWS service.
 *
 * The pages were read in public copies of AWS's documentation, taken between April and October 2026.
 */
import { RESOURCE_GRANTS, SOURCES as GRANT_SOURCES } from "./contracts/resource-grants";
import { ROLE_TRUSTS, SOURCES as TRUST_SOURCES } from "./contracts/role-trusts";
import type { PolicyKind, ServiceContract } from "./contracts/service-contract";
import { REGION_FORM } from "./regions";
import type { Source } from "./source";

export type { PolicyKind, ServiceContract, TrustBinding } from "./contracts/service-contract";

export const SOURCES: readonly Source[] = [...GRANT_SOURCES, ...TRUST_SOURCES];

/** Every contract. */
export const SERVICE_CONTRACTS: readonly ServiceContract[] = [...RESOURCE_GRANTS, ...ROLE_TRUSTS];

/**
 * The contracts of a service on one kind of policy; none when the service is unknown or does nothing of the kind.
 *
 * @param principal a service principal in any partition and region, such as `logs.cn-north-1.amazonaws.com.cn`
 */
export function contractsOf(principal: string, on: PolicyKind): readonly ServiceContract[] {
  return SERVICE_CONTRACTS.filter((contract) => contract.on === on && isPrincipalOf(contract, principal));
}

/** Whether the contract has every one of the actions, each as a policy writes it: in any case, with `*` at the end or not. */
export function coversActions({ actions }: ServiceContract, asked: readonly string[]): boolean {
  return asked.every((action) => actions.some((allowed) => covers(allowed.toLowerCase(), action.toLowerCase())));
}

function covers(allowed: string, asked: string): boolean {
  return allowed.endsWith("*") ? asked.startsWith(allowed.slice(0, -1)) : asked === allowed;
}

/**
 * Whether the trust policy of a role that the service assumes may carry `aws:SourceArn` or `aws:SourceAccount`: no when one
 * of its contracts says that they are not supported, yes when at least one says that they are, unknown otherwise.
 *
 * @param principal a service principal in any partition
 */
export function isTrustBindable(principal: string): boolean | undefined {
  const bindings = contractsOf(principal, "role-trust").map(({ trustBinding }) => trustBinding);
  if (bindings.includes("not-supported")) {
    return false;
  }
  return bindings.includes("supported") ? true : undefined;
}

/** The services that assume roles whose trust policies cannot carry `aws:SourceArn` or `aws:SourceAccount`. */
export const UNBINDABLE_PRINCIPALS: readonly string[] = [
  ...new Set(
    SERVICE_CONTRACTS.filter(({ trustBinding }) => trustBinding === "not-supported").map(({ principal }) => principal),
  ),
];

function isPrincipalOf(contract: ServiceContract, principal: string): boolean {
  const [before = "", after] = contract.principal.replace("{suffix}", "amazonaws.com").split("{region}");
  // China writes some principals with its own domain and some without.
  const asked = principal.toLowerCase().replace(/\.amazonaws\.com\.cn$/, ".amazonaws.com");
  return after === undefined
    ? asked === before
    : asked.startsWith(before) && asked.endsWith(after) && REGION_FORM.test(asked.slice(before.length, -after.length));
}

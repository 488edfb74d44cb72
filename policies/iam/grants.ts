/** What every resource policy is asked: whom it lets in, for whom a service may act, and whether it says what it means. */
import type { Requirement } from "../requirements";
import { type Result, exempt, fail, pass } from "../result";
import { contractsOf, coversActions, type PolicyKind } from "../../facts/service-contracts";
import { isForServicesAlone, isNarrowedBy, strangersIn } from "./evaluation";
import { issuerOf, openClaims } from "./federation";
import { broadActions } from "./permissions";
import { type Statement, servicesOf } from "./policy-document";
import { eachStatement } from "./statements";

/**
 * No Allow reaches strangers, but for those for whom a service that it names acts. Whoever comes from networks that the policy
 * names is let in on its word, which every report shows: a network is no identity, and no stranger either.
 */
export const isNotPublic: Requirement = (properties, property) =>
  eachStatement(properties, property, (statement, label, all): Result => {
    const strangers = strangersIn(statement, all).filter(({ principal }) => principal?.kind !== "Service");
    const reached = strangers.filter(({ fromNamedNetworks }) => !fromNamedNetworks);
    const [first] = reached;
    const federated = reached.flatMap(({ kind, principal }) =>
      kind === "federated" && principal ? [principal.id] : [],
    );
    if (first === undefined) {
      return strangers.length === 0
        ? pass
        : exempt(
            property,
            `allows everyone who comes from the networks that ${label} names; name the principals as well`,
          );
    }
    return reached.some(({ kind }) => kind !== "federated")
      ? fail(property, `allows everyone in ${label}; name the principals or add a condition that binds them`)
      : fail(
          property,
          `allows whomever ${federated.map(providerName).join(", ")} gives a token in ${label}; ` +
            `add a condition that names who is meant, on ${missingClaims(federated, statement)}`,
        );
  });

function providerName(federated: string): string {
  return issuerOf(federated) ?? federated;
}

function missingClaims(federated: readonly string[], statement: Statement): string {
  return federated
    .flatMap((id) => openClaims(issuerOf(id) ?? "", statement.conditions).map((keys) => keys.join(" or ")))
    .join(" and on ");
}

/**
 * Every Allow to a service is bound to whom the service acts for, but for services that cannot be bound. Where no page of
 * AWS says that a service sends a key, a condition that holds only for calls with the key is enough: any other might stop it.
 */
export function bindsServices({
  kind,
  unbindable = [],
}: {
  /** What the policy is attached to, which tells the service's contract. @default - every service is known to send a key */
  readonly kind?: PolicyKind | undefined;
  /** Service principals, as named in the aws partition. */
  readonly unbindable?: readonly string[];
} = {}): Requirement {
  return (properties, property) =>
    eachStatement(properties, property, (statement, label, all): Result => {
      const services = strangersIn(statement, all)
        .flatMap(({ principal }) => (principal?.kind === "Service" ? [principal.id.toLowerCase()] : []))
        .filter(
          (service) =>
            !unbindable.includes(inAnyPartition(service)) &&
            !isNarrowedBy(statement, unprovenKeys(service, statement, kind)) &&
            !(kind === "role-trust" && isBoundByExternalId(service, statement)),
        );
      return services.length > 0
        ? fail(property, `allows ${services.join(", ")} without a condition in ${label}; add one that binds the source`)
        : pass;
    });
}

/** The keys, in lower case, of which no page says whether the service sends them with the statement's actions. */
function unprovenKeys(service: string, { actions }: Statement, kind: PolicyKind | undefined): readonly string[] {
  return (kind === undefined ? [] : contractsOf(service, kind))
    .filter((contract) => coversActions(contract, actions))
    .flatMap((contract) => contract.unprovenKeys ?? [])
    .map((key) => key.toLowerCase());
}

const EXTERNAL_ID = "sts:ExternalId";

/** Whether the service says as the external ID for which account it acts, and the statement names accounts by it. */
function isBoundByExternalId(service: string, { conditions }: Statement): boolean {
  return (
    contractsOf(service, "role-trust").some(({ conditionKeys }) => conditionKeys.includes(EXTERNAL_ID)) &&
    conditions.some(
      ({ operator, key, values }) =>
        operator === "stringequals" &&
        key === EXTERNAL_ID.toLowerCase() &&
        values.every((value) => /^\d{12}$/.test(value)),
    )
  );
}

/** The China partition's service principals end in its own domain. */
function inAnyPartition(service: string): string {
  return service.replace(/\.amazonaws\.com\.cn$/, ".amazonaws.com");
}

/**
 * An Allow that a source binds is meant for a service: it names the service, since only services send a source, and an
 * Allow for a service names what it may do.
 */
export const namesServices: Requirement = (properties, property) =>
  eachStatement(properties, property, (statement, label): Result => {
    if (statement.effect !== "Allow") {
      return pass;
    }
    if (isForServicesAlone(statement)) {
      return fail(property, `allows every service in ${label}; name the one that is meant`);
    }
    const services = servicesOf(statement);
    const broad = broadActions(statement);
    return services.length > 0 && broad.length > 0
      ? fail(property, `allows ${services.join(", ")} to call ${broad.join(", ")} in ${label}; name the actions`)
      : pass;
  });

/** What every resource policy is asked: whom it lets in, for whom a service may act, and whether it says what it means. */
import type { Requirement } from "../requirements";
import { type Result, fail, pass } from "../result";
import { contractsOf, coversActions, type PolicyKind } from "../../facts/service-contracts";
import { CALLER_KEYS, SOURCE_KEYS, isBoundBy, isNarrowedBy } from "./conditions";
import { broadActions } from "./permissions";
import { type Statement, isEveryone, servicesOf } from "./policy-document";
import { eachStatement } from "./statements";

/** No Allow reaches everyone, unless a condition on one of the keys says who that is. */
export function isNotPublic(keys: readonly string[]): Requirement {
  return (properties, property) =>
    eachStatement(properties, property, (statement, label) =>
      letsInEveryone(statement) && !isBoundBy(statement, keys)
        ? fail(property, `allows everyone in ${label}; name the principals or add a condition that binds them`)
        : pass,
    );
}

/** An Allow with NotPrincipal lets in everyone but those it names. */
function letsInEveryone({ effect, principals, notPrincipals }: Statement): boolean {
  return effect === "Allow" && (principals.some(isEveryone) || notPrincipals.length > 0);
}

/**
 * Every Allow to a service is bound by a condition on one of the keys, but for services that cannot be bound. Where no page of
 * AWS says that a service sends a key, a condition that holds only for calls with the key is enough: any other might stop it.
 */
export function bindsServices({
  keys = SOURCE_KEYS,
  kind,
  unbindable = [],
}: {
  readonly keys?: readonly string[];
  /** What the policy is attached to, which tells the service's contract. @default - every service is known to send a key */
  readonly kind?: PolicyKind | undefined;
  /** Service principals, as named in the aws partition. */
  readonly unbindable?: readonly string[];
} = {}): Requirement {
  return (properties, property) =>
    eachStatement(properties, property, (statement, label): Result => {
      const services = statement.effect === "Allow" ? servicesOf(statement) : [];
      const bindable = services.filter(
        (service) =>
          !unbindable.includes(inAnyPartition(service)) &&
          !isNarrowedBy(statement, unprovenKeys(service, statement, kind)),
      );
      return bindable.length > 0 && !isBoundBy(statement, keys)
        ? fail(property, `allows ${bindable.join(", ")} without a condition in ${label}; add one that binds the source`)
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

/** The China partition's service principals end in its own domain. */
function inAnyPartition(service: string): string {
  return service.replace(/\.amazonaws\.com\.cn$/, ".amazonaws.com");
}

const PRINCIPAL_KEYS = CALLER_KEYS.filter((key) => !SOURCE_KEYS.some((source) => source === key));

/**
 * An Allow that a source binds is meant for a service: it names the service, since only services send a source, and an
 * Allow for a service names what it may do.
 */
export const namesServices: Requirement = (properties, property) =>
  eachStatement(properties, property, (statement, label): Result => {
    if (statement.effect !== "Allow") {
      return pass;
    }
    if (isForAnyService(statement)) {
      return fail(property, `allows every service in ${label}; name the one that is meant`);
    }
    const services = servicesOf(statement);
    const broad = broadActions(statement);
    return services.length > 0 && broad.length > 0
      ? fail(property, `allows ${services.join(", ")} to call ${broad.join(", ")} in ${label}; name the actions`)
      : pass;
  });

function isForAnyService(statement: Statement): boolean {
  return (
    statement.principals.some(isEveryone) && isBoundBy(statement, SOURCE_KEYS) && !isBoundBy(statement, PRINCIPAL_KEYS)
  );
}

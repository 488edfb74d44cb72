/** What every resource policy is asked: whom it lets in, for whom a service may act, and whether it says what it means. */
import type { Requirement } from "../requirements";
import { type Result, fail, pass } from "../result";
import { CALLER_KEYS, SOURCE_KEYS, isBoundBy } from "./conditions";
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

/** Every Allow to a service is bound by a condition on one of the keys, but for services that cannot be bound. */
export function bindsServices({
  keys = SOURCE_KEYS,
  unbindable = [],
}: {
  readonly keys?: readonly string[];
  /** Service principals, as named in the aws partition. */
  readonly unbindable?: readonly string[];
} = {}): Requirement {
  return (properties, property) =>
    eachStatement(properties, property, (statement, label): Result => {
      const services = statement.effect === "Allow" ? servicesOf(statement) : [];
      const bindable = services.filter((service) => !unbindable.includes(inAnyPartition(service)));
      return bindable.length > 0 && !isBoundBy(statement, keys)
        ? fail(property, `allows ${bindable.join(", ")} without a condition in ${label}; add one that binds the source`)
        : pass;
    });
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

/** The two questions that every resource policy is asked: whom it lets in, and whether a service is let in for its owner only. */
import { type Statement, isEveryone, servicesOf } from "../documents";
import { type Judgement, type Judgements, fail, pass } from "../judgement";
import type { PropertyMap } from "../properties";
import { isBoundBy } from "./bindings";
import { judgeStatements } from "./statements";

/** Condition keys that tie a service's call to one account, organization or resource (AWS: confused deputy). */
export const SOURCE_KEYS = ["aws:sourcearn", "aws:sourceaccount", "aws:sourceorgid", "aws:sourceorgpaths"] as const;

/** Condition keys that tie a call to an account, an organization or a network. */
export const CALLER_KEYS = [
  ...SOURCE_KEYS,
  "aws:principalaccount",
  "aws:principalarn",
  "aws:principalorgid",
  "aws:principalorgpaths",
  "aws:sourcevpc",
  "aws:sourcevpce",
] as const;

/** No Allow may reach everyone, unless a condition on one of the keys says who that is. */
export function mustNotBePublic(properties: PropertyMap, property: string, keys: readonly string[]): Judgements {
  return judgeStatements(properties, property, (statement, label) =>
    letsInEveryone(statement) && !isBoundBy(statement, keys)
      ? fail(property, `lets in everyone by ${label}; it must name principals or bind them by a condition`)
      : pass,
  );
}

/** An Allow with NotPrincipal lets in everyone but those it names. */
function letsInEveryone({ effect, principals, notPrincipals }: Statement): boolean {
  return effect === "Allow" && (principals.some(isEveryone) || notPrincipals.length > 0);
}

/** Every Allow to a service must be bound by a condition on one of the keys, but for services that are excused. */
export function mustBindServices(
  properties: PropertyMap,
  property: string,
  {
    keys = SOURCE_KEYS,
    excused = [],
  }: { readonly keys?: readonly string[]; readonly excused?: readonly string[] } = {},
): Judgements {
  return judgeStatements(properties, property, (statement, label): Judgement => {
    const services = statement.effect === "Allow" ? servicesOf(statement) : [];
    const judged = services.filter((service) => !excused.includes(inAnyPartition(service)));
    return judged.length > 0 && !isBoundBy(statement, keys)
      ? fail(property, `lets in ${judged.join(", ")} unbound by ${label}; it must bind the grant by a condition`)
      : pass;
  });
}

/** The China partition's service principals end in its own domain. */
function inAnyPartition(service: string): string {
  return service.replace(/\.amazonaws\.com\.cn$/, ".amazonaws.com");
}

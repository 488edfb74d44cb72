/** Which actions and resources statements take in: whether they are everything, and whether Denies cover what an Allow gives. */
import type { Truth } from "../truth";
import { hasVariable } from "./conditions";
import {
  ANY_ACTION,
  ANY_TEXT,
  type Domain,
  actionsOf,
  anythingAfter,
  coverDomain,
  objectsAfter,
  someText,
} from "./pattern-sets";
import { type Statement, wildcard } from "./policy-document";

/** The patterns by which the statement says its actions. */
export function actionPatterns({ actions, notActions }: Statement): readonly string[] {
  return actions.length > 0 ? actions : notActions;
}

/** Whether the statement takes in an action, told from which of its patterns the action matches. */
export function takesAction({ actions, notActions }: Statement, matches: (pattern: string) => boolean): boolean {
  return actions.length > 0 ? actions.some(matches) : notActions.length > 0 && !notActions.some(matches);
}

/** A policy variable stands for whatever the call carries: for anything in what is given, for nothing in what is taken away. */
export function resourcePatterns(statement: Statement): readonly string[] {
  return [...statement.resources, ...statement.notResources].map(asPattern);
}

export function asPattern(resource: string): string {
  return resource.replace(/\$\{[^}]*\}/g, "*");
}

/** Whether the statement takes in a resource, told from which of its patterns the resource matches. */
export function takesResource(
  { effect, resources, notResources }: Statement,
  matches: (pattern: string) => boolean,
): boolean {
  const isUncertain = (resource: string): boolean => hasVariable(resource);
  if (resources.length > 0) {
    return resources.some((resource) => !(effect === "Deny" && isUncertain(resource)) && matches(asPattern(resource)));
  }
  // A role's trust policy names no resource: it is about the role.
  return !notResources.some(
    (resource) => !(effect === "Allow" && isUncertain(resource)) && matches(asPattern(resource)),
  );
}

/** Whether the patterns of actions, in lower case, together take in every action of every service. */
export function isEveryAction(patterns: readonly string[]): boolean {
  return patterns.some((pattern) => /^\*+$/.test(pattern)) || isCovered(patterns, ANY_ACTION, "zq:zq");
}

/** Whether the patterns of actions together take in every action of the service. */
export function isWholeService(patterns: readonly string[], service: string): boolean {
  return isCovered(patterns, actionsOf(service), `${service}:zq`);
}

/** A text of the domain that no pattern matches settles it at once, as it does for most policies. */
function isCovered(patterns: readonly string[], domain: Domain, sample: string): boolean {
  return patterns.some((pattern) => wildcard(pattern, sample)) && coverDomain(patterns, domain) !== false;
}

/** The services whose every resource is asked for, where a policy names resources by wildcards alone. */
const SERVICES = ["s3", "kms", "logs", "cloudtrail", "config", "bedrock", "iam", "sts", "sns", "sqs", "lambda", "ec2"];

/** The services of which the patterns together take in every action; `*` where it is every service. */
export function wholeServices(patterns: readonly string[]): readonly string[] {
  if (isEveryAction(patterns)) {
    return ["*"];
  }
  const named = patterns
    .map((pattern) => instantiated(pattern.split(":")[0] ?? ""))
    .filter((service) => service !== "");
  return [...new Set([...named, ...SERVICES])].filter((service) => isWholeService(patterns, service));
}

/** A text that the pattern matches, and no other pattern is likely to. */
function instantiated(pattern: string): string {
  return pattern.replace(/\*/g, "").replace(/\?/g, "x");
}

/** Whether the patterns together take in every resource of some service, in some account and region at least. */
export function isEveryResource(patterns: readonly string[]): boolean {
  const asked = patterns.map(asPattern);
  if (asked.some((pattern) => /^(\*+|arn:([^:]*:){0,4}\*+)$/.test(pattern))) {
    return true;
  }
  const prefixes = new Set([
    ...asked.filter((pattern) => pattern.split(":").length > 5).map((pattern) => prefixOf(pattern)),
    ...SERVICES.map((service) => (service === "s3" ? "arn:aws:s3:::" : `arn:aws:${service}:us-east-1:111122223333:`)),
  ]);
  return [...prefixes].some(
    (prefix) =>
      isCovered(asked, anythingAfter(prefix), `${prefix}zq/zq`) ||
      (/^arn:[^:]*:s3:::$/.test(prefix) && isCovered(asked, objectsAfter(prefix), `${prefix}zq/zq`)),
  );
}

function prefixOf(pattern: string): string {
  return `${pattern.split(":").slice(0, 5).map(instantiated).join(":")}:`;
}

/** Whether a statement is about every resource. */
export function isOnEverything({ resources, notResources }: Statement): boolean {
  return resources.length > 0 ? isEveryResource(resources) : notResources.length > 0 && !isEveryResource(notResources);
}

/** Whether the Denies, whose conditions are met, together take in all that the Allow gives. */
export function coverStatement(denies: readonly Statement[], allow: Statement): boolean {
  const onAll = denies.filter((deny) => coverResources([deny], allow));
  const ofAll = denies.filter((deny) => coverActions([deny], allow));
  return (onAll.length > 0 && coverActions(onAll, allow)) || (ofAll.length > 0 && coverResources(ofAll, allow));
}

/** Whether the Denies together take in every action of the Allow. */
export function coverActions(denies: readonly Statement[], allow: Statement): boolean {
  return isNever(
    someText(
      ANY_ACTION,
      [allow, ...denies].flatMap(actionPatterns),
      (matches) => takesAction(allow, matches) && !denies.some((deny) => takesAction(deny, matches)),
    ),
  );
}

/** Whether the Denies together take in every resource of the Allow. */
function coverResources(denies: readonly Statement[], allow: Statement): boolean {
  return isNever(
    someText(
      ANY_TEXT,
      [allow, ...denies].flatMap(resourcePatterns),
      (matches) => takesResource(allow, matches) && !denies.some((deny) => takesResource(deny, matches)),
    ),
  );
}

function isNever(found: Truth): boolean {
  return found === false;
}

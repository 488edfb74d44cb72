/** Rules by which nobody but break-glass principals is allowed to take evidence away, wherever the permission stands. */
import type { TamperedResource, TamperingActions } from "../../facts/iam/evidence-tampering";
import { GIVES_PERMISSIONS, type Holder, type PermissionDocument, holdersOf } from "../iam/holders";
import { extentOf } from "../iam/conditions";
import { carriedIn, isEveryResource } from "../iam/evaluation";
import { type Condition, type Statement, includesAction, parseDocument, wildcard } from "../iam/policy-document";
import { anywhere, isOfEveryRegion, overlaps, takesIn, withoutVariables } from "../iam/resource-patterns";
import { labelOf } from "../iam/statements";
import { type Unknown, UNKNOWN, at } from "../properties";
import { type Result, fail, undecided } from "../result";
import { type RuleText, type StackRule, stackRule } from "../rule";
import { texts } from "../settings";
import { type EvidenceTarget, evidenceOf } from "../stack/evidence";
import type { Stack } from "../stack/stack";
import { type Truth, every, not, some } from "../truth";
import { matchesPattern } from "../wildcards";

type Text<Id extends string> = Omit<RuleText<Id>, "remediation" | "references"> & {
  readonly actions: TamperingActions;
  /** @default - says to leave the actions to break-glass principals */
  readonly remediation?: string;
  /** Sources besides IAM's page on least privilege. @default none */
  readonly references?: readonly string[];
  /** What to do about a grant, as the end of a message. @default "leave it to break-glass principals" */
  readonly instead?: string;
  /** Condition keys, in lower case, that name the resource in the place of the statement's Resource. @default none */
  readonly namedBy?: readonly string[];
};

const PRINCIPAL_ARN = "aws:principalarn";

const LEAST_PRIVILEGE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege";

/** No principal of the stack but those of the setting may call the actions on evidence. */
export function forbiddenPermissionsRule<const Id extends string>({
  actions,
  references = [],
  namedBy = [],
  instead = "leave it to break-glass principals",
  ...text
}: Text<Id>): StackRule<Id> {
  return stackRule(GIVES_PERMISSIONS, {
    remediation:
      "Leave the actions out of the statement, name resources that hold no evidence, or deny the actions. Name a break-glass " +
      "principal, or the role that deploys the baseline, in the rule's setting principals.",
    ...text,
    references: [LEAST_PRIVILEGE, ...references],
    property: "permissions",
    settings: {
      principals: texts({
        default: [],
        description: "Names or ARNs of the principals that may call the actions; * stands for any run of characters.",
      }),
    },
    check: (stack, { settings: { principals } }) => {
      const judged = holdersOf(stack).filter(
        ({ identities }) => !identities.some((identity) => isOneOf(identity, principals)),
      );
      return findings(
        judged.flatMap((holder) => grantsTo(stack, holder, { actions, principals, namedBy })),
        instead,
      );
    },
  });
}

interface Asked {
  readonly actions: TamperingActions;
  readonly principals: readonly string[];
  readonly namedBy: readonly string[];
}

/** Actions that a statement gives to somebody. */
interface Grant {
  readonly holder: Holder;
  readonly document: PermissionDocument;
  /** `undefined` where the document is not known. */
  readonly label: string | undefined;
  readonly given: readonly string[];
  /** Actions of which it cannot be told whether they reach evidence. */
  readonly open: readonly string[];
}

/** The statements that say what a holder is allowed and refused. */
interface Permissions {
  readonly holder: Holder;
  readonly denies: readonly Statement[];
  /** What the boundary allows at most; unknown where it has one that cannot be read here. */
  readonly limits: readonly Statement[] | Unknown | undefined;
}

function grantsTo(stack: Stack, holder: Holder, asked: Asked): readonly Grant[] {
  const parsed = holder.documents.map((document) => ({ document, content: parseDocument(document.value) }));
  const statements = parsed.flatMap(({ content }) => (content.kind === "document" ? content.statements : []));
  const permissions: Permissions = {
    holder,
    denies: statements.filter(({ effect }) => effect === "Deny"),
    limits: boundaryOf(holder),
  };
  return parsed.flatMap(({ document, content }): readonly Grant[] => {
    switch (content.kind) {
      case "document":
        return content.statements.flatMap((statement, index) => {
          const found = reachOf(stack, statement, permissions, asked);
          const of = (truth: Truth): readonly string[] =>
            found.filter((one) => one.reaches === truth).map(({ action }) => action);
          const [given, open] = [of(true), of(UNKNOWN)];
          const label = labelOf(statement, index);
          return given.length + open.length === 0 ? [] : [{ holder, document, label, given, open }];
        });
      case "absent":
        return [];
      default:
        return [{ holder, document, label: undefined, given: [], open: [] }];
    }
  });
}

/** What the holder's boundary allows at most; a managed policy of AWS, or of another stack, is not read here. */
function boundaryOf({ attachments }: Holder): readonly Statement[] | Unknown | undefined {
  const boundary = attachments.find(({ isBoundary }) => isBoundary);
  if (boundary === undefined) {
    return undefined;
  }
  const [policy] = boundary.policies;
  const content = policy === undefined ? undefined : parseDocument(at(policy.properties, "policy"));
  return content?.kind === "document" ? content.statements : UNKNOWN;
}

/** Each of the actions that the statement allows, and whether it reaches evidence. */
function reachOf(
  stack: Stack,
  statement: Statement,
  permissions: Permissions,
  { actions, principals, namedBy }: Asked,
): readonly { readonly action: string; readonly reaches: Truth }[] {
  if (statement.effect !== "Allow") {
    return [];
  }
  const holds = holdsFor(statement.conditions, principals, namedBy);
  const kinds = Object.entries(actions) as readonly (readonly [TamperedResource, readonly string[]])[]; // keys of the type
  return kinds.flatMap(([kind, names]) =>
    names
      .filter((action) => includesAction(statement, action))
      .map((action) => {
        const targets = evidenceOf(stack, kind).map((target) =>
          every([
            reaches(statement, target),
            not(isDenied(permissions, statement, action, target)),
            isWithin(permissions.limits, action, target),
          ]),
        );
        return { action, reaches: every([holds, some(targets)]) };
      }),
  );
}

/** Whether the statement's resources take in the evidence, or part of it. */
function reaches({ resources, notResources }: Statement, target: EvidenceTarget): Truth {
  if (resources.length === 0) {
    // A statement without either element is not valid, and grants nothing; with NotResource it is on all but what that names.
    return notResources.length > 0 && !notResources.some((pattern) => takesIn(anywhere(pattern), target.arn));
  }
  const one = some(resources.map((resource) => reachesBy(anywhere(withoutVariables(resource)), target)));
  return one === false && target.is === "any" ? areEveryOne(resources, target) : one;
}

/** Whether the patterns take in everything of the service when they are taken together, as one for each letter does. */
function areEveryOne(resources: readonly string[], { arn }: EvidenceTarget): boolean {
  const [, , service] = arn.split(":");
  const ofService = resources.filter((resource) => resource.split(":")[2] === service);
  return ofService.length > 1 && isEveryResource(ofService);
}

function reachesBy(pattern: string, { arn, is }: EvidenceTarget): Truth {
  if (takesIn(pattern, arn)) {
    return true;
  }
  return is !== "any" && overlaps(pattern, arn) && (is === "named" && namesHolderOf(pattern, arn) ? true : UNKNOWN);
}

/** Whether a pattern of what is in a bucket or log group names the bucket or group, and not merely what may be written there. */
function namesHolderOf(pattern: string, arn: string): boolean {
  const { holder = arn, separator = "/" } = /^(?<holder>.*?)(?<separator>:log-stream:|\/)\*$/.exec(arn)?.groups ?? {};
  const parts = pattern.split(separator);
  return parts.some((_, index) => wildcard(parts.slice(0, index + 1).join(separator), holder));
}

/** A refusal counts where it takes in all of the evidence, or all that the statement allows. */
function isDenied({ holder, denies }: Permissions, allowed: Statement, action: string, target: EvidenceTarget): Truth {
  const isAny = target.is === "any";
  const asked = [[target.arn], ...(allowed.resources.length > 0 ? [allowed.resources.map(anywhere)] : [])];
  return some(
    denies
      .filter((statement) => includesAction(statement, action))
      .filter((statement) => asked.some((wanted) => wanted.every((resource) => refuses(statement, resource, isAny))))
      .map(({ conditions }) => refusesHolder(conditions, holder)),
  );
}

/** @param isAny whether the resource stands for any of its kind, and not for all of them */
function refuses({ resources, notResources }: Statement, resource: string, isAny = false): boolean {
  const leavesOut = isAny ? takesIn : overlaps;
  const patterns = resources.filter(isOfEveryRegion).map(anywhere);
  return resources.length > 0
    ? patterns.some((pattern) => takesIn(pattern, resource))
    : notResources.length > 0 &&
        !notResources.some((pattern) => leavesOut(anywhere(withoutVariables(pattern)), resource));
}

/** Whether the refusal holds for the holder, whatever else its call carries. */
function refusesHolder(conditions: readonly Condition[], { identities }: Holder): Truth {
  const arn = identities.find((identity) => identity.startsWith("arn:"));
  if (arn !== undefined || !conditions.some(({ key }) => key === PRINCIPAL_ARN)) {
    return extentOf(conditions, carriedIn(arn === undefined ? {} : { [PRINCIPAL_ARN]: arn })) === "all";
  }
  return conditions.every(({ key }) => key === PRINCIPAL_ARN) && UNKNOWN;
}

/** Whether a boundary lets the action through at all. */
function isWithin(limits: Permissions["limits"], action: string, { arn }: EvidenceTarget): Truth {
  if (limits === undefined || limits === UNKNOWN) {
    return limits === undefined ? true : UNKNOWN;
  }
  const about = limits.filter((statement) => includesAction(statement, action));
  return (
    !about.some(
      (statement) => statement.effect === "Deny" && statement.conditions.length === 0 && refuses(statement, arn),
    ) && about.some((statement) => statement.effect === "Allow" && reaches(statement, { arn, is: "named" }) !== false)
  );
}

/** Operators under which only a call with one of the values goes through. */
const REQUIRING = ["stringequals", "stringequalsignorecase", "stringlike", "arnequals", "arnlike"];

/** Conditions on what the resource is, which no policy shows. */
const OF_RESOURCE = /^(\w+:resourcetag\/|s3:existingobjecttag\/|kms:(resource|request)alias)/;

/** Whether there is a call of somebody outside the list that the conditions let through. */
function holdsFor(conditions: readonly Condition[], principals: readonly string[], namedBy: readonly string[]): Truth {
  return every([
    extentOf(conditions, carriedIn()) !== "none",
    ...conditions
      .filter(({ operator }) => REQUIRING.includes(operator))
      .map(({ key, values }): Truth => {
        if (key === PRINCIPAL_ARN) {
          return !values.every((value) => isOneOf(value, principals));
        }
        if (namedBy.includes(key)) {
          return values.some((value) => /^(\*|arn:.*\/\*+$)/.test(value));
        }
        return OF_RESOURCE.test(key) ? UNKNOWN : true;
      }),
  ]);
}

function isOneOf(identity: string, principals: readonly string[]): boolean {
  return principals.some((pattern) => matchesPattern(pattern, identity));
}

/** One finding for each statement, which names everyone that has it. */
function findings(grants: readonly Grant[], instead: string): readonly Result[] {
  const groups = new Map<string, Grant[]>();
  for (const grant of grants) {
    const { document, label, given, open } = grant;
    const key = JSON.stringify([document.resource.urn, document.property, label, given, open]);
    groups.set(key, [...(groups.get(key) ?? []), grant]);
  }
  return [...groups.values()].flatMap((group) => findingsOf(group, instead));
}

function findingsOf(grants: readonly Grant[], instead: string): readonly Result[] {
  const [first] = grants;
  if (first === undefined) {
    return [];
  }
  const { document, label, given, open } = first;
  const { property, resource } = document;
  const about = { urn: resource.urn };
  if (label === undefined) {
    return [undecided(property, undefined, about)];
  }
  const whom = inWords(grants.map(({ holder }) => holder));
  return [
    ...(given.length === 0
      ? []
      : [fail(property, `allows ${whom} ${given.join(", ")} in ${label}; ${instead}`, about)]),
    ...(open.length === 0
      ? []
      : [
          undecided(
            property,
            `may allow ${whom} ${open.join(", ")} on evidence in ${label}; name resources that hold none`,
            about,
          ),
        ]),
  ];
}

const SHOWN = 3;

function inWords(holders: readonly Holder[]): string {
  const names = [
    ...new Set(
      holders.map(({ kind, name }) => (kind === "policy" ? "whomever it is attached to" : `the ${kind} ${name}`)),
    ),
  ];
  const more = names.length - SHOWN;
  return [...names.slice(0, SHOWN), ...(more > 0 ? [`${more} more`] : [])].join(", ");
}

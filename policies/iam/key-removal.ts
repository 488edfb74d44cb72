/** Whether a key policy leaves the calls that take a key away to named principals alone. */
import { type Statement, includesAction, isEveryone } from "./policy-document";

/** The calls after which what a key encrypted can no longer be read, and the one that could lift their refusal. */
const CHANGE = "kms:PutKeyPolicy";
const REMOVAL_ACTIONS = ["kms:ScheduleKeyDeletion", "kms:DisableKey", CHANGE] as const;

const EXCEPT_FOR = ["arnnotequals", "arnnotlike", "stringnotequals", "stringnotlike"];

/** Those of the calls that the statements do not refuse to everyone but principals named without wildcards. */
export function unrestrictedRemovals(statements: readonly Statement[]): readonly string[] {
  const refusals = statements.filter(refusesAllButNamed);
  return REMOVAL_ACTIONS.filter((action) => !refusals.some((statement) => includesAction(statement, action)));
}

/** The principals whom alone the statements leave some of the calls to. */
export function principalsLeftRemoval(statements: readonly Statement[]): readonly string[] {
  const refusals = statements.filter(
    (statement) => refusesAllButNamed(statement) && REMOVAL_ACTIONS.some((action) => includesAction(statement, action)),
  );
  return [...new Set(refusals.flatMap(namesOf))];
}

/** Whether there are named principals who, and who alone, can change the policy. */
export function namedPrincipalsChangePolicy(statements: readonly Statement[]): boolean {
  const changes = statements.filter((statement) => includesAction(statement, CHANGE));
  const [first, ...others] = changes.filter(refusesAllButNamed).map(namesOf);
  const named = (first ?? []).filter((arn) => others.every((names) => names.includes(arn)));
  return (
    named.length > 0 &&
    changes.some((statement) => letsInAny(statement, named)) &&
    !changes.some((statement) => isRefusalOfEveryone(statement) && statement.conditions.length === 0)
  );
}

/** A statement that lets the account, and so its IAM, make the call, or one of the principals. */
function letsInAny({ effect, conditions, principals }: Statement, named: readonly string[]): boolean {
  return (
    effect === "Allow" &&
    conditions.length === 0 &&
    principals.some(
      (principal) =>
        isEveryone(principal) ||
        (principal.kind === "AWS" &&
          (/^(\d{12}|arn:[^:]+:iam::\d{12}:root)$/.test(principal.id) || named.includes(principal.id))),
    )
  );
}

function namesOf({ conditions }: Statement): readonly string[] {
  return conditions.flatMap(({ values }) => values);
}

/** A further condition would leave cases in which the call is not refused, and a policy variable is nobody's name. */
function refusesAllButNamed(statement: Statement): boolean {
  const [condition, ...others] = statement.conditions;
  return (
    isRefusalOfEveryone(statement) &&
    condition !== undefined &&
    others.length === 0 &&
    condition.key === "aws:principalarn" &&
    EXCEPT_FOR.includes(condition.operator) &&
    condition.values.length > 0 &&
    condition.values.every((arn) => !/[*?$]/.test(arn))
  );
}

/** In a key policy every resource is the key itself. */
function isRefusalOfEveryone({ effect, principals }: Statement): boolean {
  return effect === "Deny" && principals.some(isEveryone);
}

/** Whether a key policy leaves the calls that take a key away to named principals alone. */
import { type Carried, type Carries, ANYTHING, carriedIn, extentOf, isPatternOrVariable } from "./conditions";
import { EVERYTHING, allowsCall } from "./evaluation";
import { type Principal, type Statement, includesAction, isEveryone } from "./policy-document";

/** The calls after which what a key encrypted can no longer be read, and the one that could lift their refusal. */
const CHANGE = "kms:PutKeyPolicy";
const REMOVAL_ACTIONS = ["kms:ScheduleKeyDeletion", "kms:DisableKey", CHANGE] as const;

const PRINCIPAL_ARN = "aws:principalarn";

/** Those of the calls that the statements do not refuse to everyone but principals named without wildcards. */
export function unrestrictedRemovals(statements: readonly Statement[]): readonly string[] {
  // In a key policy every resource is the key itself.
  const refusals = statements.filter(refusesAllButNamed).map((refusal) => ({ ...refusal, resources: ["*"] }));
  return REMOVAL_ACTIONS.filter((action) => {
    const whateverIamAllows = { statements: [EVERYTHING, ...refusals], possible: [] };
    return allowsCall(whateverIamAllows, { action, carries: [carriedByUnnamed] }) !== false;
  });
}

/** The principals whom alone the statements leave some of the calls to. */
export function principalsLeftRemoval(statements: readonly Statement[]): readonly string[] {
  return leftBy(statements.filter((statement) => REMOVAL_ACTIONS.some((action) => includesAction(statement, action))));
}

/** Whether there are named principals who, and who alone, can change the policy. */
export function namedPrincipalsChangePolicy(statements: readonly Statement[]): boolean {
  const changes = statements.filter((statement) => includesAction(statement, CHANGE));
  return leftBy(changes).some((arn) => letsCall(changes, arn));
}

/** Whether the statements, all of which are about the call, let the principal make it whatever else the call carries. */
function letsCall(statements: readonly Statement[], arn: string): boolean {
  const carries = carriedIn({ [PRINCIPAL_ARN]: arn });
  const holds = (effect: Statement["effect"]): boolean =>
    statements.some(
      (statement) =>
        statement.effect === effect &&
        statement.principals.some((principal) => takesInPrincipal(principal, arn)) &&
        extentOf(statement.conditions, carries) === "all",
    );
  return holds("Allow") && !holds("Deny");
}

/** Everyone, the principal, or the account of which it is, and so its IAM. */
function takesInPrincipal(principal: Principal, arn: string): boolean {
  const account = arn.split(":")[4] ?? "";
  const isAccount = principal.id === account || /^arn:[^:]+:iam::(\d{12}):root$/.exec(principal.id)?.[1] === account;
  return isEveryone(principal) || (principal.kind === "AWS" && (principal.id === arn || isAccount));
}

function leftBy(statements: readonly Statement[]): readonly string[] {
  return [...new Set(statements.filter(refusesAllButNamed).flatMap(namesOf))];
}

function namesOf({ conditions }: Statement): readonly string[] {
  return conditions.filter(({ key }) => key === PRINCIPAL_ARN).flatMap(({ values }) => values);
}

/** A Deny that nobody meets but those whom it names, and that names somebody. */
function refusesAllButNamed(statement: Statement): boolean {
  return (
    statement.effect === "Deny" &&
    statement.principals.some(isEveryone) &&
    namesOf(statement).length > 0 &&
    extentOf(statement.conditions, carriedByUnnamed) === "all"
  );
}

/** What the calls of everyone carry whom no policy names; a service's own carry no principal's ARN. */
const UNNAMED: Carried = {
  presence: "sometimes",
  matches: (values) => (values.some(isPatternOrVariable) ? "some" : "none"),
};

/** The principals whom no policy names, as the conditions of one see them. */
export const carriedByUnnamed: Carries = (key) => (key === PRINCIPAL_ARN ? UNNAMED : ANYTHING);

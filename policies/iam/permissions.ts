/** What permissions may not hold. */
import type { Requirement } from "../requirements";
import { fail, pass } from "../result";
import { allowsCall } from "./evaluation";
import type { Statement } from "./policy-document";
import { coverActions, isEveryAction, isEveryResource, isOnEverything, wholeServices } from "./statement-sets";
import { eachStatement, ofDocument } from "./statements";

/** No Allow gives everything, or everything of a service, on everything: neither one alone nor several together. */
export const isNotAdmin: Requirement = (properties, property) =>
  ofDocument(properties, property, (statements) => {
    const allows = statements
      .map(({ statement, label }) => ({ statement, label, broad: broadActions(statement) }))
      .filter(({ statement }) => statement.effect === "Allow" && !isLeftLittle(statement, statements));
    const alone = allows.filter(({ statement, broad }) => broad.length > 0 && isOnEverything(statement));
    return alone.length > 0
      ? alone.map(({ broad, label }) => tooBroad(property, broad.join(", "), label))
      : broadTogether(allows.map(({ statement }) => statement)).map((broad) =>
          tooBroad(property, broad, "several statements together"),
        );
  });

function tooBroad(property: string, actions: string, label: string) {
  return fail(property, `allows ${actions} on every resource in ${label}; name the actions or the resources`);
}

/** What the statements give on everything only when their actions, or their resources, are taken together. */
function broadTogether(allows: readonly Statement[]): readonly string[] {
  const onEverything = allows.filter(isOnEverything);
  const services = asActions(wholeServices(onEverything.flatMap(({ actions }) => actions)));
  const broad = allows.filter((statement) => broadActions(statement).length > 0);
  return services.length > 0
    ? services
    : [...new Set(broad.flatMap(broadActions))].filter((action) =>
        isEveryResource(
          broad.filter((statement) => broadActions(statement).includes(action)).flatMap(({ resources }) => resources),
        ),
      );
}

/** Whether an unconditional Deny leaves of the Allow no whole service on everything. */
function isLeftLittle(allow: Statement, statements: readonly { readonly statement: Statement }[]): boolean {
  return statements.some(
    ({ statement: deny }) =>
      deny.effect === "Deny" &&
      deny.conditions.length === 0 &&
      isOnEverything(deny) &&
      (coverActions([deny], allow) ||
        (deny.notActions.length > 0 && deny.actions.length === 0 && broadOf(deny.notActions).length === 0)),
  );
}

/** `*`, `service:*`, however they are written; an Allow with NotAction gives all but what it names. */
export function broadActions({ actions, notActions }: Statement): readonly string[] {
  return actions.length > 0 || notActions.length === 0 || isEveryAction(notActions)
    ? broadOf(actions)
    : [`all but ${notActions.join(", ")}`];
}

function broadOf(actions: readonly string[]): readonly string[] {
  const plain = actions.filter((action) => /^([^:]*:)?\*+$/.test(action));
  return plain.length > 0 ? plain : asActions(wholeServices(actions));
}

function asActions(services: readonly string[]): readonly string[] {
  return services.map((service) => (service === "*" ? "*" : `${service}:*`));
}

/** No Allow holds `logs:Unmask`, by which masked personal data becomes readable. */
export const allowsNoUnmasking: Requirement = (properties, property) =>
  eachStatement(properties, property, (statement, label, statements) => {
    const denies = statements.filter(({ effect }) => effect === "Deny");
    return allowsCall({ statements: [statement, ...denies], possible: [] }, { action: "logs:Unmask" }) === false
      ? pass
      : fail(property, `allows logs:Unmask in ${label}; leave it out, so that masked data stays masked`);
  });

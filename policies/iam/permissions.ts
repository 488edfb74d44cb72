/** What permissions may not hold. */
import type { Requirement } from "../requirements";
import { fail, pass } from "../result";
import { type Statement, includesAction } from "./policy-document";
import { eachStatement } from "./statements";

/** No Allow gives everything, or everything of a service, on everything. */
export const isNotAdmin: Requirement = (properties, property) =>
  eachStatement(properties, property, (statement, label) => {
    const broad = broadActions(statement);
    return statement.effect === "Allow" && broad.length > 0 && isOnEverything(statement)
      ? fail(property, `allows ${broad.join(", ")} on every resource in ${label}; name the actions or the resources`)
      : pass;
  });

/** `*`, `service:*`; an Allow with NotAction gives all but what it names. */
export function broadActions({ actions, notActions }: Statement): readonly string[] {
  return [
    ...actions.filter((action) => /^([^:]*:)?\*+$/.test(action)),
    ...(notActions.length > 0 ? [`all but ${notActions.join(", ")}`] : []),
  ];
}

/** `*`, or an ARN that ends in nothing but a wildcard; NotResource gives all but what it names. */
export function isOnEverything({ resources, notResources }: Statement): boolean {
  return notResources.length > 0 || resources.some((resource) => /^(\*+|arn:([^:]*:){0,4}\*+)$/.test(resource));
}

/** No Allow holds `logs:Unmask`, by which masked personal data becomes readable. */
export const allowsNoUnmasking: Requirement = (properties, property) =>
  eachStatement(properties, property, (statement, label) =>
    statement.effect === "Allow" && includesAction(statement, "logs:Unmask")
      ? fail(property, `allows logs:Unmask in ${label}; leave it out, so that masked data stays masked`)
      : pass,
  );

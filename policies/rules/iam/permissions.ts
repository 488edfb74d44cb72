/** What the permissions of a role or a user may not hold. */
import { type Statement, includesAction } from "../../documents";
import { type Judgements, fail, pass } from "../../judgement";
import type { PropertyMap } from "../../properties";
import { judgeStatements } from "../statements";

/** No Allow may give everything, or everything of a service, on everything. */
export function mustNotBeAdmin(properties: PropertyMap, property: string): Judgements {
  return judgeStatements(properties, property, (statement, label) => {
    const broad = broadActions(statement);
    return statement.effect === "Allow" && broad.length > 0 && isOnEverything(statement)
      ? fail(property, `allows ${broad.join(", ")} on every resource by ${label}; it must name actions or resources`)
      : pass;
  });
}

/** `*`, `service:*`; an Allow with NotAction gives all but what it names. */
function broadActions({ actions, notActions }: Statement): readonly string[] {
  return [
    ...actions.filter((action) => /^([^:]*:)?\*+$/.test(action)),
    ...(notActions.length > 0 ? [`all but ${notActions.join(", ")}`] : []),
  ];
}

/** `*`, or an ARN that ends in nothing but a wildcard; NotResource gives all but what it names. */
export function isOnEverything({ resources, notResources }: Statement): boolean {
  return notResources.length > 0 || resources.some((resource) => /^(\*+|arn:([^:]*:){0,4}\*+)$/.test(resource));
}

/** No Allow may hold `logs:Unmask`, by which masked personal data becomes readable. */
export function mustNotUnmask(properties: PropertyMap, property: string): Judgements {
  return judgeStatements(properties, property, (statement, label) =>
    statement.effect === "Allow" && includesAction(statement, "logs:Unmask")
      ? fail(property, `allows logs:Unmask by ${label}; it must leave masked data masked`)
      : pass,
  );
}

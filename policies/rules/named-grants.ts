/** Whether a policy says which services it lets in, and what each of them may do. */
import { type Statement, isEveryone, servicesOf } from "../documents";
import { type Judgement, type Judgements, fail, pass } from "../judgement";
import type { PropertyMap } from "../properties";
import { CALLER_KEYS, SOURCE_KEYS } from "./grants";
import { isBoundBy } from "./bindings";
import { judgeStatements } from "./statements";

const PRINCIPAL_KEYS = CALLER_KEYS.filter((key) => !SOURCE_KEYS.some((source) => source === key));

/**
 * An Allow that a source binds is meant for a service: it must name the service, since only services send a source, and
 * an Allow for a service must name what it may do.
 */
export function mustNameServices(properties: PropertyMap, property: string): Judgements {
  return judgeStatements(properties, property, (statement, label): Judgement => {
    if (statement.effect !== "Allow") {
      return pass;
    }
    if (isForAnyService(statement)) {
      return fail(property, `lets in every service by ${label}; it must name the one that is meant`);
    }
    const services = servicesOf(statement);
    const broad = broadActions(statement);
    return services.length > 0 && broad.length > 0
      ? fail(property, `lets ${services.join(", ")} do ${broad.join(", ")} by ${label}; it must name the actions`)
      : pass;
  });
}

function isForAnyService(statement: Statement): boolean {
  return (
    statement.principals.some(isEveryone) &&
    isBoundBy(statement, [...SOURCE_KEYS]) &&
    !isBoundBy(statement, PRINCIPAL_KEYS)
  );
}

/** `*`, `service:*`; an Allow with NotAction gives all but what it names. */
export function broadActions({ actions, notActions }: Statement): readonly string[] {
  return [
    ...actions.filter((action) => /^([^:]*:)?\*+$/.test(action)),
    ...(notActions.length > 0 ? [`all but ${notActions.join(", ")}`] : []),
  ];
}

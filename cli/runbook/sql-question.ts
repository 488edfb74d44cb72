import { askable, type SqlEngine } from "../../query/engine";
import type { Query } from "../../runbooks/queries/query";
import type { Window } from "../../runbooks/queries/window";
import type { Question } from "./source";

/** A query as a question in SQL, or nothing where the engine has none of its tables. */
export function sqlQuestion(engine: SqlEngine, query: Query, window: Window, mostRows: number): Question | undefined {
  const text = askable(engine, query, window);
  return text === undefined ? undefined : { text, answer: () => engine.ask(text, mostRows) };
}

/**
 * The form of a framework: a table of the clauses that this catalogue speaks to, with titles in our own words.
 *
 * A table is a selection, not the framework: it holds the clauses that evidence as code can serve, and the neighbours of
 * which a reader would expect it. The texts themselves are their publishers' and are never quoted.
 */

export interface Framework<Clause extends string = string> {
  readonly id: string;
  readonly name: string;
  /** Clause ids mean nothing without it. */
  readonly version: string;
  /** Where the publisher offers the text. */
  readonly source: string;
  /** What a reader must know before using the mapping, such as dates of application. */
  readonly remarks: readonly string[];
  /** Clause id to a short title in our own words. */
  readonly clauses: Readonly<Record<Clause, string>>;
  /** Why a clause of the table is claimed by no control: code cannot show it, or this project does not do it. */
  readonly unclaimed: Readonly<Partial<Record<Clause, string>>>;
}

/** Declares a framework; a reason for a clause that the table does not hold does not compile. */
export function framework<const Id extends string, const Clauses extends Readonly<Record<string, string>>>(
  declaration: Omit<Framework<Extract<keyof Clauses, string>>, "id" | "clauses" | "unclaimed"> & {
    readonly id: Id;
    readonly clauses: Clauses;
    readonly unclaimed: Readonly<Partial<Record<NoInfer<Extract<keyof Clauses, string>>, string>>>;
  },
): Framework<Extract<keyof Clauses, string>> & { readonly id: Id } {
  return declaration;
}

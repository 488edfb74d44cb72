/**
 * The form of a framework: a table of the clauses that this catalog addresses, with titles in our own words.
 *
 * A table is a selection, not the whole framework: it contains the clauses that evidence as code can support, and
 * related clauses that readers would expect. The texts belong to their publishers and are never quoted.
 */

export interface Framework<Clause extends string = string> {
  readonly id: string;
  readonly name: string;
  /** Clause ids are meaningless without it. */
  readonly version: string;
  /** Where the publisher provides the text. */
  readonly source: string;
  /** What a reader must know before using the mapping, such as dates of application. */
  readonly remarks: readonly string[];
  /** Clause id to a short title in our own words. */
  readonly clauses: Readonly<Record<Clause, string>>;
  /** Why no control claims a clause: code cannot show it, or this project does not cover it. */
  readonly unclaimed: Readonly<Partial<Record<Clause, string>>>;
}

/** Declares a framework. A reason for a clause that is not in the table does not compile. */
export function framework<const Id extends string, const Clauses extends Readonly<Record<string, string>>>(
  declaration: Omit<Framework<Extract<keyof Clauses, string>>, "id" | "clauses" | "unclaimed"> & {
    readonly id: Id;
    readonly clauses: Clauses;
    readonly unclaimed: Readonly<Partial<Record<NoInfer<Extract<keyof Clauses, string>>, string>>>;
  },
): Framework<Extract<keyof Clauses, string>> & { readonly id: Id } {
  return declaration;
}

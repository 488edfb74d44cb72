/** A case as files, and how its samples are told apart in an answer. */
import type { EvidenceTableName } from "../../../facts/athena/evidence-tables";
import { idColumnOf } from "../../../runbooks/queries/tables";
import type { Objects } from "../../support/athena/athena";
import { objectsOf, type Sample } from "../evidence-samples";
import type { Case } from "./case";

/** @param more whether there is also what lies in no partition */
export function objectsIn(
  { table, finds, leaves, elsewhere = [], beside = {} }: Case,
  more?: "elsewhere",
): Readonly<Record<string, Objects>> {
  const named = (prefix: string, samples: readonly Sample[]): readonly (readonly [string, Sample])[] =>
    samples.map((sample, index) => [`${prefix}-${index}`, sample]);
  const samples = Object.fromEntries([
    ...named("find", finds),
    ...named("leave", leaves),
    ...(more === undefined ? [] : named("elsewhere", elsewhere)),
  ]);
  // The entries are those of the tables.
  const others = Object.entries(beside) as [EvidenceTableName, readonly Sample[]][];
  return others.reduce(
    (objects, [other, of]) => ({ ...objects, ...objectsOf(other, Object.fromEntries(named(other, of))) }),
    objectsOf(table, samples),
  );
}

/** The samples are known by the key of an object in access logs, and by the id of a resource in configuration items. */
export function columnOf(table: EvidenceTableName): string {
  return table.startsWith("s3_") ? "key" : table === "config_items" ? "resourceid" : idColumnOf(table);
}

/** Data protection policies, read into plain data. They are not IAM policies: their statements have no Effect. */
import { type PropertyMap, type Unknown, type Value, UNKNOWN, at, holdsUnknown, isList, isMap } from "../../properties";
import { parseStrictJson } from "../../strict-json";

export interface DataProtectionStatement {
  /** In alphabetical order, so that two lists of the same identifiers are equal. */
  readonly identifiers: readonly string[];
  /** What is done with findings; an operation that is absent is not done. */
  readonly audit: PropertyMap | undefined;
  readonly deidentify: PropertyMap | undefined;
}

/** Reads the document. @throws {Error} that says what is wrong when it cannot be read. */
export function parseDataProtection(value: Value): readonly DataProtectionStatement[] | Unknown {
  if (holdsUnknown(value)) {
    return UNKNOWN;
  }
  const document = typeof value === "string" ? readJson(value) : value;
  const statements = isMap(document) ? document.Statement : undefined;
  if (!isList(statements)) {
    throw new Error("it has no list of statements");
  }
  return statements.map(readStatement);
}

function readJson(text: string): Value {
  // Without null, as everywhere in the pack, JSON has no value outside Value.
  return parseStrictJson(text, (_, inner) => inner ?? undefined) as Value;
}

function readStatement(statement: Value, index: number): DataProtectionStatement {
  const identifiers = at(statement, "DataIdentifier");
  if (!isList(identifiers) || !identifiers.every((identifier) => typeof identifier === "string")) {
    throw new Error(`statement ${index + 1} has no list of data identifiers`);
  }
  return {
    identifiers: [...identifiers].sort(),
    audit: mapAt(statement, "Operation.Audit"),
    deidentify: mapAt(statement, "Operation.Deidentify"),
  };
}

function mapAt(value: Value, path: string): PropertyMap | undefined {
  const found = at(value, path);
  return isMap(found) ? found : undefined;
}

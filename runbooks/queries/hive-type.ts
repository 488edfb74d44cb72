/** Types of columns in Hive's notation: `struct<a:string,b:array<map<string,string>>>`. */

/** A type, read. */
export type HiveType =
  | { readonly kind: "string" }
  | { readonly kind: "number" }
  | { readonly kind: "array"; readonly of: HiveType }
  | { readonly kind: "map"; readonly of: HiveType }
  | { readonly kind: "struct"; readonly fields: readonly (readonly [string, HiveType])[] };

/** @throws Error where the text is no type that the tables use */
export function parseHiveType(text: string): HiveType {
  const [, name = "", inner = ""] = /^(\w+)(?:<(.*)>)?$/.exec(text) ?? [];
  switch (name) {
    case "string":
      return { kind: "string" };
    case "int":
    case "bigint":
      return { kind: "number" };
    case "array":
      return { kind: "array", of: parseHiveType(inner) };
    case "map": {
      const [key, value = ""] = parts(inner);
      if (key !== "string") {
        throw new Error(`A map of ${key ?? "nothing"} is not supported: ${text}`);
      }
      return { kind: "map", of: parseHiveType(value) };
    }
    case "struct":
      return {
        kind: "struct",
        fields: parts(inner).map((part) => {
          const colon = part.indexOf(":");
          return [part.slice(0, colon), parseHiveType(part.slice(colon + 1))] as const;
        }),
      };
    default:
      throw new Error(`Not a type: ${text}`);
  }
}

/** The parts between the commas that are in no brackets. */
function parts(text: string): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  let part = "";
  for (const character of text) {
    depth += character === "<" ? 1 : character === ">" ? -1 : 0;
    if (character === "," && depth === 0) {
      found.push(part);
      part = "";
    } else {
      part += character;
    }
  }
  return [...found, part];
}

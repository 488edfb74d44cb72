/** JSON documents of AWS in one form: policies as they are declared and as IAM returns them. Pure. */
import type { WireValue } from "../pulumi/stack-state";
import { isWireMap, mapWire } from "../pulumi/wire";

/** @param value JSON text, or a document already. @returns the document; a text that is none, as it is. */
export function parsedDocument(value: WireValue): WireValue {
  if (typeof value !== "string" || value === "") {
    return mapWire(value, normalized);
  }
  try {
    return mapWire(JSON.parse(value) as WireValue, normalized); // JSON holds only wire values
  } catch {
    return value;
  }
}

/** IAM stores an account that is named as a principal as the ARN of its root. */
const ROOT_ARN = /^arn:[a-z-]+:iam::(?<account>\d{12}):root$/;

function normalized(part: WireValue): WireValue {
  if (typeof part === "string") {
    return ROOT_ARN.exec(part)?.groups?.["account"] ?? part;
  }
  // `"Principal": "*"` and `"Principal": {"AWS": "*"}` are the same.
  return isWireMap(part) && isEveryone(part["Principal"]) ? { ...part, Principal: "*" } : part;
}

function isEveryone(principal: WireValue | undefined): boolean {
  return isWireMap(principal) && Object.keys(principal).length === 1 && principal["AWS"] === "*";
}

/**
 * Signatures that mark special values on the wire and in a state.
 *
 * Source: https://github.com/pulumi/pulumi/blob/master/sdk/nodejs/runtime/rpc.ts
 */
import type { WireMap, WireValue } from "./stack-state";

export const SIGNATURE_KEY = "4dabf18193072939515e22adb298388d";
export const SECRET_SIGNATURE = "1b47061264138c4ac30d75fd1eb44270";
export const RESOURCE_SIGNATURE = "5cf8f73096256a8f31e491e813e4eb8e";
export const OUTPUT_SIGNATURE = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
export const ASSET_SIGNATURE = "c44067f5952c0a294b673a41bacd8c17";
export const ARCHIVE_SIGNATURE = "0def7320c3a5731c473e5ecbe6d01bc7";

/** Represents a value that is only known after the update. */
export const UNKNOWN_VALUE = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

export function isWireMap(value: WireValue | undefined): value is WireMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isWireList(value: WireValue | undefined): value is readonly WireValue[] {
  return Array.isArray(value);
}

export function signatureOf(value: WireValue | undefined): string | undefined {
  const signature = isWireMap(value) ? value[SIGNATURE_KEY] : undefined;
  return typeof signature === "string" ? signature : undefined;
}

/** Rebuilds a value bottom-up, applying the function to each part. */
export function mapWire(value: WireValue, change: (part: WireValue) => WireValue): WireValue {
  if (isWireList(value)) {
    return change(value.map((item) => mapWire(item, change)));
  }
  if (isWireMap(value)) {
    return change(Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, mapWire(inner, change)])));
  }
  return change(value);
}

export function mapWireMap(map: WireMap, change: (part: WireValue) => WireValue): WireMap {
  return Object.fromEntries(Object.entries(map).map(([name, value]) => [name, mapWire(value, change)]));
}

/** Whether a text is a policy document, of which statements are known even where a value in one is {@link UNKNOWN_VALUE}. */
export function isPolicyDocument(text: string): boolean {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === "object" && parsed !== null && Object.hasOwn(parsed, "Statement");
  } catch {
    return false;
  }
}

/**
 * Converts properties to the form that a pack receives: output values are unwrapped, a string that contains an unknown
 * is unknown, a secret with only ciphertext is unknown, and a plaintext secret becomes a secret again.
 *
 * @param options.readsDocuments whether the pack knows an unknown in a policy document as such, so that it is given what is known
 * of the document. @default false
 */
export function toAnalyzerMap(map: WireMap, options: { readonly readsDocuments?: boolean } = {}): WireMap {
  const { readsDocuments = false } = options;
  return mapWireMap(map, (part) => toAnalyzerPart(part, readsDocuments));
}

function toAnalyzerPart(part: WireValue, readsDocuments: boolean): WireValue {
  if (typeof part === "string") {
    const isKnown = !part.includes(UNKNOWN_VALUE) || (readsDocuments && isPolicyDocument(part));
    return isKnown ? part : UNKNOWN_VALUE;
  }
  if (!isWireMap(part)) {
    return part;
  }
  switch (signatureOf(part)) {
    case OUTPUT_SIGNATURE:
      return part["secret"] === true ? secret(part["value"] ?? UNKNOWN_VALUE) : (part["value"] ?? UNKNOWN_VALUE);
    case RESOURCE_SIGNATURE:
      return referenceTarget(part);
    case SECRET_SIGNATURE:
      return "value" in part ? part : secret(openedSecret(part));
    default:
      return part;
  }
}

/** Packs have no form for a reference. The engine passes the id of a custom resource or the URN of a component. */
function referenceTarget(part: WireMap): WireValue {
  const { id, urn } = part;
  return id === undefined || id === null ? (urn ?? UNKNOWN_VALUE) : id === "" ? UNKNOWN_VALUE : id;
}

function openedSecret(part: WireMap): WireValue {
  const plaintext = part["plaintext"];
  try {
    return typeof plaintext === "string" ? (JSON.parse(plaintext) as WireValue) : UNKNOWN_VALUE; // JSON contains only wire values
  } catch {
    return UNKNOWN_VALUE;
  }
}

function secret(value: WireValue): WireMap {
  return { [SIGNATURE_KEY]: SECRET_SIGNATURE, value };
}

/** What each content mode leaves of a record of Bedrock's invocation log. */
import type { ContentMode } from "../../facts/bedrock/content-modes";
import type { PlantedRecord } from "./drill";

/** What a drill's invocation says besides, and no log has: whether mode `sampled` happens to keep its bodies. */
export const IS_SAMPLED = "drill.sampled";

/** What masks personal data, as CloudWatch Logs does. */
const EMAIL = /[\w.+-]+@[\w-]+\.[\w.]+/g;

/** The records that a mode leaves. Only the invocation log depends on it. */
export function underMode(records: readonly PlantedRecord[], mode: ContentMode): readonly PlantedRecord[] {
  return records.flatMap((planted) => {
    if (planted.log !== "invocations") {
      return [planted];
    }
    const { [IS_SAMPLED]: isSampled, ...record } = planted.record;
    switch (mode) {
      case "off":
        return [];
      case "full":
        return [{ ...planted, record }];
      case "redacted":
        return [{ ...planted, record: masked(record) }];
      case "sampled":
        return [{ ...planted, record: isSampled === true ? record : withoutBodies(record) }];
      case "metadata-only":
        return [{ ...planted, record: withoutBodies(record) }];
    }
  });
}

function masked(record: PlantedRecord["record"]): PlantedRecord["record"] {
  return JSON.parse(JSON.stringify(record).replaceAll(EMAIL, "****")) as PlantedRecord["record"]; // masking changes no form
}

function withoutBodies(record: PlantedRecord["record"]): PlantedRecord["record"] {
  return Object.fromEntries(
    Object.entries(record).map(([field, value]) => [
      field,
      field === "input" || field === "output" ? withoutBody(value) : value,
    ]),
  );
}

function withoutBody(value: unknown): unknown {
  return typeof value === "object" && value !== null
    ? Object.fromEntries(Object.entries(value).filter(([field]) => !field.endsWith("BodyJson")))
    : value;
}

/** What a record lacks of the contract, whoever wrote it. Pure. */
import { CONTRACT, type ContractAttribute, type Requirement } from "../facts/telemetry/contract";
import { SIGNALS, SIGNAL_ATTRIBUTE, type SignalKind } from "../facts/telemetry/signals";
import { SPAN_ID, TRACE_ID } from "./model-call";

const TYPES: Readonly<Record<ContractAttribute["type"], (value: unknown) => boolean>> = {
  string: isText,
  integer: (value) => Number.isSafeInteger(value),
  strings: (value) => Array.isArray(value) && value.every(isText),
};

const TYPE_NAMES: Readonly<Record<ContractAttribute["type"], string>> = {
  string: "a text",
  integer: "a whole number",
  strings: "a list of texts",
};

/**
 * What is missing or malformed in a log record of a call or a signal, as {@link logRecord} and {@link signalRecord} write them, in the order
 * of the contract; empty for a record that keeps it. Whether a guardrail checked a call is told by any attribute of a guardrail.
 *
 * @param record parsed JSON, of any form
 */
export function contractProblems(record: unknown): readonly string[] {
  if (!isRecord(record)) {
    return ["the record is no object"];
  }
  const resource = isRecord(record["resource"]) ? record["resource"] : {};
  const attributes = isRecord(record["attributes"]) ? record["attributes"] : {};
  return [
    ...formProblem("resource service.name", resource["service.name"], isText, "a text"),
    ...formProblem(
      "traceId",
      record["traceId"],
      (value) => isText(value) && TRACE_ID.test(value),
      "32 hexadecimal digits",
    ),
    ...formProblem(
      "spanId",
      record["spanId"],
      (value) => isText(value) && SPAN_ID.test(value),
      "16 hexadecimal digits",
    ),
    ...(SIGNAL_ATTRIBUTE in attributes ? problemsOfSignal(attributes) : problemsOfCall(attributes)),
  ];
}

function problemsOfCall(attributes: Readonly<Record<string, unknown>>): readonly string[] {
  const isGuarded = Object.keys(attributes).some((name) => /^(aws\.bedrock|ai_governance)\.guardrail\./.test(name));
  const rows: readonly (readonly [string, ContractAttribute])[] = Object.entries(CONTRACT);
  return rows.flatMap(([name, { requirement, type }]) =>
    name in attributes || isRequired(requirement, isGuarded)
      ? formProblem(name, attributes[name], TYPES[type], TYPE_NAMES[type])
      : [],
  );
}

function problemsOfSignal(attributes: Readonly<Record<string, unknown>>): readonly string[] {
  const kind = attributes[SIGNAL_ATTRIBUTE];
  const kinds: Readonly<Record<string, SignalKind>> = SIGNALS;
  const signal = typeof kind === "string" && Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  return signal === undefined
    ? [`${SIGNAL_ATTRIBUTE} is none of ${Object.keys(SIGNALS).join(", ")}`]
    : ["gen_ai.conversation.id", ...signal.attributes.map(({ name }) => name)].flatMap((name) =>
        formProblem(name, attributes[name], isText, TYPE_NAMES.string),
      );
}

/** Nobody can tell of a record that does not say so whether the call failed. */
function isRequired(requirement: Requirement, isGuarded: boolean): boolean {
  return requirement === "always" || (requirement === "guarded" && isGuarded);
}

function formProblem(
  what: string,
  value: unknown,
  isGood: (value: unknown) => boolean,
  wanted: string,
): readonly string[] {
  return value === undefined ? [`${what} is missing`] : isGood(value) ? [] : [`${what} is not ${wanted}`];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}

/**
 * Event patterns of EventBridge, read into plain data:
 * {@link https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html}.
 */
import { PATTERN_CHARACTERS } from "../../facts/eventbridge/events";
import { type PropertyMap, type Value, isList, isMap, show } from "../properties";
import { parseStrictJson } from "../strict-json";
import { combined } from "./combinations";

/** A field of the event, and the values of which one has to match; paths are dotted: `detail.eventName`. */
export interface FieldPattern {
  readonly path: readonly string[];
  readonly matchers: readonly Value[];
}

/** Fields that an event has to match all. */
export type Alternative = readonly FieldPattern[];

/** `$or` in several places multiplies them; EventBridge refuses more, and counts the values of lists as well. */
const MOST_ALTERNATIVES = 1000;

/**
 * The alternatives that a pattern comes to when each `$or` is multiplied out.
 *
 * @throws {Error} that says what EventBridge does not take, or matches nothing
 */
export function parseEventPattern(text: string): readonly Alternative[] {
  const { most } = PATTERN_CHARACTERS;
  if (text.length > most) {
    throw new Error(`it has ${text.length} characters, and EventBridge takes at most ${most}`);
  }
  // Without null, as everywhere in the pack, JSON has no value outside Value. A null in a list matches the value null.
  const parsed = parseStrictJson(text, (_, inner) => inner ?? NULL) as Value;
  if (!isMap(parsed)) {
    throw new Error("it is not a JSON object");
  }
  return alternativesOf(parsed, []);
}

/** The alternatives, or `undefined` where there is no pattern, or none that matches anything: the finding of cloudwatch-event-rule-can-match. */
export function readableEventPattern(pattern: Value | undefined): readonly Alternative[] | undefined {
  try {
    return typeof pattern === "string" ? parseEventPattern(pattern) : undefined;
  } catch {
    return undefined;
  }
}

/** Stands for null, which a pattern may compare with. */
const NULL = {};

function alternativesOf(map: PropertyMap, within: readonly string[]): readonly Alternative[] {
  const entries = Object.entries(map);
  if (entries.length === 0) {
    throw new Error(`${placeOf(within)} is an empty object, which matches nothing; name a field or leave it out`);
  }
  const choices = entries.map(([name, value]) =>
    name === "$or" && isList(value) ? eitherOf(value, within) : ofField(value, [...within, name]),
  );
  const alternatives = combined(choices, MOST_ALTERNATIVES);
  if (alternatives === undefined) {
    throw new Error(`it has more than ${MOST_ALTERNATIVES} alternatives; split it into several rules`);
  }
  return alternatives;
}

function eitherOf(choices: readonly Value[], within: readonly string[]): readonly Alternative[] {
  return choices.flatMap((choice) => {
    if (!isMap(choice)) {
      throw new Error(`${placeOf([...within, "$or"])} holds ${show(choice)}; list objects in it`);
    }
    return alternativesOf(choice, within);
  });
}

function ofField(value: Value, path: readonly string[]): readonly Alternative[] {
  if (isMap(value) && value !== NULL) {
    return alternativesOf(value, path);
  }
  if (!isList(value)) {
    throw new Error(
      `${placeOf(path)} is ${value === NULL ? "null" : show(value)}, not in a list; write the values in a list`,
    );
  }
  if (value.length === 0) {
    throw new Error(`${placeOf(path)} is an empty list, which matches nothing; list a value or leave it out`);
  }
  return [[{ path, matchers: value }]];
}

function placeOf(path: readonly string[]): string {
  return path.length === 0 ? "it" : path.join(".");
}

export function fieldAt(alternative: Alternative, path: string): FieldPattern | undefined {
  return alternative.find((field) => field.path.join(".") === path);
}

/** The texts that the field may equal, whatever else it may be. */
export function literalsOf(field: FieldPattern | undefined): readonly string[] {
  return field?.matchers.filter((matcher) => typeof matcher === "string") ?? [];
}

/** The texts of which the field has to equal one; `undefined` where it may be something else. */
export function onlyLiteralsOf(field: FieldPattern | undefined): readonly string[] | undefined {
  const texts = literalsOf(field);
  return field?.matchers.length === texts.length ? texts : undefined;
}

/** Whether the field has to be absent. */
export function asksForAbsence({ matchers }: FieldPattern): boolean {
  return matchers.every((matcher) => isMap(matcher) && matcher.exists === false);
}

/** What event patterns ask for that no event on EventBridge has. */
import { EVENT_NAMES } from "../../facts/cloudtrail/event-names";
import {
  CLOUDTRAIL_DETAIL_TYPES,
  EVENT_FIELDS,
  MODEL_CALLS,
  READ_ONLY_VERBS,
  SOURCES_OF_MANAGEMENT_READS,
  SOURCE_OF_DETAIL_TYPE,
  STATE_WITH_READS,
  eventSourceOf,
} from "../../facts/eventbridge/events";
import { type Doubt, doubtOnEvent, doubtOnField, doubtOnSource } from "./cloudtrail-records";
import {
  type Alternative,
  type FieldPattern,
  asksForAbsence,
  fieldAt,
  literalsOf,
  onlyLiteralsOf,
} from "./event-pattern";

/** A doubt on what a pattern says of one field. */
export interface FieldDoubt extends Doubt {
  readonly field: FieldPattern;
  /** The value in doubt, or `undefined` where the field itself is. */
  readonly value: string | undefined;
}

/** A question asked of each alternative of a pattern. */
type Question = (alternative: Alternative) => readonly FieldDoubt[];

/**
 * The doubts on a field, or one of its values, in every alternative that has it: of several `$or`, some may go together with none.
 * Where one of the alternatives is not certain, none is.
 */
export function doubtsOn(alternatives: readonly Alternative[], question: Question): readonly FieldDoubt[] {
  const found = alternatives.map((alternative) => ({ alternative, doubts: question(alternative) }));
  const all = found.flatMap(({ doubts }) => doubts);
  const like = (doubt: FieldDoubt) => (other: FieldDoubt) => other.field === doubt.field && other.value === doubt.value;
  return all
    .filter((doubt, index) => all.findIndex(like(doubt)) === index)
    .filter((doubt) =>
      found.every(({ alternative, doubts }) => !alternative.includes(doubt.field) || doubts.some(like(doubt))),
    )
    .map((doubt) => all.filter(like(doubt)).find(({ isCertain }) => !isCertain) ?? doubt);
}

/** What can match no event, whatever the state of the rule. */
export function doubtsOnEvents(alternative: Alternative): readonly FieldDoubt[] {
  return [
    ...doubtsOnEnvelope(alternative),
    ...doubtsOnDetailTypes(alternative),
    ...(isOfCloudTrail(alternative) ? doubtsOnRecords(alternative) : []),
  ];
}

function doubtsOnEnvelope(alternative: Alternative): readonly FieldDoubt[] {
  return alternative.flatMap((field) => {
    const [top = ""] = field.path;
    if (asksForAbsence(field) || EVENT_FIELDS.some((name) => name === top)) {
      return [];
    }
    const meant = EVENT_FIELDS.find((name) => plain(name) === plain(top));
    const fix = meant === undefined ? "fields of the service's own stand below detail" : `write ${meant}`;
    return [certain(field, `names ${top}, which no event has at the top; ${fix}`)];
  });
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[-_]/g, "");
}

const DETAIL_TYPES = [...CLOUDTRAIL_DETAIL_TYPES, ...Object.keys(SOURCE_OF_DETAIL_TYPE)];

function doubtsOnDetailTypes(alternative: Alternative): readonly FieldDoubt[] {
  const field = fieldAt(alternative, "detail-type");
  const sources = onlyLiteralsOf(fieldAt(alternative, "source"));
  return field === undefined
    ? []
    : literalsOf(field).flatMap((type) => {
        const meant = DETAIL_TYPES.find((one) => one !== type && one.toLowerCase() === type.toLowerCase());
        const owner = Object.hasOwn(SOURCE_OF_DETAIL_TYPE, type) ? SOURCE_OF_DETAIL_TYPE[type] : undefined;
        if (meant !== undefined) {
          return [certain(field, `names the detail-type ${type}, and no event has it; write ${meant}`, type)];
        }
        return owner === undefined || sources === undefined || sources.includes(owner)
          ? []
          : [
              certain(
                field,
                `names the detail-type ${type} of ${sources.join(" or ")}, and only ${owner} sends it`,
                type,
              ),
            ];
      });
}

/** Whether only events with a record of CloudTrail can match. */
export function isOfCloudTrail(alternative: Alternative): boolean {
  const types = onlyLiteralsOf(fieldAt(alternative, "detail-type"));
  return types?.every((type) => CLOUDTRAIL_DETAIL_TYPES.some((one) => one === type)) === true;
}

const NAMED = { source: "source", eventSource: "detail.eventSource", eventName: "detail.eventName" } as const;

function doubtsOnRecords(alternative: Alternative): readonly FieldDoubt[] {
  const [eventSource, eventName] = [fieldAt(alternative, NAMED.eventSource), fieldAt(alternative, NAMED.eventName)];
  const sources = eventSourcesOf(alternative);
  return [
    ...alternative
      .filter(({ path }) => path[0] === "detail" && path.length > 1)
      .flatMap((field) => doubted(field, doubtOnField(field.path.slice(1), field.path.join(".")))),
    ...literalsOf(eventSource).flatMap((source) => doubted(eventSource, doubtOnSource(source), source)),
    ...doubtsOnSources(alternative),
    ...literalsOf(eventName).flatMap((name) => doubted(eventName, doubtOnEvent(name, sources), name)),
  ];
}

/** Events of CloudTrail have the source `aws.SERVICE` and in their record the event source `SERVICE.amazonaws.com`. */
function doubtsOnSources(alternative: Alternative): readonly FieldDoubt[] {
  const [source, eventSource] = [fieldAt(alternative, NAMED.source), fieldAt(alternative, NAMED.eventSource)];
  const [sources, eventSources] = [onlyLiteralsOf(source), onlyLiteralsOf(eventSource)];
  if (source === undefined || eventSource === undefined || sources === undefined || eventSources === undefined) {
    return [];
  }
  return [
    ...eventSources
      .filter((one) => Object.hasOwn(EVENT_NAMES, one) && !sources.includes(toSource(one)))
      .map((one) =>
        certain(
          eventSource,
          `names the event source ${one} of ${sources.join(" or ")}; its source is ${toSource(one)}`,
          one,
        ),
      ),
    ...sources
      .filter((one) => Object.hasOwn(EVENT_NAMES, toEventSource(one)) && !eventSources.includes(toEventSource(one)))
      .map((one) =>
        certain(
          source,
          `names the source ${one} and not its event source; list ${toEventSource(one)} as well, or leave ${one} out`,
          one,
        ),
      ),
  ];
}

function toSource(eventSource: string): string {
  return eventSourceOf(eventSource.replace(/\.amazonaws\.com$/, ""));
}

function toEventSource(source: string): string {
  return `${source.replace(/^aws\./, "")}.amazonaws.com`;
}

/** The event sources of which a matching record has one. */
export function eventSourcesOf(alternative: Alternative): readonly string[] | undefined {
  return (
    onlyLiteralsOf(fieldAt(alternative, NAMED.eventSource)) ??
    onlyLiteralsOf(fieldAt(alternative, NAMED.source))?.map(toEventSource)
  );
}

/** Calls that only read, which EventBridge hands to no rule that is enabled without them. */
export function doubtsOnReads(alternative: Alternative): readonly FieldDoubt[] {
  const field = fieldAt(alternative, NAMED.eventName);
  const sources = isOfCloudTrail(alternative) ? (eventSourcesOf(alternative) ?? []) : [];
  return literalsOf(field).flatMap((name) => {
    const isRead = READ_ONLY_VERBS.some((verb) => name.startsWith(verb));
    if (
      isRead &&
      sources.length > 0 &&
      sources.every((one) => SOURCES_OF_MANAGEMENT_READS.some((other) => other === one))
    ) {
      const message = `leaves out calls that only read, such as ${name} of the pattern; set it to ${STATE_WITH_READS}`;
      return doubted(field, { isCertain: true, message }, name);
    }
    return sources.includes("bedrock.amazonaws.com") && MODEL_CALLS.some((call) => call === name)
      ? doubted(field, { isCertain: false, message: messageOnModels(name) }, name)
      : [];
  });
}

function messageOnModels(name: string): string {
  return `leaves out calls that only read, as which records of ${name} have been seen; set it to ${STATE_WITH_READS}`;
}

function certain(field: FieldPattern, message: string, value?: string): FieldDoubt {
  return { field, isCertain: true, message, value };
}

function doubted(field: FieldPattern | undefined, doubt: Doubt | undefined, value?: string): readonly FieldDoubt[] {
  return field === undefined || doubt === undefined ? [] : [{ field, ...doubt, value }];
}

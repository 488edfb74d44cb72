/** What patterns name that CloudTrail's records do not have. */
import { EVENT_NAMES } from "../../facts/cloudtrail/event-names";
import { RECORD_FIELDS, USER_IDENTITY_FIELDS } from "../../facts/cloudtrail/record-fields";
import { matchesPattern } from "../wildcards";

/** Why a pattern, or a part of it, does not match. */
export interface Doubt {
  /** Whether it cannot match, or is only not known to. */
  readonly isCertain: boolean;
  /** A verb phrase with the pattern as its subject. */
  readonly message: string;
}

/**
 * @param path a path into a record, such as `["userIdentity", "type"]`
 * @param text the path as the pattern writes it
 */
export function doubtOnField([top = "", below, ...rest]: readonly string[], text: string): Doubt | undefined {
  const doubt = doubtOnName(top, RECORD_FIELDS, text);
  return (
    doubt ??
    (top === "userIdentity" && below !== undefined && rest.length === 0
      ? spelled(below, USER_IDENTITY_FIELDS, text)
      : undefined)
  );
}

function doubtOnName(field: string, fields: readonly string[], text: string): Doubt | undefined {
  if (field === "*" || fields.includes(field)) {
    return undefined;
  }
  return (
    spelled(field, fields, text) ?? {
      isCertain: false,
      message: `names ${text}, which is no field of CloudTrail's records as far as they are known; name one of theirs, such as eventName`,
    }
  );
}

/** A name in another letter case than the records have it. */
function spelled(name: string, names: readonly string[], text: string): Doubt | undefined {
  const meant = names.find((one) => one !== name && one.toLowerCase() === name.toLowerCase());
  return meant === undefined || names.includes(name)
    ? undefined
    : { isCertain: true, message: `names ${text}, and no record of CloudTrail has ${name}; write ${meant}` };
}

const SOURCES = Object.keys(EVENT_NAMES);
const EVERY_NAME = Object.values(EVENT_NAMES).flat();
/** Names that one source alone has: another letter case of them is no name of a source that is not listed. */
const OWN_NAMES = EVERY_NAME.filter((name) => SOURCES.filter((source) => namesOf(source).includes(name)).length === 1);

const CALLS: ReadonlySet<string> = new Set(EVERY_NAME.map((name) => name.toLowerCase()));

function namesOf(source: string): readonly string[] {
  return (Object.hasOwn(EVENT_NAMES, source) ? EVENT_NAMES[source] : undefined) ?? [];
}

/** Whether a text is the event source or the name of a call in some record, in whatever letters. */
export function isOfSomeRecord(text: string): boolean {
  return /\.amazonaws\.com$/i.test(text) || CALLS.has(text.toLowerCase());
}

/** @param source a value of `eventSource`, which may hold wildcards */
export function doubtOnSource(source: string): Doubt | undefined {
  const service = /^aws\.([a-z0-9-]+)$/.exec(source)?.[1];
  if (service !== undefined) {
    return {
      isCertain: true,
      message: `names the event source ${source}, which is how EventBridge calls it; write ${service}.amazonaws.com`,
    };
  }
  const meant = SOURCES.find((one) => one !== source && one === source.toLowerCase());
  return meant === undefined
    ? undefined
    : { isCertain: true, message: `names the event source ${source}, and no record has it; write ${meant}` };
}

/**
 * @param name a value of `eventName`, which may hold wildcards
 * @param sources the values of `eventSource` of which the record has one. @default - any
 */
export function doubtOnEvent(name: string, sources?: readonly string[]): Doubt | undefined {
  if (sources === undefined) {
    return spelledEvent(name, OWN_NAMES);
  }
  const known = sources.flatMap(namesOf);
  if (!sources.every((source) => SOURCES.includes(source)) || known.some((one) => matchesPattern(name, one))) {
    return undefined;
  }
  const place = sources.join(" or ");
  const owner = SOURCES.find((source) => namesOf(source).includes(name));
  return (
    spelledEvent(name, [...known, ...OWN_NAMES]) ??
    (owner === undefined
      ? {
          isCertain: false,
          message: `names the event ${name} of ${place}, which has none of that name as far as its events are known; check the name`,
        }
      : { isCertain: true, message: `names the event ${name} of ${place}, and it is one of ${owner}; name its source` })
  );
}

function spelledEvent(name: string, names: readonly string[]): Doubt | undefined {
  const meant = names.includes(name) ? undefined : names.find((one) => one.toLowerCase() === name.toLowerCase());
  return meant === undefined
    ? undefined
    : { isCertain: true, message: `names the event ${name}, and no record has it; write ${meant}` };
}

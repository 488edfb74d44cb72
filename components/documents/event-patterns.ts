/** EventBridge event patterns and the messages made of events, as typed data: pure functions on plain strings. */
import { type AlertSeverity, ID_MEMBER, severityInId } from "../../facts/alerting/severities";
import { API_CALL, PATTERN_CHARACTERS, eventSourceOf } from "../../facts/eventbridge/events";
import type { FindingEvents } from "../../facts/eventbridge/findings";
import type { OBJECT_DELETIONS } from "../../facts/s3/lineage-buckets";
import type { RunbookId } from "../../runbooks/catalogue";

/** What a field of an event may be: one of these values, or what one of these comparisons takes in. */
export type Matchers = readonly (string | Comparison)[];

/** The comparisons that this project's patterns use. */
export type Comparison = { readonly prefix: string } | { readonly "anything-but": readonly string[] };

/** Fields below `detail`, and alternatives of which one has to match as well. */
export interface DetailPattern {
  readonly [field: string]: Matchers | DetailPattern | readonly DetailPattern[];
}

/** What EventBridge matches an event by. */
export interface EventPattern {
  readonly source: readonly string[];
  readonly "detail-type": readonly string[];
  readonly detail?: DetailPattern;
}

/** Event sources without `.amazonaws.com`, each with the names of its events. */
export type CallNames = Readonly<Record<string, readonly string[]>>;

/**
 * The pattern of some calls.
 *
 * @param only what else a record has to have
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html
 */
export function callPattern(calls: CallNames, only: DetailPattern = {}): EventPattern {
  const services = Object.keys(calls);
  return {
    source: services.map(eventSourceOf),
    "detail-type": [API_CALL],
    detail: {
      eventSource: services.map((service) => `${service}.amazonaws.com`),
      eventName: Object.values(calls).flat(),
      ...only,
    },
  };
}

/**
 * The pattern of what S3 says of the objects in some buckets.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html
 */
export function objectPattern(
  { source, detailTypes, detail }: Pick<typeof OBJECT_DELETIONS, "source" | "detailTypes" | "detail">,
  buckets: readonly string[],
): EventPattern {
  return { source: [source], "detail-type": detailTypes, detail: { bucket: { name: buckets }, ...detail } };
}

/** What EventBridge matches of a finding of a detection service. */
export interface FindingPattern {
  readonly source: readonly string[];
  readonly "detail-type": readonly string[];
  readonly detail: FindingEvents["serious"];
}

/** The pattern of the findings that somebody should be told of. */
export function findingPattern({ source, detailType, serious }: FindingEvents): FindingPattern {
  return { source: [source], "detail-type": [detailType], detail: serious };
}

/**
 * The pattern as EventBridge takes it.
 *
 * @throws Error where it is longer than EventBridge takes, which no option of a user can bring about
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html
 */
export function patternJson(pattern: EventPattern | FindingPattern): string {
  const text = JSON.stringify(pattern);
  const { byDefault } = PATTERN_CHARACTERS;
  if (text.length > byDefault) {
    throw new Error(`An event pattern has ${text.length} characters, of which EventBridge takes ${byDefault}.`);
  }
  return text;
}

/** What is sent of an event: paths into the event by name, and a text that names them in angle brackets. */
export interface Notification {
  readonly inputPaths: Readonly<Record<string, string>>;
  readonly inputTemplate: string;
}

/** What a message says of every event of a kind. */
export interface EventTitle {
  readonly what: string;
  readonly severity: AlertSeverity;
  /** What answers it. */
  readonly runbook: RunbookId;
}

/** A message, before it has its form. */
interface Message {
  readonly severity: AlertSeverity;
  readonly runbook: RunbookId;
  readonly title: string;
  readonly summary: string;
  readonly eventId: string;
  /** For subscribers that filter or parse. */
  readonly parts: Readonly<Record<string, string>>;
}

/**
 * The message in the form of custom notifications of Amazon Q Developer in chat applications, so that one topic serves people who read mail
 * or a chat channel, and programs.
 *
 * @see https://docs.aws.amazon.com/chatbot/latest/adminguide/custom-notifs.html
 */
function messageTemplate({ severity, runbook, title, summary, eventId, parts }: Message): string {
  return JSON.stringify({
    version: "1.0",
    source: "custom",
    [ID_MEMBER]: `${severityInId(severity)}${eventId}`,
    content: {
      textType: "client-markdown",
      title,
      description: summary,
      nextSteps: [`baseline runbook run ${runbook}`],
    },
    metadata: {
      additionalContext: {
        severity,
        runbook,
        account: "<account>",
        region: "<region>",
        time: "<time>",
        eventId,
        ...parts,
      },
    },
  });
}

const ENVELOPE_PATHS = { account: "$.account", region: "$.region", time: "$.time" };

/**
 * A message about a recorded call: a sentence for people, and its parts for subscribers that filter or parse. What the event does
 * not have stays empty.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html
 */
export function callNotification({ what, severity, runbook }: EventTitle): Notification {
  return {
    inputPaths: {
      ...ENVELOPE_PATHS,
      address: "$.detail.sourceIPAddress",
      call: "$.detail.eventName",
      error: "$.detail.errorCode",
      event: "$.detail.eventID",
      service: "$.detail.eventSource",
      who: "$.detail.userIdentity.arn",
    },
    inputTemplate: messageTemplate({
      severity,
      runbook,
      title: what,
      summary: `${what}: <call> of <service> by <who> from <address>, in account <account> and region <region>, at <time>. Error: <error>. CloudTrail event <event>.`,
      eventId: "<event>",
      parts: { eventSource: "<service>", eventName: "<call>", errorCode: "<error>", caller: "<who>" },
    }),
  };
}

/** A message about an event that a service sends of itself. */
export function serviceNotification(
  { what, severity, runbook }: EventTitle,
  resourcePath = "$.resources[0]",
): Notification {
  return {
    inputPaths: { ...ENVELOPE_PATHS, event: "$.id", kind: "$.detail-type", resource: resourcePath },
    inputTemplate: messageTemplate({
      severity,
      runbook,
      title: what,
      summary: `${what}: <kind> of <resource>, in account <account> and region <region>, at <time>. EventBridge event <event>.`,
      eventId: "<event>",
      parts: { resource: "<resource>" },
    }),
  };
}

/** A message about a finding. Its title and description are left out: they quote what strangers name their things. */
export function findingNotification({ title, severity, told }: FindingEvents, runbook: RunbookId): Notification {
  const level = told.level === undefined ? "" : ", level <level>";
  return {
    inputPaths: { ...ENVELOPE_PATHS, ...told },
    inputTemplate: messageTemplate({
      severity,
      runbook,
      title,
      summary: `${title}: <kind>${level}, in account <account> and region <region>, at <time>. Finding <finding>.`,
      eventId: "<finding>",
      parts: { kind: "<kind>", ...(told.level === undefined ? {} : { level: "<level>" }) },
    }),
  };
}

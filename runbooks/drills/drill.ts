/** The form of a drill: a made-up incident as logs would have it, and what runbooks have to find of it. */
import type { ContentMode } from "../../facts/bedrock/content-modes";
import type { Given } from "../parameters";

/** Where a record is planted. */
export type PlantedLog = "cloudtrail" | "invocations" | "application" | "config";

export interface PlantedRecord {
  readonly log: PlantedLog;
  readonly record: Readonly<Record<string, unknown>>;
}

/** Something that has to be known of an incident. */
export interface Expected {
  /** In a few words: "The caller". */
  readonly what: string;
  /** The runbook that shows it. */
  readonly runbook: string;
  /** The `eventID` of the row that shows it; a count is known by the id of one of its records. */
  readonly eventID: string;
  /** The column that holds it, which must not be empty. @default - the row is enough */
  readonly column?: string;
  /** Why it cannot be known in some content modes. @default - it is known in every mode */
  readonly without?: Readonly<Partial<Record<ContentMode, string>>>;
}

export interface Drill {
  readonly title: string;
  /** What happened, for whoever reads the timeline. */
  readonly story: string;
  readonly records: readonly PlantedRecord[];
  readonly expected: readonly Expected[];
  readonly given: Partial<Given>;
}

export const ACCOUNT = "111122223333";
export const REGION = "eu-central-1";

/** The day of every drill. */
const DAY = "2026-11-10";

export function at(time: string): string {
  return `${DAY}T${time}Z`;
}

/** A role's session, as CloudTrail writes it. */
export function session(role: string, name: string): Readonly<Record<string, unknown>> {
  return {
    type: "AssumedRole",
    principalId: `AROAEXAMPLE:${name}`,
    arn: `arn:aws:sts::${ACCOUNT}:assumed-role/${role}/${name}`,
    accountId: ACCOUNT,
    sessionContext: {
      sessionIssuer: {
        type: "Role",
        principalId: "AROAEXAMPLE",
        arn: `arn:aws:iam::${ACCOUNT}:role/${role}`,
        accountId: ACCOUNT,
        userName: role,
      },
    },
  };
}

/** A record of the trail. @param service the event source without `.amazonaws.com` */
export function called(
  eventID: string,
  time: string,
  [service, eventName]: readonly [service: string, eventName: string],
  more: Readonly<Record<string, unknown>>,
): PlantedRecord {
  return {
    log: "cloudtrail",
    record: {
      eventVersion: "1.11",
      eventID,
      eventTime: at(time),
      eventSource: `${service}.amazonaws.com`,
      eventName,
      awsRegion: REGION,
      sourceIPAddress: "10.0.4.17",
      eventType: "AwsApiCall",
      recipientAccountId: ACCOUNT,
      ...more,
    },
  };
}

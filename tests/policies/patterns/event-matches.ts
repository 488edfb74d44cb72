/**
 * Patterns of EventBridge, and events that they match or not:
 * {@link https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html}.
 */
import type { PropertyMap } from "../../../policies/properties";

export interface EventMatch {
  /** What the pattern takes in, or leaves out. */
  readonly title: string;
  readonly pattern: PropertyMap;
  readonly event: PropertyMap;
  readonly matches: boolean;
}

const STOPPED: PropertyMap = {
  source: "aws.cloudtrail",
  "detail-type": "AWS API Call via CloudTrail",
  region: "eu-central-1",
  detail: {
    eventSource: "cloudtrail.amazonaws.com",
    eventName: "StopLogging",
    sourceIPAddress: "192.0.2.7",
    userIdentity: { type: "AssumedRole" },
    requestParameters: { count: 5, tags: ["a", "b"], note: "50*2\\x" },
    managementEvent: true,
  },
};

/** A pattern on one field below `detail`, whether it takes in {@link STOPPED}. */
type Row = readonly [title: string, path: string, matchers: PropertyMap[string], matches: boolean];

const ROWS: readonly Row[] = [
  ["a value", "eventName", ["StopLogging"], true],
  ["one of several values", "eventName", ["DeleteTrail", "StopLogging"], true],
  ["another value", "eventName", ["DeleteTrail"], false],
  ["a value in another letter case", "eventName", ["stoplogging"], false],
  ["a number", "requestParameters.count", [5], true],
  ["a number as a text", "requestParameters.count", ["5"], false],
  ["a truth value", "managementEvent", [true], true],
  ["a field that is not there", "errorCode", ["AccessDenied"], false],
  ["a field that must be there", "eventName", [{ exists: true }], true],
  ["a missing field that must be there", "errorCode", [{ exists: true }], false],
  ["a missing field that must be absent", "errorCode", [{ exists: false }], true],
  ["a field that must be absent", "eventName", [{ exists: false }], false],
  ["a value or an absent field", "errorCode", ["AccessDenied", { exists: false }], true],
  ["a beginning", "eventName", [{ prefix: "Stop" }], true],
  ["another beginning", "eventName", [{ prefix: "Start" }], false],
  ["a beginning in any letter case", "eventName", [{ prefix: { "equals-ignore-case": "sTOP" } }], true],
  ["a beginning in another letter case", "eventName", [{ prefix: "stop" }], false],
  ["an ending", "eventName", [{ suffix: "Logging" }], true],
  ["another ending", "eventName", [{ suffix: "Trail" }], false],
  ["an ending in any letter case", "eventName", [{ suffix: { "equals-ignore-case": "LOGGING" } }], true],
  ["a value in any letter case", "eventName", [{ "equals-ignore-case": "stoplogging" }], true],
  ["another value in any letter case", "eventName", [{ "equals-ignore-case": "stopLog" }], false],
  ["a wildcard", "eventName", [{ wildcard: "*Logg*" }], true],
  ["a wildcard that leaves the end", "eventName", [{ wildcard: "Stop*Log" }], false],
  ["a star and a backslash themselves", "requestParameters.note", [{ wildcard: "50\\*2\\\\*" }], true],
  ["a star itself, where there is none", "eventName", [{ wildcard: "Stop\\*" }], false],
  ["anything but a value", "eventName", [{ "anything-but": "StartLogging" }], true],
  ["anything but the value", "eventName", [{ "anything-but": "StopLogging" }], false],
  ["anything but several values", "eventName", [{ "anything-but": ["StartLogging", "StopLogging"] }], false],
  ["anything but a beginning", "eventName", [{ "anything-but": { prefix: "Start" } }], true],
  ["anything but the beginning", "eventName", [{ "anything-but": { prefix: "Stop" } }], false],
  ["anything but several beginnings", "eventName", [{ "anything-but": { prefix: ["Start", "Stop"] } }], false],
  ["anything but an ending", "eventName", [{ "anything-but": { suffix: "Trail" } }], true],
  ["anything but a wildcard", "eventName", [{ "anything-but": { wildcard: "*Log*" } }], false],
  ["anything but a value in a field that is not there", "errorCode", [{ "anything-but": "AccessDenied" }], false],
  ["an exact number", "requestParameters.count", [{ numeric: ["=", 5] }], true],
  ["a range", "requestParameters.count", [{ numeric: [">", 0, "<=", 5] }], true],
  ["a range that ends before", "requestParameters.count", [{ numeric: [">=", 0, "<", 5] }], false],
  ["a range of what is no number", "eventName", [{ numeric: [">", 0] }], false],
  ["a network", "sourceIPAddress", [{ cidr: "192.0.2.0/24" }], true],
  ["another network", "sourceIPAddress", [{ cidr: "198.51.100.0/24" }], false],
  ["a network of the other family", "sourceIPAddress", [{ cidr: "2001:db8::/32" }], false],
  ["a network, of what is no address", "eventName", [{ cidr: "192.0.2.0/24" }], false],
  ["an item of a list", "requestParameters.tags", ["b"], true],
  ["an item that the list does not have", "requestParameters.tags", ["c"], false],
  ["a field below a list's items", "requestParameters.tags.name", ["a"], false],
  ["an object where a value is asked for", "userIdentity", [{ exists: true }], false],
];

export const EVENT_MATCHES: readonly EventMatch[] = [
  ...ROWS.map(([title, path, matchers, matches]) => ({
    title,
    pattern: { detail: path.split(".").reduceRight((below, name) => ({ [name]: below }), matchers) as PropertyMap }, // a path has a name
    event: STOPPED,
    matches,
  })),
  {
    title: "all fields together",
    pattern: { source: ["aws.cloudtrail"], region: ["eu-central-1"], detail: { eventName: [{ prefix: "Stop" }] } },
    event: STOPPED,
    matches: true,
  },
  {
    title: "one field of two",
    pattern: { source: ["aws.cloudtrail"], region: ["us-east-1"] },
    event: STOPPED,
    matches: false,
  },
  {
    title: "either of two fields",
    pattern: { $or: [{ region: ["us-east-1"] }, { detail: { eventName: ["StopLogging"] } }] },
    event: STOPPED,
    matches: true,
  },
  {
    title: "neither of two fields",
    pattern: { $or: [{ region: ["us-east-1"] }, { detail: { eventName: ["DeleteTrail"] } }] },
    event: STOPPED,
    matches: false,
  },
];

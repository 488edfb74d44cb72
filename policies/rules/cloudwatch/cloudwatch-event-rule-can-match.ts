import { ALL_MANAGEMENT_EVENTS, isReadOnlyManagementCall } from "../../../facts/cloudtrail/read-only-calls";
import { ENVELOPE_FIELDS, RECORD_FIELDS } from "../../../facts/cloudtrail/record-fields";
import { EVIDENCE_CALLS } from "../../events/evidence-calls";
import { misspelled } from "../../events/spelling";
import { parseStrictJson } from "../../iam/strict-json";
import { type PropertyMap, type Value, UNKNOWN, at, isList, isMap } from "../../properties";
import { EVENT_RULE } from "../../resources";
import { type Results, all, fail, notApplicable, pass, undecided } from "../../result";
import { resourceRule } from "../../rule";

const PATTERN = EVENT_RULE.path("eventPattern");

export const cloudwatchEventRuleCanMatch = resourceRule(EVENT_RULE, {
  id: "cloudwatch-event-rule-can-match",
  title: "EventBridge rules match events that EventBridge delivers",
  severity: "high",
  property: PATTERN,
  rationale:
    "EventBridge takes any pattern. One that names a field or a call in other letters, the source of another service, or a read-only " +
    "call in the plain state ENABLED matches nothing, and the alert that hangs on it looks like a control.",
  remediation:
    "Write fields and calls as CloudTrail records them, and the source as aws. and the beginning of eventSource; set state to " +
    `${ALL_MANAGEMENT_EVENTS} for read-only calls.`,
  references: [
    "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html",
    "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail-management.html",
    "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html",
  ],
  check: ({ properties }) => {
    const { eventPattern } = properties;
    if (eventPattern === undefined || eventPattern === "") {
      return notApplicable("the rule runs by a schedule");
    }
    if (eventPattern === UNKNOWN) {
      return undecided(PATTERN);
    }
    const pattern = readPattern(eventPattern);
    if (pattern === undefined) {
      return fail(PATTERN, "is not a JSON object that names each field once; correct it");
    }
    const detail = at(pattern, "detail");
    return isOfCloudTrail(pattern) && isMap(detail)
      ? all(
          spelled("", pattern, ENVELOPE_FIELDS),
          spelled("detail.", detail, RECORD_FIELDS),
          callsSpelled(detail),
          fromItsSource(pattern, detail),
          readOnlyDelivered(properties, detail),
          enabled(properties),
        )
      : spelled("", pattern, ENVELOPE_FIELDS);
  },
});

function readPattern(text: Value): PropertyMap | undefined {
  try {
    const parsed = typeof text === "string" ? withoutNull(parseStrictJson(text)) : text;
    return isMap(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** A pattern can ask for null, which is no text either way. */
function withoutNull(value: unknown): Value {
  return JSON.parse(JSON.stringify(value), (_, part: unknown) => part ?? 0) as Value; // JSON has no other values
}

function isOfCloudTrail(pattern: PropertyMap): boolean {
  const types = literals(pattern["detail-type"]);
  return types.length > 0 && types.every((type) => type.endsWith(" via CloudTrail"));
}

/** The texts of a list that match exactly; the others, such as `{"prefix": ...}`, match more. */
function literals(value: Value | undefined): readonly string[] {
  return isList(value) ? value.filter((item) => typeof item === "string") : [];
}

/** The texts where all of the list are such; none where it can match others. */
function onlyLiterals(value: Value | undefined): readonly string[] {
  const found = literals(value);
  return isList(value) && found.length === value.length ? found : [];
}

function spelled(path: string, fields: PropertyMap, known: readonly string[]): Results {
  return all(
    ...Object.keys(fields).map((name) => {
      const meant = misspelled(name, known);
      return meant === undefined
        ? pass
        : fail(PATTERN, `asks for ${path}${name}, which no event has; the field is ${path}${meant}`);
    }),
  );
}

function callsSpelled(detail: PropertyMap): Results {
  return all(
    ...literals(detail["eventName"]).map((name) => {
      const meant = misspelled(name, EVIDENCE_CALLS);
      return meant === undefined
        ? pass
        : fail(PATTERN, `asks for the call ${name}, which CloudTrail records as ${meant}`);
    }),
  );
}

/** EventBridge makes the source of a call from the event source. */
function fromItsSource(pattern: PropertyMap, detail: PropertyMap): Results {
  const sources = onlyLiterals(pattern["source"]);
  const services = onlyLiterals(detail["eventSource"]);
  const isOne = services.some((service) => sources.includes(`aws.${service.split(".")[0] ?? ""}`));
  return sources.length === 0 || services.length === 0 || isOne
    ? pass
    : fail(
        PATTERN,
        `asks for calls of ${services.join(", ")} from ${sources.join(", ")}, which no event combines; set source to aws.${services[0]?.split(".")[0] ?? ""}`,
      );
}

function readOnlyDelivered({ state }: PropertyMap, detail: PropertyMap): Results {
  if (state === ALL_MANAGEMENT_EVENTS) {
    return pass;
  }
  const services = onlyLiterals(detail["eventSource"]);
  const calls = literals(detail["eventName"]).filter(
    (name) => services.length > 0 && services.every((service) => isReadOnlyManagementCall(service, name)),
  );
  if (calls.length === 0) {
    return pass;
  }
  return state === UNKNOWN
    ? undecided("state")
    : fail("state", `keeps ${calls.join(", ")} away, which are read-only; set it to ${ALL_MANAGEMENT_EVENTS}`);
}

function enabled({ state, isEnabled }: PropertyMap): Results {
  if (state === UNKNOWN || isEnabled === UNKNOWN) {
    return undecided(state === UNKNOWN ? "state" : "isEnabled");
  }
  return state === "DISABLED" || isEnabled === false
    ? fail(state === "DISABLED" ? "state" : "isEnabled", `disables the rule; set state to ENABLED`)
    : pass;
}

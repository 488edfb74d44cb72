import { MODEL_CALLS } from "../../../facts/eventbridge/events";
import { SERVICE_EVENTS, SERVICE_EVENTS_IDS, type ServiceEvents } from "../../../facts/eventbridge/service-events";
import {
  GOVERNANCE_CALLS,
  GOVERNANCE_CALLS_IDS,
  type GovernanceCalls,
  MODEL_KEY_USER_PREFIX,
} from "../../../facts/cloudtrail/governance-events";
import type { PropertyMap } from "../../properties";
import { ACCOUNT_BASELINE } from "../../resources";
import { stackRule } from "../../rule";
import { type Told, callEvent, toldInEachRegion, toldOfCall } from "../../stack/event-alerts";

export const cloudwatchAccountGovernanceAlertsExist = stackRule(ACCOUNT_BASELINE, {
  id: "cloudwatch-account-governance-alerts-exist",
  title: "AWS accounts alert on changes of who uses which model, with which data, in every governed region",
  severity: "medium",
  property: ACCOUNT_BASELINE.path("governedRegions"),
  rationale:
    "A model that is provisioned, an agent that is given a tool, a role that another account takes on and a model call by a " +
    "long-term key are lawful calls of somebody. Whether they should have happened is decided by people, who have to learn of them.",
  remediation:
    "Declare an AlertHub and GovernanceEvents in the region, or rules on all these events, each with a target.",
  references: [
    "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail-management.html",
    "https://docs.aws.amazon.com/eventbridge/latest/ref/events-ref-bedrock.html",
  ],
  checkEach: (baseline, { stack }) => toldInEachRegion(baseline, stack, { regional: REGIONAL, global: GLOBAL }),
});

/** Who should not call models: each with what a record says of the caller. */
const UNEXPECTED_CALLERS: Readonly<Record<string, PropertyMap>> = {
  "the root user": { type: "Root" },
  "a long-term API key": { type: "IAMUser", userName: `${MODEL_KEY_USER_PREFIX}a1b2` },
  "another account": { type: "AWSAccount", accountId: "000000000000" },
};

function callsOf(wanted: (kind: GovernanceCalls) => boolean): readonly Told[] {
  return GOVERNANCE_CALLS_IDS.map((id): GovernanceCalls => GOVERNANCE_CALLS[id])
    .filter(wanted)
    .flatMap(({ calls }) =>
      Object.entries(calls).flatMap(([service, names]) => names.map((name) => toldOfCall(service, name))),
    );
}

function modelCalls(): readonly Told[] {
  return Object.entries(UNEXPECTED_CALLERS).map(([caller, userIdentity]) => ({
    name: `model calls by ${caller}`,
    events: MODEL_CALLS.map((eventName) => callEvent("bedrock", { eventName, userIdentity })),
    reads: true,
  }));
}

const ROLE_SESSIONS: Told = {
  name: "roles that another account takes on",
  events: [
    callEvent("sts", { eventName: "AssumeRole", userIdentity: { type: "AWSAccount", accountId: "000000000000" } }),
  ],
  reads: true,
};

function serviceEvents(wanted: (events: ServiceEvents) => boolean): readonly Told[] {
  return SERVICE_EVENTS_IDS.map((id): ServiceEvents => SERVICE_EVENTS[id])
    .filter(wanted)
    .flatMap(({ source, detailTypes, detail }) =>
      detailTypes.map((type) => ({
        name: `"${type}"`,
        events: samplesOf(detail ?? {}).map((sample) => ({ source, "detail-type": type, detail: sample })),
        reads: false,
      })),
    );
}

type WantedFields = NonNullable<ServiceEvents["detail"]>;

/** One map of fields for each combination of the values that they are wanted with. */
function samplesOf(wanted: WantedFields): readonly PropertyMap[] {
  return Object.entries(wanted).reduce<readonly PropertyMap[]>(
    (samples, [field, values]) =>
      samples.flatMap((sample) =>
        (isFields(values) ? samplesOf(values) : values).map((value) => ({ ...sample, [field]: value })),
      ),
    [{}],
  );
}

function isFields(values: WantedFields[string]): values is Readonly<Record<string, readonly string[]>> {
  return !Array.isArray(values);
}

const REGIONAL = [
  ...callsOf(({ isGlobal }) => !isGlobal),
  ...modelCalls(),
  ROLE_SESSIONS,
  ...serviceEvents(({ isGlobal = false }) => !isGlobal),
];
const GLOBAL = [...callsOf(({ isGlobal }) => isGlobal), ...serviceEvents(({ isGlobal = false }) => isGlobal)];

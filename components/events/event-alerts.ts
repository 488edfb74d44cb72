/** Which events of a region somebody is told of, and how: decided on plain data. */
import type { AlertSeverity } from "../../facts/alerting/severities";
import {
  GOVERNANCE_CALLS,
  GOVERNANCE_CALLS_IDS,
  type GovernanceCallsId,
  type GovernanceCalls,
  MODEL_KEY_USER_PREFIX,
} from "../../facts/cloudtrail/governance-events";
import { GLOBAL_SERVICES, TAMPER_EVENTS, TAMPER_SERVICES } from "../../facts/cloudtrail/tamper-events";
import { MODEL_CALLS, STATE_WITH_READS } from "../../facts/eventbridge/events";
import {
  SERVICE_EVENTS,
  SERVICE_EVENTS_IDS,
  type ServiceEvents,
  type ServiceEventsId,
} from "../../facts/eventbridge/service-events";
import { RUNBOOK_OF, RUNBOOK_OF_CALLS, RUNBOOK_OF_SERVICE_EVENTS, RUNBOOK_OF_TAMPERING } from "../../runbooks/alerts";
import {
  type EventPattern,
  type EventTitle,
  type Matchers,
  callNotification,
  callPattern,
  serviceNotification,
} from "../documents/event-patterns";
import type { AlertingRule } from "./alerting-rule";

/** Calls by where AWS records them. */
export type RecordedCalls = "regional" | "global" | "all";

/** A rule, and what its target is sent. */
export interface EventAlert extends Omit<AlertingRule, "eventPattern"> {
  readonly severity: AlertSeverity;
  readonly pattern: (accounts: KnownAccounts) => EventPattern;
}

/** The accounts whose principals are expected to call models and take on roles. */
export interface KnownAccounts {
  readonly accountId: string;
  readonly trustedAccountIds: readonly string[];
}

/** Every alert of a region, in the order of the tables. */
export function eventAlerts(calls: RecordedCalls): readonly EventAlert[] {
  return [
    ...tamperAlerts(calls),
    ...governanceAlerts(calls),
    ...(calls === "global" ? [] : [UNEXPECTED_MODEL_CALLERS, FOREIGN_ROLE_SESSIONS]),
    ...serviceAlerts(calls),
  ];
}

function isRecorded(calls: RecordedCalls, isGlobal: boolean): boolean {
  return calls === "all" || isGlobal === (calls === "global");
}

const EVIDENCE_AT_RISK = { what: "Evidence may be at risk", severity: "page" } as const;

/** A rule for each service whose calls undo a control. */
function tamperAlerts(calls: RecordedCalls): readonly EventAlert[] {
  return TAMPER_SERVICES.filter((service) => isRecorded(calls, GLOBAL_SERVICES.includes(service))).map((service) =>
    onCalls({
      id: service,
      description: `Calls to ${service} that take evidence away, or what collects it`,
      ...EVIDENCE_AT_RISK,
      runbook: RUNBOOK_OF_TAMPERING[service],
      pattern: () => callPattern({ [service]: TAMPER_EVENTS[service] }),
    }),
  );
}

function governanceAlerts(calls: RecordedCalls): readonly EventAlert[] {
  return GOVERNANCE_CALLS_IDS.map((id): readonly [GovernanceCallsId, GovernanceCalls] => [id, GOVERNANCE_CALLS[id]])
    .filter(([, { isGlobal }]) => isRecorded(calls, isGlobal))
    .map(([id, { what, severity, calls: names }]) =>
      onCalls({
        id,
        description: what,
        what,
        severity,
        runbook: RUNBOOK_OF_CALLS[id],
        pattern: () => callPattern(names),
      }),
    );
}

/** Records of model calls say that they only read, or do not: the rule takes both. */
const UNEXPECTED_MODEL_CALLERS = onCalls({
  id: "model-callers",
  description: "Model calls by the root user, by a long-term API key, or from an account that is not known",
  what: "A model was called by somebody who should not",
  runbook: RUNBOOK_OF.modelCallers,
  severity: "mail",
  pattern: (accounts) =>
    callPattern(
      { bedrock: MODEL_CALLS },
      {
        $or: [
          { userIdentity: { type: ["Root"] } },
          { userIdentity: { userName: [{ prefix: MODEL_KEY_USER_PREFIX }] } },
          { userIdentity: { accountId: outside(accounts) } },
        ],
      },
    ),
  state: STATE_WITH_READS,
});

/** CloudTrail says of who takes on a role from another account which account that is, and calls it a call that reads. */
const FOREIGN_ROLE_SESSIONS = onCalls({
  id: "foreign-role-sessions",
  description: "Roles that are taken on from an account that is not known",
  what: "A role was taken on from an account that is not known",
  runbook: RUNBOOK_OF.foreignRoleSessions,
  severity: "mail",
  pattern: (accounts) =>
    callPattern({ sts: ["AssumeRole"] }, { userIdentity: { type: ["AWSAccount"], accountId: outside(accounts) } }),
  state: STATE_WITH_READS,
});

function outside({ accountId, trustedAccountIds }: KnownAccounts): Matchers {
  return [{ "anything-but": [accountId, ...trustedAccountIds] }];
}

function onCalls({
  what,
  state = "ENABLED",
  ...alert
}: Omit<EventAlert, "notification" | "state"> & EventTitle & Partial<Pick<EventAlert, "state">>): EventAlert {
  return {
    ...alert,
    state,
    notification: callNotification({ what, severity: alert.severity, runbook: alert.runbook }),
  };
}

function serviceAlerts(calls: RecordedCalls): readonly EventAlert[] {
  return SERVICE_EVENTS_IDS.map((id): readonly [ServiceEventsId, ServiceEvents] => [id, SERVICE_EVENTS[id]])
    .filter(([, { isGlobal = false }]) => isRecorded(calls, isGlobal))
    .map(([id, { source, detailTypes, detail, resourcePath, ...title }]) => ({
      id,
      description: title.what,
      severity: title.severity,
      runbook: RUNBOOK_OF_SERVICE_EVENTS[id],
      pattern: () => ({
        source: [source],
        "detail-type": detailTypes,
        ...(detail === undefined ? {} : { detail }),
      }),
      notification: serviceNotification({ ...title, runbook: RUNBOOK_OF_SERVICE_EVENTS[id] }, resourcePath),
      state: "ENABLED",
    }));
}

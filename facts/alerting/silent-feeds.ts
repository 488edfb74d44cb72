/** When a log group that is fed with evidence has fallen silent, and how urgent it is. */
import type { Source } from "../source";
import type { AlertSeverity } from "./severities";

const CLOUDWATCH = "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring";

export const SOURCES: readonly Source[] = [
  {
    page: `${CLOUDWATCH}/using-metric-math.html`,
    readOn: "2026-11-27",
    secondary: "the functions IF and FILL, as the page's source on GitHub has them",
  },
  {
    page: `${CLOUDWATCH}/alarm-limits.html`,
    readOn: "2026-11-27",
    secondary:
      "an expression's metrics are ten at most; that they may be of several namespaces follows from the advice on those of one",
  },
  {
    page: "https://docs.aws.amazon.com/bedrock/latest/userguide/monitoring-runtime-metrics.html",
    readOn: "2026-11-27",
    secondary:
      "what Invocations counts, as two states of the page have it: requests that succeeded, or that Bedrock accepted; neither says whether a call that failed is logged",
  },
  {
    page: "https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html",
    readOn: "2026-11-21",
  },
];

/** In seconds: what arrives late, as CloudWatch Logs lets it, is there by then. */
export const SILENT_FOR = 3600;

/** A log group that is never quiet while it is fed. */
export interface SilentFeed {
  /** A sentence without its full stop. */
  readonly what: string;
  readonly severity: AlertSeverity;
}

export const SILENT_TRAIL: SilentFeed = {
  what: "The trail delivers nothing to its log group: it may be stopped, or its key may be disabled",
  severity: "page",
};

/** A control plane audits and logs what its own components do, too, whether or not anybody uses the cluster. */
export function silentCluster(clusterName: string): SilentFeed {
  return {
    what: `The control plane of the cluster ${clusterName} sends nothing to its log group: its logging may be off, or the group's key may be disabled`,
    severity: "page",
  };
}

/** Nobody has to call a model, so that the log of invocations is silent by rights unless somebody does. */
export const UNLOGGED_INVOCATIONS: SilentFeed = {
  what: "Models are called, and the log of their invocations receives nothing: logging may be off, or its role or key may refuse it",
  severity: "page",
};

/** The ids of what is compared. */
export const COMPARED = { calls: "calls", events: "events" } as const;

/**
 * The events of a period in which models were called, and 1 for one in which CloudWatch has counted no call; where it has no data on calls,
 * there is none here. By itself IF takes 0 for an event that is missing where there are calls; FILL does so where there are no events at all.
 */
export const EVENTS_OF_CALLS = `IF(${COMPARED.calls}, FILL(${COMPARED.events}, 0), 1)`;

/** How many periods in a row: the record of a call at the end of one may arrive in the next. */
export const SILENT_PERIODS = 2;

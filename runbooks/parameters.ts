/** What whoever runs a runbook may say. */

export interface ListParameter {
  readonly type: "list";
  readonly meaning: string;
  /** What nothing given means. */
  readonly none: string;
}

export interface NumberParameter {
  readonly type: "number";
  readonly meaning: string;
  readonly byDefault: number;
  readonly least: number;
}

export const PARAMETERS = {
  approvedModels: {
    type: "list",
    meaning: "Ids of the models that may be used, as calls name them",
    none: "no model is approved, and all are shown",
  },
  datasets: {
    type: "list",
    meaning: "Names of the buckets whose data is flagged",
    none: "objects of every bucket are shown",
  },
  governedRegions: {
    type: "list",
    meaning: "Regions in which models may be used",
    none: "calls in every region are shown",
  },
  conversations: {
    type: "list",
    meaning: "Ids of conversations, as applications give them in their telemetry",
    none: "every conversation is shown",
  },
  namespaces: {
    type: "list",
    meaning: "Namespaces of Kubernetes in which AI workloads run",
    none: "every namespace that is not Kubernetes' own",
  },
  leastRetentionDays: {
    type: "number",
    meaning: "Days that a log group has to keep events",
    byDefault: 365,
    least: 1,
  },
  callsPerHour: {
    type: "number",
    meaning: "Calls of one caller in an hour that are too many",
    byDefault: 100,
    least: 1,
  },
  interventionsPerHour: {
    type: "number",
    meaning: "Interventions of guardrails for one caller in an hour that are too many",
    byDefault: 20,
    least: 1,
  },
  silentHours: {
    type: "number",
    meaning: "Hours without a record after which a feed counts as silent",
    byDefault: 2,
    least: 1,
  },
} as const satisfies Readonly<Record<string, ListParameter | NumberParameter>>;

export type ParameterName = keyof typeof PARAMETERS;

/** A value for each parameter. */
export type Given = {
  readonly [Name in ParameterName]: (typeof PARAMETERS)[Name] extends ListParameter ? readonly string[] : number;
};

/** What is asked where nobody says anything. */
export const DEFAULTS: Given = {
  approvedModels: [],
  datasets: [],
  governedRegions: [],
  conversations: [],
  namespaces: [],
  leastRetentionDays: PARAMETERS.leastRetentionDays.byDefault,
  callsPerHour: PARAMETERS.callsPerHour.byDefault,
  interventionsPerHour: PARAMETERS.interventionsPerHour.byDefault,
  silentHours: PARAMETERS.silentHours.byDefault,
};

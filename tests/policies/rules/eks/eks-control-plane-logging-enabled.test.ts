import { eksControlPlaneLoggingEnabled } from "../../../../policies/rules/eks/eks-control-plane-logging-enabled";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeResourceRule } from "../../rule-harness";

const TYPES = "enabledClusterLogTypes";
const ALL = ["api", "audit", "authenticator", "controllerManager", "scheduler"];

describeResourceRule(eksControlPlaneLoggingEnabled, {
  example: { name: "inference", [TYPES]: ALL },
  fails: [
    {
      title: "a cluster that delivers no log",
      remove: [TYPES],
      message: "is not set; add api, audit, authenticator, controllerManager, scheduler",
    },
    {
      title: "an empty list",
      set: { [TYPES]: [] },
      message: "is []; add api, audit, authenticator, controllerManager, scheduler",
    },
    ...ALL.map((type) => ({
      title: `a cluster without its ${type} log`,
      set: { [TYPES]: ALL.filter((other) => other !== type) },
      message: `is ${JSON.stringify(ALL.filter((other) => other !== type))}; add ${type}`,
    })),
  ],
  passes: [
    { title: "the logs in another order", set: { [TYPES]: [...ALL].reverse() } },
    { title: "every log beside an unknown one", set: { [TYPES]: [...ALL, UNKNOWN_VALUE] } },
  ],
  unknown: [TYPES, { path: `${TYPES}.1`, property: TYPES }],
});

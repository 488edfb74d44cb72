import { eksControlPlaneLogging } from "../../../../policies/rules/kubernetes/eks-control-plane-logging";
import { UNKNOWN_VALUE } from "../../../../state/wire";
import { describeResourceRule } from "../../rule-harness";

const TYPES = "enabledClusterLogTypes";
const ALL = ["api", "audit", "authenticator", "controllerManager", "scheduler"];

describeResourceRule(eksControlPlaneLogging, {
  example: { name: "inference", [TYPES]: ALL },
  fails: [
    {
      title: "a cluster that delivers no log",
      remove: [TYPES],
      message: "is absent; it lacks api, audit, authenticator, controllerManager, scheduler",
    },
    {
      title: "an empty list",
      set: { [TYPES]: [] },
      message: "is []; it lacks api, audit, authenticator, controllerManager, scheduler",
    },
    ...ALL.map((type) => ({
      title: `a cluster without its ${type} log`,
      set: { [TYPES]: ALL.filter((other) => other !== type) },
      message: `is ${JSON.stringify(ALL.filter((other) => other !== type))}; it lacks ${type}`,
    })),
  ],
  passes: [
    { title: "the logs in another order", set: { [TYPES]: [...ALL].reverse() } },
    { title: "every log beside an unknown one", set: { [TYPES]: [...ALL, UNKNOWN_VALUE] } },
  ],
  unknown: [TYPES, { path: `${TYPES}.1`, property: TYPES }],
});

import { eksAuditLogRetained } from "../../../../policies/rules/kubernetes/eks-audit-log-retained";
import { UNKNOWN_VALUE } from "../../../../state/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, without } from "../../state-changes";

const SINK = { type: "ai-governance-baseline:index:KubernetesAuditSink" };
const GROUP = { type: "aws:cloudwatch/logGroup:LogGroup", name: "baseline-eu-central-1-eks-inference-log-group" };
const of = (message: string) => [{ name: "baseline-eu-central-1-eks-inference", message }] as const;

describeStackRule(eksAuditLogRetained, {
  fails: [
    {
      title: "a cluster without a log group",
      change: (stack) => without(stack, GROUP),
      findings: of("is that of no log group below this component; it must have one"),
    },
    {
      title: "a log group of another name",
      change: (stack) => changeAll(stack, GROUP, { set: { name: "/aws/eks/inference" } }),
      findings: of('is "/aws/eks/inference"; it must be /aws/eks/CLUSTER/cluster'),
    },
    {
      title: "a log group that AWS names",
      change: (stack) => changeAll(stack, GROUP, { remove: ["name"] }),
      findings: of("is absent; it must be /aws/eks/CLUSTER/cluster"),
    },
    {
      title: "a log group that keeps too little",
      change: (stack) => changeAll(stack, GROUP, { set: { retentionInDays: 60 } }),
      findings: of("names a log group whose retentionInDays is 60; it must be at least 90 and at most 3653"),
    },
    {
      title: "a log group without a key",
      change: (stack) => changeAll(stack, GROUP, { remove: ["kmsKeyId"] }),
      findings: of("names a log group whose kmsKeyId is absent; it must name a customer key"),
    },
  ],
  passes: [
    {
      title: "a shorter period where it is allowed",
      change: (stack) => changeAll(stack, GROUP, { set: { retentionInDays: 30 } }),
      config: { minimumDays: 30 },
    },
  ],
  unknown: [
    {
      title: "a period that is not known yet",
      change: (stack) => changeAll(stack, GROUP, { set: { retentionInDays: UNKNOWN_VALUE } }),
      property: "logGroupName",
    },
    {
      title: "a kind that is not known yet",
      change: (stack) => changeAll(stack, SINK, { set: { kind: UNKNOWN_VALUE } }),
      property: "kind",
    },
  ],
  notApplicable: [
    {
      title: "a cluster that is not one of EKS",
      change: (stack) => changeAll(stack, SINK, { set: { kind: "legacy" } }),
    },
  ],
});

import { eksAuditLogRetention } from "../../../../policies/rules/eks/eks-audit-log-retention";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, without } from "../../state-changes";

const SINK = { type: "ai-governance-baseline:index:KubernetesAuditSink" };
const GROUP = { type: "aws:cloudwatch/logGroup:LogGroup", name: "baseline-eu-central-1-eks-inference-log-group" };
const of = (message: string) => [{ name: "baseline-eu-central-1-eks-inference", message }] as const;

describeStackRule(eksAuditLogRetention, {
  fails: [
    {
      title: "a cluster without a log group",
      change: (stack) => without(stack, GROUP),
      findings: of("names no log group below this component; declare one"),
    },
    {
      title: "a log group of another name",
      change: (stack) => changeAll(stack, GROUP, { set: { name: "/aws/eks/inference" } }),
      findings: of('is "/aws/eks/inference"; set it to /aws/eks/CLUSTER/cluster'),
    },
    {
      title: "a log group that AWS names",
      change: (stack) => changeAll(stack, GROUP, { remove: ["name"] }),
      findings: of("is not set; set it to /aws/eks/CLUSTER/cluster"),
    },
    {
      title: "a log group that keeps too little",
      change: (stack) => changeAll(stack, GROUP, { set: { retentionInDays: 60 } }),
      findings: of("references a log group whose retentionInDays is 60; set it to 90 to 3653 days"),
    },
    {
      title: "a log group without a key",
      change: (stack) => changeAll(stack, GROUP, { remove: ["kmsKeyId"] }),
      findings: of("references a log group whose kmsKeyId is not set; set it to a customer managed key"),
    },
  ],
  passes: [
    {
      title: "a shorter period where it is allowed",
      change: (stack) => changeAll(stack, GROUP, { set: { retentionInDays: 30 } }),
      settings: { minimumDays: 30 },
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
      title: "a cluster that is not an EKS cluster",
      change: (stack) => changeAll(stack, SINK, { set: { kind: "legacy" } }),
    },
  ],
});

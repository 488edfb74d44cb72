import { control } from "../control";
import { NO_RUNBOOK } from "../no-runbook";

export const lineageControls = [
  control({
    id: "LINEAGE-01",
    title: "Every step from training data to a served model can be followed",
    objective:
      "The trail has each training job, model, version and endpoint with what it was made of, saved queries put the steps and the approvals in order, and people learn of them as they happen.",
    provisions: ["AuditTrail", "EvidenceQueries", "GovernanceEvents"],
    prevents: ["athena-account-evidence-queries-exist", "cloudwatch-account-governance-alerts-exist"],
    detects: { checks: ["verify-athena-named-query-as-declared", "verify-eventbridge-rule-as-declared"] },
    traces: [],
    responds: NO_RUNBOOK,
    clauses: {
      "eu-ai-act": ["12(2)(a)"],
      "iso-42001": ["A.4.2"],
      "nist-ai-rmf": ["GOVERN 1.6", "MEASURE 2.8"],
      "nist-800-53": ["AU-12", "CM-3"],
    },
    limits: [
      "The steps are those of SageMaker and Bedrock. A model that is trained elsewhere appears as the artifact that is registered.",
      "The records name where data and artifacts lie, by S3 URI, and not what is in them. Who read and wrote the objects is recorded of the buckets in trainingBuckets.",
      "A row is one step: the names in it lead to the next. A name can be used again once its resource is deleted.",
      "The queries look 90 days back, and as far as the trail's bucket goes once somebody changes that number.",
    ],
  }),
] as const;

import { control } from "../control";

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
    responds: [
      "model-lineage",
      "model-versions-decided",
      "training-data-used",
      "jobs-started",
      "objects-read-and-written",
    ],
    clauses: {
      "eu-ai-act": ["12(2)(a)"],
      "iso-42001": ["A.4.2"],
      "nist-ai-rmf": ["GOVERN 1.6", "MEASURE 2.8"],
      "nist-800-53": ["AU-12", "CM-3"],
    },
    limits: [
      "The steps are those of SageMaker and Bedrock. A model that is trained elsewhere appears as the artifact that is registered.",
      "The records name where data and artifacts lie, by S3 URI, and not what is in them. Who read and wrote the objects is recorded of the buckets in trainingBuckets, modelBuckets and artifactBuckets.",
      "A row is one step: the names in it lead to the next. A name can be used again once its resource is deleted.",
      "The queries look 90 days back, and as far as the trail's bucket goes once somebody changes that number.",
    ],
  }),
  control({
    id: "LINEAGE-02",
    title: "What happens to training data, models and artifacts is logged by their buckets, and deletions are told of",
    objective:
      "Each request to a training, model or artifact bucket is a line of an access log, which saved queries read; the bucket sends its events to EventBridge, and people learn of training data and models that a call deletes.",
    provisions: ["DataLineage", "EvidenceBucket", "EvidenceQueries"],
    prevents: ["s3-account-lineage-buckets-traced", "cloudwatch-account-lineage-deletions-told"],
    detects: {
      checks: [
        "verify-s3-bucket-notification-as-declared",
        "verify-s3-bucket-logging-as-declared",
        "verify-eventbridge-rule-as-declared",
        "verify-athena-named-query-as-declared",
      ],
    },
    traces: ["s3:PutBucketLogging"],
    responds: ["lineage-objects-accessed", "lineage-access-refused", "objects-removed"],
    clauses: {
      "eu-ai-act": ["12(2)(a)"],
      "iso-42001": ["A.4.2"],
      "nist-800-53": ["AU-2", "AU-12"],
    },
    limits: [
      "It is off by default: a bucket has one configuration of notifications and one of access logging, and both would replace what its owner has set. Data events are logged in any case.",
      "S3 delivers access logs on a best-effort basis, within hours, and leaves requests out. The trail's data events are the complete record.",
      "Directory buckets send no events and have no access logs.",
      "Of objects that are made nobody is told: the trail's data events and the access logs have them. Of artifacts that are deleted neither, since jobs delete them of their own accord.",
      "A call that deletes a thousand objects is a thousand events, each of which is told. What a lifecycle rule lets expire is not told.",
      "Nobody is told when a bucket's notifications are replaced, which is ordinary work of a team: `baseline verify` finds it.",
    ],
  }),
] as const;

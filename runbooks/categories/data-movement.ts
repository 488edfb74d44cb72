import { GOVERNANCE_CALLS } from "../../facts/cloudtrail/governance-events";
import { all, any, is, matches, present } from "../queries/condition";
import { calls, callsOf, oneOf, trail, trailCounts } from "../queries/records";
import { CALLER } from "../queries/tables";
import { type Runbook, step } from "../runbook";

export const dataMovement = {
  "flagged-dataset-read": {
    question: "Who read objects of a flagged dataset?",
    category: "data-movement",
    severity: "high",
    days: 7,
    parameters: ["datasets"],
    query: ({ datasets }) =>
      trail(
        all(
          calls("s3", ["GetObject", "CopyObject", "GetObjectTorrent", "SelectObjectContent", "UploadPartCopy"]),
          present("requestParameters.bucketName"),
          ...(datasets.length === 0
            ? []
            : [
                any(
                  is("requestParameters.bucketName", ...datasets),
                  ...datasets.map((bucket) =>
                    matches('requestParameters["x-amz-copy-source"]', `^/?${bucket.replaceAll(".", "[.]")}/`),
                  ),
                ),
              ]),
        ),
        {
          bucket: "requestParameters.bucketName",
          key: "requestParameters.key",
          copied_from: 'requestParameters["x-amz-copy-source"]',
        },
      ),
    reading:
      "A row is one object that was read, or copied elsewhere. Training jobs read whole prefixes under their own role.",
    response: [
      step("data-governance", "Decide whether the reader may have the dataset."),
      step("security", "Look where it went: run data-copied-out for the same caller."),
    ],
    keep: ["The trail's data events", "The bucket's access log of the day"],
  },
  "objects-read-and-written": {
    question: "Who read, wrote or deleted objects whose data events are logged, such as training data?",
    category: "data-movement",
    severity: "informational",
    days: 7,
    parameters: ["datasets"],
    query: ({ datasets }) =>
      trailCounts({
        where: all(
          is("eventCategory", "Data"),
          calls("s3", ["GetObject", "PutObject", "CopyObject", "DeleteObject", "DeleteObjects"]),
          ...oneOf("requestParameters.bucketName", datasets),
        ),
        by: { caller: CALLER, bucket: "requestParameters.bucketName", eventname: "eventName" },
        counted: "requests",
        measures: {
          earliest: { of: "lowest", field: "eventTime" },
          latest: { of: "highest", field: "eventTime" },
          eventid: { of: "highest", field: "eventID" },
        },
      }),
    reading:
      "A row is a caller and a bucket. A caller that is new, or a number far above its usual one, deserves a look.",
    response: [step("data-governance", "Ask the owner of a caller that is new.")],
    keep: ["The trail's data events"],
  },
  "data-copied-out": {
    question: "Which data was opened to others: by policies, replication, shares, access points or snapshots?",
    category: "data-movement",
    severity: "high",
    days: 30,
    parameters: [],
    query: () =>
      trail(
        any(
          callsOf(GOVERNANCE_CALLS["resource-sharing"].calls),
          calls("s3", [
            "PutBucketPolicy",
            "PutBucketAcl",
            "PutObjectAcl",
            "PutBucketReplication",
            "CreateAccessPoint",
            "PutAccessPointPolicy",
            "CreateJob",
          ]),
          calls("bedrock", ["PutResourcePolicy", "CreateModelCopyJob"]),
        ),
        {
          bucket: "requestParameters.bucketName",
          shared: ["requestParameters.resourceArn", "requestParameters.sourceModelArn", "requestParameters.name"],
        },
      ),
    reading: "A row is a grant, not yet a read. What is granted stands in the record's request parameters.",
    response: [
      step("data-governance", "Decide whether the other side may have it."),
      step("platform", "Take the grant back, and look who used it: run cross-account-access."),
    ],
    keep: ["The trail's records", "The policy before and after, as AWS Config recorded it"],
  },
  "training-data-used": {
    question: "Which jobs and data sources were given data?",
    category: "data-movement",
    severity: "informational",
    days: 30,
    parameters: [],
    query: () =>
      trail(callsOf(GOVERNANCE_CALLS["training-data"].calls), {
        job: [
          "requestParameters.trainingJobName",
          "requestParameters.processingJobName",
          "requestParameters.transformJobName",
          "requestParameters.autoMLJobName",
          "requestParameters.featureGroupName",
          "requestParameters.knowledgeBaseId",
        ],
        data: [
          "requestParameters.inputDataConfig{}",
          "requestParameters.processingInputs{}",
          "requestParameters.dataSourceConfiguration{}",
        ],
      }),
    reading: "A row names the data by its S3 URI. The register of datasets says what may be used for what.",
    response: [step("data-governance", "Compare the data with the register.")],
    keep: ["The trail's records"],
  },
  "lineage-objects-accessed": {
    question: "Who read, wrote or deleted how many objects with training data, models or artifacts, and from where?",
    category: "data-movement",
    severity: "informational",
    days: 7,
    parameters: ["datasets"],
    query: ({ datasets }) => ({
      kind: "counts",
      tables: ["s3_access_to_lineage"],
      where: all(
        // What S3 logs of a bucket as a whole has no key.
        { kind: "is-not", field: "key", values: ["-"] },
        { kind: "below", field: "httpstatus", limit: 400 },
        ...oneOf("bucket_name", datasets),
      ),
      by: { requester: "requester", remoteip: "remoteip", bucket_name: "bucket_name", operation: "operation" },
      counted: "requests",
      measures: {
        objects: { of: "distinct", field: "key" },
        earliest: { of: "lowest", field: "day" },
        latest: { of: "highest", field: "day" },
      },
    }),
    reading:
      "A row is a requester, an address and an operation. S3 delivers access logs on a best-effort basis: the trail's data events are complete.",
    response: [step("data-governance", "Ask for the reason of requests from addresses that are not yours.")],
    keep: ["The access log's lines"],
  },
  "evidence-read-or-deleted": {
    question: "Who read evidence, and who deleted any?",
    category: "data-movement",
    severity: "high",
    days: 7,
    parameters: [],
    query: () => ({
      kind: "records",
      tables: ["s3_access", "s3_access_to_trail"],
      where: any(
        is("operation", "REST.GET.OBJECT", "REST.POST.MULTI_OBJECT_DELETE", "BATCH.DELETE.OBJECT"),
        matches("operation", "^REST[.]DELETE[.]"),
      ),
    }),
    reading:
      "Reads of the auditors' and the ingestion role are expected. A deletion removes nothing from a locked bucket: it sets a marker.",
    response: [
      step("security", "Find who deleted, and restore the versions: the lock keeps them."),
      step("audit", "Note the gap, and whether the digests prove it closed: run log-files-not-verified."),
    ],
    keep: ["The access log's lines", "The list of versions of the objects"],
  },
  "objects-removed": {
    question: "Which objects of which buckets were deleted, according to the trail?",
    category: "data-movement",
    severity: "medium",
    days: 7,
    parameters: ["datasets"],
    query: ({ datasets }) =>
      trail(all(calls("s3", ["DeleteObject", "DeleteObjects"]), ...oneOf("requestParameters.bucketName", datasets)), {
        bucket: "requestParameters.bucketName",
        key: "requestParameters.key",
        version: "requestParameters.versionId",
      }),
    reading: "A row with a version removed that version for good, unless a lock refused it: then errorcode says so.",
    response: [
      step("data-governance", "Restore the version before, or from the backup."),
      step("security", "Ask who had the right to delete: baseline access-review."),
    ],
    keep: ["The trail's data events"],
  },
} as const satisfies Readonly<Record<string, Runbook>>;

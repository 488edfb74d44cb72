import type { dataMovement } from "../../../runbooks/categories/data-movement";
import { ACCOUNT, ANN, asked, call, type Cases } from "./case";

export const dataMovementCases: Cases<typeof dataMovement> = {
  "flagged-dataset-read": {
    table: "cloudtrail_events",
    given: { datasets: ["patients.raw"] },
    finds: [
      { record: call("s3", "GetObject", asked({ bucketName: "patients.raw", key: "a" })) },
      {
        record: call(
          "s3",
          "CopyObject",
          asked({ bucketName: "elsewhere", key: "a", "x-amz-copy-source": "/patients.raw/a" }),
        ),
      },
    ],
    leaves: [
      { record: call("s3", "GetObject", asked({ bucketName: "patients-raw", key: "a" })) },
      {
        record: call(
          "s3",
          "CopyObject",
          asked({ bucketName: "elsewhere", key: "a", "x-amz-copy-source": "patientsXraw/a" }),
        ),
      },
      { record: call("s3", "PutObject", asked({ bucketName: "patients.raw", key: "a" })) },
    ],
  },
  "objects-read-and-written": {
    table: "cloudtrail_events",
    finds: [
      {
        record: call("s3", "GetObject", {
          eventCategory: "Data",
          requestParameters: { bucketName: "training", key: "a" },
        }),
      },
      {
        record: call("s3", "GetObject", {
          eventCategory: "Data",
          requestParameters: { bucketName: "training", key: "b" },
        }),
        daysAgo: 3,
      },
    ],
    leaves: [
      { record: call("s3", "ListObjects", { eventCategory: "Data", requestParameters: { bucketName: "training" } }) },
      {
        record: call("s3", "GetObject", { eventCategory: "Management", requestParameters: { bucketName: "training" } }),
      },
    ],
    rows: [
      {
        caller: ANN.arn,
        bucket: "training",
        eventname: "GetObject",
        requests: "2",
        earliest: "2026-11-09T00:00:00Z",
        latest: "2026-11-11T00:00:00Z",
        eventid: "find-1",
      },
    ],
  },
  "data-copied-out": {
    table: "cloudtrail_events",
    finds: [
      { record: call("s3", "PutBucketPolicy", asked({ bucketName: "training" })) },
      { record: call("ram", "CreateResourceShare", asked({ name: "models" })) },
    ],
    leaves: [
      { record: call("s3", "GetBucketPolicy", asked({ bucketName: "training" })) },
      { record: call("ram", "GetResourceShares") },
    ],
  },
  "training-data-used": {
    table: "cloudtrail_events",
    finds: [
      { record: call("sagemaker", "CreateTrainingJob", asked({ trainingJobName: "claims-7", inputDataConfig: [] })) },
    ],
    leaves: [{ record: call("sagemaker", "StopTrainingJob", asked({ trainingJobName: "claims-7" })) }],
  },
  "lineage-objects-accessed": {
    table: "s3_access_to_lineage",
    finds: [
      { record: { operation: "REST.GET.OBJECT", key: "a" } },
      { record: { operation: "REST.GET.OBJECT", key: "b", status: "206" }, daysAgo: 2 },
      { record: { operation: "REST.GET.OBJECT", key: "b" } },
      { record: { operation: "BATCH.DELETE.OBJECT", status: "204" } },
    ],
    leaves: [
      { record: { operation: "REST.GET.OBJECT", status: "403" } },
      { record: { operation: "REST.GET.OBJECT" }, daysAgo: 8 },
      { record: { operation: "REST.POST.MULTI_OBJECT_DELETE", key: "-" } },
    ],
    rows: [
      { operation: "REST.GET.OBJECT", requests: "3", objects: "2", earliest: "2026/11/10", latest: "2026/11/11" },
      { operation: "BATCH.DELETE.OBJECT", requests: "1", objects: "1", earliest: "2026/11/11", latest: "2026/11/11" },
    ].map((row) => ({
      requester: `arn:aws:iam::${ACCOUNT}:user/ann`,
      remoteip: "192.0.2.3",
      bucket_name: "texts",
      ...row,
    })),
  },
  "evidence-read-or-deleted": {
    table: "s3_access",
    finds: [
      { record: { operation: "REST.GET.OBJECT" } },
      { record: { operation: "REST.DELETE.OBJECT", status: "204" } },
      { record: { operation: "REST.POST.MULTI_OBJECT_DELETE" } },
      { record: { operation: "BATCH.DELETE.OBJECT" } },
    ],
    leaves: [{ record: { operation: "REST.PUT.OBJECT" } }, { record: { operation: "REST.GET.OBJECT" }, daysAgo: 8 }],
  },
  "objects-removed": {
    table: "cloudtrail_events",
    given: { datasets: ["training"] },
    finds: [{ record: call("s3", "DeleteObject", asked({ bucketName: "training", key: "a", versionId: "v" })) }],
    leaves: [
      { record: call("s3", "DeleteObject", asked({ bucketName: "other", key: "a" })) },
      { record: call("s3", "GetObject", asked({ bucketName: "training", key: "a" })) },
    ],
  },
};

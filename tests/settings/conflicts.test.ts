/** Settings that contradict each other, or lack one another. */
import { deepEqual } from "node:assert/strict";
import { PROJECT, configWith, pathsOfMistakes } from "./stack-config";
import { BACKED_UP, BUCKET, KEY, REASON, TRAIL, forwarded, list, logged, mode, move, queue, topic } from "./values";

describe("Conflicting settings", () => {
  const contradictions: readonly (readonly [string, Record<string, string>, readonly string[]])[] = [
    [
      "accepts storage classes where only the recorders' buckets are the stack's own",
      { trail: mode("existing", { arn: TRAIL }), evidenceStorageClasses: list(move(90, "GLACIER_IR")) },
      [],
    ],
    [
      "rejects storage classes where no bucket is the stack's own",
      {
        trail: mode("existing", { arn: TRAIL }),
        recorder: mode("create", { bucket: BUCKET, key: KEY }),
        evidenceStorageClasses: list(move(90, "GLACIER_IR")),
      },
      ["evidenceStorageClasses"],
    ],
    ["accepts a lock as long as the retention", { objectLockDays: "400", evidenceRetentionDays: "400" }, []],
    [
      "rejects a lock one day longer than the retention",
      { objectLockDays: "401", evidenceRetentionDays: "400" },
      ["objectLockDays"],
    ],
    ["rejects a retention below the profile's lock", { evidenceRetentionDays: "365" }, ["evidenceRetentionDays"]],
    ["rejects a lock above the profile's retention", { objectLockDays: "732" }, ["objectLockDays"]],
    ["rejects a lock without a mode", { objectLockMode: "none", objectLockDays: "30" }, ["objectLockDays"]],
    [
      "rejects an organization without its management account",
      { organizationId: "o-exampleorgid" },
      ["managementAccountId"],
    ],
    [
      "rejects a management account without its organization",
      { managementAccountId: "111122223333" },
      ["managementAccountId"],
    ],
    [
      "accepts a prompt retention where one governed region logs invocations",
      {
        governedRegions: list("eu-central-1", "us-east-1"),
        invocationLogging: mode("existing", { regions: { "us-east-1": { mode: "create" } } }),
        promptRetentionDays: "30",
      },
      [],
    ],
    [
      "accepts addresses where one region creates a topic",
      {
        governedRegions: list("eu-central-1", "us-east-1"),
        alerting: mode("existing", { arn: topic("us-east-1"), regions: { "eu-central-1": { mode: "create" } } }),
        alarmEmails: list("a@b.example"),
      },
      [],
    ],
    [
      "accepts enforcement where one region creates a guardrail",
      {
        governedRegions: list("eu-central-1", "us-east-1"),
        guardrails: mode("off", { reason: REASON, regions: { "us-east-1": { mode: "create" } } }),
        guardrailEnforcement: "set-by-api",
      },
      [],
    ],
    [
      "accepts addresses where only calls to IAM have a topic of their own",
      { alerting: mode("existing", { arn: topic("eu-central-1") }), alarmEmails: list("a@b.example") },
      [],
    ],
    [
      "accepts addresses for the alarms of invocation logging alone",
      { alerting: mode("off", { reason: REASON }), alarmEmails: list("a@b.example") },
      [],
    ],
    [
      "accepts routes of an address and of a queue",
      {
        alarmEmails: list("a@b.example"),
        alertSubscribers: list(queue("a")),
        alertRouting: list(
          { subscriber: "a@b.example", severities: ["page"] },
          { subscriber: queue("a"), severities: ["ticket", "mail"] },
        ),
      },
      [],
    ],
    [
      "rejects a route of nobody, and one in another spelling",
      {
        alarmEmails: list("a@b.example"),
        alertRouting: list(
          { subscriber: "c@b.example", severities: ["page"] },
          { subscriber: "A@b.example", severities: ["page"] },
        ),
      },
      ["alertRouting[0].subscriber", "alertRouting[1].subscriber"],
    ],
    [
      "accepts the settings of a trail in an archive",
      { trail: mode("create", { bucket: BUCKET, key: KEY }), insights: "false", trainingBuckets: list("abc") },
      [],
    ],
    [
      "accepts what is said of prompts where only delivered logs hold any",
      {
        invocationLogging: mode("existing"),
        loggedResources: list(logged("bedrock", "knowledge-base/ABCDEFGHIJ")),
        invocationContent: "metadata-only",
        maskedIdentifiers: "all",
        promptRetentionDays: "30",
      },
      [],
    ],
    [
      "accepts buckets of all kinds whose access is logged where the trail is adopted",
      {
        trail: mode("existing", { arn: TRAIL }),
        modelBuckets: list("abc"),
        artifactBuckets: list("def"),
        bucketLineage: mode("create"),
      },
      [],
    ],
    [
      "accepts a bucket that Macie and its lineage name for one region",
      {
        governedRegions: list("eu-central-1", "us-east-1"),
        trainingBuckets: list("abc"),
        detection: `{"macie":${mode("create", { regions: { "us-east-1": { mode: "create", buckets: ["abc"] } } })}}`,
        bucketLineage: mode("create", { regions: { "us-east-1": { mode: "create", buckets: ["abc"] } } }),
      },
      [],
    ],
    [
      "accepts queries where only access to the buckets of a lineage is logged",
      {
        trail: mode("existing", { arn: TRAIL }),
        recorder: mode("existing", { name: "default" }),
        invocationLogging: mode("existing"),
        modelBuckets: list("abc"),
        bucketLineage: mode("create"),
        evidenceQueries: mode("off", { reason: REASON }),
      },
      [],
    ],
    [
      "accepts training buckets that Macie looks into where the trail is adopted",
      { trail: mode("existing", { arn: TRAIL }), trainingBuckets: list("abc") },
      [],
    ],
    [
      "accepts storage classes of evidence where only Macie's results have a bucket",
      {
        trail: mode("existing", { arn: TRAIL }),
        recorder: mode("existing", { name: "default" }),
        trainingBuckets: list("abc"),
        evidenceStorageClasses: list({ days: 90, storageClass: "GLACIER_IR" }),
      },
      [],
    ],
    [
      "rejects masking where logs are delivered unmasked",
      {
        loggedResources: list(logged("bedrock", "knowledge-base/ABCDEFGHIJ")),
        invocationContent: "full",
        maskedIdentifiers: "all",
      },
      ["maskedIdentifiers"],
    ],
    [
      "rejects to destroy backups that nobody can",
      {
        protectResources: "false",
        forceDestroy: "true",
        objectLockMode: "GOVERNANCE",
        backups: JSON.stringify({ ...BACKED_UP, vaultLock: { mode: "COMPLIANCE", changeableForDays: 3 } }),
      },
      ["forceDestroy"],
    ],
    [
      "accepts a lock that can be bypassed on evidence that may be destroyed",
      { protectResources: "false", forceDestroy: "true", objectLockMode: "GOVERNANCE" },
      [],
    ],
    [
      "accepts a cluster log retention where one log group of two is created",
      {
        eksClusters: list({ name: "a", logGroup: { mode: "existing" } }, { name: "b" }),
        kubernetesRetentionDays: "90",
      },
      [],
    ],
    [
      "rejects a cluster log retention without clusters",
      { kubernetesRetentionDays: "90" },
      ["kubernetesRetentionDays"],
    ],
    [
      "accepts a cluster in a governed region other than the home region",
      { governedRegions: '["eu-central-1","us-east-1"]', eksClusters: '[{"name":"a","region":"us-east-1"}]' },
      [],
    ],
    [
      "rejects an endpoint without the secret by which EventBridge signs in",
      { eventForwarding: forwarded({}) },
      ["eventEndpointSecret"],
    ],
    [
      "rejects a secret without an endpoint",
      { eventForwarding: JSON.stringify({ queues: [{ arn: queue("a") }] }), eventEndpointSecret: "s3cret" },
      ["eventEndpointSecret"],
    ],
    [
      "rejects events to be sent on where nobody is told of any",
      {
        alerting: mode("off", { reason: REASON }),
        eventForwarding: forwarded({}, { queues: [{ arn: queue("a") }] }),
        eventEndpointSecret: "s3cret",
      },
      ["eventForwarding"],
    ],
    [
      "rejects a queue of a region where nobody is told of events",
      {
        governedRegions: list("eu-central-1", "us-east-1"),
        alerting: mode("create", { regions: { "us-east-1": { mode: "off", reason: REASON } } }),
        eventForwarding: JSON.stringify({ queues: [{ arn: queue("a") }, { arn: queue("a", "us-east-1") }] }),
      },
      ["eventForwarding.queues[1]"],
    ],
    [
      "accepts a queue where an existing topic is told",
      {
        alerting: mode("existing", { arn: topic("eu-central-1") }),
        eventForwarding: JSON.stringify({ queues: [{ arn: queue("a") }, { arn: queue("a", "us-east-1") }] }),
      },
      [],
    ],
    [
      "accepts the same cluster name in two regions",
      {
        governedRegions: '["eu-central-1","us-east-1"]',
        eksClusters: '[{"name":"a"},{"name":"a","region":"us-east-1"}]',
      },
      [],
    ],
  ];
  for (const [title, settings, expected] of contradictions) {
    it(title, () => {
      deepEqual(
        pathsOfMistakes(configWith(settings)),
        expected.map((name) => `${PROJECT}:${name}`),
      );
    });
  }
});

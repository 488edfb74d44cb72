/** What the mode of a capability leaves other settings to say. */
import { deepEqual } from "node:assert/strict";
import { parseSettings } from "../../settings/parse";
import { PROJECT, configWith } from "./stack-config";
import {
  BUCKET,
  KEY,
  REASON,
  TRAIL,
  arn,
  guardrail,
  list,
  logged,
  mode,
  principal,
  queue,
  topic,
  ORGANIZATION,
} from "./values";

describe("What modes rule out", () => {
  const off = mode("off", { reason: REASON });
  const existingRecorder = mode("existing", { name: "default" });
  const ignored = (setting: string, value: string, because: string, got = value) => ({
    path: `${PROJECT}:${setting}`,
    problem: `would be ignored: ${because}`,
    got,
    allowed: "not set in the stack",
    fix: `pulumi config rm ${setting}`,
  });
  const conflict = (other: string, value: string, fix: string) => ({
    path: `${PROJECT}:forceDestroy`,
    problem: `conflicts with ${other}, which keeps the evidence from being destroyed`,
    got: `forceDestroy true, ${other} ${value}`,
    allowed: `forceDestroy false with ${other} ${value}`,
    fix: `pulumi config set forceDestroy false, or ${fix}`,
  });
  const keyMissing = (place: string) => ({
    path: `${PROJECT}:${place}`,
    problem: "is missing: the bucket's objects are encrypted with a key that goes with it",
    got: "nothing",
    allowed: "the ARN of the KMS key of that bucket",
    fix: `pulumi config set --path ${place} <key ARN>`,
  });

  const mistakes: readonly (readonly [string, Record<string, string>, readonly object[]])[] = [
    [
      "a mode for a region that is not governed, with the governed ones",
      {
        governedRegions: list("eu-central-1", "us-east-1"),
        recorder: mode("create", { regions: { "us-east-1": { mode: "create" }, "us-west-2": { mode: "create" } } }),
        invocationLogging: mode("create", { regions: { "us-west-2": { mode: "existing" } } }),
        alerting: mode("create", { regions: { "us-west-2": { mode: "create" } } }),
        guardrails: mode("create", { regions: { "us-west-2": { mode: "create" } } }),
        evidenceQueries: mode("create", { regions: { "us-west-2": { mode: "create" } } }),
        logExport: mode("create", { regions: { "us-west-2": { mode: "create" } } }),
        periodicChecks: mode("create", { regions: { "us-west-2": { mode: "create" } } }),
        configRemediation: mode("create", { regions: { "us-west-2": { mode: "create" } } }),
        regionSettings: mode("create", { regions: { "us-west-2": { mode: "create" } } }),
      },
      [
        "recorder",
        "invocationLogging",
        "alerting",
        "guardrails",
        "evidenceQueries",
        "logExport",
        "periodicChecks",
        "configRemediation",
        "regionSettings",
      ].map((setting) => ({
        path: `${PROJECT}:${setting}.regions.us-west-2`,
        problem: "is not a governed region",
        got: '"us-west-2"',
        allowed: "eu-central-1, us-east-1",
        fix: "add us-west-2 to governedRegions, or remove it here",
      })),
    ],
    [
      "a bucket of the trail or of a recorder without its key",
      {
        trail: mode("create", { bucket: BUCKET }),
        recorder: mode("create", {
          bucket: BUCKET,
          regions: { "eu-central-1": { mode: "create", bucket: BUCKET } },
        }),
      },
      [keyMissing("trail.key"), keyMissing("recorder.key"), keyMissing("recorder.regions.eu-central-1.key")],
    ],
    [
      "a bucket for invocations whose content is not written to one",
      {
        invocationContent: "redacted",
        invocationLogging: mode("create", {
          bucket: "archive",
          regions: { "eu-central-1": { mode: "create", bucket: "other" } },
        }),
      },
      (
        [
          ["invocationLogging.bucket", "archive"],
          ["invocationLogging.regions.eu-central-1.bucket", "other"],
        ] as const
      ).map(([place, got]) => ({
        path: `${PROJECT}:${place}`,
        problem: "would be ignored: with invocationContent redacted nothing is written to a bucket",
        got: JSON.stringify(got),
        allowed: "no bucket, or invocationContent full",
        fix: `pulumi config rm --path ${place}`,
      })),
    ],
    [
      "a reader of another account without an external id",
      { auditorPrincipals: list(principal("role/a")), ingestionPrincipals: list("arn:aws:iam::444455556666:role/a") },
      [
        {
          path: `${PROJECT}:readersExternalId`,
          problem: "is needed, because a reader is of another account, whose software could be made to read for others",
          got: 'none, with "arn:aws:iam::444455556666:role/a"',
          allowed: "an external ID that is agreed on with whoever reads from outside",
          fix: "pulumi config set readersExternalId <external ID>",
        },
      ],
    ],
    [
      "an external id for readers of this account",
      { auditorPrincipals: list(principal("role/a")), readersExternalId: "a1b2" },
      [ignored("readersExternalId", '"a1b2"', "no reader is of another account")],
    ],
    [
      "a break-glass principal of another account",
      { breakGlassPrincipals: list(principal("role/a"), "arn:aws:iam::444455556666:role/a") },
      [
        {
          path: `${PROJECT}:breakGlassPrincipals[1]`,
          problem: "is of another account, whose principals the account's keys do not let in",
          got: '"arn:aws:iam::444455556666:role/a"',
          allowed: "roles and users of account 111122223333",
          fix: "name a role of this account, which the other account may assume",
        },
      ],
    ],
    [
      "approvers of another account, and more approvals than there are approvers",
      {
        responseAutomation: mode("create", {
          approvers: [principal("role/a"), "arn:aws:iam::444455556666:role/a"],
          minimumApprovals: 3,
        }),
      },
      [
        {
          path: `${PROJECT}:responseAutomation.approvers[1]`,
          problem: "is of another account, whose principals cannot approve runs of this one",
          got: '"arn:aws:iam::444455556666:role/a"',
          allowed: "roles and users of account 111122223333",
          fix: "name a role of this account, which the other account may assume",
        },
        {
          path: `${PROJECT}:responseAutomation.minimumApprovals`,
          problem: "is more than there are approvers, so that nothing would ever be approved",
          got: "3",
          allowed: "1 to 2",
          fix: "lower it, or name more approvers",
        },
      ],
    ],
    [
      "to destroy what is protected",
      { forceDestroy: "true" },
      [conflict("protectResources", "true", "pulumi config set protectResources false")],
    ],
    [
      "to protect what the profile lets be destroyed",
      { profile: "sandbox", protectResources: "true" },
      [conflict("protectResources", "true", "pulumi config set protectResources false")],
    ],
    [
      "to destroy what nobody can unlock",
      { forceDestroy: "true", protectResources: "false", objectLockMode: "COMPLIANCE" },
      [conflict("objectLockMode", "COMPLIANCE", "pulumi config set objectLockMode GOVERNANCE")],
    ],
    ...(
      [
        ["lambdaFunctions", list(arn("f")), list(arn("f"))],
        ["cloudWatchCopy", "management-only", '"management-only"'],
        ["insights", "false", "false"],
        ["trailSubscribers", list(queue("a")), list(queue("a"))],
      ] as const
    ).flatMap(([setting, value, got]) =>
      ([off, mode("existing", { arn: TRAIL })] as const).map(
        (trail) =>
          [
            `${setting} where the trail is ${trail === off ? "left out" : "adopted"}`,
            { trail, [setting]: value },
            [ignored(setting, value, "no trail is created", got)],
          ] as const,
      ),
    ),
    ...([off, mode("existing", { arn: TRAIL })] as const).map(
      (trail) =>
        [
          `training buckets of which neither a trail nor Macie knows, the trail being ${trail === off ? "left out" : "adopted"}`,
          { trail, trainingBuckets: list("abc"), detection: `{"macie":${off}}` },
          [
            ignored(
              "trainingBuckets",
              list("abc"),
              "no trail is created, Macie looks into none of them, and bucketLineage is off",
              list("abc"),
            ),
          ],
        ] as const,
    ),
    [
      "a directory bucket of which no trail knows, since Macie cannot look into it",
      { trail: off, trainingBuckets: list("arn:aws:s3express:us-east-1:111122223333:bucket/acme--use1-az4--x-s3") },
      [
        ignored(
          "trainingBuckets",
          list("arn:aws:s3express:us-east-1:111122223333:bucket/acme--use1-az4--x-s3"),
          "no trail is created, Macie looks into none of them, and bucketLineage is off",
          list("arn:aws:s3express:us-east-1:111122223333:bucket/acme--use1-az4--x-s3"),
        ),
      ],
    ],
    ...(["modelBuckets", "artifactBuckets"] as const).map(
      (setting) =>
        [
          `${setting} of which no trail knows and whose lineage is left out`,
          { trail: off, [setting]: list("abc") },
          [ignored(setting, list("abc"), "no trail is created, and bucketLineage is off", list("abc"))],
        ] as const,
    ),
    [
      "a lineage of directory buckets alone",
      {
        modelBuckets: list("arn:aws:s3express:us-east-1:111122223333:bucket/acme--use1-az4--x-s3"),
        bucketLineage: mode("create"),
      },
      [
        ignored(
          "bucketLineage",
          mode("create"),
          "trainingBuckets, modelBuckets and artifactBuckets name no general purpose bucket",
          mode("create"),
        ),
      ],
    ],
    [
      "a bucket of two kinds",
      { trainingBuckets: list("abc", "def"), modelBuckets: list("ghi", "def"), artifactBuckets: list("abc") },
      [
        {
          path: `${PROJECT}:modelBuckets[1]`,
          problem: "is in trainingBuckets already",
          got: '"def"',
          allowed: "each bucket in one of trainingBuckets, modelBuckets, artifactBuckets",
          fix: "remove it from one of the two",
        },
        {
          path: `${PROJECT}:artifactBuckets[0]`,
          problem: "is in trainingBuckets already",
          got: '"abc"',
          allowed: "each bucket in one of trainingBuckets, modelBuckets, artifactBuckets",
          fix: "remove it from one of the two",
        },
      ],
    ],
    [
      "a lineage of a bucket that is of no kind",
      { modelBuckets: list("abc"), bucketLineage: mode("create", { buckets: ["other"] }) },
      [
        {
          path: `${PROJECT}:bucketLineage.buckets[0]`,
          problem: "is no training, model or artifact bucket",
          got: '"other"',
          allowed: "names in trainingBuckets, modelBuckets or artifactBuckets: abc",
          fix: "add it to trainingBuckets, modelBuckets or artifactBuckets, or remove it",
        },
      ],
    ],
    [
      "a bucket that Macie and its lineage name for two regions",
      {
        governedRegions: list("eu-central-1", "us-east-1"),
        trainingBuckets: list("abc"),
        detection: `{"macie":${mode("create", { buckets: ["abc"], regions: { "us-east-1": { mode: "create" } } })}}`,
        bucketLineage: mode("create", { regions: { "us-east-1": { mode: "create", buckets: ["abc"] } } }),
      },
      [
        {
          path: `${PROJECT}:bucketLineage.regions.us-east-1.buckets[0]`,
          problem: "is named for another region already",
          got: '"abc"',
          allowed: "each bucket in the region that it lies in",
          fix: "leave it to one of the regions under bucketLineage.regions and detection.macie.regions",
        },
      ],
    ],
    [
      "a bucket for Macie that is no training bucket",
      { trainingBuckets: list("abc"), detection: `{"macie":${mode("create", { buckets: ["other"] })}}` },
      [
        {
          path: `${PROJECT}:detection.macie.buckets[0]`,
          problem: "is no training bucket",
          got: '"other"',
          allowed: "names in trainingBuckets: abc",
          fix: "add it to trainingBuckets, or remove it",
        },
      ],
    ],
    [
      "a training bucket in two regions",
      {
        governedRegions: list("eu-central-1", "us-east-1"),
        trainingBuckets: list("abc"),
        detection: `{"macie":${mode("create", {
          buckets: ["abc"],
          regions: { "us-east-1": { mode: "create", buckets: ["abc"] } },
        })}}`,
      },
      [
        {
          path: `${PROJECT}:detection.macie.regions.us-east-1.buckets[0]`,
          problem: "is named for another region already",
          got: '"abc"',
          allowed: "each bucket in the region that it lies in",
          fix: "leave it to one of the regions under detection.macie.regions",
        },
      ],
    ],
    [
      "an organization where the trail is adopted",
      { trail: mode("existing", { arn: TRAIL }), ...ORGANIZATION },
      [ignored("organizationId", '"o-exampleorgid"', "no trail is created")],
    ],
    ...(
      [
        ["configRecordingFrequency", "DAILY", '"DAILY"'],
        ["configExcludedTypes", list("AWS::EC2::Subnet"), list("AWS::EC2::Subnet")],
        ["configRetentionDays", "365", "365"],
        ["configServiceLinkedRole", "existing", '"existing"'],
      ] as const
    ).flatMap(([setting, value, got]) =>
      ([off, existingRecorder] as const).map(
        (recorder) =>
          [
            `${setting} where every recorder is ${recorder === off ? "left out" : "adopted"}`,
            { recorder, [setting]: value },
            [ignored(setting, value, "no recorder is created", got)],
          ] as const,
      ),
    ),
    ...(
      [
        ["invocationContent", "full", '"full"'],
        ["promptRetentionDays", "30", "30"],
      ] as const
    ).flatMap(([setting, value, got]) =>
      ([off, mode("existing")] as const).map(
        (invocationLogging) =>
          [
            `${setting} where invocation logging is ${invocationLogging === off ? "left out" : "adopted"}`,
            { invocationLogging, [setting]: value },
            [ignored(setting, value, "no invocation logging is created, and loggedResources is empty", got)],
          ] as const,
      ),
    ),
    ...(["metadata-only", "redacted", "full"] as const).flatMap((invocationContent) =>
      (
        [
          ["invocationSamplePercent", "5"],
          ["invocationSampleDays", "3"],
        ] as const
      ).map(
        ([setting, value]) =>
          [
            `${setting} where invocations are logged ${invocationContent}`,
            { invocationContent, [setting]: value },
            [ignored(setting, value, "only invocationContent sampled keeps a share", value)],
          ] as const,
      ),
    ),
    ...(
      [
        ["alarmEmails", list("a@b.example")],
        ["alertSubscribers", list(queue("a"))],
      ] as const
    ).flatMap(([setting, value]) =>
      (
        [
          [
            "is an existing one in each region, that of calls to IAM included",
            {
              governedRegions: list("eu-central-1", "us-east-1"),
              alerting: mode("existing", {
                arn: topic("eu-central-1"),
                regions: { "us-east-1": { mode: "existing", arn: topic("us-east-1") } },
              }),
            },
          ],
          ["is none, and no invocations are logged", { alerting: off, invocationLogging: off }],
        ] as const
      ).map(
        ([topics, modes]) =>
          [
            `${setting} where the topic for alerts ${topics}`,
            { ...modes, [setting]: value },
            [ignored(setting, value, "no topic is created")],
          ] as const,
      ),
    ),
    [
      "an aggregator, accounts that aggregate, and checks by the clock, where nothing is recorded",
      {
        recorder: off,
        configAggregator: mode("create", { accounts: "organization" }),
        configAggregatorAccounts: list({ account: "444455556666" }),
        periodicChecks: off,
      },
      (
        [
          ["periodicChecks", off],
          ["configAggregator", mode("create", { accounts: "organization" })],
          ["configAggregatorAccounts", list({ account: "444455556666" })],
        ] as const
      )
        .toReversed()
        .map(([setting, value]) => ignored(setting, value, "no governed region has a recorder")),
    ],
    [
      "remediations where nothing is recorded",
      { recorder: off, configRemediation: off },
      [ignored("configRemediation", off, "no governed region has a recorder, and so no Config rules")],
    ],
    [
      "remediations of rules that are not created, of those on a trail where none is created",
      {
        trail: off,
        configRules: list("cloudtrail-enabled", "s3-bucket-public-read-prohibited"),
        configRemediation: mode("create", { start: "automatic" }),
      },
      [
        ignored(
          "configRemediation",
          mode("create", { start: "automatic" }),
          "configRules names none of the rules whose findings can be put right: cloudtrail-enabled, cmk-backing-key-rotation-enabled, s3-bucket-level-public-access-prohibited",
        ),
      ],
    ],
    [
      "enforcement where every guardrail exists already",
      { guardrails: mode("existing", { arn: guardrail("eu-central-1") }), guardrailEnforcement: "set-by-api" },
      [ignored("guardrailEnforcement", "set-by-api", "no guardrail is created", '"set-by-api"')],
    ],
    [
      "a guardrail of one region for another",
      {
        governedRegions: list("eu-central-1", "us-east-1"),
        guardrails: mode("create", {
          regions: { "us-east-1": { mode: "existing", arn: guardrail("eu-central-1") } },
        }),
      },
      [
        {
          path: `${PROJECT}:guardrails.regions.us-east-1.arn`,
          problem: "is in another region than us-east-1, where models are called by guardrails of that region alone",
          got: `"${guardrail("eu-central-1")}"`,
          allowed: "a guardrail in us-east-1",
          fix: "name a guardrail of us-east-1 under guardrails.regions.us-east-1, or create one there",
        },
      ],
    ],
    [
      "a topic of one region for another",
      {
        governedRegions: list("eu-central-1", "us-east-1"),
        alerting: mode("existing", { arn: topic("eu-central-1") }),
      },
      [
        {
          path: `${PROJECT}:alerting.arn`,
          problem: "is in another region than us-east-1, whose events EventBridge sends to topics of that region alone",
          got: `"${topic("eu-central-1")}"`,
          allowed: "a topic in us-east-1",
          fix: "name a topic of us-east-1 under alerting.regions.us-east-1, or create one there",
        },
      ],
    ],
    [
      "a retention of prompts where the only governed region overrides that they are logged",
      {
        invocationLogging: mode("create", { regions: { "eu-central-1": { mode: "off", reason: REASON } } }),
        promptRetentionDays: "30",
      },
      [ignored("promptRetentionDays", "30", "no invocation logging is created, and loggedResources is empty")],
    ],
    [
      "logged resources of another account and in a region that is not governed",
      {
        loggedResources: list(
          logged("bedrock", "knowledge-base/ABCDEFGHIJ", "eu-central-1", "444455556666"),
          logged("bedrock", "knowledge-base/ABCDEFGHIJ", "us-west-2"),
        ),
      },
      [
        {
          path: `${PROJECT}:loggedResources[0]`,
          problem: "is of another account",
          got: `"${logged("bedrock", "knowledge-base/ABCDEFGHIJ", "eu-central-1", "444455556666")}"`,
          allowed: "resources of account 111122223333",
          fix: "name it in the stack of its account",
        },
        {
          path: `${PROJECT}:loggedResources[1]`,
          problem: "is not in a governed region",
          got: `"${logged("bedrock", "knowledge-base/ABCDEFGHIJ", "us-west-2")}"`,
          allowed: "resources in eu-central-1",
          fix: "add us-west-2 to governedRegions",
        },
      ],
    ],
    [
      "backups of another account's and of an ungoverned region's resources",
      {
        backups: JSON.stringify({
          resources: [
            { arn: logged("rds", "db:features", "eu-central-1", "444455556666") },
            { arn: "arn:aws:s3:::acme-fine-tuning", region: "us-west-2" },
          ],
        }),
      },
      [
        {
          path: `${PROJECT}:backups.resources[0]`,
          problem: "is of another account",
          got: `"${logged("rds", "db:features", "eu-central-1", "444455556666")}"`,
          allowed: "resources of account 111122223333",
          fix: "name it in the stack of its account",
        },
        {
          path: `${PROJECT}:backups.resources[1]`,
          problem: "is not in a governed region",
          got: '"arn:aws:s3:::acme-fine-tuning"',
          allowed: "resources in eu-central-1",
          fix: "add us-west-2 to governedRegions",
        },
      ],
    ],
    [
      "a retention of clusters' logs where no log group is created",
      {
        eksClusters: list(
          { name: "a", logGroup: { mode: "existing" } },
          { name: "b", logGroup: { mode: "off", reason: REASON } },
        ),
        kubernetesRetentionDays: "90",
      },
      [ignored("kubernetesRetentionDays", "90", "no cluster's log group is created")],
    ],
  ];
  for (const [what, settings, expected] of mistakes) {
    it(`is ${what}`, () => {
      const result = parseSettings(configWith(settings), PROJECT);
      deepEqual(result.ok ? [] : result.mistakes, expected);
    });
  }

  it("is to log nothing by the content, with the way to do so", () => {
    const result = parseSettings(configWith({ invocationContent: "off" }), PROJECT);
    deepEqual(result.ok ? [] : result.mistakes, [
      {
        path: `${PROJECT}:invocationContent`,
        problem: "is not one of the allowed values; to log nothing, set invocationLogging to {mode: off, reason}",
        got: '"off"',
        allowed: "metadata-only, sampled, redacted, full, profile",
        fix: `pulumi config set ${PROJECT}:invocationContent metadata-only`,
      },
    ]);
  });

  const explained: readonly (readonly [string, string, string, string])[] = [
    ["off without a reason", mode("off"), ".reason", "needs a reason: it appears in every report"],
    [
      "a reason of a word",
      mode("off", { reason: "none" }),
      ".reason",
      "is too short for a reason: say who decided what, and where the evidence is instead",
    ],
    [
      "a reason that is a treatise",
      mode("off", { reason: "a".repeat(301) }),
      ".reason",
      "is too long for a reason: at most 300 characters",
    ],
    ["another mode", mode("adopt"), ".mode", "is not an object with a mode: create, existing or off"],
    ["a key of another mode", mode("create", { arn: TRAIL }), "", "has arn, which mode create does not take"],
    ["a trail without its ARN", mode("existing"), ".arn", "is not the ARN of a trail"],
    ["a bucket by its name", mode("create", { bucket: "archive", key: KEY }), ".bucket", "is not the ARN of a bucket"],
    ["a key by its alias", mode("create", { key: "alias/a" }), ".key", "is not the ARN of a KMS key"],
  ];
  for (const [what, trail, place, problem] of explained) {
    it(`is ${what}`, () => {
      const result = parseSettings(configWith({ trail }), PROJECT);
      deepEqual(result.ok ? [] : result.mistakes.map((mistake) => [mistake.path, mistake.problem]), [
        [`${PROJECT}:trail${place}`, problem],
      ]);
    });
  }
});

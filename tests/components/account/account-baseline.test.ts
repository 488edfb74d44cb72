/** What stands in an account, by default and by what the settings say of it. */
import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import { BASELINE_GUARD_RULES } from "../../../components/documents/config-guard-rules";
import { PROJECT, configWith, stackConfig } from "../../settings/stack-config";
import type { Recording } from "../recorder";
import { BASELINE, FULL, LOG_GROUP, TRAIL, baselineOf, declared, exportOf, settingsOf } from "./baselines";

/** What delivered logs are kept in. */
function deliveryIn(region: string): readonly string[] {
  const name = `baseline-${region}-vended`;
  return [`CustomerManagedKey ${name}-key`, `LogDelivery ${name}`, `RetainedLogGroup ${name}-log-group`];
}

/** What holds backups. */
function backupIn(region: string): readonly string[] {
  return [`CustomerManagedKey baseline-${region}-backup-key`, `LockedBackup baseline-${region}-backup`];
}

const LOCK = "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration";

const LIFECYCLE = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";

describe("AccountBaseline", () => {
  let production: Recording;
  let sandbox: Recording;
  before(async () => {
    production = await baselineOf(settingsOf(stackConfig("prod")));
    sandbox = await baselineOf(settingsOf(stackConfig("sandbox")));
  });

  it("stands up a trail, two governed regions and a cluster for the production stack", () => {
    deepEqual(
      [...declared(production)].sort(),
      [
        "AccessAnalysis baseline-eu-central-1-access",
        "AccessAnalysis baseline-us-east-1-access",
        "DataLineage baseline-eu-central-1-lineage",
        "FindingAlerts baseline-eu-central-1-findings",
        "FindingAlerts baseline-us-east-1-findings",
        "SensitiveDataDiscovery baseline-eu-central-1-macie",
        "CustomerManagedKey baseline-eu-central-1-macie-key",
        "EvidenceBucket baseline-eu-central-1-macie-bucket",
        "SecurityStandards baseline-eu-central-1-standards",
        "SecurityStandards baseline-us-east-1-standards",
        "ThreatDetection baseline-eu-central-1-threats",
        "ThreatDetection baseline-us-east-1-threats",
        "VulnerabilityScanning baseline-eu-central-1-vulnerabilities",
        "VulnerabilityScanning baseline-us-east-1-vulnerabilities",
        "AccountBaseline baseline",
        "AlertHub baseline-eu-central-1-alerts",
        "AlertHub baseline-us-east-1-alerts",
        "AlternateContacts baseline-contacts",
        "AuditAlarms baseline-audit-alarms",
        "AuditTrail baseline-trail",
        "BaselineGuardrail baseline-eu-central-1-guardrail",
        "BaselineGuardrail baseline-us-east-1-guardrail",
        "ConfigAggregator baseline-aggregator",
        "ConfigRecorder baseline-eu-central-1-recorder",
        "ConfigRecorder baseline-us-east-1-recorder",
        "ConfigRules baseline-eu-central-1-rules",
        "ConfigRules baseline-us-east-1-rules",
        "CustomerManagedKey baseline-eu-central-1-alerts-key",
        "CustomerManagedKey baseline-eu-central-1-eks-inference-key",
        "CustomerManagedKey baseline-eu-central-1-guardrail-key",
        "CustomerManagedKey baseline-eu-central-1-invocations-key",
        "CustomerManagedKey baseline-eu-central-1-queries-key",
        "CustomerManagedKey baseline-eu-central-1-recorder-key",
        "CustomerManagedKey baseline-trail-key",
        "CustomerManagedKey baseline-us-east-1-alerts-key",
        "CustomerManagedKey baseline-us-east-1-guardrail-key",
        "CustomerManagedKey baseline-us-east-1-invocations-key",
        "CustomerManagedKey baseline-us-east-1-queries-key",
        "CustomerManagedKey baseline-us-east-1-recorder-key",
        "EvidenceBucket baseline-eu-central-1-access-logs",
        "EvidenceBucket baseline-eu-central-1-queries-results",
        "EvidenceBucket baseline-eu-central-1-recorder-bucket",
        "EvidenceBucket baseline-trail-access-logs",
        "EvidenceBucket baseline-trail-bucket",
        "EvidenceBucket baseline-us-east-1-access-logs",
        "EvidenceBucket baseline-us-east-1-queries-results",
        "EvidenceBucket baseline-us-east-1-recorder-bucket",
        "EvidenceQueries baseline-eu-central-1-queries",
        "EvidenceQueries baseline-us-east-1-queries",
        ...exportOf("export"),
        ...exportOf("k8s-export"),
        ...exportOf("export", "us-east-1"),
        "CustomerManagedKey baseline-eu-central-1-checks-key",
        "PeriodicChecks baseline-eu-central-1-checks",
        "ConfigRemediation baseline-eu-central-1-remediation",
        "RetainedLogGroup baseline-eu-central-1-checks-log-group",
        "CustomerManagedKey baseline-us-east-1-checks-key",
        "PeriodicChecks baseline-us-east-1-checks",
        "ConfigRemediation baseline-us-east-1-remediation",
        "RetainedLogGroup baseline-us-east-1-checks-log-group",
        "GovernanceDashboards baseline-dashboards",
        "GovernanceEvents baseline-eu-central-1-events",
        "GovernanceEvents baseline-us-east-1-events",
        "InvocationLogging baseline-eu-central-1-invocations",
        "InvocationLogging baseline-us-east-1-invocations",
        ...deliveryIn("eu-central-1"),
        ...deliveryIn("us-east-1"),
        "KubernetesAuditSink baseline-eu-central-1-eks-inference",
        ...backupIn("eu-central-1"),
        ...backupIn("us-east-1"),
        "ApplicationAlarms baseline-eu-central-1-applications",
        "FeedAlarms baseline-eu-central-1-feeds",
        "FeedAlarms baseline-us-east-1-feeds",
        "ModelAlarms baseline-eu-central-1-models",
        "ApplicationAlarms baseline-us-east-1-applications",
        "ModelAlarms baseline-us-east-1-models",
        "NotificationTopic baseline-eu-central-1-alerts-topic",
        "NotificationTopic baseline-trail-topic",
        "NotificationTopic baseline-us-east-1-alerts-topic",
        "RetainedLogGroup baseline-eu-central-1-eks-inference-log-group",
        "RetainedLogGroup baseline-eu-central-1-invocations-log-group",
        "RetainedLogGroup baseline-trail-log-group",
        "RetainedLogGroup baseline-us-east-1-invocations-log-group",
        "TopicSubscription baseline-eu-central-1-alerts-topic-email-ai-security@example.com",
        "TopicSubscription baseline-trail-topic-sqs-arn:aws:sqs:eu-central-1:111122223333:trail-deliveries",
        "TopicSubscription baseline-us-east-1-alerts-topic-email-ai-security@example.com",
      ].sort(),
    );
  });

  it("stands up a trail and one region for the sandbox stack, and alerts where calls to IAM are recorded", () => {
    deepEqual(
      [...declared(sandbox)].sort(),
      [
        "AccountBaseline baseline",
        "AlertHub baseline-eu-central-1-alerts",
        "AlertHub baseline-us-east-1-alerts",
        "AuditAlarms baseline-audit-alarms",
        "CustomerManagedKey baseline-eu-central-1-checks-key",
        "PeriodicChecks baseline-eu-central-1-checks",
        "ConfigRemediation baseline-eu-central-1-remediation",
        "RetainedLogGroup baseline-eu-central-1-checks-log-group",
        "AuditTrail baseline-trail",
        "BaselineGuardrail baseline-eu-central-1-guardrail",
        "AccessAnalysis baseline-eu-central-1-access",
        "FindingAlerts baseline-eu-central-1-findings",
        "SecurityStandards baseline-eu-central-1-standards",
        "ThreatDetection baseline-eu-central-1-threats",
        "VulnerabilityScanning baseline-eu-central-1-vulnerabilities",
        "ConfigRecorder baseline-eu-central-1-recorder",
        "ConfigRules baseline-eu-central-1-rules",
        "CustomerManagedKey baseline-eu-central-1-alerts-key",
        "CustomerManagedKey baseline-eu-central-1-guardrail-key",
        "CustomerManagedKey baseline-eu-central-1-invocations-key",
        "CustomerManagedKey baseline-eu-central-1-queries-key",
        "CustomerManagedKey baseline-eu-central-1-recorder-key",
        "CustomerManagedKey baseline-trail-key",
        "CustomerManagedKey baseline-us-east-1-alerts-key",
        "EvidenceBucket baseline-eu-central-1-access-logs",
        "EvidenceBucket baseline-eu-central-1-queries-results",
        "EvidenceBucket baseline-eu-central-1-recorder-bucket",
        "EvidenceBucket baseline-trail-access-logs",
        "EvidenceBucket baseline-trail-bucket",
        "EvidenceQueries baseline-eu-central-1-queries",
        ...exportOf("export"),
        "GovernanceDashboards baseline-dashboards",
        "GovernanceEvents baseline-eu-central-1-events",
        "GovernanceEvents baseline-us-east-1-events",
        "InvocationLogging baseline-eu-central-1-invocations",
        "ApplicationAlarms baseline-eu-central-1-applications",
        "FeedAlarms baseline-eu-central-1-feeds",
        "ModelAlarms baseline-eu-central-1-models",
        "NotificationTopic baseline-eu-central-1-alerts-topic",
        "NotificationTopic baseline-us-east-1-alerts-topic",
        "RetainedLogGroup baseline-eu-central-1-invocations-log-group",
        "RetainedLogGroup baseline-trail-log-group",
      ].sort(),
    );
  });

  it("says of itself its profile, its regions, how much of an invocation it keeps, and what it adopts and leaves out", () => {
    deepEqual(production.inputs(BASELINE, "baseline"), {
      profile: "regulated",
      governedRegions: ["eu-central-1", "us-east-1"],
      invocationContent: "redacted",
      lineageBuckets: [
        { kind: "training", name: "acme-training-data", region: "eu-central-1" },
        { kind: "training", name: "acme-fine-tuning", region: "eu-central-1" },
        { kind: "model", name: "acme-models", region: "eu-central-1" },
        { kind: "artifact", name: "acme-artifacts", region: "eu-central-1" },
      ],
      adopted: [],
      declined: [],
    });
  });

  it("puts every resource of a region into that region", () => {
    // What is the account's, not a region's; a component and its mail subscription carry the region like all others.
    const ofAccount = ["aws:account/", "aws:iam/", "aws:s3/accountPublicAccessBlock:"];
    const regional = production.registrations.filter(
      ({ type }) => type.startsWith("aws:") && !ofAccount.some((prefix) => type.startsWith(prefix)),
    );
    for (const { name, inputs } of regional) {
      equal(
        inputs["region"],
        /^(baseline|model-invocation-logging)-us-east-1/.test(name) ? "us-east-1" : "eu-central-1",
        name,
      );
    }
  });

  describe("records IAM, and has the rules on it,", () => {
    const RECORDER = `${PROJECT}:index:ConfigRecorder`;
    const KEYS_ROTATED = "rules-access-keys-rotated";
    /** The regions whose recorder records global types, and those that have a rule on IAM. */
    const regionsOf = (recording: Recording, governed: readonly string[]): readonly (readonly string[])[] => [
      governed.filter(
        (region) => recording.inputs(RECORDER, `baseline-${region}-recorder`)["recordGlobalResourceTypes"] === true,
      ),
      governed.filter((region) =>
        recording.children().includes(`aws:cfg/rule:Rule baseline-${region}-${KEYS_ROTATED}`),
      ),
    ];

    it("in the home region where that is possible", () => {
      deepEqual(regionsOf(production, ["eu-central-1", "us-east-1"]), [["eu-central-1"], ["eu-central-1"]]);
    });

    it("else in the first governed region where it is, else nowhere, and lists the rules at home", async () => {
      const zurich = { "aws:region": "eu-central-2" };
      const two = ["eu-central-2", "eu-south-2", "eu-west-1", "us-east-1"];
      const elsewhere = await baselineOf(
        settingsOf({ ...configWith({ governedRegions: JSON.stringify(two) }), ...zurich }),
      );
      deepEqual(regionsOf(elsewhere, two), [["eu-west-1"], ["eu-west-1"]]);
      const nowhere = await baselineOf(settingsOf({ ...configWith({}), ...zurich }));
      deepEqual(regionsOf(nowhere, ["eu-central-2"]), [[], []]);
      const { unavailableRules } = nowhere.inputs(`${PROJECT}:index:ConfigRules`, "baseline-eu-central-2-rules");
      ok(Array.isArray(unavailableRules) && unavailableRules.includes("access-keys-rotated"));
    });
  });

  it("keeps and locks evidence for as long as the settings say", () => {
    equal(production.inputs(LOG_GROUP, "baseline-trail-log-group")["retentionInDays"], 2557);
    equal(production.inputs(LOG_GROUP, "baseline-us-east-1-invocations-log-group")["retentionInDays"], 365);
    equal(production.inputs(LOG_GROUP, "baseline-eu-central-1-eks-inference-log-group")["retentionInDays"], 2557);
    deepEqual(production.inputs(LOCK, "baseline-trail-bucket-object-lock")["rule"], {
      defaultRetention: { mode: "COMPLIANCE", days: 2192 },
    });
  });

  it("locks nothing in the sandbox", () => {
    deepEqual(
      sandbox.registrations.filter(({ type }) => type === LOCK),
      [],
    );
  });

  it("logs the objects of the training buckets", () => {
    const selectors = JSON.stringify(production.inputs(TRAIL, "baseline-trail")["advancedEventSelectors"]);
    ok(selectors.includes("arn:aws:s3:::acme-training-data/"));
    ok(selectors.includes("arn:aws:s3:::acme-fine-tuning/"));
  });

  it("logs the functions named, switches insights off and covers the organization when told so", async () => {
    const arn = "arn:aws:lambda:eu-central-1:111122223333:function:inference";
    const recording = await baselineOf(
      settingsOf(
        configWith({
          lambdaFunctions: JSON.stringify([arn]),
          insights: "false",
          organizationId: "o-exampleorgid",
          managementAccountId: "111122223333",
        }),
      ),
    );
    const trail = recording.inputs(TRAIL, "baseline-trail");
    ok(JSON.stringify(trail["advancedEventSelectors"]).includes(arn));
    deepEqual(trail["insightSelectors"], []);
    equal(trail["isOrganizationTrail"], true);
  });

  it("creates the managed rules named, and the Guard rules, with no retention for a rule that is not there", async () => {
    const recording = await baselineOf(settingsOf(configWith({ configRules: '["cloudtrail-enabled"]' })));
    const rules = recording.registrations.filter(
      ({ type, parent }) => type === "aws:cfg/rule:Rule" && parent?.includes("ConfigRules") === true,
    );
    const owners = rules.map(({ inputs }) => JSON.stringify(inputs["source"]).includes('"owner":"AWS"'));
    deepEqual(owners, [true, ...BASELINE_GUARD_RULES.map(() => false)]);
  });

  it("ages the evidence of the trail and of the recorder, and no access logs", async () => {
    const transitions = [
      { days: 90, storageClass: "GLACIER_IR" },
      { days: 365, storageClass: "DEEP_ARCHIVE" },
    ];
    const recording = await baselineOf(settingsOf(configWith({ evidenceStorageClasses: JSON.stringify(transitions) })));
    const aged = recording.registrations
      .filter(
        ({ type, inputs }) =>
          type === LIFECYCLE && JSON.stringify(inputs).includes(JSON.stringify({ transitions }).slice(1, -1)),
      )
      .map(({ name }) => name);
    deepEqual(aged.sort(), ["baseline-eu-central-1-recorder-bucket-lifecycle", "baseline-trail-bucket-lifecycle"]);
  });

  it("leaves types out of every recorder, IAM in one of them only", async () => {
    const recording = await baselineOf(
      settingsOf(
        configWith({ governedRegions: '["eu-central-1","us-east-1"]', configExcludedTypes: '["AWS::EC2::Subnet"]' }),
      ),
    );
    const excluded = (region: string) => {
      const { recordingGroup } = recording.inputs("aws:cfg/recorder:Recorder", `baseline-${region}-recorder-recorder`);
      return (recordingGroup as { exclusionByResourceTypes: unknown }).exclusionByResourceTypes; // As the component writes it.
    };
    deepEqual(excluded("eu-central-1"), [{ resourceTypes: ["AWS::EC2::Subnet"] }]);
    deepEqual(excluded("us-east-1"), [
      {
        resourceTypes: ["AWS::EC2::Subnet", "AWS::IAM::Group", "AWS::IAM::Policy", "AWS::IAM::Role", "AWS::IAM::User"],
      },
    ]);
  });

  it("logs no function when told so", async () => {
    const recording = await baselineOf(settingsOf(configWith({ lambdaFunctions: '["none"]' })));
    const selectors = JSON.stringify(recording.inputs(TRAIL, "baseline-trail")["advancedEventSelectors"]);
    ok(!selectors.includes("AWS::Lambda::Function"));
    ok(selectors.includes("AWS::Bedrock::AgentAlias"), "the data events of AI resources stay");
  });

  it("lets prompts be erased even where evidence is locked for good, and no longer than prompts are kept", async () => {
    const recording = await baselineOf(settingsOf(configWith({ ...FULL, promptRetentionDays: "90" })));
    deepEqual(recording.inputs(LOCK, "baseline-eu-central-1-invocations-bucket-object-lock")["rule"], {
      defaultRetention: { mode: "GOVERNANCE", days: 90 },
    });
    const lifecycle = recording.inputs(LIFECYCLE, "baseline-eu-central-1-invocations-bucket-lifecycle");
    ok(JSON.stringify(lifecycle["rules"]).includes('"expiration":{"days":90}'));
  });

  it("lets S3 deliver the access logs of the evidence buckets and of the buckets that the settings name, and of no others", () => {
    const logged = [
      "baseline-eu-central-1-*",
      "acme-training-data",
      "acme-fine-tuning",
      "acme-models",
      "acme-artifacts",
    ];
    const receiver = "arn:aws:s3:::baseline-eu-central-1-access-logs-123456789012-eu-central-1";
    const policy = production.inputs("aws:s3/bucketPolicy:BucketPolicy", "baseline-eu-central-1-access-logs-policy");
    const { Statement } = JSON.parse(String(policy["policy"])) as { Statement: { Sid?: string }[] }; // as declared
    deepEqual(
      Statement.filter(({ Sid }) => Sid === "S3DeliversAccessLogs"),
      [
        {
          Sid: "S3DeliversAccessLogs",
          Effect: "Allow",
          Principal: { Service: "logging.s3.amazonaws.com" },
          Action: "s3:PutObject",
          Resource: logged.map((bucket) => `${receiver}/${bucket}/*`),
          Condition: {
            ArnEquals: { "aws:SourceArn": logged.map((bucket) => `arn:aws:s3:::${bucket}`) },
            StringEquals: { "aws:SourceAccount": "123456789012" },
          },
        },
      ],
    );
  });

  it("logs the access to every evidence bucket of a region into that region's access-log bucket", async () => {
    const recording = await baselineOf(settingsOf(configWith(FULL)));
    const targets = recording.registrations
      .filter(({ type }) => type === "aws:s3/bucketLogging:BucketLogging")
      .map(({ name, inputs }) => [name, String(inputs["targetBucket"])]);
    deepEqual(targets.sort(), [
      [
        "baseline-eu-central-1-export-bucket-access-logging",
        "baseline-eu-central-1-access-logs-123456789012-eu-central-1",
      ],
      [
        "baseline-eu-central-1-invocations-bucket-access-logging",
        "baseline-eu-central-1-access-logs-123456789012-eu-central-1",
      ],
      [
        "baseline-eu-central-1-queries-results-access-logging",
        "baseline-eu-central-1-access-logs-123456789012-eu-central-1",
      ],
      [
        "baseline-eu-central-1-recorder-bucket-access-logging",
        "baseline-eu-central-1-access-logs-123456789012-eu-central-1",
      ],
      ["baseline-trail-bucket-access-logging", "baseline-trail-access-logs-123456789012-eu-central-1"],
    ]);
  });

  const demands: readonly (readonly [string, Record<string, string>, string])[] = [
    ["the shortest retention in use", { promptRetentionDays: "60" }, "60"],
    [
      "a year where nothing is kept for less",
      { invocationLogging: JSON.stringify({ mode: "off", reason: "No model is invoked in this account" }) },
      "365",
    ],
    [
      "a year where only what is adopted is kept for less",
      {
        invocationLogging: JSON.stringify({ mode: "existing" }),
        eksClusters: JSON.stringify([{ name: "a", logGroup: { mode: "existing" } }]),
      },
      "365",
    ],
    [
      "the clusters' retention where it is the shortest",
      { eksClusters: '[{"name":"a"}]', kubernetesRetentionDays: "90", promptRetentionDays: "400" },
      "90",
    ],
  ];
  for (const [what, settings, expected] of demands) {
    it(`lets AWS Config demand ${what} of log groups`, async () => {
      const recording = await baselineOf(settingsOf(configWith(settings)));
      const rules = recording.registrations.filter(
        ({ type, inputs }) =>
          type === "aws:cfg/rule:Rule" &&
          JSON.stringify(inputs["source"]).includes("CW_LOGGROUP_RETENTION_PERIOD_CHECK"),
      );
      deepEqual(
        rules.map(({ inputs }) => /"MinRetentionTime":"(\d+)"/.exec(String(inputs["inputParameters"]))?.[1]),
        [expected],
      );
    });
  }

  it("gives every bucket a name that S3 accepts in the region with the longest name, whatever the content mode", async () => {
    const region = "ap-southeast-7";
    const recording = await baselineOf(
      settingsOf(configWith({ ...FULL, eksClusters: '[{"name":"a"}]' }, { "aws:region": region })),
    );
    const names = recording.registrations.flatMap(({ type, inputs }) =>
      type === "aws:s3/bucket:Bucket" ? [String(inputs["bucket"])] : [],
    );
    equal(names.length, 8);
    for (const name of names) {
      ok(name.length <= 63, `${name} has ${name.length} characters`);
    }
  });

  it("refuses to leave the home region ungoverned, before anything is declared", async () => {
    const settings = { ...settingsOf(stackConfig("prod")), governedRegions: ["us-east-1"] };
    await rejects(baselineOf(settings), /AccountBaseline "baseline": governedRegions.*eu-central-1/);
  });
});

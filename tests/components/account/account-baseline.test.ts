import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import {
  AccountBaseline,
  type AccountBaselineArgs,
  resolveAccountBaseline,
} from "../../../components/account/account-baseline";
import { BASELINE_GUARD_RULES } from "../../../components/documents/config-guard-rules";
import { DATA_IDENTIFIERS, MASKED_IDENTIFIERS } from "../../../facts/logs/data-identifiers";
import { parseSettings } from "../../../settings/parse";
import { PROJECT, SECRET_KEYS, configWith, stackConfig } from "../../settings/stack-config";
import { type Recording, record } from "../recorder";

function settingsOf(config: Readonly<Record<string, string>>): AccountBaselineArgs {
  const result = parseSettings(config, PROJECT, SECRET_KEYS);
  ok(result.ok, result.ok ? "" : JSON.stringify(result.mistakes));
  return result.settings;
}

function baselineOf(settings: AccountBaselineArgs): Promise<Recording> {
  return record(() => new AccountBaseline("baseline", settings));
}

/** The components declared, and what the baseline declares by its own hand; what is in them is the components' own. */
function declared(recording: Recording): readonly string[] {
  const prefix = `${PROJECT}:index:`;
  return (
    recording
      .children()
      .filter((child) => child.startsWith(prefix) || child.startsWith("aws:sns/topicSubscription:"))
      // Those of the account and its regions have a test of their own.
      .filter((child) => !/:(Account|Region)Settings /.test(child))
      .map((child) => child.replace(prefix, "").replace("aws:sns/topicSubscription:", ""))
  );
}

/** What a copy of log groups is made of. */
function exportOf(role: string, region = "eu-central-1"): readonly string[] {
  const name = `baseline-${region}-${role}`;
  return [
    `CustomerManagedKey ${name}-key`,
    `EvidenceBucket ${name}-bucket`,
    `LogExport ${name}`,
    `RetainedLogGroup ${name}-errors`,
  ];
}

/** What delivered logs are kept in. */
function deliveryIn(region: string): readonly string[] {
  const name = `baseline-${region}-vended`;
  return [`CustomerManagedKey ${name}-key`, `LogDelivery ${name}`, `RetainedLogGroup ${name}-log-group`];
}

/** What holds backups. */
function backupIn(region: string): readonly string[] {
  return [`CustomerManagedKey baseline-${region}-backup-key`, `LockedBackup baseline-${region}-backup`];
}

const BASELINE = `${PROJECT}:index:AccountBaseline`;
const FORWARDING = `${PROJECT}:index:EventForwarding`;
const TRAIL = "aws:cloudtrail/trail:Trail";
const LOCK = "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration";
const LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";
const LIFECYCLE = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";
const FULL = { invocationContent: "full", profile: "regulated" };

describe("The options of an AccountBaseline", () => {
  const resolved = (config: Record<string, string>) =>
    resolveAccountBaseline("baseline", settingsOf(configWith(config)));

  it("tell InvocationLogging what its mode makes use of, and nothing else", () => {
    deepEqual(resolved({ invocationContent: "metadata-only", promptRetentionDays: "90" }).invocations, {
      content: "metadata-only",
      audio: "leave",
      retentionDays: 90,
    });
    deepEqual(resolved({ ...FULL, promptRetentionDays: "90", invocationAudio: "set-by-api" }).invocations, {
      content: "full",
      audio: "set-by-api",
      retentionDays: 90,
      bucketRetentionDays: 90,
      objectLock: { mode: "GOVERNANCE", days: 90 },
    });
    deepEqual(resolved({ invocationContent: "sampled", invocationSamplePercent: "5" }).invocations, {
      content: "sampled",
      audio: "leave",
      retentionDays: 90,
      samplePercent: 5,
      sampleRetentionDays: 7,
    });
  });

  it("mask every kind of sensitive data in a regulated account, and elsewhere what every country has", () => {
    const masked = (config: Record<string, string>) =>
      resolved({ invocationContent: "redacted", ...config }).invocations.piiIdentifiers;
    deepEqual(masked({ profile: "regulated" }), DATA_IDENTIFIERS);
    deepEqual(masked({ profile: "standard" }), MASKED_IDENTIFIERS.basic);
    deepEqual(masked({ profile: "standard", maskedIdentifiers: "all" }), DATA_IDENTIFIERS);
    deepEqual(masked({ profile: "regulated", maskedIdentifiers: "basic" }), MASKED_IDENTIFIERS.basic);
  });

  it("bring together what is recorded in several regions, or in the accounts of the organization", () => {
    const accounts = (settings: Parameters<typeof resolved>[0]) => resolved(settings).aggregatedAccounts;
    const off = JSON.stringify({ mode: "off", reason: "Decided by the platform team" });
    const two = { governedRegions: JSON.stringify(["eu-central-1", "us-east-1"]) };
    const oneRecorded = JSON.stringify({ mode: "create", regions: { "us-east-1": JSON.parse(off) as object } });
    equal(accounts({}), undefined);
    equal(accounts(two), "own");
    equal(accounts({ ...two, configAggregator: off }), undefined);
    equal(accounts({ ...two, configAggregator: JSON.stringify({ mode: "existing", name: "whole" }) }), undefined);
    equal(accounts({ ...two, recorder: oneRecorded }), undefined);
    equal(accounts({ configAggregator: JSON.stringify({ mode: "create", accounts: "organization" }) }), "organization");
  });

  it("name no functions, no organization and no insights of the trail unless the settings do", () => {
    const { trail } = resolved({});
    deepEqual(trail, {
      region: "eu-central-1",
      auditRetention: 400,
      bucketRetentionDays: 731,
      objectLock: { mode: "GOVERNANCE", days: 400 },
    });
    deepEqual(resolved({ insights: "false" }).trail?.insights, []);
    equal(resolved({ cloudWatchCopy: "management-only" }).trail?.cloudWatchCopy, "management-only");
  });
});

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

describe("The modes of an AccountBaseline", () => {
  const REASON = "Decided by the platform team";
  const ORGANIZATION_TRAIL = "arn:aws:cloudtrail:eu-central-1:444455556666:trail/organization";
  const ARCHIVE = "arn:aws:s3:::archive";
  const ARCHIVE_KEY = "arn:aws:kms:eu-central-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab";
  const CONFIGURATION = "aws:bedrockmodel/invocationLoggingConfiguration:InvocationLoggingConfiguration";
  const RECORDER = "aws:cfg/recorder:Recorder";
  const CHANNEL = "aws:cfg/deliveryChannel:DeliveryChannel";
  const KEY = "aws:kms/key:Key";
  const ROLE = "aws:iam/serviceLinkedRole:ServiceLinkedRole";
  const off = { mode: "off", reason: REASON } as const;

  const made = (config: Record<string, unknown>): Promise<Recording> =>
    baselineOf(
      settingsOf(
        configWith(
          Object.fromEntries(
            Object.entries(config).map(([name, value]) => [
              name,
              typeof value === "string" ? value : JSON.stringify(value),
            ]),
          ),
        ),
      ),
    );
  const ofType = (recording: Recording, type: string): readonly string[] =>
    recording.registrations.filter((registration) => registration.type === type).map(({ name }) => name);

  const AUDIT_ALARMS = "AuditAlarms baseline-audit-alarms";
  const OF_THE_TRAIL = [
    AUDIT_ALARMS,
    "AuditTrail baseline-trail",
    "CustomerManagedKey baseline-trail-key",
    "EvidenceBucket baseline-trail-access-logs",
    "EvidenceBucket baseline-trail-bucket",
    "RetainedLogGroup baseline-trail-log-group",
  ];
  const OF_RECORDERS = [
    "ConfigRecorder baseline-eu-central-1-recorder",
    "CustomerManagedKey baseline-eu-central-1-recorder-key",
    "EvidenceBucket baseline-eu-central-1-recorder-bucket",
  ];
  const OF_QUERIES = [
    "CustomerManagedKey baseline-eu-central-1-queries-key",
    "EvidenceBucket baseline-eu-central-1-queries-results",
    "EvidenceQueries baseline-eu-central-1-queries",
  ];
  const RULES = [
    "ConfigRemediation baseline-eu-central-1-remediation",
    "ConfigRules baseline-eu-central-1-rules",
    "CustomerManagedKey baseline-eu-central-1-checks-key",
    "PeriodicChecks baseline-eu-central-1-checks",
    "RetainedLogGroup baseline-eu-central-1-checks-log-group",
  ];
  const ACCESS_LOGS = "EvidenceBucket baseline-eu-central-1-access-logs";
  const OF_INVOCATIONS = [
    "CustomerManagedKey baseline-eu-central-1-invocations-key",
    "InvocationLogging baseline-eu-central-1-invocations",
    "RetainedLogGroup baseline-eu-central-1-invocations-log-group",
    ...exportOf("export"),
  ];
  const ALARM_TOPIC = "NotificationTopic baseline-eu-central-1-invocations-topic";
  const alertsIn = (region: string) => [
    `AlertHub baseline-${region}-alerts`,
    `CustomerManagedKey baseline-${region}-alerts-key`,
    `GovernanceEvents baseline-${region}-events`,
    ...(region === "us-east-1"
      ? []
      : [`ApplicationAlarms baseline-${region}-applications`, `ModelAlarms baseline-${region}-models`]),
    `NotificationTopic baseline-${region}-alerts-topic`,
  ];
  const OF_ALERTS = [...alertsIn("eu-central-1"), ...alertsIn("us-east-1")];
  const OF_GUARDRAILS = [
    "BaselineGuardrail baseline-eu-central-1-guardrail",
    "CustomerManagedKey baseline-eu-central-1-guardrail-key",
  ];
  const DASHBOARDS = "GovernanceDashboards baseline-dashboards";
  const GUARDRAIL = "arn:aws:bedrock:eu-central-1:111122223333:guardrail/a1b2c3d4e5f6";
  const SECURITY = "arn:aws:sns:eu-central-1:111122223333:security";
  const BASELINE_ITSELF = "AccountBaseline baseline";
  const trail = { type: TRAIL, region: "eu-central-1", id: ORGANIZATION_TRAIL };
  const recorder = { type: RECORDER, region: "eu-central-1", id: "default" };
  const logging = { type: CONFIGURATION, region: "eu-central-1", id: "eu-central-1" };
  const THREATS = "ThreatDetection baseline-eu-central-1-threats";
  const ANALYSIS = "AccessAnalysis baseline-eu-central-1-access";
  const STANDARDS = "SecurityStandards baseline-eu-central-1-standards";
  const SCANS = "VulnerabilityScanning baseline-eu-central-1-vulnerabilities";
  const DETECTION = [ANALYSIS, "FindingAlerts baseline-eu-central-1-findings", STANDARDS, THREATS, SCANS];

  const cases: readonly {
    readonly title: string;
    readonly config: Record<string, unknown>;
    /** Without the guardrail and the dashboards, which all have whose settings say nothing of them. */
    readonly children: readonly string[];
    readonly adopted?: readonly object[];
    readonly declined?: readonly object[];
  }[] = [
    {
      title: "create everything unless told otherwise",
      config: {},
      children: [
        BASELINE_ITSELF,
        ...DETECTION,
        ...OF_ALERTS,
        ...OF_THE_TRAIL,
        ...OF_RECORDERS,
        ...RULES,
        ACCESS_LOGS,
        ...OF_QUERIES,
        ...OF_INVOCATIONS,
      ],
    },
    {
      title: "adopt a trail, and make nothing of one",
      config: { trail: { mode: "existing", arn: ORGANIZATION_TRAIL } },
      children: [
        BASELINE_ITSELF,
        ...DETECTION,
        ...OF_ALERTS,
        ...OF_RECORDERS,
        ...RULES,
        ACCESS_LOGS,
        ...OF_QUERIES,
        ...OF_INVOCATIONS,
      ],
      adopted: [trail],
    },
    {
      title: "leave the trail out, and say why",
      config: { trail: off },
      children: [
        BASELINE_ITSELF,
        ...DETECTION,
        ...OF_ALERTS,
        ...OF_RECORDERS,
        ...RULES,
        ACCESS_LOGS,
        ...OF_QUERIES,
        ...OF_INVOCATIONS,
      ],
      declined: [{ capability: "trail", reason: REASON }],
    },
    {
      title: "adopt a recorder, and create the Config rules beside it",
      config: { recorder: { mode: "existing", name: "default" } },
      children: [
        BASELINE_ITSELF,
        ...DETECTION,
        ...OF_ALERTS,
        ...OF_THE_TRAIL,
        ...RULES,
        ACCESS_LOGS,
        ...OF_QUERIES,
        ...OF_INVOCATIONS,
      ],
      adopted: [recorder],
    },
    {
      title: "leave the recorder out, and its Config rules with it",
      config: { recorder: off },
      children: [
        BASELINE_ITSELF,
        ...DETECTION,
        ...OF_ALERTS,
        ...OF_THE_TRAIL,
        ACCESS_LOGS,
        ...OF_QUERIES,
        ...OF_INVOCATIONS,
      ],
      declined: [{ capability: "recorder", region: "eu-central-1", reason: REASON }],
    },
    {
      title: "adopt the logging of invocations",
      config: { invocationLogging: { mode: "existing" } },
      children: [
        BASELINE_ITSELF,
        ...DETECTION,
        ...OF_ALERTS,
        ...OF_THE_TRAIL,
        ...OF_RECORDERS,
        ...RULES,
        ACCESS_LOGS,
        ...OF_QUERIES,
      ],
      adopted: [logging],
    },
    {
      title: "leave the logging of invocations out",
      config: { invocationLogging: off },
      children: [
        BASELINE_ITSELF,
        ...DETECTION,
        ...OF_ALERTS,
        ...OF_THE_TRAIL,
        ...OF_RECORDERS,
        ...RULES,
        ACCESS_LOGS,
        ...OF_QUERIES,
      ],
      declined: [{ capability: "invocationLogging", region: "eu-central-1", reason: REASON }],
    },
    {
      title: "tell an existing topic, make none for alarms either, and one for calls to IAM",
      config: { alerting: { mode: "existing", arn: SECURITY } },
      children: [
        BASELINE_ITSELF,
        ...DETECTION,
        "GovernanceEvents baseline-eu-central-1-events",
        "ApplicationAlarms baseline-eu-central-1-applications",
        "ModelAlarms baseline-eu-central-1-models",
        ...alertsIn("us-east-1"),
        ...OF_THE_TRAIL,
        ...OF_RECORDERS,
        ...RULES,
        ACCESS_LOGS,
        ...OF_QUERIES,
        ...OF_INVOCATIONS,
      ],
      adopted: [{ type: "aws:sns/topic:Topic", region: "eu-central-1", id: SECURITY }],
    },
    {
      title: "leave the dashboards out",
      config: { dashboards: off },
      children: [
        BASELINE_ITSELF,
        ...DETECTION,
        ...OF_ALERTS,
        ...OF_THE_TRAIL,
        ...OF_RECORDERS,
        ...RULES,
        ACCESS_LOGS,
        ...OF_QUERIES,
        ...OF_INVOCATIONS,
      ],
      declined: [{ capability: "dashboards", reason: REASON }],
    },
    {
      title: "leave alerts out, and keep the topic for alarms",
      config: { alerting: off },
      children: [
        BASELINE_ITSELF,
        ANALYSIS,
        STANDARDS,
        THREATS,
        SCANS,
        ...OF_THE_TRAIL.filter((child) => child !== AUDIT_ALARMS),
        ...OF_RECORDERS,
        ...RULES,
        ACCESS_LOGS,
        ...OF_QUERIES,
        ...OF_INVOCATIONS,
        ALARM_TOPIC,
      ],
      declined: [{ capability: "alerting", region: "eu-central-1", reason: REASON }],
    },
    {
      title: "leave queries out, and the bucket for access logs with them where nothing else needs it",
      config: { evidenceQueries: off, logExport: off, recorder: off },
      children: [
        BASELINE_ITSELF,
        ...DETECTION,
        ...OF_ALERTS,
        ...OF_THE_TRAIL,
        ...OF_INVOCATIONS.filter((child) => !exportOf("export").includes(child)),
      ],
      declined: [
        { capability: "recorder", region: "eu-central-1", reason: REASON },
        { capability: "evidenceQueries", region: "eu-central-1", reason: REASON },
        { capability: "logExport", region: "eu-central-1", reason: REASON },
      ],
    },
    {
      title: "leave the notifications of their buckets as their owners have set them",
      config: { modelBuckets: ["acme-models"], bucketLineage: off },
      children: [
        BASELINE_ITSELF,
        ...DETECTION,
        ...OF_ALERTS,
        ...OF_THE_TRAIL,
        ...OF_RECORDERS,
        ...RULES,
        ACCESS_LOGS,
        ...OF_QUERIES,
        ...OF_INVOCATIONS,
      ],
      declined: [{ capability: "bucketLineage", region: "eu-central-1", reason: REASON }],
    },
    {
      title: "log access to their buckets where nothing else needs a bucket for access logs",
      config: {
        modelBuckets: ["acme-models"],
        bucketLineage: { mode: "create" },
        evidenceQueries: off,
        logExport: off,
        recorder: off,
      },
      children: [
        BASELINE_ITSELF,
        ...DETECTION,
        ...OF_ALERTS,
        ...OF_THE_TRAIL,
        ACCESS_LOGS,
        "DataLineage baseline-eu-central-1-lineage",
        ...OF_INVOCATIONS.filter((child) => !exportOf("export").includes(child)),
      ],
      declined: [
        { capability: "recorder", region: "eu-central-1", reason: REASON },
        { capability: "evidenceQueries", region: "eu-central-1", reason: REASON },
        { capability: "logExport", region: "eu-central-1", reason: REASON },
      ],
    },
    {
      title: "adopt all of it, and create the rules of AWS Config and EventBridge, and a topic for calls to IAM",
      config: {
        trail: { mode: "existing", arn: ORGANIZATION_TRAIL },
        recorder: { mode: "existing", name: "default" },
        invocationLogging: { mode: "existing" },
        alerting: { mode: "existing", arn: SECURITY },
        guardrails: { mode: "existing", arn: GUARDRAIL },
      },
      children: [
        BASELINE_ITSELF,
        ...DETECTION,
        "GovernanceEvents baseline-eu-central-1-events",
        "ApplicationAlarms baseline-eu-central-1-applications",
        "ModelAlarms baseline-eu-central-1-models",
        ...alertsIn("us-east-1"),
        ...RULES,
      ],
      adopted: [
        trail,
        recorder,
        logging,
        { type: "aws:sns/topic:Topic", region: "eu-central-1", id: SECURITY },
        { type: "aws:bedrock/guardrail:Guardrail", region: "eu-central-1", id: GUARDRAIL },
      ],
    },
    {
      title: "leave all of it out, and create nothing",
      config: {
        trail: off,
        recorder: off,
        invocationLogging: off,
        alerting: off,
        guardrails: off,
        detection: { accessAnalyzer: off, guardDuty: off, inspector: off, macie: off, securityHub: off },
      },
      children: [BASELINE_ITSELF],
      declined: [
        { capability: "trail", reason: REASON },
        { capability: "recorder", region: "eu-central-1", reason: REASON },
        { capability: "invocationLogging", region: "eu-central-1", reason: REASON },
        { capability: "alerting", region: "eu-central-1", reason: REASON },
        { capability: "guardrails", region: "eu-central-1", reason: REASON },
        { capability: "accessAnalyzer", region: "eu-central-1", reason: REASON },
        { capability: "guardDuty", region: "eu-central-1", reason: REASON },
        { capability: "inspector", region: "eu-central-1", reason: REASON },
        { capability: "macie", region: "eu-central-1", reason: REASON },
        { capability: "securityHub", region: "eu-central-1", reason: REASON },
      ],
    },
    {
      title: "tell of what a detector finds that is there already",
      config: {
        trail: off,
        recorder: off,
        invocationLogging: off,
        guardrails: off,
        detection: {
          accessAnalyzer: off,
          guardDuty: { mode: "existing" },
          inspector: off,
          macie: off,
          securityHub: off,
        },
      },
      children: [BASELINE_ITSELF, ...OF_ALERTS, "FindingAlerts baseline-eu-central-1-findings"],
      adopted: [{ type: "aws:guardduty/detector:Detector", region: "eu-central-1", id: "eu-central-1" }],
      declined: [
        { capability: "trail", reason: REASON },
        { capability: "recorder", region: "eu-central-1", reason: REASON },
        { capability: "invocationLogging", region: "eu-central-1", reason: REASON },
        { capability: "guardrails", region: "eu-central-1", reason: REASON },
        { capability: "accessAnalyzer", region: "eu-central-1", reason: REASON },
        { capability: "inspector", region: "eu-central-1", reason: REASON },
        { capability: "macie", region: "eu-central-1", reason: REASON },
        { capability: "securityHub", region: "eu-central-1", reason: REASON },
      ],
    },
    {
      title: "make no log group of a cluster that is adopted or left out",
      config: {
        trail: off,
        recorder: off,
        invocationLogging: off,
        eksClusters: [
          { name: "made" },
          { name: "taken", logGroup: { mode: "existing" } },
          { name: "not", logGroup: off },
        ],
      },
      children: [
        BASELINE_ITSELF,
        ...DETECTION,
        ...OF_ALERTS,
        "CustomerManagedKey baseline-eu-central-1-eks-made-key",
        "KubernetesAuditSink baseline-eu-central-1-eks-made",
        "RetainedLogGroup baseline-eu-central-1-eks-made-log-group",
        ACCESS_LOGS,
        ...OF_QUERIES,
        ...exportOf("k8s-export"),
      ],
      adopted: [{ type: LOG_GROUP, region: "eu-central-1", id: "/aws/eks/taken/cluster" }],
      declined: [
        { capability: "trail", reason: REASON },
        { capability: "recorder", region: "eu-central-1", reason: REASON },
        { capability: "invocationLogging", region: "eu-central-1", reason: REASON },
        { capability: "clusterLogGroup", region: "eu-central-1", cluster: "not", reason: REASON },
      ],
    },
    {
      title: "deliver the trail to an archive's bucket, and make none",
      config: { trail: { mode: "create", bucket: ARCHIVE, key: ARCHIVE_KEY }, recorder: off, invocationLogging: off },
      children: [
        BASELINE_ITSELF,
        ...DETECTION,
        ...OF_ALERTS,
        AUDIT_ALARMS,
        "AuditTrail baseline-trail",
        "CustomerManagedKey baseline-trail-key",
        "RetainedLogGroup baseline-trail-log-group",
      ],
      adopted: [
        { type: "aws:s3/bucket:Bucket", region: "eu-central-1", id: ARCHIVE },
        { type: KEY, region: "eu-central-1", id: ARCHIVE_KEY },
      ],
      declined: [
        { capability: "recorder", region: "eu-central-1", reason: REASON },
        { capability: "invocationLogging", region: "eu-central-1", reason: REASON },
      ],
    },
    {
      title: "deliver a recorder's items to an archive's bucket, and make neither bucket nor key",
      config: { trail: off, recorder: { mode: "create", bucket: ARCHIVE, key: ARCHIVE_KEY }, invocationLogging: off },
      children: [
        BASELINE_ITSELF,
        ...DETECTION,
        ...OF_ALERTS,
        "ConfigRecorder baseline-eu-central-1-recorder",
        ...RULES,
      ],
      adopted: [
        { type: "aws:s3/bucket:Bucket", region: "eu-central-1", id: ARCHIVE },
        { type: KEY, region: "eu-central-1", id: ARCHIVE_KEY },
      ],
      declined: [
        { capability: "trail", reason: REASON },
        { capability: "invocationLogging", region: "eu-central-1", reason: REASON },
      ],
    },
    {
      title: "deliver large bodies to a bucket of the account, encrypted with a key that exists",
      config: {
        trail: off,
        recorder: off,
        invocationContent: "full",
        invocationLogging: { mode: "create", bucket: "calls", key: ARCHIVE_KEY },
      },
      children: [
        BASELINE_ITSELF,
        ...DETECTION,
        ...OF_ALERTS,
        ...OF_INVOCATIONS.filter((child) => child !== "CustomerManagedKey baseline-eu-central-1-invocations-key"),
        ACCESS_LOGS,
        ...OF_QUERIES,
      ],
      adopted: [
        { type: "aws:s3/bucket:Bucket", region: "eu-central-1", id: "calls" },
        { type: KEY, region: "eu-central-1", id: ARCHIVE_KEY },
      ],
      declined: [
        { capability: "trail", reason: REASON },
        { capability: "recorder", region: "eu-central-1", reason: REASON },
      ],
    },
  ];
  for (const { title, config, children, adopted = [], declined = [] } of cases) {
    it(title, async () => {
      const recording = await made(config);
      const ofGuardrails = "guardrails" in config ? [] : OF_GUARDRAILS;
      const ofDashboards = "dashboards" in config ? [] : [DASHBOARDS];
      deepEqual(componentsOf(recording), [...children, ...ofGuardrails, ...ofDashboards].sort());
      const inputs = recording.inputs(BASELINE, "baseline");
      deepEqual([inputs["adopted"], inputs["declined"]], [adopted, declined]);
    });
  }

  it("tell GuardDuty what it looks at, and whose topic and queue take what it finds", async () => {
    const detection = { guardDuty: { mode: "create", features: ["RUNTIME_MONITORING"], agents: [] } };
    const recording = await made({ detection });
    deepEqual(ofType(recording, "aws:guardduty/detectorFeature:DetectorFeature"), [
      "baseline-eu-central-1-threats-runtime-monitoring",
    ]);
    const target = "baseline-eu-central-1-findings-guardduty-alert";
    const { arn, deadLetterConfig } = recording.inputs("aws:cloudwatch/eventTarget:EventTarget", target);
    deepEqual(
      [arn, deadLetterConfig],
      [
        "arn:aws:sns:eu-central-1:123456789012:baseline-eu-central-1-alerts",
        { arn: "arn:aws:sqs:eu-central-1:123456789012:baseline-eu-central-1-alerts-undelivered" },
      ],
    );
  });

  it("make the log groups of named endpoints in their regions, kept and masked as prompts are", async () => {
    const endpoint = "arn:aws:sagemaker:us-east-1:111122223333:endpoint/claims-triage";
    const made90 = await made({ governedRegions: ["eu-central-1", "us-east-1"], loggedResources: [endpoint] });
    const { name, region, retentionInDays } = made90.inputs(LOG_GROUP, "baseline-us-east-1-endpoints-claims-triage");
    deepEqual([name, region, retentionInDays], ["/aws/sagemaker/Endpoints/claims-triage", "us-east-1", 90]);
    ok(!made90.children().some((child) => child.includes(`${PROJECT}:index:LogDelivery`)));
  });

  it("have evidence collected at home where Audit Manager is set up, and by default nowhere", async () => {
    const type = "aws:auditmanager/assessment:Assessment";
    const frameworkId = "0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9";
    const ownerArn = "arn:aws:iam::123456789012:role/audit-owner";
    const auditManager = { mode: "create", frameworkId, ownerArn, reportsBucket: "acme-audit-reports" };
    const { region, roles } = (await made({ auditManager })).inputs(type, "baseline-audit-assessment");
    deepEqual([region, roles], ["eu-central-1", [{ roleArn: ownerArn, roleType: "PROCESS_OWNER" }]]);
    deepEqual(ofType(await made({}), type), []);
  });

  it("show each chat channel what every topic is told, and none where there is no topic", async () => {
    const chatChannels = [{ name: "oncall", app: "slack", workspaceId: "T0123ABCD", channelId: "C0123ABCD" }];
    const type = "aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration";
    const recording = await made({ governedRegions: ["eu-central-1"], chatChannels });
    deepEqual(recording.inputs(type, "baseline-chat-oncall-channel")["snsTopicArns"], [
      "arn:aws:sns:eu-central-1:123456789012:baseline-eu-central-1-alerts",
      // What is called of IAM is recorded there.
      "arn:aws:sns:us-east-1:123456789012:baseline-us-east-1-alerts",
    ]);
    deepEqual(ofType(await made({}), type), []);
  });

  it("mask what the account masks in all log groups, in every governed region, and by default nothing", async () => {
    const policies = async (config: Record<string, unknown>) =>
      ofType(await made(config), "aws:cloudwatch/logAccountPolicy:LogAccountPolicy");
    deepEqual(await policies({}), []);
    deepEqual(
      [...(await policies({ accountDataProtection: "basic", governedRegions: ["eu-central-1", "us-east-1"] }))].sort(),
      ["baseline-eu-central-1-masking-policy", "baseline-us-east-1-masking-policy"],
    );
  });

  it("send what people are told of on, whole, to the queue of the region and to the endpoint of every region", async () => {
    const recording = await made({
      governedRegions: ["eu-central-1", "us-east-1"],
      eventForwarding: {
        queues: [{ arn: "arn:aws:sqs:eu-central-1:444455556666:events" }],
        endpoint: { url: "https://ingest.example.com", authorization: { type: "apiKey", header: "x-api-key" } },
      },
      eventEndpointSecret: "correct-horse",
    });
    deepEqual([...ofType(recording, FORWARDING)].sort(), [
      "baseline-eu-central-1-forwarding",
      "baseline-us-east-1-forwarding",
    ]);
    const targets = ofType(recording, "aws:cloudwatch/eventTarget:EventTarget");
    const alerts = targets.filter((name) => name.endsWith("-alert"));
    const atHome = alerts.filter((name) => name.startsWith("baseline-eu-central-1-"));
    const ends = (end: string, names: readonly string[]) => names.map((name) => name.replace(/-alert$/, end)).sort();
    deepEqual(targets.filter((name) => name.endsWith("-endpoint")).sort(), ends("-endpoint", alerts));
    deepEqual(targets.filter((name) => name.endsWith("-queue")).sort(), ends("-queue", atHome));
    const { arn, deadLetterConfig } = recording.inputs(
      "aws:cloudwatch/eventTarget:EventTarget",
      "baseline-eu-central-1-events-kms-queue",
    );
    deepEqual(
      [arn, deadLetterConfig],
      [
        "arn:aws:sqs:eu-central-1:444455556666:events",
        { arn: "arn:aws:sqs:eu-central-1:123456789012:baseline-eu-central-1-alerts-undelivered" },
      ],
    );
  });

  it("send on what an existing topic is told of, and what calls to IAM are, where no governed region records them", async () => {
    const recording = await made({
      alerting: { mode: "existing", arn: "arn:aws:sns:eu-central-1:123456789012:security" },
      eventForwarding: {
        queues: [
          { arn: "arn:aws:sqs:us-east-1:123456789012:events" },
          { arn: "arn:aws:sqs:eu-central-1:123456789012:events" },
        ],
      },
    });
    deepEqual([...ofType(recording, FORWARDING)].sort(), [
      "baseline-eu-central-1-forwarding",
      "baseline-us-east-1-forwarding",
    ]);
    const deadLetters = (name: string): unknown =>
      recording.inputs("aws:cloudwatch/eventTarget:EventTarget", name)["deadLetterConfig"];
    const queue = (region: string, name: string) => ({ arn: `arn:aws:sqs:${region}:123456789012:${name}` });
    deepEqual(
      [deadLetters("baseline-eu-central-1-events-kms-queue"), deadLetters("baseline-us-east-1-events-iam-queue")],
      [
        queue("eu-central-1", "baseline-eu-central-1-forwarding-undelivered"),
        queue("us-east-1", "baseline-us-east-1-alerts-undelivered"),
      ],
    );
  });

  it("look for unused access at home alone, where they are told to", async () => {
    const recording = await made({
      governedRegions: ["eu-central-1", "us-east-1"],
      detection: { accessAnalyzer: { mode: "create", unusedAccessDays: 90 } },
    });
    deepEqual([...ofType(recording, "aws:accessanalyzer/analyzer:Analyzer")].sort(), [
      "baseline-eu-central-1-access-external",
      "baseline-eu-central-1-access-unused",
      "baseline-us-east-1-access-external",
    ]);
  });

  it("differ by region where a region overrides them", async () => {
    const recording = await made({
      governedRegions: ["eu-central-1", "us-east-1"],
      trail: off,
      recorder: { mode: "create", regions: { "us-east-1": { mode: "existing", name: "default" } } },
      invocationLogging: { mode: "existing", regions: { "us-east-1": { mode: "create" } } },
    });
    deepEqual(
      componentsOf(recording),
      [
        BASELINE_ITSELF,
        DASHBOARDS,
        ...DETECTION,
        ...DETECTION.map((child) => child.replace("eu-central-1", "us-east-1")),
        ...OF_ALERTS,
        "ApplicationAlarms baseline-us-east-1-applications",
        "ModelAlarms baseline-us-east-1-models",
        ...OF_RECORDERS,
        ...OF_QUERIES,
        ...RULES,
        ACCESS_LOGS,
        "ConfigAggregator baseline-aggregator",
        ...[...RULES, ...OF_INVOCATIONS, ...OF_GUARDRAILS, ...OF_QUERIES, ACCESS_LOGS].map((child) =>
          child.replace("eu-central-1", "us-east-1"),
        ),
        ...OF_GUARDRAILS,
      ].sort(),
    );
  });

  describe("of what puts right what AWS Config finds", () => {
    const REMEDIATION = "aws:cfg/remediationConfiguration:RemediationConfiguration";
    const two = { governedRegions: ["eu-central-1", "us-east-1"] };
    const remediationsOf = async (config: Record<string, unknown>): Promise<readonly string[]> =>
      [...ofType(await made(config), REMEDIATION)].map((name) => name.replace(/^baseline-|-remediation$/g, "")).sort();
    const OF_RESOURCES = ["bucket-access", "key-rotation"];
    const inRegion = (region: string, names: readonly string[]) => names.map((name) => `${region}-remediation-${name}`);

    it("start the trail where it is created alone, since CloudTrail starts it nowhere else", async () => {
      deepEqual(await remediationsOf(two), [
        ...inRegion("eu-central-1", [...OF_RESOURCES, "trail-logging"]),
        ...inRegion("us-east-1", OF_RESOURCES),
      ]);
      const adopted = { trail: { mode: "existing", arn: ORGANIZATION_TRAIL } };
      deepEqual(await remediationsOf(adopted), inRegion("eu-central-1", OF_RESOURCES));
    });

    it("are of the rules that are created, in the regions that do not leave them out", async () => {
      deepEqual(
        await remediationsOf({ ...two, configRules: ["cmk-backing-key-rotation-enabled", "cloudtrail-enabled"] }),
        [...inRegion("eu-central-1", ["key-rotation", "trail-logging"]), ...inRegion("us-east-1", ["key-rotation"])],
      );
      deepEqual(
        await remediationsOf({ ...two, configRemediation: { mode: "create", regions: { "eu-central-1": off } } }),
        inRegion("us-east-1", OF_RESOURCES),
      );
      deepEqual(await remediationsOf({ configRules: ["access-keys-rotated"] }), []);
    });

    it("name the rule and the trail, and wait for a person, unless a region has AWS Config start and change", async () => {
      const recording = await made({
        ...two,
        configRemediation: { mode: "create", regions: { "us-east-1": { mode: "create", start: "automatic" } } },
      });
      const trailLogging = recording.inputs(REMEDIATION, "baseline-eu-central-1-remediation-trail-logging-remediation");
      const { configRuleName, automatic, parameters } = trailLogging;
      deepEqual([configRuleName, automatic], ["baseline-eu-central-1-rules-cloudtrail-enabled", false]);
      deepEqual(
        (parameters as readonly unknown[]).slice(1), // a list, as the component's own test shows
        [
          { name: "DryRun", staticValue: "true" },
          { name: "TrailName", staticValue: "arn:aws:cloudtrail:eu-central-1:123456789012:trail/baseline-trail" },
        ],
      );
      const started = recording.inputs(REMEDIATION, "baseline-us-east-1-remediation-key-rotation-remediation");
      equal(started["automatic"], true);
      deepEqual((started["parameters"] as readonly unknown[]).at(1), { name: "DryRun", staticValue: "false" }); // as above
    });
  });

  it("let other accounts aggregate what is recorded, region by region", async () => {
    const recording = await made({
      governedRegions: ["eu-central-1", "us-east-1"],
      recorder: { mode: "create", regions: { "us-east-1": off } },
      configAggregatorAccounts: [{ account: "444455556666", region: "eu-west-1" }],
    });
    deepEqual(
      componentsOf(recording).filter((child) => child.startsWith("AggregationAuthorizations ")),
      ["AggregationAuthorizations baseline-eu-central-1-aggregators"],
    );
    deepEqual(
      recording.inputs(
        "aws:cfg/aggregateAuthorization:AggregateAuthorization",
        "baseline-eu-central-1-aggregators-444455556666-eu-west-1",
      ),
      { accountId: "444455556666", authorizedAwsRegion: "eu-west-1", region: "eu-central-1" },
    );
  });

  it("enforce the guardrails that are created where the settings say so", async () => {
    const enforced = "pulumi-nodejs:dynamic:Resource baseline-eu-central-1-guardrail-enforcement";
    ok((await made({ guardrailEnforcement: "set-by-api" })).children().includes(enforced));
    ok(!(await made({})).children().includes(enforced));
  });

  it("tell a trail in an archive its bucket by name and its key, and leave the log group a key of its own", async () => {
    const recording = await made({ trail: { mode: "create", bucket: ARCHIVE, key: ARCHIVE_KEY } });
    const { s3BucketName, kmsKeyId } = recording.inputs(TRAIL, "baseline-trail");
    deepEqual([s3BucketName, kmsKeyId], ["archive", ARCHIVE_KEY]);
    equal(
      recording.inputs(LOG_GROUP, "baseline-trail-log-group")["kmsKeyId"],
      "arn:aws:kms:eu-central-1:123456789012:key/baseline-trail-key",
    );
  });

  it("encrypt everything of a trail with a key that is given without a bucket", async () => {
    const recording = await made({ trail: { mode: "create", key: ARCHIVE_KEY } });
    equal(recording.inputs(TRAIL, "baseline-trail")["kmsKeyId"], ARCHIVE_KEY);
    equal(recording.inputs(LOG_GROUP, "baseline-trail-log-group")["kmsKeyId"], ARCHIVE_KEY);
    ok(!recording.children().includes(`${KEY} baseline-trail-key`));
  });

  it("tell a recorder in an archive its bucket by name and its key", async () => {
    const recording = await made({ recorder: { mode: "create", bucket: ARCHIVE, key: ARCHIVE_KEY } });
    const { s3BucketName, s3KmsKeyArn } = recording.inputs(CHANNEL, "baseline-eu-central-1-recorder-channel");
    deepEqual([s3BucketName, s3KmsKeyArn], ["archive", ARCHIVE_KEY]);
  });

  it("refuse a bucket for invocations whose content is not written to one", async () => {
    const settings = { ...settingsOf(configWith({})), invocationLogging: { mode: "create", bucket: "calls" } as const };
    await rejects(
      baselineOf(settings),
      /InvocationLogging "baseline-eu-central-1-invocations": bucket is .* Allowed: nothing with content "metadata-only"/,
    );
  });

  describe("of the service-linked role", () => {
    const regions = ["eu-central-1", "us-east-1"];
    const dependencies = (recording: Recording) =>
      regions.map(
        (region) => recording.registration(`${PROJECT}:index:ConfigRecorder`, `baseline-${region}-recorder`).dependsOn,
      );

    it("create one, for which the recorder of every region waits", async () => {
      const recording = await made({ governedRegions: regions });
      deepEqual(ofType(recording, ROLE), ["baseline-recorder-role"]);
      deepEqual(recording.inputs(ROLE, "baseline-recorder-role"), { awsServiceName: "config.amazonaws.com" });
      deepEqual(dependencies(recording), [[`${ROLE} baseline-recorder-role`], [`${ROLE} baseline-recorder-role`]]);
    });

    it("create none where the account has it, and wait for nothing", async () => {
      const recording = await made({ governedRegions: regions, configServiceLinkedRole: "existing" });
      deepEqual(ofType(recording, ROLE), []);
      deepEqual(dependencies(recording), [[], []]);
    });

    for (const recorder of [off, { mode: "existing", name: "default" }]) {
      it(`create none where every recorder is ${recorder.mode}`, async () => {
        deepEqual(ofType(await made({ governedRegions: regions, recorder }), ROLE), []);
      });
    }

    it("create one where a single region creates its recorder", async () => {
      const recording = await made({
        governedRegions: regions,
        recorder: { ...off, regions: { "us-east-1": { mode: "create" } } },
      });
      deepEqual(ofType(recording, ROLE), ["baseline-recorder-role"]);
    });
  });
});

describe("The routes of an AccountBaseline's alerts", () => {
  const queue = "arn:aws:sqs:eu-central-1:111122223333:tickets";
  const filterOf = (recording: Recording, name: string) => {
    const { filterPolicy, filterPolicyScope } = recording.inputs("aws:sns/topicSubscription:TopicSubscription", name);
    return [filterPolicy, filterPolicyScope];
  };
  const config = {
    alarmEmails: JSON.stringify(["ai@example.com", "oncall@example.com"]),
    alertSubscribers: JSON.stringify([queue]),
    alertRouting: JSON.stringify([
      { subscriber: "oncall@example.com", severities: ["page"] },
      { subscriber: queue, severities: ["ticket"] },
    ]),
  };
  const ofSeverity = (severity: string) => [
    JSON.stringify({
      $or: [{ id: [{ prefix: `${severity}:` }] }, { AlarmDescription: [{ suffix: `Severity: ${severity}.` }] }],
    }),
    "MessageBody",
  ];

  it("are filters of the subscribers that they name, in every region, and of no other", async () => {
    const recording = await baselineOf(settingsOf(configWith(config)));
    for (const region of ["eu-central-1", "us-east-1"]) {
      const topic = `baseline-${region}-alerts-topic`;
      deepEqual(filterOf(recording, `${topic}-email-ai@example.com`), [undefined, undefined]);
      deepEqual(filterOf(recording, `${topic}-email-oncall@example.com`), ofSeverity("page"));
      deepEqual(filterOf(recording, `${topic}-sqs-${queue}`), ofSeverity("ticket"));
    }
  });

  it("hold for the alarms of invocation logging where alerts are left out", async () => {
    const alerting = JSON.stringify({ mode: "off", reason: "Another team alerts" });
    const recording = await baselineOf(settingsOf(configWith({ ...config, alerting })));
    const alarm = "baseline-eu-central-1-alarm";
    deepEqual(filterOf(recording, `${alarm}-email-ai@example.com`), [undefined, undefined]);
    deepEqual(filterOf(recording, `${alarm}-email-oncall@example.com`), ofSeverity("page"));
  });
});

describe("The trusted accounts of an AccountBaseline", () => {
  it("are those from which nobody is alerted of roles and model calls, in every region", async () => {
    const recording = await baselineOf(settingsOf(configWith({ trustedAccounts: '["444455556666"]' })));
    for (const id of ["foreign-role-sessions", "model-callers"]) {
      const { eventPattern } = recording.inputs(
        "aws:cloudwatch/eventRule:EventRule",
        `baseline-eu-central-1-events-${id}`,
      );
      ok(String(eventPattern).includes('[{"anything-but":["123456789012","444455556666"]}]'), id);
    }
  });
});

describe("The subscribers of an AccountBaseline's trail", () => {
  const queue = "arn:aws:sqs:eu-central-1:111122223333:trail-deliveries";
  const onDelivery = "arn:aws:lambda:eu-central-1:111122223333:function:on-delivery";
  const topics = (recording: Recording) =>
    recording.children().filter((child) => child.includes(" baseline-trail-topic"));

  it("are nobody unless named, and then the trail has no topic", async () => {
    const recording = await baselineOf(settingsOf(configWith({})));
    deepEqual(topics(recording), []);
    ok(!("snsTopicName" in recording.inputs(TRAIL, "baseline-trail")));
  });

  it("are queues and functions, each by the protocol of its ARN", async () => {
    const recording = await baselineOf(
      settingsOf(configWith({ trailSubscribers: JSON.stringify([queue, onDelivery]) })),
    );
    deepEqual(topics(recording), [
      `${PROJECT}:index:NotificationTopic baseline-trail-topic`,
      "aws:sns/topic:Topic baseline-trail-topic",
      "aws:sns/topicPolicy:TopicPolicy baseline-trail-topic-policy",
      `aws:sns/topicSubscription:TopicSubscription baseline-trail-topic-lambda-${onDelivery}`,
      `aws:sns/topicSubscription:TopicSubscription baseline-trail-topic-sqs-${queue}`,
    ]);
    for (const [protocol, endpoint] of [
      ["sqs", queue],
      ["lambda", onDelivery],
    ] as const) {
      const inputs = recording.inputs(
        "aws:sns/topicSubscription:TopicSubscription",
        `baseline-trail-topic-${protocol}-${endpoint}`,
      );
      deepEqual([inputs["protocol"], inputs["endpoint"]], [protocol, endpoint]);
    }
  });
});

describe("The destruction of an AccountBaseline", () => {
  /** By profile: whether each log group has deletion protection, each bucket is emptied, anything is protected. */
  const destruction = async (profile: string, others: Record<string, string> = {}) => {
    const recording = await baselineOf(
      settingsOf(configWith({ profile, invocationContent: "full", eksClusters: '[{"name":"a"}]', ...others })),
    );
    const valuesOf = (type: string, property: string) =>
      new Set(recording.registrations.flatMap((made) => (made.type === type ? [made.inputs[property]] : [])));
    return {
      deletionProtected: [...valuesOf(LOG_GROUP, "deletionProtectionEnabled")],
      emptied: [...valuesOf("aws:s3/bucket:Bucket", "forceDestroy")],
      protectedOnes: recording.registrations.filter(({ protect }) => protect === true).length,
      groups: recording.registrations.filter(({ type }) => type === LOG_GROUP).length,
      buckets: recording.registrations.filter(({ type }) => type === "aws:s3/bucket:Bucket").length,
    };
  };

  it("destroys all of a sandbox: no log group is protected, every bucket is emptied, nothing is kept by Pulumi", async () => {
    deepEqual(await destruction("sandbox"), {
      deletionProtected: [false],
      emptied: [true],
      protectedOnes: 0,
      groups: 6,
      buckets: 8,
    });
  });

  for (const profile of ["standard", "regulated"]) {
    it(`is refused in profile ${profile}: every log group and every bucket is kept`, async () => {
      const { protectedOnes, ...others } = await destruction(profile);
      deepEqual(others, { deletionProtected: [true], emptied: [false], groups: 6, buckets: 8 });
      // 6 log groups, 8 buckets, 11 keys, the trail, the detector, the configuration of logging, recorder, channel and status.
      equal(protectedOnes, 31);
    });
  }

  it("leaves every key to the break-glass principals of the settings, and none where there are none", async () => {
    const lockouts = async (breakGlassPrincipals: readonly string[]) => {
      const recording = await baselineOf(
        settingsOf(
          configWith({
            eksClusters: '[{"name":"a"}]',
            breakGlassPrincipals: JSON.stringify(breakGlassPrincipals),
          }),
        ),
      );
      return recording.registrations
        .filter(({ type }) => type === "aws:kms/key:Key")
        .map(({ inputs }) => [
          String(inputs["policy"]).includes('"Sid":"OnlyBreakGlassRemovesKey"'),
          inputs["bypassPolicyLockoutSafetyCheck"],
        ]);
    };
    deepEqual(
      await lockouts(["arn:aws:iam::111122223333:role/break-glass"]),
      Array.from({ length: 11 }, () => [true, true]),
    );
    deepEqual(
      await lockouts([]),
      Array.from({ length: 11 }, () => [false, undefined]),
    );
  });
});

/** The components declared; what is in them, and each subscription, are shown elsewhere. */
function componentsOf(recording: Recording): readonly string[] {
  return declared(recording).filter((child) => !child.startsWith("TopicSubscription"));
}

describe("The readers of an AccountBaseline", () => {
  // The account in which programs are recorded is not the settings' own.
  const READER = "arn:aws:iam::123456789012:role/compliance";
  const OUTSIDE = { [`${PROJECT}:readersExternalId`]: "a1b2" };
  const SIEM_QUEUE = "arn:aws:sqs:eu-central-1:111122223333:log-files";
  const POLICY = "aws:iam/rolePolicy:RolePolicy";

  it("are there only where somebody is named", async () => {
    const named = (config: Record<string, string>) => baselineOf(settingsOf({ ...stackConfig("prod"), ...config }));
    const readersIn = (recording: Recording) =>
      recording.children().filter((child) => child.includes("baseline-readers"));
    deepEqual(readersIn(await named({})), []);
    deepEqual(readersIn(await named({ ...OUTSIDE, [`${PROJECT}:auditorPrincipals`]: JSON.stringify([READER]) })), [
      `${PROJECT}:index:EvidenceReaders baseline-readers`,
      "aws:iam/role:Role baseline-readers-auditor",
      `${POLICY} baseline-readers-auditor-policy`,
    ]);
  });

  it("read what the account's own components keep, and programs the trail's log files and queues only", async () => {
    const recording = await baselineOf(
      settingsOf({
        ...stackConfig("prod"),
        ...OUTSIDE,
        [`${PROJECT}:auditorPrincipals`]: JSON.stringify([READER]),
        [`${PROJECT}:ingestionPrincipals`]: JSON.stringify([READER]),
        [`${PROJECT}:trailSubscribers`]: JSON.stringify([SIEM_QUEUE]),
      }),
    );
    const resourcesOf = (role: string, sid: string) => {
      const { Statement } = recording.document(POLICY, `baseline-readers-${role}-policy`, "policy") as {
        Statement: { Sid: string; Resource: string | string[] }[];
      };
      return [Statement.find(({ Sid }) => Sid === sid)?.Resource ?? []].flat();
    };
    deepEqual(resourcesOf("ingestion", "ReadObjects"), [
      "arn:aws:s3:::baseline-trail-bucket-123456789012-eu-central-1/*",
    ]);
    deepEqual(resourcesOf("ingestion", "ReceiveNotifications"), [SIEM_QUEUE]);
    const buckets = resourcesOf("auditor", "ListBuckets");
    ok(buckets.includes("arn:aws:s3:::baseline-trail-bucket-123456789012-eu-central-1"), buckets.join());
    ok(buckets.some((arn) => arn.startsWith("arn:aws:s3:::baseline-us-east-1-recorder")));
    deepEqual(
      resourcesOf("auditor", "ReadLogGroups").filter((arn) => !arn.endsWith(":*")),
      [
        "arn:aws:logs:eu-central-1:123456789012:log-group:/aws/cloudtrail/baseline-trail",
        "arn:aws:logs:eu-central-1:123456789012:log-group:/ai-governance/baseline-eu-central-1-invocations/model-invocations",
        "arn:aws:logs:eu-central-1:123456789012:log-group:/aws/vendedlogs/bedrock/baseline-eu-central-1-vended",
        "arn:aws:logs:us-east-1:123456789012:log-group:/ai-governance/baseline-us-east-1-invocations/model-invocations",
        "arn:aws:logs:us-east-1:123456789012:log-group:/aws/vendedlogs/bedrock/baseline-us-east-1-vended",
        "arn:aws:logs:eu-central-1:123456789012:log-group:/aws/eks/inference/cluster",
      ],
    );
    equal(resourcesOf("auditor", "DecryptEvidence").length, 9);
  });
});

describe("The roles of an AccountBaseline", () => {
  const ROLE = "aws:iam/role:Role";

  it("have the path and the boundary that the settings name, every one of them", async () => {
    const recording = await baselineOf(
      settingsOf({
        ...stackConfig("prod"),
        [`${PROJECT}:auditorPrincipals`]: JSON.stringify(["arn:aws:iam::123456789012:role/compliance"]),
        [`${PROJECT}:readersExternalId`]: "a1b2",
        [`${PROJECT}:rolePath`]: "/governance/",
        [`${PROJECT}:permissionsBoundary`]: "arn:aws:iam::111122223333:policy/boundary",
      }),
    );
    const roles = recording.registrations.filter(({ type }) => type === ROLE);
    ok(roles.length >= 4, String(roles.length));
    for (const { name, inputs } of roles) {
      deepEqual(
        [inputs["path"], inputs["permissionsBoundary"]],
        ["/governance/", "arn:aws:iam::111122223333:policy/boundary"],
        name,
      );
    }
  });

  it("have neither unless the settings do", async () => {
    const recording = await baselineOf(settingsOf(stackConfig("prod")));
    const roles = recording.registrations.filter(({ type }) => type === ROLE);
    deepEqual(
      roles.filter(({ inputs }) => "path" in inputs || "permissionsBoundary" in inputs),
      [],
    );
  });
});

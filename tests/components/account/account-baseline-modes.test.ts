/** What an AccountBaseline adopts, leaves out, and makes only where it is asked to. */
import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import { PROJECT, configWith } from "../../settings/stack-config";
import type { Recording } from "../recorder";
import { BASELINE, LOG_GROUP, TRAIL, baselineOf, componentsOf, exportOf, settingsOf } from "./baselines";

const FORWARDING = `${PROJECT}:index:EventForwarding`;

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
  const FEEDS = "FeedAlarms baseline-eu-central-1-feeds";
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
        FEEDS,
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
        FEEDS,
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
        FEEDS,
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
        FEEDS,
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
        FEEDS,
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
        FEEDS,
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
        FEEDS,
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
        FEEDS,
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
        FEEDS,
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
        FEEDS,
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
        FEEDS,
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
        FEEDS,
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
        FEEDS,
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
        FEEDS,
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
        FEEDS,
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

  it("have alarms on what feeds each region, and on nothing that is adopted", async () => {
    const recording = await made({
      governedRegions: ["eu-central-1", "us-east-1"],
      recorder: { mode: "create", regions: { "us-east-1": { mode: "existing", name: "default" } } },
      invocationLogging: { mode: "existing", regions: { "us-east-1": { mode: "create" } } },
      eksClusters: [{ name: "made" }, { name: "taken", logGroup: { mode: "existing" } }],
    });
    const feeds = ofType(recording, "aws:cloudwatch/metricAlarm:MetricAlarm").filter((name) =>
      name.includes("-feeds-"),
    );
    deepEqual([...feeds].sort(), [
      "baseline-eu-central-1-feeds-cluster-made",
      "baseline-eu-central-1-feeds-config-history",
      "baseline-eu-central-1-feeds-config-permissions",
      "baseline-eu-central-1-feeds-config-snapshots",
      "baseline-us-east-1-feeds-invocations",
    ]);
  });

  it("watch the log of invocations that is kept, also where Bedrock delivers to another one", async () => {
    const { metricQueries } = (await made({ invocationContent: "sampled" })).inputs(
      "aws:cloudwatch/metricAlarm:MetricAlarm",
      "baseline-eu-central-1-feeds-invocations",
    );
    const group = "/ai-governance/baseline-eu-central-1-invocations/model-invocations";
    ok(JSON.stringify(metricQueries).includes(`{"LogGroupName":"${group}"}`));
  });

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

  describe("of responses to what runbooks find", () => {
    const DOCUMENT = "aws:ssm/document:Document";
    const approvers = ["arn:aws:iam::111122223333:role/data-governance"];
    const responding = { mode: "create", approvers };
    const responsesOf = (recording: Recording): readonly string[] =>
      ofType(recording, DOCUMENT)
        .filter((name) => name.includes("-response-"))
        .map((name) => name.replace("baseline-", "").replace("-response-", " "))
        .sort();
    const choicesOf = (recording: Recording, name: string, parameter: string): readonly string[] | undefined => {
      // As the component's own test shows.
      const { parameters } = recording.document(DOCUMENT, `baseline-${name}`, "content") as {
        readonly parameters: Readonly<Record<string, { readonly allowedValues?: readonly string[] } | undefined>>;
      };
      return parameters[parameter]?.allowedValues;
    };

    it("are off until somebody is named who approves", async () => {
      deepEqual(responsesOf(await made({})), []);
    });

    it("start the trail at home, and restore what the baseline makes in every governed region", async () => {
      const recording = await made({
        governedRegions: ["eu-central-1", "us-east-1"],
        responseAutomation: responding,
        eksClusters: [{ name: "inference" }],
      });
      const everywhere = [
        "cancel-key-deletion",
        "disable-endpoint",
        "restore-invocation-logging",
        "restore-log-retention",
      ];
      deepEqual(responsesOf(recording), [
        ...[...everywhere, "restore-trail-logging"].map((id) => `eu-central-1 ${id}`),
        ...everywhere.map((id) => `us-east-1 ${id}`),
      ]);
      deepEqual(choicesOf(recording, "eu-central-1-response-restore-trail-logging", "TrailName"), [
        "arn:aws:cloudtrail:eu-central-1:123456789012:trail/baseline-trail",
      ]);
      deepEqual(choicesOf(recording, "eu-central-1-response-restore-log-retention", "LogGroupName"), [
        "/aws/cloudtrail/baseline-trail",
        "/ai-governance/baseline-eu-central-1-invocations/model-invocations",
        "/aws/eks/inference/cluster",
      ]);
      deepEqual(choicesOf(recording, "us-east-1-response-restore-log-retention", "LogGroupName"), [
        "/ai-governance/baseline-us-east-1-invocations/model-invocations",
      ]);
      equal(choicesOf(recording, "eu-central-1-response-cancel-key-deletion", "KeyId")?.length, 6);
      const restored = recording.document(
        DOCUMENT,
        "baseline-us-east-1-response-restore-invocation-logging",
        "content",
      );
      ok(JSON.stringify(restored).includes("/ai-governance/baseline-us-east-1-invocations/model-invocations"));
    });

    it("leave out what is adopted or left out, and keys that were given", async () => {
      const recording = await made({
        responseAutomation: responding,
        trail: off,
        invocationLogging: off,
        recorder: { mode: "create", bucket: ARCHIVE, key: ARCHIVE_KEY },
      });
      deepEqual(responsesOf(recording), ["eu-central-1 disable-endpoint"]);
    });

    it("restore the whole records of mode sampled for the days that they are kept", async () => {
      const recording = await made({ responseAutomation: responding, invocationContent: "sampled", trail: off });
      const choices = choicesOf(recording, "eu-central-1-response-restore-log-retention", "LogGroupName");
      equal(choices?.length, 2);
    });

    it("ask whoever is named, or else whoever is sent alerts, and that of every severity", async () => {
      const alerted = {
        alarmEmails: ["oncall@example.com"],
        alertSubscribers: ["https://hooks.example.com/a"],
        alertRouting: [{ subscriber: "oncall@example.com", severities: ["page"] }],
      };
      const SUBSCRIPTION = "aws:sns/topicSubscription:TopicSubscription";
      const asked = async (mode: object) => {
        const recording = await made({ ...alerted, responseAutomation: { ...responding, ...mode } });
        return recording.registrations
          .filter(({ type, name }) => type === SUBSCRIPTION && name.includes("-response-"))
          .map(({ inputs }) => [inputs["protocol"], inputs["endpoint"], inputs["filterPolicy"]]);
      };
      deepEqual(await asked({}), [
        ["email", "oncall@example.com", undefined],
        ["https", "https://hooks.example.com/a", undefined],
      ]);
      const queue = "arn:aws:sqs:eu-central-1:111122223333:approvals";
      deepEqual(await asked({ subscribers: ["data@example.com", queue] }), [
        ["email", "data@example.com", undefined],
        ["sqs", queue, undefined],
      ]);
      deepEqual(await asked({ subscribers: [] }), []);
    });
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
        FEEDS,
        FEEDS.replace("eu-central-1", "us-east-1"),
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

import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import {
  AccountBaseline,
  type AccountBaselineArgs,
  resolveAccountBaseline,
} from "../../../components/account/account-baseline";
import { parseSettings } from "../../../settings/parse";
import { PROJECT, configWith, stackConfig } from "../../settings/stack-config";
import { type Recording, record } from "../recorder";

function settingsOf(config: Readonly<Record<string, string>>): AccountBaselineArgs {
  const result = parseSettings(config, PROJECT);
  ok(result.ok, result.ok ? "" : JSON.stringify(result.mistakes));
  return result.settings;
}

function baselineOf(settings: AccountBaselineArgs): Promise<Recording> {
  return record(() => new AccountBaseline("baseline", settings));
}

/** The components declared, and what the baseline declares by its own hand; what is in them is the components' own. */
function declared(recording: Recording): readonly string[] {
  const prefix = `${PROJECT}:index:`;
  return recording
    .children()
    .filter((child) => child.startsWith(prefix) || child.startsWith("aws:sns/topicSubscription:"))
    .map((child) => child.replace(prefix, "").replace("aws:sns/topicSubscription:", ""));
}

const BASELINE = `${PROJECT}:index:AccountBaseline`;
const TRAIL = "aws:cloudtrail/trail:Trail";
const LOCK = "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration";
const LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";
const LIFECYCLE = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";
const FULL = { invocationContent: "full", profile: "regulated" };

describe("The options of an AccountBaseline", () => {
  const resolved = (config: Record<string, string>) =>
    resolveAccountBaseline("baseline", settingsOf(configWith(config)));

  it("tell InvocationLogging what its mode makes use of, and nothing else", () => {
    deepEqual(resolved({ invocationContent: "off" }).invocations, { content: "off" });
    deepEqual(resolved({ invocationContent: "metadata-only", promptRetentionDays: "90" }).invocations, {
      content: "metadata-only",
      retentionDays: 90,
    });
    deepEqual(resolved({ ...FULL, promptRetentionDays: "90" }).invocations, {
      content: "full",
      retentionDays: 90,
      bucketRetentionDays: 90,
      objectLock: { mode: "GOVERNANCE", days: 90 },
    });
  });

  it("name no functions, no organization and no insights of the trail unless the settings do", () => {
    const { lambdaFunctionArns, organization, insights } = resolved({}).trail;
    deepEqual([lambdaFunctionArns, organization, insights], [undefined, undefined, undefined]);
    deepEqual(resolved({ insights: "false" }).trail.insights, []);
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
    deepEqual(declared(production), [
      "AccountBaseline baseline",
      "AuditTrail baseline-trail",
      "ConfigRecorder baseline-eu-central-1-recorder",
      "ConfigRecorder baseline-us-east-1-recorder",
      "ConfigRules baseline-eu-central-1-rules",
      "ConfigRules baseline-us-east-1-rules",
      "CustomerManagedKey baseline-eu-central-1-eks-inference-key",
      "CustomerManagedKey baseline-eu-central-1-invocations-key",
      "CustomerManagedKey baseline-eu-central-1-recorder-key",
      "CustomerManagedKey baseline-trail-key",
      "CustomerManagedKey baseline-us-east-1-invocations-key",
      "CustomerManagedKey baseline-us-east-1-recorder-key",
      "EvidenceBucket baseline-eu-central-1-access-logs",
      "EvidenceBucket baseline-eu-central-1-recorder-bucket",
      "EvidenceBucket baseline-trail-access-logs",
      "EvidenceBucket baseline-trail-bucket",
      "EvidenceBucket baseline-us-east-1-access-logs",
      "EvidenceBucket baseline-us-east-1-recorder-bucket",
      "InvocationLogging baseline-eu-central-1-invocations",
      "InvocationLogging baseline-us-east-1-invocations",
      "KubernetesAuditSink baseline-eu-central-1-eks-inference",
      "NotificationTopic baseline-eu-central-1-invocations-topic",
      "NotificationTopic baseline-trail-topic",
      "NotificationTopic baseline-us-east-1-invocations-topic",
      "RetainedLogGroup baseline-eu-central-1-eks-inference-log-group",
      "RetainedLogGroup baseline-eu-central-1-invocations-log-group",
      "RetainedLogGroup baseline-trail-log-group",
      "RetainedLogGroup baseline-us-east-1-invocations-log-group",
      "TopicSubscription baseline-eu-central-1-alarm-mail-ai-security@example.com",
      "TopicSubscription baseline-us-east-1-alarm-mail-ai-security@example.com",
    ]);
  });

  it("stands up a trail and one region for the sandbox stack", () => {
    deepEqual(declared(sandbox), [
      "AccountBaseline baseline",
      "AuditTrail baseline-trail",
      "ConfigRecorder baseline-eu-central-1-recorder",
      "ConfigRules baseline-eu-central-1-rules",
      "CustomerManagedKey baseline-eu-central-1-invocations-key",
      "CustomerManagedKey baseline-eu-central-1-recorder-key",
      "CustomerManagedKey baseline-trail-key",
      "EvidenceBucket baseline-eu-central-1-access-logs",
      "EvidenceBucket baseline-eu-central-1-recorder-bucket",
      "EvidenceBucket baseline-trail-access-logs",
      "EvidenceBucket baseline-trail-bucket",
      "InvocationLogging baseline-eu-central-1-invocations",
      "NotificationTopic baseline-eu-central-1-invocations-topic",
      "NotificationTopic baseline-trail-topic",
      "RetainedLogGroup baseline-eu-central-1-invocations-log-group",
      "RetainedLogGroup baseline-trail-log-group",
    ]);
  });

  it("says of itself its profile, its regions and how much of an invocation it keeps, and nothing else", () => {
    deepEqual(production.inputs(BASELINE, "baseline"), {
      profile: "regulated",
      governedRegions: ["eu-central-1", "us-east-1"],
      invocationContent: "redacted",
    });
  });

  it("puts every resource of a region into that region", () => {
    // IAM is the account's, not a region's; a component and its mail subscription carry the region like all others.
    const regional = production.registrations.filter(
      ({ type }) => type.startsWith("aws:") && !type.startsWith("aws:iam/"),
    );
    for (const { name, inputs } of regional) {
      equal(inputs["region"], name.startsWith("baseline-us-east-1-") ? "us-east-1" : "eu-central-1", name);
    }
  });

  it("records the account's global resource types in the home region only", () => {
    for (const [region, expected] of [
      ["eu-central-1", true],
      ["us-east-1", false],
    ] as const) {
      const inputs = production.inputs(`${PROJECT}:index:ConfigRecorder`, `baseline-${region}-recorder`);
      equal(inputs["recordGlobalResourceTypes"], expected);
    }
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
    const rules = recording.registrations.filter(({ type }) => type === "aws:cfg/rule:Rule");
    const owners = rules.map(({ inputs }) => JSON.stringify(inputs["source"]).includes('"owner":"AWS"'));
    deepEqual(owners, [true, false, false, false]);
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

  it("logs the access to every evidence bucket of a region into that region's access-log bucket", async () => {
    const recording = await baselineOf(settingsOf(configWith(FULL)));
    const targets = recording.registrations
      .filter(({ type }) => type === "aws:s3/bucketLogging:BucketLogging")
      .map(({ name, inputs }) => [name, String(inputs["targetBucket"])]);
    deepEqual(targets.sort(), [
      [
        "baseline-eu-central-1-invocations-bucket-access-logging",
        "baseline-eu-central-1-access-logs-123456789012-eu-central-1",
      ],
      [
        "baseline-eu-central-1-recorder-bucket-access-logging",
        "baseline-eu-central-1-access-logs-123456789012-eu-central-1",
      ],
      ["baseline-trail-bucket-access-logging", "baseline-trail-access-logs-123456789012-eu-central-1"],
    ]);
  });

  it("declares no logging of invocations and no alarm mail when the content is off", async () => {
    const recording = await baselineOf(settingsOf(configWith({ invocationContent: "off" })));
    ok(declared(recording).includes("InvocationLogging baseline-eu-central-1-invocations"));
    deepEqual(
      recording.registrations.filter(
        ({ type }) => type.startsWith("aws:bedrockmodel/") || type.includes("Subscription"),
      ),
      [],
    );
  });

  const demands: readonly (readonly [string, Record<string, string>, string])[] = [
    ["the shortest retention in use", { promptRetentionDays: "60" }, "60"],
    ["a year where nothing is kept for less", { invocationContent: "off" }, "365"],
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
    const recording = await baselineOf(settingsOf(configWith(FULL, { "aws:region": region })));
    const names = recording.registrations.flatMap(({ type, inputs }) =>
      type === "aws:s3/bucket:Bucket" ? [String(inputs["bucket"])] : [],
    );
    equal(names.length, 5);
    for (const name of names) {
      ok(name.length <= 63, `${name} has ${name.length} characters`);
    }
  });

  it("refuses to leave the home region ungoverned, before anything is declared", async () => {
    const settings = { ...settingsOf(stackConfig("prod")), governedRegions: ["us-east-1"] };
    await rejects(baselineOf(settings), /AccountBaseline "baseline": governedRegions.*eu-central-1/);
  });
});

import assert from "node:assert/strict";
import { secret, unknown } from "./wire-values";
import { prodResources } from "../support/prod-state";
import { BASELINE, estimateOf, figures, resource, selector } from "./stacks";

const TRAIL = "aws:cloudtrail/trail:Trail";
const LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";
const BUCKET = "aws:s3/bucket:Bucket";
const LIFECYCLE = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";
const LOGGING = "aws:bedrockmodel/invocationLoggingConfiguration:InvocationLoggingConfiguration";
const GIB = 2 ** 30;

/** Volumes with which a gigabyte is what arrives in a month, and nothing is compressed. */
const ONE_GB = { compressedPercent: 100, otherLogGBPerLogGroupPerMonth: 1, otherStoredGBPerBucketPerMonth: 1 };

describe("The cost of sampled invocations", () => {
  const groups = { source: "/s", metadata: "/m", samples: "/k" };
  const sampled = [
    ...Object.entries({ ...groups, function: "/f" }).map(([name, group]) =>
      resource(LOG_GROUP, name, { name: group, retentionInDays: 30 }),
    ),
    resource(LOGGING, "logging", { loggingConfig: { cloudwatchConfig: { logGroupName: groups.source } } }),
    resource("aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter", "filter", {
      logGroup: groups.source,
      destinationArn: "arn:f",
    }),
    resource("aws:lambda/function:Function", "sampler", {
      arn: "arn:f",
      memorySize: 512,
      environment: {
        variables: { SAMPLE_PERCENT: "25", METADATA_LOG_GROUP: groups.metadata, SAMPLES_LOG_GROUP: groups.samples },
      },
      loggingConfig: { logGroup: "/f" },
    }),
  ];

  it("is that of whole records, of metadata, of the share, and of the function's calls and time", () => {
    const { lines } = estimateOf(
      sampled,
      {
        modelInvocationsPerRegionPerMonth: GIB / 1000,
        invocationMetadataBytes: 1000,
        promptAndAnswerBytes: 3000,
        samplerMillisecondsPerCall: 1000,
      },
      "us-east-1",
    );
    const quantities = lines
      .filter(({ what }) => !what.includes("stored"))
      .map(({ what, quantity, price }) => [what, quantity.month1, price?.tiers[0]?.usd]);
    assert.deepEqual(quantities, [
      ["model invocations with their text, to be sampled, ingested", 4, 0.5],
      ["model invocations without bodies, ingested", 1, 0.5],
      ["model invocations with their text, sampled, ingested", 1, 0.5],
      ["errors of the function that samples model invocations, ingested", 0, 0.5],
      ["calls of the function that samples model invocations", GIB / 1000, 0.2],
      ["time of the function that samples model invocations", GIB / 2000, 0.000_013_333_4],
    ]);
  });

  it("is that of whole records alone where no subscription sends them to the function", () => {
    const { lines } = estimateOf(sampled.filter(({ type }) => !type.includes("logSubscriptionFilter")));
    assert.ok(lines.every(({ service }) => service !== "Lambda"));
    assert.ok(lines.some(({ what }) => what === "model invocations with their text, ingested"));
  });
});

describe("The cost of trails", () => {
  it("is that of AWS's own example: a free copy, a second copy of 150,000 events, and 2 million data events", () => {
    const management = selector({ eventCategory: ["Management"] });
    const objects = selector({ eventCategory: ["Data"], "resources.type": ["AWS::S3::Object"] });
    const estimated = estimateOf(
      [
        resource(TRAIL, "first", { advancedEventSelectors: [management, objects] }),
        resource(TRAIL, "second", { advancedEventSelectors: [management] }),
      ],
      { managementEventsPerMonth: 150_000, trainingObjectEventsPerMonth: 2_000_000 },
    );
    assert.deepEqual(figures(estimated), {
      "management events, first copy": [0, 0],
      "data events of objects": [2, 2],
      "management events, further copy": [3, 3],
    });
    assert.deepEqual(estimated.total, { month1: 5, steady: 5 });
    assert.deepEqual(estimated.services, [{ service: "CloudTrail", usd: { month1: 5, steady: 5 } }]);
  });

  it("has for Insights the 330,000 analyzed events of AWS's example", () => {
    const { lines } = estimateOf(
      [
        resource(TRAIL, "trail", {
          insightSelectors: [{ insightType: "ApiCallRateInsight" }, { insightType: "ApiErrorRateInsight" }],
        }),
      ],
      { managementEventsPerMonth: 300_000, writeManagementEventsPercent: 10 },
    );
    const analyzed = lines.filter(({ what }) => what.startsWith("events analyzed"));
    assert.deepEqual(
      analyzed.map(({ quantity }) => quantity.month1),
      [30_000, 300_000],
    );
    assert.equal(analyzed.reduce((sum, { usd }) => sum + (usd.month1 ?? 0), 0).toFixed(4), (3.3 * 0.35).toFixed(4));
  });

  it("counts every kind of charged event once, and each further type and source by itself", () => {
    const data = (type: string): ReturnType<typeof selector> =>
      selector({ eventCategory: ["Data"], "resources.type": [type] });
    const estimated = estimateOf(
      [
        resource(TRAIL, "trail", {
          advancedEventSelectors: [
            data("AWS::Bedrock::AgentAlias"),
            data("AWS::Bedrock::Guardrail"),
            data("AWS::Lambda::Function"),
            data("AWS::DynamoDB::Table"),
            data("AWS::SQS::Queue"),
            selector({ eventCategory: ["NetworkActivity"], eventSource: ["bedrock.amazonaws.com"] }),
          ],
        }),
      ],
      {
        aiDataEventsPerMonth: 100_000,
        lambdaInvocationsPerMonth: 200_000,
        otherDataEventsPerMonth: 300_000,
        networkActivityEventsPerMonth: 400_000,
      },
    );
    assert.deepEqual(figures(estimated), {
      "data events of AI resources": [0.1, 0.1],
      "data events of functions": [0.2, 0.2],
      "data events of AWS::DynamoDB::Table, AWS::SQS::Queue": [0.6, 0.6],
      "network activity events of bedrock.amazonaws.com": [0.4, 0.4],
    });
  });

  it("reads basic selectors, and management events where there are none", () => {
    const basic = (includeManagementEvents: boolean): ReturnType<typeof resource> =>
      resource(TRAIL, "trail", {
        eventSelectors: [{ includeManagementEvents, dataResources: [{ type: "AWS::Lambda::Function", values: [] }] }],
      });
    assert.deepEqual(Object.keys(figures(estimateOf([basic(true)]))), [
      "management events, first copy",
      "data events of functions",
    ]);
    assert.deepEqual(Object.keys(figures(estimateOf([basic(false)]))), ["data events of functions"]);
    assert.deepEqual(Object.keys(figures(estimateOf([resource(TRAIL, "trail", {})]))), [
      "management events, first copy",
    ]);
  });

  it("multiplies what an organization trail logs by its accounts", () => {
    const { lines } = estimateOf(
      [
        resource(TRAIL, "trail", {
          isOrganizationTrail: true,
          eventSelectors: [{ dataResources: [{ type: "AWS::Lambda::Function" }] }],
        }),
      ],
      { lambdaInvocationsPerMonth: 100_000, organizationAccounts: 12 },
    );
    const functions = lines.find(({ what }) => what === "data events of functions");
    assert.equal(functions?.quantity.month1, 1_200_000);
    assert.deepEqual(functions.drivers, ["lambdaInvocationsPerMonth", "organizationAccounts"]);
  });
});

describe("The cost of logs", () => {
  it("is ingestion at once, and storage that grows until the retention", () => {
    // 12 months of a gigabyte each; half of the first month's on average in the first month.
    const group = resource(LOG_GROUP, "logs", { name: "/acme/app", retentionInDays: 365.25 });
    assert.deepEqual(figures(estimateOf([group], ONE_GB)), {
      "logs of others, ingested": [0.63, 0.63],
      "logs of others, stored 365.25 days": [0.0162, 0.3888],
    });
  });

  it("has no later month where nothing expires, and says so", () => {
    for (const retention of [{}, { retentionInDays: 0 }]) {
      const estimated = estimateOf([resource(LOG_GROUP, "logs", { name: "/acme/app", ...retention })], ONE_GB);
      assert.deepEqual(figures(estimated)["logs of others, stored for ever"], [0.0162, null]);
      assert.equal(estimated.total.steady, 0.63);
      assert.match(estimated.warnings.join(), /stored for ever \(eu-central-1\): grows for ever/);
    }
  });

  it("is half for the Infrequent Access class, at the price that stands in", () => {
    const group = resource(LOG_GROUP, "logs", {
      name: "/acme/app",
      logGroupClass: "INFREQUENT_ACCESS",
      retentionInDays: 30,
    });
    const { lines, warnings } = estimateOf([group], ONE_GB);
    assert.deepEqual([lines[0]?.usd.month1, lines[0]?.standIn], [0.285, "eu-west-1"]);
    assert.match(warnings[0] ?? "", /the price in eu-central-1 is not known here, so that of eu-west-1 stands in/);
  });

  for (const [gigabytes, dollars] of [
    [10_240, 5836.8],
    [10_241, 5837.085],
    [30_720, 11_673.6],
    [30_721, 11_673.714],
    [51_200, 14_008.32],
    [51_201, 14_008.377],
  ] as const) {
    it(`is graduated for control planes: ${gigabytes} GB`, () => {
      const group = resource(LOG_GROUP, "logs", { name: "/aws/eks/inference/cluster", retentionInDays: 400 });
      const estimated = estimateOf([group], { controlPlaneGBPerClusterPerMonth: gigabytes }, "eu-west-1");
      assert.equal(figures(estimated)["logs of EKS control planes, ingested"]?.[0], dollars);
    });
  }

  it("is, for model invocations, that of the metadata, and of the text where it is delivered", () => {
    const volumes = {
      compressedPercent: 100,
      modelInvocationsPerRegionPerMonth: 1000,
      invocationMetadataBytes: GIB / 1000,
      promptAndAnswerBytes: (3 * GIB) / 1000,
    };
    const group = resource(LOG_GROUP, "logs", { name: "/invocations", retentionInDays: 30 });
    const logging = (textDataDeliveryEnabled?: boolean): ReturnType<typeof resource> =>
      resource(LOGGING, "logging", {
        loggingConfig: {
          cloudwatchConfig: { logGroupName: "/invocations" },
          ...(textDataDeliveryEnabled === undefined ? {} : { textDataDeliveryEnabled }),
        },
      });
    const ingested = (...resources: readonly ReturnType<typeof resource>[]): unknown =>
      Object.entries(figures(estimateOf([group, ...resources], volumes))).filter(([what]) =>
        /ingested|scanned/.test(what),
      );
    assert.deepEqual(ingested(logging(false)), [["model invocations without bodies, ingested", [0.63, 0.63]]]);
    assert.deepEqual(ingested(logging()), [["model invocations with their text, ingested", [2.52, 2.52]]]);
    const mask = resource("aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy", "mask", {
      logGroupName: "/invocations",
    });
    assert.deepEqual(ingested(logging(true), mask), [
      ["model invocations with their text, ingested", [2.52, 2.52]],
      ["model invocations with their text, scanned for masking", [0.48, 0.48]],
    ]);
    const maskOfAll = resource("aws:cloudwatch/logAccountPolicy:LogAccountPolicy", "mask-of-all", {
      policyType: "DATA_PROTECTION_POLICY",
    });
    assert.deepEqual(ingested(logging(true), mask, maskOfAll), ingested(logging(true), maskOfAll));
    assert.deepEqual(ingested(logging(true), maskOfAll), ingested(logging(true), mask));
  });

  it("is, for a trail, that of everything that the trail logs", () => {
    const { lines } = estimateOf(
      [
        resource(LOG_GROUP, "logs", { name: "/trail", retentionInDays: 400 }),
        resource(TRAIL, "trail", {
          cloudWatchLogsGroupArn: "arn:aws:logs:eu-central-1:111122223333:log-group:/trail:*",
          eventSelectors: [{ dataResources: [{ type: "AWS::Lambda::Function" }] }],
        }),
      ],
      { managementEventsPerMonth: 1000, lambdaInvocationsPerMonth: 3000, trailEventBytes: GIB / 1000 },
    );
    const ingested = lines.find(({ what }) => what === "events of the trail, ingested");
    assert.deepEqual(ingested?.quantity, { month1: 4, steady: 4 });
    assert.equal(lines.filter(({ service }) => service === "CloudWatch Logs").length, 2);
    assert.deepEqual(ingested.bound, "property cloudWatchLogsGroupArn");
  });

  it("is, for a trail without data events, bounded by nothing", () => {
    const { lines } = estimateOf([
      resource(TRAIL, "trail", {
        cloudWatchLogsGroupArn: "arn:aws:logs:eu-central-1:111122223333:log-group:/trail:*",
      }),
    ]);
    assert.equal(
      lines.find(({ what }) => what === "events of the trail, ingested")?.bound,
      "nothing bounds it: CloudTrail sends to the log group whatever the trail logs",
    );
  });
});

describe("The cost of buckets", () => {
  const lifecycle = (rule: Readonly<Record<string, string | number | object>>): ReturnType<typeof resource> =>
    resource(LIFECYCLE, "lifecycle", { bucket: "data", rules: [{ status: "Enabled", ...rule }] }); // wire values, by the literals below
  const data = resource(BUCKET, "data", { bucket: "data" });
  const large = { ...ONE_GB, otherPutsPerBucketPerMonth: 1000 };

  it("is what is stored by class and age, written and moved", () => {
    const rule = lifecycle({
      expiration: { days: 730.5 },
      transitions: [
        { days: 365.25, storageClass: "GLACIER_IR" },
        { days: 30.4375, storageClass: "STANDARD_IA" },
      ],
    });
    const estimated = estimateOf([data, rule], large);
    assert.deepEqual(figures(estimated), {
      "objects of others, STANDARD to day 30.4375": [0.0123, 0.0245],
      "objects of others, STANDARD_IA to day 365.25": [0, 0.1485],
      "objects of others, GLACIER_IR to day 730.5": [0, 0.048],
      "objects of others, written": [0.0054, 0.0054],
      "objects of others, moved to STANDARD_IA": [0, 0.01],
      "objects of others, moved to GLACIER_IR": [0, 0.02],
    });
  });

  it("is that of the first class where the objects are too small to be moved, and says so", () => {
    const rule = lifecycle({ expiration: { days: 365.25 }, transitions: [{ days: 30, storageClass: "GLACIER" }] });
    const puts = GIB / (128 * 1024);
    const moved = estimateOf([data, rule], { ...ONE_GB, otherPutsPerBucketPerMonth: puts });
    assert.ok("objects of others, GLACIER to day 365.25" in figures(moved));
    const small = estimateOf([data, rule], { ...ONE_GB, otherPutsPerBucketPerMonth: puts + 1 });
    assert.deepEqual(Object.keys(figures(small)), [
      "objects of others, STANDARD to day 365.25",
      "objects of others, written",
    ]);
    assert.match(small.lines[0]?.note ?? "", /no object under 128 KB/);
  });

  it("has no later month without a rule that expires every object", () => {
    const partial = [
      { expiration: { days: 30 }, filter: { prefix: "tmp/" } },
      { expiration: { days: 30 }, filter: { tag: { key: "a", value: "b" } } },
      { expiration: { days: 30 }, status: "Disabled" },
      { abortIncompleteMultipartUpload: { daysAfterInitiation: 7 } },
    ];
    for (const rule of partial) {
      assert.deepEqual(figures(estimateOf([data, lifecycle(rule)], large))["objects of others, STANDARD for ever"], [
        0.0123,
        null,
      ]);
    }
  });

  it("counts access logs without a price for their delivery", () => {
    const logs = resource(BUCKET, "logs", { bucket: "logs" });
    const logging = resource("aws:s3/bucketLogging:BucketLogging", "logging", { bucket: "data", targetBucket: "logs" });
    const { lines } = estimateOf([logs, logging], {
      accessLogLinesPerBucketPerMonth: 1000,
      accessLogLineBytes: GIB / 1000,
    });
    assert.deepEqual(
      lines.map(({ what, quantity }) => [what, quantity.month1]),
      [["access logs, STANDARD for ever", 0.5]],
    );
  });
});

describe("The cost of the access logs of training, model and artifact buckets", () => {
  const parents = ["ai-governance-baseline:index:AccountBaseline", "ai-governance-baseline:index:DataLineage"];
  const logging = (bucket: string, targetBucket: string, ofLineage = true) =>
    resource(
      "aws:s3/bucketLogging:BucketLogging",
      `${bucket}-logging`,
      { bucket, targetBucket },
      ofLineage ? parents : [],
    );

  it("is that of their own requests, which are as many in each, beside those of evidence", () => {
    const { lines } = estimateOf(
      [
        resource(BUCKET, "logs", { bucket: "logs" }),
        resource(BUCKET, "others", { bucket: "others" }),
        logging("texts", "logs"),
        logging("models", "logs"),
        logging("artifacts", "others"),
        logging("trail", "logs", false),
      ],
      { trainingObjectEventsPerMonth: 3000, accessLogLinesPerBucketPerMonth: 500, accessLogLineBytes: GIB / 1000 },
    );
    assert.deepEqual(lines.map(({ what, resources, quantity }) => [what, resources.length, quantity.month1]).sort(), [
      ["access logs of training, model and artifact buckets, STANDARD for ever", 2, 1.5],
      ["access logs, STANDARD for ever", 1, 0.25],
    ]);
  });
});

describe("The cost of Config", () => {
  const rule = (name: string, owner: string, region: string): ReturnType<typeof resource> =>
    resource("aws:cfg/rule:Rule", name, { region, source: { owner } });

  it("is that of each item, four times as much when recorded daily", () => {
    const recorder = (recordingFrequency: string): ReturnType<typeof resource> =>
      resource("aws:cfg/recorder:Recorder", "recorder", { recordingMode: { recordingFrequency } });
    const volumes = { configurationItemsPerRegionPerMonth: 1000, dailyConfigurationItemsPerRegionPerMonth: 1000 };
    assert.equal(estimateOf([recorder("CONTINUOUS")], volumes).total.month1, 3);
    assert.equal(estimateOf([recorder("DAILY")], volumes).total.month1, 12);
  });

  it("counts the evaluations of all rules of a region together, and regions by themselves", () => {
    const estimated = estimateOf(
      [
        rule("managed", "AWS", "eu-central-1"),
        rule("guard", "CUSTOM_POLICY", "eu-central-1"),
        rule("elsewhere", "AWS", "us-east-1"),
      ],
      { evaluationsPerRulePerRegionPerMonth: 60_000 },
    );
    assert.deepEqual(
      estimated.lines.map(({ what, region, usd }) => [what, region, Number(usd.month1?.toFixed(4))]),
      [
        ["evaluations of managed rules", "eu-central-1", 60],
        ["evaluations of custom Guard rules", "eu-central-1", 56],
        ["evaluations of managed rules", "us-east-1", 60],
      ],
    );
  });
});

describe("The cost of GuardDuty", () => {
  const DETECTOR = "aws:guardduty/detector:Detector";
  const FEATURE = "aws:guardduty/detectorFeature:DetectorFeature";
  const volumes = {
    managementEventsPerMonth: 2_000_000,
    networkLogGBPerRegionPerMonth: 600,
    objectEventsPerRegionPerMonth: 10_000_000,
    clusterAuditEventsPerRegionPerMonth: 10_000_000,
    monitoredVcpuHoursPerRegionPerMonth: 7300,
    functionNetworkGBPerRegionPerMonth: 2,
    modelInvocationsPerRegionPerMonth: GIB,
    trailEventBytes: 3,
    databaseVcpuHoursPerRegionPerMonth: 2920,
    scannedVolumeGBPerRegionPerMonth: 100,
  };
  const feature = (name: string, status = "ENABLED") => resource(FEATURE, name, { name, status, region: "us-east-1" });

  it("is that of what a detector always analyzes, each event in one region", () => {
    const detector = (region: string) => resource(DETECTOR, region, { region });
    const { lines } = estimateOf([detector("us-east-1"), detector("us-west-2")], volumes);
    assert.deepEqual(
      lines.map(({ what, region, usd }) => [what, region, usd.month1]),
      [
        ["management events analyzed", "us-east-1", 4],
        ["flow logs and DNS queries analyzed", "us-east-1", 550],
        ["management events analyzed", "us-west-2", 4],
        ["flow logs and DNS queries analyzed", "us-west-2", 550],
      ],
    );
  });

  it("is that of what each feature analyzes, and nothing for one that is off or unknown here", () => {
    const estimated = estimateOf(
      [
        feature("S3_DATA_EVENTS"),
        feature("EKS_AUDIT_LOGS"),
        feature("RUNTIME_MONITORING"),
        feature("LAMBDA_NETWORK_LOGS"),
        feature("AI_PROTECTION"),
        feature("RDS_LOGIN_EVENTS", "DISABLED"),
        feature("EBS_MALWARE_PROTECTION"),
        feature("AI_ANALYST"),
      ],
      volumes,
    );
    assert.deepEqual(figures(estimated), {
      "reads and writes of objects analyzed": [8, 8],
      "audit events of clusters analyzed": [16, 16],
      "vCPUs with an agent": [15, 15],
      "connections of functions analyzed": [2, 2],
      "calls of models analyzed": [3, 3],
      "volumes scanned for malware": [3, 3],
    });
  });
});

describe("The cost of IAM Access Analyzer", () => {
  it("is that of every role and user for unused access, without a price here, and nothing for access from outside", () => {
    const analyzer = (type: string) => resource("aws:accessanalyzer/analyzer:Analyzer", type, { type });
    const { lines } = estimateOf([analyzer("ACCOUNT"), analyzer("ACCOUNT_UNUSED_ACCESS")], {
      iamIdentitiesAnalyzedPerMonth: 40,
    });
    assert.deepEqual(
      lines.map(({ what, quantity, usd }) => [what, quantity.month1, usd.month1]),
      [["roles and users analyzed for unused access", 40, null]],
    );
  });
});

describe("The cost of Security Hub", () => {
  it("is that of its checks in each region, by tiers", () => {
    const hub = resource("aws:securityhub/account:Account", "hub", { region: "us-east-1" });
    const month = (checks: number) =>
      estimateOf([hub], { controlChecksPerRegionPerMonth: checks }).lines.map(({ usd }) => usd.month1);
    assert.deepEqual([100_000, 200_000].map(month), [[100], [180]]);
  });
});

describe("The cost of Macie", () => {
  const job = (samplingPercentage?: number) =>
    resource("aws:macie2/classificationJob:ClassificationJob", "job", {
      ...(samplingPercentage === undefined ? {} : { samplingPercentage }),
      region: "us-east-1",
    });
  const volumes = { trainingDataGBPerRegion: 200, newTrainingDataGBPerRegionPerMonth: 20 };
  const dollars = (declared: ReturnType<typeof resource>) =>
    estimateOf([declared], volumes).lines.map(({ what, usd }) => [what, usd.month1, usd.steady]);

  it("is that of the sampled share of what is there, once, and of what is new", () => {
    assert.deepEqual(dollars(job(10)), [["training data looked into", 22, 2]]);
    assert.deepEqual(dollars(job()), [["training data looked into", 220, 20]]);
  });

  it("is that of every bucket of the region", () => {
    const macie = resource("aws:macie2/account:Account", "macie", { region: "us-east-1" });
    assert.deepEqual(
      estimateOf([macie], { bucketsPerRegion: 40 }).lines.map(({ what, usd }) => [what, usd.month1]),
      [["buckets watched", 4]],
    );
  });
});

describe("The cost of backups", () => {
  it("is that of what is stored of each resource, by its kind", () => {
    const selection = resource("aws:backup/selection:Selection", "selection", {
      resources: [
        "arn:aws:s3:::acme-training-data",
        "arn:aws:dynamodb:us-east-1:111122223333:table/sessions",
        "arn:aws:rds:us-east-1:111122223333:cluster:features",
      ],
      region: "us-east-1",
    });
    assert.deepEqual(
      estimateOf([selection], { backedUpGBPerResource: 100 }).lines.map(({ what, usd }) => [what, usd.steady]),
      [
        ["backups of acme-training-data", 5],
        ["backups of table/sessions", 10],
      ],
    );
  });
});

describe("The cost of Audit Manager", () => {
  it("is that of each thousand pieces of evidence of an assessment", () => {
    const assessment = resource("aws:auditmanager/assessment:Assessment", "audit", {});
    assert.deepEqual(
      estimateOf([assessment], { auditEvidencePerMonth: 2000 }).lines.map(({ what, usd }) => [what, usd.steady]),
      [["evidence that is collected", 2.5]],
    );
    assert.deepEqual(estimateOf([], { auditEvidencePerMonth: 2000 }).lines, []);
  });
});

describe("The cost of Systems Manager", () => {
  const document = (documentType: string) =>
    resource("aws:ssm/document:Document", "runbook", {
      documentType,
      content: JSON.stringify({ mainSteps: [{ action: "aws:executeAwsApi" }, { action: "aws:branch" }] }),
      region: "us-east-1",
    });

  it("is that of the steps of each runbook that is run, and of no other document", () => {
    const lines = (documentType: string) =>
      estimateOf([document(documentType)], { automationRunsPerRunbookPerMonth: 1000 }).lines.map(({ what, usd }) => [
        what,
        usd.month1,
      ]);
    assert.deepEqual(lines("Automation"), [["steps of runbooks", 4]]);
    assert.deepEqual(lines("Command"), []);
  });
});

describe("The cost of Inspector", () => {
  it("is that of what it scans, and of nothing else", () => {
    const enabler = (resourceTypes: readonly string[]) =>
      resource("aws:inspector2/enabler:Enabler", "scans", { resourceTypes, region: "eu-west-1" });
    const volumes = {
      instancesPerRegionPerMonth: 10,
      imagesPushedPerRegionPerMonth: 100,
      imageRescansPerRegionPerMonth: 1000,
      functionsPerRegionPerMonth: 5,
    };
    const lines = (...resourceTypes: readonly string[]) =>
      estimateOf([enabler(resourceTypes)], volumes).lines.map(({ what, usd }) => [what, usd.month1?.toFixed(2)]);
    assert.deepEqual(lines("EC2", "ECR"), [
      ["instances scanned", "12.53"],
      ["images scanned when pushed", "9.00"],
      ["images scanned again", "10.00"],
    ]);
    assert.deepEqual(
      lines("LAMBDA", "LAMBDA_CODE").map(([what]) => what),
      ["functions scanned", "functions whose code is scanned"],
    );
  });
});

describe("The cost of keys, alarms and notifications", () => {
  it("is three times that of a key once it has been rotated twice", () => {
    const key = (enableKeyRotation: boolean): ReturnType<typeof resource> =>
      resource("aws:kms/key:Key", "key", { enableKeyRotation });
    const volumes = { kmsRequestsPerKeyPerMonth: 10_000 };
    assert.deepEqual(estimateOf([key(true)], volumes).total, { month1: 1.03, steady: 3.03 });
    assert.deepEqual(estimateOf([key(false)], volumes).total, { month1: 1.03, steady: 1.03 });
  });

  it("is that of each metric that an alarm watches, and of its resolution", () => {
    const alarm = (inputs: Parameters<typeof resource>[2]): number =>
      estimateOf([resource("aws:cloudwatch/metricAlarm:MetricAlarm", "alarm", inputs)]).total.month1;
    assert.equal(alarm({ period: 60 }), 0.1);
    assert.equal(alarm({ period: 30 }), 0.3);
    const metric = { metric: { period: 300 } };
    assert.equal(alarm({ metricQueries: [metric, metric, { expression: "m1 + m2" }] }), 0.2);
    const band = { expression: "ANOMALY_DETECTION_BAND(m1, 2)" };
    assert.equal(alarm({ metricQueries: [metric, band] }).toFixed(2), "0.30");
  });

  it("is that of a message for each file of every trail that notifies a topic", () => {
    const topic = resource("aws:sns/topic:Topic", "topic", { name: "deliveries" });
    const trail = (name: string, topicName: string): ReturnType<typeof resource> =>
      resource(TRAIL, name, { snsTopicName: topicName });
    const published = (...trails: readonly ReturnType<typeof resource>[]): number | undefined =>
      estimateOf([topic, ...trails], { trailFilesPerMonth: 1000, mailsPerSubscriptionPerMonth: 7 }).lines.find(
        ({ what }) => what === "messages published",
      )?.quantity.month1;
    assert.equal(published(), 7);
    assert.equal(published(trail("one", "deliveries"), trail("other", "elsewhere")), 1000);
    assert.equal(published(trail("one", "deliveries"), trail("two", "deliveries")), 2000);
  });

  it("is that of each mail; deliveries to queues are free, and those of text messages have no price here", () => {
    const subscription = (protocol: string): ReturnType<typeof estimateOf> =>
      estimateOf([resource("aws:sns/topicSubscription:TopicSubscription", "subscription", { protocol })], {
        mailsPerSubscriptionPerMonth: 100_000,
      });
    assert.equal(subscription("email").total.month1, 2);
    assert.equal(subscription("https").total.month1, 0.06);
    assert.deepEqual(subscription("sqs").lines, []);
    const sms = subscription("sms");
    assert.deepEqual(figures(sms), { "messages delivered by sms": [null, null] });
    assert.deepEqual(sms.warnings, [
      "SNS, messages delivered by sms (eu-central-1): price not confirmed, not in the totals",
    ]);
  });
});

describe("The cost of guardrails", () => {
  const GUARDRAIL = "aws:bedrock/guardrail:Guardrail";
  const FILTERS = {
    contentPolicyConfig: { filtersConfigs: [{ type: "HATE" }] },
    sensitiveInformationPolicyConfig: { piiEntitiesConfigs: [{ type: "EMAIL" }] },
  };
  // Ten million text units, of which a tenth is evaluated.
  const volumes = {
    modelInvocationsPerRegionPerMonth: 1_000_000,
    promptAndAnswerBytes: 9001,
    guardedInvocationsPercent: 10,
  };

  it("is that of the text which each policy evaluates, of the calls that name the guardrail", () => {
    assert.deepEqual(figures(estimateOf([resource(GUARDRAIL, "guard", FILTERS)], volumes)), {
      "text for content filters": [150, 150],
      "text for sensitive information": [100, 100],
    });
  });

  it("is that of every call where the guardrail is enforced", () => {
    const component = resource("ai-governance-baseline:index:BaselineGuardrail", "guard", {
      enforcement: "set-by-api",
    });
    const topics = { topicPolicyConfig: { topicsConfigs: [{ name: "law" }] } };
    assert.deepEqual(figures(estimateOf([component, resource(GUARDRAIL, "guard", topics)], volumes)), {
      "text for denied topics": [1500, 1500],
    });
  });
});

describe("Each line of a cost", () => {
  const group = (parents: readonly string[]): ReturnType<typeof resource> =>
    resource(LOG_GROUP, "logs", { name: "/aws/eks/inference/cluster", retentionInDays: 400 }, parents);
  const bounds = (parents: readonly string[]): unknown =>
    estimateOf([group(parents)]).lines.map(({ bound, drivers }) => [bound, drivers]);

  it("names its driver, and the setting that bounds it where the resource stands in a baseline", () => {
    assert.deepEqual(bounds([BASELINE, "ai-governance-baseline:index:KubernetesAuditSink"]), [
      ["setting eksClusters", ["controlPlaneGBPerClusterPerMonth"]],
      ["setting kubernetesRetentionDays", ["controlPlaneGBPerClusterPerMonth", "compressedPercent"]],
    ]);
  });

  it("names the setting that moves evidence to cheaper classes", () => {
    const inBaseline = [BASELINE, "ai-governance-baseline:index:ConfigRecorder"];
    const rule = {
      status: "Enabled",
      transitions: [{ days: 90, storageClass: "GLACIER_IR" }],
      expiration: { days: 731 },
    };
    const bounded = estimateOf([
      resource("aws:s3/bucket:Bucket", "recorder-bucket", { bucket: "items" }, inBaseline),
      resource(
        "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
        "recorder-bucket-lifecycle",
        { bucket: "items", rules: [rule] },
        inBaseline,
      ),
    ]).lines.map(({ what, bound }) => [what, bound]);
    assert.deepEqual(bounded, [
      ["objects of others, STANDARD to day 90", "settings evidenceRetentionDays, evidenceStorageClasses"],
      ["objects of others, GLACIER_IR to day 731", "settings evidenceRetentionDays, evidenceStorageClasses"],
      ["objects of others, written", "nothing bounds it: whoever writes to the bucket decides how much"],
      ["objects of others, moved to GLACIER_IR", "setting evidenceStorageClasses"],
    ]);
  });

  it("names each setting, where several bound it", () => {
    const recorder = resource("aws:cfg/recorder:Recorder", "recorder", {}, [BASELINE]);
    assert.deepEqual(
      estimateOf([recorder]).lines.map(({ bound }) => bound),
      ["settings configRecordingFrequency, configExcludedTypes"],
    );
  });

  it("names the property, or that nothing bounds it, elsewhere", () => {
    assert.deepEqual(bounds([]), [
      ["nothing bounds it: the control plane writes as much as its cluster does", ["controlPlaneGBPerClusterPerMonth"]],
      ["property retentionInDays", ["controlPlaneGBPerClusterPerMonth", "compressedPercent"]],
    ]);
  });

  it("is in the region of the resource, of its provider, or of the stack", () => {
    const provider = resource("pulumi:providers:aws", "other", { region: "us-west-2" });
    const key = resource("aws:kms/key:Key", "key", {});
    const regionOf = (state: ReturnType<typeof resource>): string | undefined =>
      estimateOf([provider, state]).lines[0]?.region;
    assert.equal(regionOf(key), "eu-central-1");
    assert.equal(regionOf({ ...key, provider: `${provider.urn}::id` }), "us-west-2");
    assert.equal(regionOf({ ...key, provider: `${provider.urn}::id`, inputs: { region: "eu-west-1" } }), "eu-west-1");
  });

  it("reads secrets, and takes what is not known yet for absent", () => {
    const storedFor = (retentionInDays: Parameters<typeof secret>[0]): string | undefined =>
      estimateOf([resource(LOG_GROUP, "logs", { name: "/acme/app", retentionInDays })]).lines[1]?.what;
    assert.equal(storedFor(secret(30)), "logs of others, stored 30 days");
    assert.equal(storedFor(unknown), "logs of others, stored for ever");
  });
});

describe("The cost of this project's own prod stack", function () {
  this.timeout(60_000);

  it("has every service, every line a bound, and nothing without a price", async () => {
    const { lines, services, profile, total } = estimateOf(await prodResources());
    assert.equal(profile, "regulated");
    assert.deepEqual(
      services.map(({ service }) => service),
      [
        "CloudTrail",
        "CloudWatch Logs",
        "S3",
        "Config",
        "GuardDuty",
        "Inspector",
        "Macie",
        "Backup",
        "Security Hub",
        "KMS",
        "CloudWatch",
        "SNS",
        "Athena",
        "Data Firehose",
        "Bedrock guardrails",
        "Systems Manager",
      ],
    );
    assert.ok(lines.every(({ price, bound, usd }) => price !== null && bound !== "" && usd.steady !== null));
    assert.ok(total.month1 > 0 && total.steady > total.month1);
  });
});

describe("The cost of events that are sent on", () => {
  const target = (name: string, properties: Record<string, string>) =>
    resource("aws:cloudwatch/eventTarget:EventTarget", name, properties);
  const FOREIGN = { arn: "arn:aws:sqs:eu-central-1:444455556666:events", roleArn: "arn:aws:iam::111122223333:role/r" };

  it("is that of each endpoint and each queue of another account, by the messages to a subscription", () => {
    const { lines } = estimateOf(
      [
        resource("aws:cloudwatch/eventApiDestination:EventApiDestination", "siem", {}),
        target("one", FOREIGN),
        target("other", FOREIGN),
        target("own", { arn: "arn:aws:sqs:eu-central-1:111122223333:events" }),
        target("topic", { arn: "arn:aws:sns:eu-central-1:111122223333:alerts" }),
      ],
      { mailsPerSubscriptionPerMonth: 7 },
      "us-east-1",
    );
    assert.deepEqual(
      lines.map(({ what, quantity, price }) => [what, quantity.month1, price?.tiers[0]?.usd]),
      [
        ["events sent to an endpoint", 7, 0.2],
        ["events sent to a queue of another account", 7, undefined],
      ],
    );
  });
});

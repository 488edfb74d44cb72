import assert from "node:assert/strict";

import {
  SensitiveDataDiscovery,
  type SensitiveDataDiscoveryArgs,
  resolveSensitiveDataDiscovery,
} from "../../../components/macie/sensitive-data-discovery";
import { PLACE, record, type Recording } from "../recorder";

const REGION = PLACE.region;
const MACIE = "aws:macie2/account:Account";
const JOB = "aws:macie2/classificationJob:ClassificationJob";
const RESULTS = "aws:macie2/classificationExportConfiguration:ClassificationExportConfiguration";
const LIFECYCLE = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";
const KEY_ARN = `arn:aws:kms:${REGION}:${PLACE.accountId}:key/00000000-0000-4000-8000-000000000000`;

const CHILDREN_WITHOUT_KEY = [
  "ai-governance-baseline:index:EvidenceBucket training-bucket",
  "ai-governance-baseline:index:SensitiveDataDiscovery training",
  `${MACIE} training-macie`,
  `${RESULTS} training-results`,
  `${JOB} training-job`,
  "aws:s3/bucket:Bucket training-bucket",
  `${LIFECYCLE} training-bucket-lifecycle`,
  "aws:s3/bucketOwnershipControls:BucketOwnershipControls training-bucket-ownership",
  "aws:s3/bucketPolicy:BucketPolicy training-bucket-policy",
  "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock training-bucket-public-access-block",
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration training-bucket-encryption",
  "aws:s3/bucketVersioning:BucketVersioning training-bucket-versioning",
];

function discovery(args: Partial<SensitiveDataDiscoveryArgs> = {}): Promise<Recording> {
  return record(
    () => new SensitiveDataDiscovery("training", { bucketNames: ["fine-tuning"], region: REGION, ...args }),
  );
}

describe("SensitiveDataDiscovery", () => {
  it("is Macie, a job, and a bucket with a key that keeps the results, without a lock", async () => {
    assert.deepEqual(
      (await discovery()).children(),
      [
        ...CHILDREN_WITHOUT_KEY,
        "ai-governance-baseline:index:CustomerManagedKey training-key",
        "aws:kms/alias:Alias training-key-alias",
        "aws:kms/key:Key training-key",
      ].sort(),
    );
  });

  it("enables Macie, protected against being disabled", async () => {
    const made = await discovery();
    assert.deepEqual(made.inputs(MACIE, "training-macie"), {
      status: "ENABLED",
      findingPublishingFrequency: "FIFTEEN_MINUTES",
      region: REGION,
    });
    const isProtected = (recording: Recording) =>
      recording.registrations.filter(({ type }) => type === MACIE).map(({ protect }) => protect);
    assert.deepEqual(isProtected(made), [true]);
    assert.deepEqual(isProtected(await discovery({ protect: false })), [false]);
  });

  it("looks into a tenth of what is there at once, and of what is new each Monday", async () => {
    assert.deepEqual((await discovery()).inputs(JOB, "training-job"), {
      name: "training-job",
      jobType: "SCHEDULED",
      scheduleFrequency: { weeklySchedule: "MONDAY" },
      initialRun: true,
      samplingPercentage: 10,
      s3JobDefinition: { bucketDefinitions: [{ accountId: PLACE.accountId, buckets: ["fine-tuning"] }] },
      region: REGION,
    });
  });

  const schedules = [
    ["DAILY", { dailySchedule: true }],
    ["MONTHLY", { monthlySchedule: 1 }],
  ] as const;
  for (const [schedule, scheduleFrequency] of schedules) {
    it(`looks into what is new ${schedule}`, async () => {
      const made = await discovery({ schedule, samplingPercentage: 100, bucketNames: ["b-two", "a.one"] });
      const { samplingPercentage, s3JobDefinition, ...job } = made.inputs(JOB, "training-job");
      assert.deepEqual(
        [job["scheduleFrequency"], samplingPercentage, s3JobDefinition],
        [scheduleFrequency, 100, { bucketDefinitions: [{ accountId: PLACE.accountId, buckets: ["b-two", "a.one"] }] }],
      );
    });
  }

  it("keeps results in its bucket for 400 days, before the job begins", async () => {
    const made = await discovery();
    const bucketName = `training-${PLACE.accountId}-${REGION}`;
    const destination = made.inputs(RESULTS, "training-results")["s3Destination"] as { readonly bucketName: string }; // as declared
    assert.equal(destination.bucketName, bucketName);
    assert.deepEqual(made.inputs(LIFECYCLE, "training-bucket-lifecycle")["rules"], [
      {
        id: "expire-evidence",
        status: "Enabled",
        filter: { prefix: "" },
        expiration: { days: 400 },
        noncurrentVersionExpiration: { noncurrentDays: 90 },
        abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
      },
    ]);
  });

  it("uses the key that is brought", async () => {
    const made = await discovery({ key: { existing: { arn: KEY_ARN } } });
    assert.deepEqual(made.children(), [...CHILDREN_WITHOUT_KEY].sort());
    assert.deepEqual(made.inputs(RESULTS, "training-results"), {
      s3Destination: { bucketName: `training-${PLACE.accountId}-${REGION}`, kmsKeyArn: KEY_ARN },
      region: REGION,
    });
  });

  const refused: readonly (readonly [string, Partial<SensitiveDataDiscoveryArgs>, RegExp])[] = [
    [
      "no bucket",
      { bucketNames: [] },
      /bucketNames is \[\]\. Allowed: the names of one or more general purpose buckets/,
    ],
    ["a bucket twice", { bucketNames: ["abc", "abc"] }, /bucketNames is/],
    ["a directory bucket", { bucketNames: ["fast--use1-az4--x-s3"] }, /bucketNames is/],
    ["a sample of nothing", { samplingPercentage: 0 }, /samplingPercentage is 0\. Allowed: .* from 1 to 100/],
    ["a sample of more than there is", { samplingPercentage: 101 }, /samplingPercentage is 101/],
    ["a retention of no days", { retentionDays: 0 }, /retentionDays/],
    ["a key by its alias", { key: { existing: { arn: "alias/mine" } } }, /key\.existing\.arn/],
    ["evidence that is kept and destroyed", { forceDestroy: true }, /forceDestroy is true/],
    [
      "an option of the key that is brought",
      { key: { existing: { arn: KEY_ARN } }, breakGlassPrincipals: ["arn:aws:iam::111122223333:role/glass"] },
      /breakGlassPrincipals/,
    ],
  ];
  for (const [what, args, message] of refused) {
    it(`refuses ${what}`, () => {
      assert.throws(() => resolveSensitiveDataDiscovery("training", { bucketNames: ["abc"], ...args }), message);
    });
  }
});

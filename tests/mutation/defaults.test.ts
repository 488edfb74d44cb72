/**
 * Every default of the components is held by a rule: each single edit of what the prod stack declares is objected to, or
 * stands in not-defaults.ts with the reason why it is no default.
 *
 * What this proves: the pack sees each such edit in what a program declares. Resource rules are asked in the real pack
 * process; stack rules in this process as the pure functions that they are, on the whole prod stack with the one edit in
 * it (their way through the real pack is each rule's own test). What it does not prove: that two edits at once are seen
 * (a redundant grant hides its twin), that AWS takes or refuses what a reason says it does, or anything of the modes and
 * options that the prod stack does not use; those are in options.test.ts.
 */
import assert from "node:assert/strict";
import { prodResources } from "../support/prod-state";
import { type Objection, isFailure, objectionsTo } from "./check-mutants";
import { type Mutant, mutantsOf, titleOf } from "./mutants";
import { NOT_DEFAULTS, REASONS, excuses } from "./not-defaults";

/** Without a resource, or the name, that others refer to no program runs, and a rule that follows the reference cannot decide. */
const UNDECIDED_WITHOUT_FAILURE =
  /^(remove |delete ((cfg\/rule:Rule|cloudwatch\/(eventRule:EventRule|metricAlarm:MetricAlarm|logGroup:LogGroup)|bedrock\/guardrail:Guardrail|accessanalyzer\/analyzer:Analyzer|inspector2\/enabler:Enabler|macie2\/(account:Account|classificationJob:ClassificationJob)|securityhub\/account:Account|guardduty\/detector(:Detector|Feature:DetectorFeature)|ebs\/(encryptionByDefault:EncryptionByDefault|snapshotBlockPublicAccess:SnapshotBlockPublicAccess)|ec2\/(imageBlockPublicAccess:ImageBlockPublicAccess|instanceMetadataDefaults:InstanceMetadataDefaults)|athena\/workgroup:Workgroup|glue\/catalogTable:CatalogTable|s3\/(bucket:Bucket|bucketLogging:BucketLogging|bucketNotification:BucketNotification)) \S+ region|sqs\/queuePolicy:QueuePolicy \S+ queueUrl|sns\/topicSubscription:TopicSubscription \S+ topic|(sns\/topic:Topic|cloudwatch\/logGroup:LogGroup) \S+ name)$)/;

/** What an account may do without by its own setting, so that a rule only advises it. */
const ADVISED =
  /^(drop-item kms\/key:Key \S+ policy\.OnlyBreakGlassRemovesKey\.Action\.\d|delete cloudtrail\/trail:Trail trail (snsTopicName|region)|delete cfg\/rule:Rule \S+ name|(delete|set) athena\/workgroup:Workgroup \S+ configuration\.bytesScannedCutoffPerQuery( = \d+)?|delete glue\/catalogTable:CatalogTable \S+ storageDescriptor(\.location)?|(delete|drop-item) bedrock\/guardrail:Guardrail \S+ (contentPolicyConfig(\.filtersConfigs(\.5)?)?|kmsKeyArn|sensitiveInformationPolicyConfig(\.piiEntitiesConfigs)?)|delete account\/alternativeContact:AlternativeContact \S+ alternateContactType|delete macie2\/classificationExportConfiguration:ClassificationExportConfiguration \S+ s3Destination\.kmsKeyArn|delete cloudwatch\/dashboard:Dashboard \S+ dashboardBody|delete kinesis\/firehoseDeliveryStream:FirehoseDeliveryStream \S+ extendedS3Configuration\.(kmsKeyArn|bucketArn)|flip securityhub\/account:Account \S+ autoEnableControls|[a-z-]+ backup\/(vault:Vault \S+ (name|protect)|vaultLockConfiguration:VaultLockConfiguration \S+ (backupVaultName|minRetentionDays)( = 0)?|vaultPolicy:VaultPolicy \S+ (backupVaultName|policy(\.\S+)?)|selection:Selection \S+ (region|resources(\.\d)?))|(delete|flip) cfg\/remediationConfiguration:RemediationConfiguration \S+ (automatic|configRuleName|region)|delete securityhub\/standardsSubscription:StandardsSubscription \S+ standardsArn|delete guardduty\/(detector:Detector \S+ findingPublishingFrequency|detectorFeature:DetectorFeature \S+ name))$/;

describe("the components' defaults, each broken by one edit", function () {
  this.timeout(1_200_000);
  let mutants: readonly Mutant[] = [];
  let objections: readonly (readonly Objection[])[] = [];
  const survivors = (): readonly Mutant[] => mutants.filter((_, index) => objections[index]?.length === 0);

  before(async () => {
    const resources = await prodResources();
    mutants = mutantsOf(resources);
    objections = await objectionsTo(mutants, resources);
  });

  it("are a thousand edits at least", () => assert.ok(mutants.length > 1000, String(mutants.length)));

  it("are each objected to by a rule, or no default for a stated reason", () => {
    const unexplained = survivors().filter((mutant) => !NOT_DEFAULTS.some((entry) => excuses(entry, mutant)));
    assert.deepEqual(unexplained.map(titleOf), []);
  });

  it("are excused by no entry that nothing needs", () => {
    const unused = NOT_DEFAULTS.filter((entry) => !survivors().some((mutant) => excuses(entry, mutant)));
    assert.deepEqual(
      unused.map(({ kinds, type, path, why }) => `${kinds.join(", ")} ${type.source} ${path.source}: ${why}`),
      [],
    );
  });

  it("make the gate fail, but where what is left cannot be followed or is advice", () => {
    const weak = mutants.filter((_, index) => {
      const found = objections[index] ?? [];
      return found.length > 0 && !found.some(isFailure);
    });
    assert.deepEqual(
      weak.map(titleOf).filter((title) => !UNDECIDED_WITHOUT_FAILURE.test(title) && !ADVISED.test(title)),
      [],
    );
  });

  after(() => {
    const counts = Object.entries(REASONS).map(([reason, entries]) => {
      const excused = survivors().filter((mutant) => entries.some((entry) => excuses(entry, mutant)));
      return `${reason} ${excused.length}`;
    });
    console.log(`      ${mutants.length} edits, ${survivors().length} without objection: ${counts.join(", ")}`);
  });
});

/** Breakages of log groups. */
import { type Breakage } from "./breakage";
import { INVOCATIONS, TRAIL_GROUP } from "./names";

export const logBreakages: readonly Breakage[] = [
  {
    what: "the retention of a log group is shortened",
    control: "LOG-01",
    act: async ({ logs }) => {
      await logs.putRetentionPolicy({ logGroupName: TRAIL_GROUP, retentionInDays: 7 });
      return () => logs.putRetentionPolicy({ logGroupName: TRAIL_GROUP, retentionInDays: 2557 });
    },
    says: [
      "verify-logs-retention-as-declared",
      "baseline-trail-log-group",
      "retentionInDays",
      "is 7 in the account; the stack declares 2557",
    ],
  },
  {
    what: "a log group never expires",
    control: "LOG-01",
    act: async ({ logs }) => {
      await logs.deleteRetentionPolicy({ logGroupName: INVOCATIONS });
      return () => logs.putRetentionPolicy({ logGroupName: INVOCATIONS, retentionInDays: 365 });
    },
    says: [
      "verify-logs-retention-as-declared",
      "baseline-eu-central-1-invocations-log-group",
      "retentionInDays",
      "is 0 in the account; the stack declares 365",
    ],
  },
  {
    what: "a log group has no key",
    control: "LOG-02",
    act: async ({ logs }) => {
      const { logGroups } = await logs.describeLogGroups({ logGroupNamePrefix: TRAIL_GROUP });
      const kmsKeyId = logGroups?.[0]?.kmsKeyId;
      await logs.disassociateKmsKey({ logGroupName: TRAIL_GROUP });
      return () => logs.associateKmsKey({ logGroupName: TRAIL_GROUP, kmsKeyId });
    },
    says: [
      "verify-logs-encryption-as-declared",
      "baseline-trail-log-group",
      "kmsKeyId",
      /^is not set in the account; the stack declares arn:aws:kms:/,
    ],
  },
  {
    what: "a log group may be deleted",
    control: "LOG-03",
    act: async ({ logs }) => {
      await logs.putLogGroupDeletionProtection({ logGroupIdentifier: TRAIL_GROUP, deletionProtectionEnabled: false });
      return () =>
        logs.putLogGroupDeletionProtection({ logGroupIdentifier: TRAIL_GROUP, deletionProtectionEnabled: true });
    },
    says: [
      "verify-logs-deletion-protection-as-declared",
      "baseline-trail-log-group",
      "deletionProtectionEnabled",
      "is false in the account; the stack declares true",
    ],
  },
  {
    what: "prompts are no longer masked",
    control: "INVOKE-03",
    act: async ({ logs }) => {
      const { policyDocument } = await logs.getDataProtectionPolicy({ logGroupIdentifier: INVOCATIONS });
      await logs.deleteDataProtectionPolicy({ logGroupIdentifier: INVOCATIONS });
      return () => logs.putDataProtectionPolicy({ logGroupIdentifier: INVOCATIONS, policyDocument });
    },
    says: [
      "verify-logs-data-protection-as-declared",
      "baseline-eu-central-1-invocations-log-group-data-protection",
      "",
      `is missing in the account; the stack declares it (${INVOCATIONS} in eu-central-1)`,
    ],
  },
  {
    what: "email addresses are no longer masked",
    control: "INVOKE-03",
    act: async ({ logs }) => {
      const { policyDocument = "" } = await logs.getDataProtectionPolicy({ logGroupIdentifier: INVOCATIONS });
      const fewer = policyDocument.replaceAll(/"arn:aws:dataprotection::aws:data-identifier\/EmailAddress", ?/g, "");
      await logs.putDataProtectionPolicy({ logGroupIdentifier: INVOCATIONS, policyDocument: fewer });
      return () => logs.putDataProtectionPolicy({ logGroupIdentifier: INVOCATIONS, policyDocument });
    },
    says: [
      "verify-logs-data-protection-as-declared",
      "baseline-eu-central-1-invocations-log-group-data-protection",
      "policyDocument.Statement[find].DataIdentifier",
      "lacks arn:aws:dataprotection::aws:data-identifier/EmailAddress in the account; the stack declares it",
    ],
    more: true,
  },
];

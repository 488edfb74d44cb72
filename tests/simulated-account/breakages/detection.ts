/** Breakages of detection services and backups. */
import { type Breakage, type Clients } from "./breakage";

const BACKUP = "baseline-eu-central-1-backup";

async function detectorIdOf({ guardduty }: Clients): Promise<string> {
  return (await guardduty.listDetectors({})).DetectorIds?.[0] ?? "";
}

const ANALYZER = "baseline-eu-central-1-access-external";

export const detectionBreakages: readonly Breakage[] = [
  {
    what: "an analyzer is deleted",
    control: "DETECT-03",
    act: async ({ accessAnalyzer }) => {
      await accessAnalyzer.deleteAnalyzer({ analyzerName: ANALYZER });
      return () => accessAnalyzer.createAnalyzer({ analyzerName: ANALYZER, type: "ACCOUNT" });
    },
    says: ["verify-accessanalyzer-analyzer-as-declared", ANALYZER, "", /^is missing in the account/],
  },
  {
    what: "GuardDuty is suspended",
    control: "DETECT-01",
    act: async (aws) => {
      const DetectorId = await detectorIdOf(aws);
      await aws.guardduty.updateDetector({ DetectorId, Enable: false });
      return () => aws.guardduty.updateDetector({ DetectorId, Enable: true });
    },
    says: [
      "verify-guardduty-detector-as-declared",
      "baseline-eu-central-1-threats-detector",
      "enable",
      "is false in the account; the stack declares true",
    ],
  },
  {
    what: "a feature of GuardDuty is switched off",
    control: "DETECT-01",
    act: async (aws) => {
      const DetectorId = await detectorIdOf(aws);
      const set = (Status: "ENABLED" | "DISABLED") =>
        aws.guardduty.updateDetector({ DetectorId, Features: [{ Name: "S3_DATA_EVENTS", Status }] });
      await set("DISABLED");
      return () => set("ENABLED");
    },
    says: [
      "verify-guardduty-feature-as-declared",
      "baseline-eu-central-1-threats-s3-data-events",
      "status",
      "is DISABLED in the account; the stack declares ENABLED",
    ],
  },
  {
    what: "Security Hub leaves new controls out",
    control: "DETECT-04",
    act: async ({ securityHub }) => {
      const set = (AutoEnableControls: boolean) => securityHub.updateSecurityHubConfiguration({ AutoEnableControls });
      await set(false);
      return () => set(true);
    },
    says: [
      "verify-securityhub-hub-as-declared",
      "baseline-eu-central-1-standards-hub",
      "autoEnableControls",
      "is false in the account; the stack declares true",
    ],
  },
  {
    what: "the standard on AI is disabled",
    control: "DETECT-04",
    act: async ({ securityHub }) => {
      const { StandardsSubscriptions = [] } = await securityHub.getEnabledStandards({});
      const one = StandardsSubscriptions.find(({ StandardsArn = "" }) => StandardsArn.includes("/ai-security-"));
      await securityHub.batchDisableStandards({ StandardsSubscriptionArns: [one?.StandardsSubscriptionArn ?? ""] });
      const StandardsSubscriptionRequests = [{ StandardsArn: one?.StandardsArn ?? "" }];
      return () => securityHub.batchEnableStandards({ StandardsSubscriptionRequests });
    },
    says: [
      "verify-securityhub-standard-as-declared",
      "baseline-eu-central-1-standards-ai-security-best-practices",
      "",
      /^is missing in the account/,
    ],
  },
  {
    what: "the lock of a backup vault is gone",
    control: "BACKUP-02",
    act: async ({ backup }) => {
      await backup.deleteBackupVaultLockConfiguration({ BackupVaultName: BACKUP });
      return () => backup.putBackupVaultLockConfiguration({ BackupVaultName: BACKUP, MinRetentionDays: 35 });
    },
    says: ["verify-backup-vault-lock-as-declared", `${BACKUP}-lock`, "", /^is missing in the account/],
    more: true,
  },
  {
    what: "a backup vault takes what is kept for a day",
    control: "BACKUP-02",
    act: async ({ backup }) => {
      await backup.putBackupVaultLockConfiguration({ BackupVaultName: BACKUP, MinRetentionDays: 1 });
      return () => backup.putBackupVaultLockConfiguration({ BackupVaultName: BACKUP, MinRetentionDays: 35 });
    },
    says: [
      "verify-backup-vault-lock-as-declared",
      `${BACKUP}-lock`,
      "minRetentionDays",
      "is 1 in the account; the stack declares 35",
    ],
  },
  {
    what: "somebody makes the lock of a backup vault one that nobody can take away",
    control: "BACKUP-02",
    act: async ({ backup }) => {
      const lock = { BackupVaultName: BACKUP, MinRetentionDays: 35 };
      await backup.putBackupVaultLockConfiguration({ ...lock, ChangeableForDays: 3 });
      return async () => {
        await backup.deleteBackupVaultLockConfiguration({ BackupVaultName: BACKUP });
        return backup.putBackupVaultLockConfiguration(lock);
      };
    },
    says: [
      "verify-backup-vault-lock-mode-as-declared",
      `${BACKUP}-lock`,
      "LockDate",
      "makes the lock one of COMPLIANCE in the account; the stack declares GOVERNANCE",
    ],
  },
  {
    what: "a backup vault lets its recovery points be deleted",
    control: "BACKUP-02",
    act: async ({ backup }) => {
      const { Policy } = await backup.getBackupVaultAccessPolicy({ BackupVaultName: BACKUP });
      await backup.deleteBackupVaultAccessPolicy({ BackupVaultName: BACKUP });
      return () => backup.putBackupVaultAccessPolicy({ BackupVaultName: BACKUP, Policy });
    },
    says: ["verify-backup-vault-policy-as-declared", `${BACKUP}-policy`, "", /^is missing in the account/],
  },
  {
    what: "a training bucket is no longer backed up",
    control: "BACKUP-01",
    act: async ({ backup }) => {
      const { BackupPlansList: [plan] = [] } = await backup.listBackupPlans({});
      const { BackupPlanId } = plan ?? {};
      const { BackupSelectionsList: [listed] = [] } = await backup.listBackupSelections({ BackupPlanId });
      const { SelectionId } = listed ?? {};
      const { BackupSelection } = await backup.getBackupSelection({ BackupPlanId, SelectionId });
      await backup.deleteBackupSelection({ BackupPlanId, SelectionId });
      return () => backup.createBackupSelection({ BackupPlanId, BackupSelection });
    },
    says: ["verify-backup-selection-as-declared", `${BACKUP}-selection`, "", /^is missing in the account/],
    more: true,
  },
  {
    what: "recovery points are kept for a year",
    control: "BACKUP-01",
    act: async ({ backup }) => {
      const { BackupPlansList: [plan] = [] } = await backup.listBackupPlans({});
      const { BackupPlanId } = plan ?? {};
      const { BackupPlan } = await backup.getBackupPlan({ BackupPlanId });
      const Rules = BackupPlan?.Rules?.map((rule) => ({ ...rule, Lifecycle: { DeleteAfterDays: 365 } }));
      const { BackupPlanName } = BackupPlan ?? {};
      await backup.updateBackupPlan({ BackupPlanId, BackupPlan: { BackupPlanName, Rules } });
      return () => backup.updateBackupPlan({ BackupPlanId, BackupPlan: { BackupPlanName, Rules: BackupPlan?.Rules } });
    },
    says: [
      "verify-backup-plan-as-declared",
      `${BACKUP}-plan`,
      "rules[0].lifecycle.deleteAfter",
      "is 365 in the account; the stack declares 35",
    ],
  },
  {
    what: "a bucket that is backed up has no versioning any more",
    control: "BACKUP-01",
    act: async ({ s3 }) => {
      const set = (Status: "Enabled" | "Suspended") =>
        s3.putBucketVersioning({ Bucket: "acme-training-data", VersioningConfiguration: { Status } });
      await set("Suspended");
      return () => set("Enabled");
    },
    says: [
      "verify-backup-buckets-versioned",
      `${BACKUP}-selection`,
      "resources",
      "names the bucket acme-training-data, whose versioning is Suspended: AWS Backup cannot back it up",
    ],
  },
  {
    what: "the job that looks into training buckets is paused",
    control: "DETECT-06",
    act: async ({ macie }) => {
      const { items = [] } = await macie.listClassificationJobs({});
      const set = (jobStatus: "RUNNING" | "USER_PAUSED") =>
        macie.updateClassificationJob({ jobId: items[0]?.jobId, jobStatus });
      await set("USER_PAUSED");
      return () => set("RUNNING");
    },
    says: [
      "verify-macie-job-as-declared",
      "baseline-eu-central-1-macie-job",
      "jobStatus",
      "is USER_PAUSED in the account; the stack declares RUNNING",
    ],
  },
  {
    what: "Macie is paused",
    control: "DETECT-06",
    act: async ({ macie }) => {
      await macie.updateMacieSession({ status: "PAUSED" });
      return () => macie.updateMacieSession({ status: "ENABLED" });
    },
    says: [
      "verify-macie-session-as-declared",
      "baseline-eu-central-1-macie-macie",
      "status",
      "is PAUSED in the account; the stack declares ENABLED",
    ],
  },
  {
    what: "the results of Macie are kept in another bucket",
    control: "DETECT-06",
    act: async ({ macie }) => {
      const { configuration } = await macie.getClassificationExportConfiguration({});
      const kmsKeyArn = configuration?.s3Destination?.kmsKeyArn;
      await macie.putClassificationExportConfiguration({
        configuration: { s3Destination: { bucketName: "elsewhere", kmsKeyArn } },
      });
      return () => macie.putClassificationExportConfiguration({ configuration });
    },
    says: [
      "verify-macie-results-kept-as-declared",
      "baseline-eu-central-1-macie-results",
      "s3Destination.bucketName",
      /^is elsewhere in the account/,
    ],
  },
  {
    what: "Inspector no longer scans images",
    control: "DETECT-05",
    act: async ({ inspector }) => {
      await inspector.disable({ resourceTypes: ["ECR"], accountIds: ["111122223333"] });
      return () => inspector.enable({ resourceTypes: ["ECR"], accountIds: ["111122223333"] });
    },
    says: ["verify-inspector-scans-as-declared", "baseline-eu-central-1-vulnerabilities-scans", "resourceTypes", /ECR/],
  },
];

import { accountHasConfigRules } from "./account-has-config-rules";
import { accountHasRecorder } from "./account-has-recorder";
import { configGuardRuleRuns } from "./config-guard-rule-runs";
import { configRetentionBounded } from "./config-retention-bounded";
import { configRuleParametersLegal } from "./config-rule-parameters-legal";
import { deliveryBucketWithoutObjectLock } from "./delivery-bucket-without-object-lock";
import { deliveryChannelEncrypted } from "./delivery-channel-encrypted";
import { globalTypesRecordedOnce } from "./global-types-recorded-once";
import { recorderEnabled } from "./recorder-enabled";
import { recorderProtected } from "./recorder-protected";
import { recorderRecordsEverything } from "./recorder-records-everything";
import { recorderStarted } from "./recorder-started";

export const configRules = [
  recorderRecordsEverything,
  recorderEnabled,
  deliveryChannelEncrypted,
  configRetentionBounded,
  configRuleParametersLegal,
  configGuardRuleRuns,
  recorderProtected,
  recorderStarted,
  deliveryBucketWithoutObjectLock,
  globalTypesRecordedOnce,
  accountHasRecorder,
  accountHasConfigRules,
] as const;

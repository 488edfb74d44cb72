import { accountHasAllConfigRules } from "./account-has-all-config-rules";
import { accountHasConfigRules } from "./account-has-config-rules";
import { accountHasRecorder } from "./account-has-recorder";
import { configGuardRuleRuns } from "./config-guard-rule-runs";
import { configRetentionBounded } from "./config-retention-bounded";
import { configRuleParametersLegal } from "./config-rule-parameters-legal";
import { deliveryBucketWithoutObjectLock } from "./delivery-bucket-without-object-lock";
import { deliveryChannelEncrypted } from "./delivery-channel-encrypted";
import { deliveryChannelProtected } from "./delivery-channel-protected";
import { globalTypesRecordedOnce } from "./global-types-recorded-once";
import { recorderContinuous } from "./recorder-continuous";
import { recorderEnabled } from "./recorder-enabled";
import { recorderProtected } from "./recorder-protected";
import { recorderRecordsEverything } from "./recorder-records-everything";
import { recorderRoleUsable } from "./recorder-role-usable";
import { recorderStarted } from "./recorder-started";
import { recorderStatusProtected } from "./recorder-status-protected";

export const configRules = [
  recorderRecordsEverything,
  recorderEnabled,
  deliveryChannelEncrypted,
  configRetentionBounded,
  configRuleParametersLegal,
  configGuardRuleRuns,
  recorderProtected,
  recorderStatusProtected,
  deliveryChannelProtected,
  recorderStarted,
  deliveryBucketWithoutObjectLock,
  globalTypesRecordedOnce,
  accountHasRecorder,
  accountHasConfigRules,
  recorderContinuous,
  recorderRoleUsable,
  accountHasAllConfigRules,
] as const;

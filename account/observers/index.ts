/** Every observer, by the type that it reads. */
import type { Observer } from "../observer";
import { namedQueryObserver, workgroupObserver } from "./athena";
import { assessmentObserver } from "./auditmanager";
import { analyzerObserver } from "./accessanalyzer";
import {
  backupPlanObserver,
  backupSelectionObserver,
  backupVaultLockObserver,
  backupVaultObserver,
  backupVaultPolicyObserver,
} from "./backup";
import { invocationLoggingObserver } from "./bedrock";
import { alternateContactObserver } from "./alternate-contacts";
import { accountPublicAccessBlockObserver, passwordPolicyObserver } from "./account-settings";
import { guardrailObserver, guardrailVersionObserver } from "./bedrock-guardrails";
import { trailObserver } from "./cloudtrail";
import { alarmObserver, dashboardObserver, metricFilterObserver } from "./cloudwatch";
import {
  aggregationAuthorizationObserver,
  aggregatorObserver,
  configRuleObserver,
  deliveryChannelObserver,
  recorderObserver,
  recorderStatusObserver,
  remediationObserver,
  retentionObserver,
} from "./config";
import { apiDestinationObserver, connectionObserver, eventRuleObserver, eventTargetObserver } from "./eventbridge";
import { deliveryStreamObserver } from "./firehose";
import { databaseObserver, tableObserver } from "./glue";
import { detectorFeatureObserver, detectorObserver } from "./guardduty";
import { enablerObserver } from "./inspector";
import { classificationExportObserver, classificationJobObserver, macieObserver } from "./macie";
import { roleObserver, rolePolicyAttachmentObserver, rolePolicyObserver, serviceLinkedRoleObserver } from "./iam";
import { aliasObserver, keyObserver } from "./kms";
import {
  deliveryDestinationObserver,
  deliveryObserver,
  deliverySourceObserver,
  logResourcePolicyObserver,
} from "./log-deliveries";
import { functionObserver, permissionObserver } from "./lambda";
import {
  accountDataProtectionObserver,
  dataProtectionObserver,
  logGroupObserver,
  logStreamObserver,
  subscriptionFilterObserver,
} from "./logs";
import {
  bucketEncryptionObserver,
  bucketLifecycleObserver,
  bucketLoggingObserver,
  bucketNotificationObserver,
  bucketObjectLockObserver,
  bucketObserver,
  bucketOwnershipObserver,
  bucketPolicyObserver,
  bucketPublicAccessBlockObserver,
  bucketVersioningObserver,
} from "./s3";
import {
  ebsEncryptionObserver,
  imageSharingBlockObserver,
  instanceMetadataObserver,
  snapshotSharingBlockObserver,
} from "./region-settings";
import { subscriptionObserver, topicObserver, topicPolicyObserver } from "./sns";
import { securityHubObserver, standardObserver } from "./securityhub";
import { queueObserver, queuePolicyObserver } from "./sqs";
import { documentObserver } from "./ssm";

export const OBSERVERS: readonly Observer[] = [
  assessmentObserver,
  namedQueryObserver,
  workgroupObserver,
  backupPlanObserver,
  backupSelectionObserver,
  backupVaultLockObserver,
  backupVaultObserver,
  backupVaultPolicyObserver,
  guardrailObserver,
  guardrailVersionObserver,
  analyzerObserver,
  invocationLoggingObserver,
  accountPublicAccessBlockObserver,
  passwordPolicyObserver,
  alternateContactObserver,
  ebsEncryptionObserver,
  imageSharingBlockObserver,
  instanceMetadataObserver,
  snapshotSharingBlockObserver,
  trailObserver,
  alarmObserver,
  dashboardObserver,
  metricFilterObserver,
  aggregationAuthorizationObserver,
  aggregatorObserver,
  configRuleObserver,
  deliveryChannelObserver,
  recorderObserver,
  recorderStatusObserver,
  remediationObserver,
  retentionObserver,
  eventRuleObserver,
  eventTargetObserver,
  apiDestinationObserver,
  connectionObserver,
  deliveryStreamObserver,
  databaseObserver,
  tableObserver,
  detectorObserver,
  detectorFeatureObserver,
  enablerObserver,
  classificationExportObserver,
  classificationJobObserver,
  macieObserver,
  roleObserver,
  rolePolicyAttachmentObserver,
  rolePolicyObserver,
  serviceLinkedRoleObserver,
  aliasObserver,
  keyObserver,
  deliveryDestinationObserver,
  deliveryObserver,
  deliverySourceObserver,
  logResourcePolicyObserver,
  accountDataProtectionObserver,
  dataProtectionObserver,
  functionObserver,
  permissionObserver,
  logGroupObserver,
  logStreamObserver,
  subscriptionFilterObserver,
  bucketEncryptionObserver,
  bucketLifecycleObserver,
  bucketLoggingObserver,
  bucketNotificationObserver,
  bucketObjectLockObserver,
  bucketObserver,
  bucketOwnershipObserver,
  bucketPolicyObserver,
  bucketPublicAccessBlockObserver,
  bucketVersioningObserver,
  securityHubObserver,
  standardObserver,
  subscriptionObserver,
  topicObserver,
  topicPolicyObserver,
  queueObserver,
  queuePolicyObserver,
  documentObserver,
];

const BY_TYPE: ReadonlyMap<string, Observer> = new Map(OBSERVERS.map((observer) => [observer.type, observer]));

/** `undefined` for a type that is not read. */
export function observerOf(type: string): Observer | undefined {
  return BY_TYPE.get(type);
}

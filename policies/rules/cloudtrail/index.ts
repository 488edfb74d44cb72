import { accountHasTrail } from "./account-has-trail";
import { trailAiDataEvents } from "./trail-ai-data-events";
import { trailBucketImmutable } from "./trail-bucket-immutable";
import { trailBucketRetained } from "./trail-bucket-retained";
import { trailBucketUsable } from "./trail-bucket-usable";
import { trailCloudwatchDelivery } from "./trail-cloudwatch-delivery";
import { trailDeliveryNotice } from "./trail-delivery-notice";
import { trailEncryptedWithCustomerKey } from "./trail-encrypted-with-customer-key";
import { trailGlobalServiceEvents } from "./trail-global-service-events";
import { trailInsights } from "./trail-insights";
import { trailLambdaDataEvents } from "./trail-lambda-data-events";
import { trailLogFileValidation } from "./trail-log-file-validation";
import { trailLogGroupRetained } from "./trail-log-group-retained";
import { trailLoggingEnabled } from "./trail-logging-enabled";
import { trailManagementEvents } from "./trail-management-events";
import { trailMultiRegion } from "./trail-multi-region";
import { trailProtected } from "./trail-protected";
import { trailRoleUsable } from "./trail-role-usable";
import { trailTopicUsable } from "./trail-topic-usable";
import { trailTrainingDataEvents } from "./trail-training-data-events";

export const cloudtrailRules = [
  trailEncryptedWithCustomerKey,
  trailLogFileValidation,
  trailMultiRegion,
  trailLoggingEnabled,
  trailGlobalServiceEvents,
  trailManagementEvents,
  trailAiDataEvents,
  trailLambdaDataEvents,
  trailInsights,
  trailCloudwatchDelivery,
  trailDeliveryNotice,
  trailProtected,
  accountHasTrail,
  trailBucketImmutable,
  trailLogGroupRetained,
  trailBucketRetained,
  trailBucketUsable,
  trailTopicUsable,
  trailRoleUsable,
  trailTrainingDataEvents,
] as const;

import { alarmHasAction } from "./alarm-has-action";
import { alarmTopicUsable } from "./alarm-topic-usable";
import { topicCustomerKey } from "./topic-customer-key";
import { topicPolicyNotPublic } from "./topic-policy-not-public";
import { topicPolicyTlsOnly } from "./topic-policy-tls-only";
import { topicServiceGrantsBound } from "./topic-service-grants-bound";
import { topicServiceGrantsNamed } from "./topic-service-grants-named";

export const notificationRules = [
  topicCustomerKey,
  topicPolicyNotPublic,
  topicServiceGrantsBound,
  alarmHasAction,
  topicPolicyTlsOnly,
  topicServiceGrantsNamed,
  alarmTopicUsable,
] as const;

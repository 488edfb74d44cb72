import { alarmHasAction } from "./alarm-has-action";
import { topicCustomerKey } from "./topic-customer-key";
import { topicPolicyNotPublic } from "./topic-policy-not-public";
import { topicServiceGrantsBound } from "./topic-service-grants-bound";

export const notificationRules = [
  topicCustomerKey,
  topicPolicyNotPublic,
  topicServiceGrantsBound,
  alarmHasAction,
] as const;

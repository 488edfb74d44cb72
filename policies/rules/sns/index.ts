export { snsTopicCustomerManagedKey } from "./sns-topic-customer-managed-key";
export { snsTopicPolicyNotPublic } from "./sns-topic-policy-not-public";
export { snsTopicPolicyServiceGrantsBound } from "./sns-topic-policy-service-grants-bound";
export { snsTopicPolicyServiceGrantsNamed } from "./sns-topic-policy-service-grants-named";
export { snsTopicPolicyTlsOnly } from "./sns-topic-policy-tls-only";

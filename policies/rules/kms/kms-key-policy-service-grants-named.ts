import { serviceGrantsNamedRule } from "../../families/policy-grants";
import { KEY } from "../../resources";

export const kmsKeyPolicyServiceGrantsNamed = serviceGrantsNamedRule(KEY, {
  id: "kms-key-policy-service-grants-named",
  title: "KMS key policies name the services that they allow and the actions of each",
  severity: "medium",
  property: "policy",
  rationale:
    "A service that may call every KMS action may also disable the key, and a statement without a service's name allows them all.",
  references: ["https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-services.html"],
});

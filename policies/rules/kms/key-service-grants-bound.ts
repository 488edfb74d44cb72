import { resourceRule } from "../../rule";
import { SOURCE_KEYS, mustBindServices } from "../grants";

/** Condition keys that tie a service's use of a key to one customer or one resource. */
const SERVICE_KEYS = [...SOURCE_KEYS, "kms:calleraccount", "kms:encryptioncontext:*", "kms:viaservice"];

export const keyServiceGrantsBound = resourceRule({
  id: "key-service-grants-bound",
  title: "A key's policy binds every service that it lets in",
  severity: "high",
  type: "aws:kms/key:Key",
  property: "policy",
  rationale:
    "A service acts for every customer of AWS: unbound, it can be made to use the key for somebody else's resource.",
  fix: "Add a condition on aws:SourceArn or aws:SourceAccount, or on the kms:EncryptionContext that the service sends.",
  links: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html",
    "https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html",
  ],
  covers: {},
  judge: ({ properties }) => mustBindServices(properties, "policy", { keys: SERVICE_KEYS }),
});

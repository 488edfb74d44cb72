import { protectedRule } from "../../families/protected";
import { KEY } from "../../resources";

export const kmsKeyProtected = protectedRule(KEY, {
  id: "kms-key-protected",
  title: "KMS keys are protected against deletion",
  severity: "medium",
  elsewhere: "evidence",
  rationale: "When a key is deleted, everything that it encrypted is lost.",
});

import { isCustomerManagedKey } from "../../families/customer-managed-key";
import { UNKNOWN, at } from "../../properties";
import { WORKGROUP } from "../../resources";
import { equals } from "../../requirements";
import { pass, undecided } from "../../result";
import { resourceRule } from "../../rule";

const OPTION = WORKGROUP.path("configuration.resultConfiguration.encryptionConfiguration.encryptionOption");
const usesKey = equals(["SSE_KMS", "CSE_KMS"]);
const MANAGED = WORKGROUP.path("configuration.managedQueryResultsConfiguration.enabled");
const KEY_OF_MANAGED = WORKGROUP.path("configuration.managedQueryResultsConfiguration.encryptionConfiguration.kmsKey");

export const athenaWorkgroupEncryptedWithCmk = resourceRule(WORKGROUP, {
  id: "athena-workgroup-encrypted-with-cmk",
  title: "Athena workgroups encrypt results with a customer managed key",
  severity: "medium",
  elsewhere: "evidence",
  property: "configuration.resultConfiguration.encryptionConfiguration.kmsKeyArn",
  rationale:
    "Results are excerpts of what was asked for. With a key of their own, reading them takes a right to the key beside one to the bucket.",
  remediation: "Set encryptionOption to SSE_KMS, and kmsKeyArn to the ARN of a customer managed key.",
  references: ["https://docs.aws.amazon.com/athena/latest/ug/encrypting-query-results-stored-in-s3.html"],
  related: { checkov: ["CKV_AWS_159"], prowler: ["athena_workgroup_encryption"] },
  check: ({ properties }, { property }) => {
    const managed = at(properties, MANAGED);
    if (managed === UNKNOWN) {
      return undecided(MANAGED);
    }
    // Athena keeps the results itself where it is told to, and takes no bucket and no other key then.
    if (managed === true) {
      return isCustomerManagedKey(properties, KEY_OF_MANAGED);
    }
    const key = isCustomerManagedKey(properties, property);
    // With S3's own encryption the key is not used; without a key the option says nothing.
    return key === pass ? usesKey(properties, OPTION) : key;
  },
});

import { isCustomerManagedKey } from "../../families/customer-managed-key";
import { UNKNOWN, at } from "../../properties";
import { DELIVERY_STREAM } from "../../resources";
import { notApplicable, undecided } from "../../result";
import { resourceRule } from "../../rule";

export const firehoseStreamObjectsEncrypted = resourceRule(DELIVERY_STREAM, {
  id: "firehose-stream-objects-encrypted",
  title: "Firehose streams encrypt the objects that they write with a customer managed key",
  severity: "medium",
  enforcementLevel: "advisory",
  elsewhere: "evidence",
  property: "extendedS3Configuration.kmsKeyArn",
  rationale: "Without a key, objects have whatever encryption their bucket has at the time.",
  remediation: "Set kmsKeyArn to the ARN of a customer managed key.",
  references: ["https://docs.aws.amazon.com/firehose/latest/dev/create-configure-backup.html"],
  check: ({ properties }, { property }) => {
    const destination = at(properties, "extendedS3Configuration");
    if (destination === UNKNOWN) {
      return undecided(property);
    }
    return destination === undefined
      ? notApplicable("it does not deliver to S3")
      : isCustomerManagedKey(properties, property);
  },
});

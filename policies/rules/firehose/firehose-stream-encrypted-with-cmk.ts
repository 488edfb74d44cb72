import { isCustomerManagedKey } from "../../families/customer-managed-key";
import { UNKNOWN, at } from "../../properties";
import { equals } from "../../requirements";
import { DELIVERY_STREAM } from "../../resources";
import { notApplicable, pass, undecided } from "../../result";
import { resourceRule } from "../../rule";

const ENABLED = DELIVERY_STREAM.path("serverSideEncryption.enabled");
const KEY_TYPE = DELIVERY_STREAM.path("serverSideEncryption.keyType");
const SOURCES = ["kinesisSourceConfiguration", "mskSourceConfiguration"] as const;
const isEnabled = equals(true, { byDefault: false });
const isOfCustomer = equals("CUSTOMER_MANAGED_CMK", { byDefault: "AWS_OWNED_CMK" });

export const firehoseStreamEncryptedWithCmk = resourceRule(DELIVERY_STREAM, {
  id: "firehose-stream-encrypted-with-cmk",
  title: "Firehose streams encrypt what they buffer with a customer managed key",
  severity: "medium",
  elsewhere: "evidence",
  property: "serverSideEncryption.keyArn",
  rationale:
    "Firehose buffers records until it delivers them, and for a day where it cannot. Encryption is off by default, and with a key of AWS's own nobody can withdraw it.",
  remediation:
    "Set serverSideEncryption.enabled to true, keyType to CUSTOMER_MANAGED_CMK and keyArn to the ARN of a customer managed key.",
  references: ["https://docs.aws.amazon.com/firehose/latest/dev/encryption.html"],
  related: {
    checkov: ["CKV_AWS_240", "CKV_AWS_241"],
    prowler: ["firehose_stream_encrypted_at_rest"],
    securityHub: ["DataFirehose.1"],
  },
  check: ({ properties }, { property }) => {
    const sources = SOURCES.map((source) => ({ source, value: at(properties, source) }));
    const unknown = sources.find(({ value }) => value === UNKNOWN);
    if (unknown !== undefined) {
      return undecided(unknown.source);
    }
    // Such a stream has no encryption of its own: its source has.
    if (sources.some(({ value }) => value !== undefined)) {
      return notApplicable("its source, which it reads, encrypts what is buffered");
    }
    const enabled = isEnabled(properties, ENABLED);
    const ofCustomer = enabled === pass ? isOfCustomer(properties, KEY_TYPE) : enabled;
    return ofCustomer === pass ? isCustomerManagedKey(properties, property) : ofCustomer;
  },
});

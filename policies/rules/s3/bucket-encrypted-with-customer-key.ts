import { type Judgements, all, decide, fail, mustBe, pass } from "../../judgement";
import { type PropertyMap, at, isList, show } from "../../properties";
import { resourceRule } from "../../rule";
import { mustBeCustomerKey } from "../customer-key";
import { BUCKET_ENCRYPTION, DEFAULT_ALGORITHM, DEFAULT_KEY } from "./bucket";

export const bucketEncryptedWithCustomerKey = resourceRule({
  id: "bucket-encrypted-with-customer-key",
  title: "A bucket that KMS encrypts does so with a customer key and a bucket key",
  severity: "high",
  type: BUCKET_ENCRYPTION,
  property: `rules.0.${DEFAULT_KEY}`,
  rationale:
    "The key that AWS keeps for S3 opens the objects to whoever may read the bucket; a key of one's own can refuse. " +
    "Without a bucket key every object is a KMS call, which costs and throttles where logs are delivered.",
  fix: "Set sseAlgorithm to aws:kms, kmsMasterKeyId to the ARN of a customer key and bucketKeyEnabled to true.",
  links: [
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html",
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-key.html",
  ],
  covers: {},
  judge: ({ properties }) =>
    decide(properties, "rules", (rules) =>
      isList(rules) && rules.length > 0
        ? all(...rules.map((_, index) => judgeDefault(properties, `rules.${index}`)))
        : fail("rules", `is ${show(rules)}; it must hold a rule with applyServerSideEncryptionByDefault`),
    ),
});

/**
 * S3's own keys pass here, because S3 delivers access logs into no other bucket; that no other bucket has them is asked
 * by bucket-customer-key, which sees the whole stack. S3 has no bucket keys for two layers of encryption (aws:kms:dsse).
 */
function judgeDefault(properties: PropertyMap, rule: string): Judgements {
  const algorithm = at(properties, `${rule}.${DEFAULT_ALGORITHM}`);
  switch (algorithm) {
    case "AES256":
      return pass;
    case "aws:kms:dsse":
      return mustBeCustomerKey(properties, `${rule}.${DEFAULT_KEY}`);
    case "aws:kms":
      return all(
        mustBeCustomerKey(properties, `${rule}.${DEFAULT_KEY}`),
        mustBe(properties, `${rule}.bucketKeyEnabled`, true, { absent: false }),
      );
    default:
      return mustBe(properties, `${rule}.${DEFAULT_ALGORITHM}`, ["aws:kms", "aws:kms:dsse", "AES256"]);
  }
}

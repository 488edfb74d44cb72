import { ec2EbsEncryptionEnabled } from "../../../../policies/rules/ec2/ec2-ebs-encryption-enabled";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(ec2EbsEncryptionEnabled, {
  fails: [{ title: "encryption switched off", set: { enabled: false }, message: "is false; set it to true" }],
  passes: [{ title: "encryption left to the provider", remove: ["enabled"] }],
});

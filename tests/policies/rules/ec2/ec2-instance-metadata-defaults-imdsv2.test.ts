import { ec2InstanceMetadataDefaultsImdsv2 } from "../../../../policies/rules/ec2/ec2-instance-metadata-defaults-imdsv2";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(ec2InstanceMetadataDefaultsImdsv2, {
  fails: [
    { title: "IMDSv1 allowed", set: { httpTokens: "optional" }, message: 'is "optional"; set it to "required"' },
    {
      title: "no preference",
      remove: ["httpTokens"],
      message: 'is not set and defaults to "no-preference"; set it to "required"',
    },
  ],
});

import { configRecorderServiceLinkedRole } from "../../../../policies/rules/config/config-recorder-service-linked-role";
import { type FailingCase, describeResourceRule } from "../../rule-harness";

const PATH = "role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig";
const WANTED = "set it to the ARN of the service-linked role AWSServiceRoleForConfig";

function recordingWith(title: string, roleArn: string): FailingCase {
  return { title, set: { roleArn }, message: `is "${roleArn}"; ${WANTED}` };
}

describeResourceRule(configRecorderServiceLinkedRole, {
  fails: [
    recordingWith("a role of the program's own", "arn:aws:iam::111122223333:role/recorder"),
    recordingWith(
      "a role of the same name outside AWS's path",
      "arn:aws:iam::111122223333:role/AWSServiceRoleForConfig",
    ),
    recordingWith(
      "the service-linked role of another service",
      "arn:aws:iam::111122223333:role/aws-service-role/a.amazonaws.com/A",
    ),
    { title: "no role", remove: ["roleArn"], message: `is not set; ${WANTED}` },
  ],
  passes: [{ title: "the role in another partition", set: { roleArn: `arn:aws-us-gov:iam::111122223333:${PATH}` } }],
});

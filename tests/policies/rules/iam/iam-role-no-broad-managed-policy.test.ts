import { iamRoleNoBroadManagedPolicy } from "../../../../policies/rules/iam/iam-role-no-broad-managed-policy";
import { type FailingCase, describeResourceRule } from "../../rule-harness";

const WANTED = "set it to the ARN of a policy that allows less";
const attached = (policyArn: string): FailingCase => ({
  title: policyArn,
  set: { policyArn },
  message: `is "${policyArn}"; ${WANTED}`,
});

describeResourceRule(iamRoleNoBroadManagedPolicy, {
  example: { role: "worker", policyArn: "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole" },
  fails: [
    attached("arn:aws:iam::aws:policy/AdministratorAccess"),
    attached("arn:aws:iam::aws:policy/PowerUserAccess"),
    attached("arn:aws:iam::aws:policy/IAMFullAccess"),
    attached("arn:aws:iam::aws:policy/AmazonBedrockFullAccess"),
    attached("arn:aws:iam::aws:policy/AmazonS3FullAccess"),
    attached("arn:aws:iam::aws:policy/AWSCloudTrail_FullAccess"),
    attached("arn:aws:iam::aws:policy/CloudWatchFullAccess"),
    attached("arn:aws:iam::aws:policy/CloudWatchFullAccessV2"),
    attached("arn:aws:iam::aws:policy/CloudWatchLogsFullAccess"),
    attached("arn:aws-cn:iam::aws:policy/AdministratorAccess"),
    {
      title: "a policy that the settings name",
      set: { policyArn: "arn:aws:iam::aws:policy/job-function/DatabaseAdministrator" },
      settings: { policyNames: ["DatabaseAdministrator"] },
      message: `is "arn:aws:iam::aws:policy/job-function/DatabaseAdministrator"; ${WANTED}`,
    },
  ],
  passes: [
    { title: "a narrow AWS managed policy", set: { policyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess" } },
    {
      title: "a customer managed policy of the same name",
      set: { policyArn: "arn:aws:iam::111122223333:policy/AdministratorAccess" },
    },
    {
      title: "a policy that the settings do not name",
      set: { policyArn: "arn:aws:iam::aws:policy/PowerUserAccess" },
      settings: { policyNames: ["AdministratorAccess"] },
    },
  ],
});

import { iamDeliveryRoleLeastPrivilege } from "../../../../policies/rules/iam/iam-delivery-role-least-privilege";
import type { ResourceState, WireMap } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll } from "../../state-changes";
import { documentOf } from "../policy-documents";
import { declared } from "../stack-resources";

const POLICIES = {
  trail: "baseline-trail-log-delivery-role-policy",
  logging: "baseline-us-east-1-invocations-role-policy",
} as const;
const STREAMS = "arn:aws:logs:us-east-1:111122223333:log-group:prompts:*";
const RECORDER = { type: "aws:cfg/recorder:Recorder", name: "baseline-us-east-1-recorder-recorder" };
const RECORDER_ROLE_ARN = "arn:aws:iam::111122223333:role/recorder-role";
const TYPE = "aws:iam/rolePolicy:RolePolicy";

function permitting(name: string, statement: WireMap) {
  const policy = documentOf({ Effect: "Allow", Action: "logs:PutLogEvents", Resource: STREAMS, ...statement });
  return (stack: readonly ResourceState[]) => changeAll(stack, { type: TYPE, name }, { set: { policy } });
}

function allowed(name: string, what: string) {
  return [{ name, message: `allows ${what} in statement 1; name the actions and the resources` }] as const;
}

function broad(whose: keyof typeof POLICIES) {
  const name = POLICIES[whose];
  return {
    title: `the ${whose} role with all of a service`,
    change: permitting(name, { Action: "logs:*" }),
    findings: allowed(name, "logs:*"),
  };
}

describeStackRule(iamDeliveryRoleLeastPrivilege, {
  fails: [
    broad("trail"),
    {
      title: "a recorder's role of the program's own with all of a service",
      change: (stack) => [
        ...changeAll(stack, RECORDER, { set: { roleArn: RECORDER_ROLE_ARN } }),
        declared("aws:iam/role:Role", "recorder-role", { name: "recorder-role", arn: RECORDER_ROLE_ARN }),
        declared(TYPE, "recorder-role-policy", {
          role: "recorder-role",
          policy: documentOf({ Effect: "Allow", Action: "s3:*", Resource: "arn:aws:s3:::items/*" }),
        }),
      ],
      findings: allowed("recorder-role-policy", "s3:*"),
    },
    broad("logging"),
    {
      title: "a role that may write everywhere",
      change: permitting(POLICIES.logging, { Resource: "*" }),
      findings: allowed(POLICIES.logging, "actions on every resource"),
    },
    {
      title: "a document that cannot be read",
      change: (stack) => changeAll(stack, { type: TYPE, name: POLICIES.logging }, { set: { policy: "{" } }),
      findings: [
        { name: POLICIES.logging, message: "cannot be read: it is not JSON; set it to a JSON policy document" },
      ],
    },
  ],
  passes: [
    {
      title: "a Deny of everything",
      change: permitting(POLICIES.logging, { Effect: "Deny", Action: "*", Resource: "*" }),
    },
    {
      title: "a role that delivers nothing",
      change: (stack) => [
        ...stack,
        declared("aws:iam/role:Role", "worker", { name: "worker" }),
        declared(TYPE, "worker-policy", {
          role: "worker",
          policy: documentOf({ Effect: "Allow", Action: "s3:*", Resource: "*" }),
        }),
      ],
    },
  ],
  unknown: [
    {
      title: "a document that is not known yet",
      change: (stack) => changeAll(stack, { type: TYPE, name: POLICIES.trail }, { set: { policy: UNKNOWN_VALUE } }),
      property: "policy",
    },
  ],
});

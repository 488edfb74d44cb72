import { kmsOtherKeysKept } from "../../../../policies/rules/kms/kms-other-keys-kept";
import type { WireMap } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { emptyStack } from "../../state-changes";
import { beside } from "../iam/forbidden-permissions";
import { declared } from "../stack-resources";

const REPLICA = "aws:kms/replicaKey:ReplicaKey";
const replica = (properties: WireMap) => beside([declared(REPLICA, "copy", properties)]);
const example = () => [
  ...emptyStack(),
  declared(REPLICA, "good", { primaryKeyArn: "arn:aws:kms:us-east-1:111122223333:key/mrk-1" }),
];

describeStackRule(kmsOtherKeysKept, {
  example,
  fails: [
    {
      title: "a replica that is disabled",
      change: replica({ enabled: false }),
      findings: [{ name: "copy", property: "enabled", message: "is false; set it to true" }],
    },
    {
      title: "a replica that is soon deleted",
      change: replica({ deletionWindowInDays: 29 }),
      findings: [{ name: "copy", property: "deletionWindowInDays", message: "is 29; set it to at least 30" }],
    },
    {
      title: "an external key that nobody may be able to manage",
      change: beside([declared("aws:kms/externalKey:ExternalKey", "mine", { bypassPolicyLockoutSafetyCheck: true })]),
      findings: [{ name: "mine", property: "bypassPolicyLockoutSafetyCheck", message: "is true; set it to false" }],
    },
    {
      title: "a replica of an external key that is disabled",
      change: beside([declared("aws:kms/replicaExternalKey:ReplicaExternalKey", "mine", { enabled: false })]),
      findings: [{ name: "mine", property: "enabled", message: "is false; set it to true" }],
    },
  ],
  passes: [
    { title: "a longer waiting period", change: replica({ deletionWindowInDays: 30 }) },
    {
      title: "a shorter period that the settings allow",
      change: replica({ deletionWindowInDays: 7 }),
      settings: { minimumDays: 7 },
    },
  ],
  unknown: [
    {
      title: "a waiting period that is not known yet",
      change: replica({ deletionWindowInDays: UNKNOWN_VALUE }),
      property: "deletionWindowInDays",
    },
  ],
  notApplicable: [
    { title: "a stack without such keys", change: (stack) => stack.filter(({ type }) => type !== REPLICA) },
  ],
});

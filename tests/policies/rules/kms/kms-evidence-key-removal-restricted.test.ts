import { kmsEvidenceKeyRemovalRestricted } from "../../../../policies/rules/kms/kms-evidence-key-removal-restricted";
import type { ResourceState, WireMap, WireValue } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, emptyStack } from "../../state-changes";
import { declared, urnOf } from "../stack-resources";
import { allow, keyPolicy } from "./key-documents";

const KEY = { type: "aws:kms/key:Key", name: "baseline-trail-key" };
const COMPONENT = { type: "ai-governance-baseline:index:CustomerManagedKey", name: "baseline-trail-key" };
const REMOVALS = ["kms:ScheduleKeyDeletion", "kms:DisableKey", "kms:PutKeyPolicy"];
const ROLE = "arn:aws:iam::111122223333:role/break-glass";
const BUT_ROLE = { ArnNotEquals: { "aws:PrincipalArn": ROLE } };

function refusal(Action: readonly string[], Condition: WireMap = BUT_ROLE): WireMap {
  return allow({ AWS: "*" }, { Effect: "Deny", Action, Condition });
}

function policied(policy: WireValue) {
  return (stack: readonly ResourceState[]) => changeAll(stack, KEY, { set: { policy } });
}

function leavesOpen(...actions: readonly string[]) {
  return [
    {
      name: KEY.name,
      property: "policy",
      message: `leaves ${actions.join(", ")} to whomever IAM allows; deny them to all but break-glass principals`,
    },
  ] as const;
}

describeStackRule(kmsEvidenceKeyRemovalRestricted, {
  fails: [
    {
      title: "a key that the account administers alone",
      change: policied(keyPolicy()),
      findings: leavesOpen(...REMOVALS),
    },
    ...REMOVALS.map((left) => ({
      title: `a key whose policy leaves ${left} open`,
      change: policied(keyPolicy(refusal(REMOVALS.filter((action) => action !== left)))),
      findings: leavesOpen(left),
    })),
    {
      title: "a key that a wildcard of principals may take away",
      change: policied(
        keyPolicy(refusal(REMOVALS, { ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/*" } })),
      ),
      findings: leavesOpen(...REMOVALS),
    },
    {
      title: "a key that a further condition opens",
      change: policied(keyPolicy(refusal(REMOVALS, { ...BUT_ROLE, Bool: { "aws:MultiFactorAuthPresent": "false" } }))),
      findings: leavesOpen(...REMOVALS),
    },
    {
      title: "a key without a policy",
      change: (stack) => changeAll(stack, KEY, { remove: ["policy"] }),
      findings: leavesOpen(...REMOVALS),
    },
    {
      title: "a key whose policy cannot be read",
      change: policied("{"),
      findings: [
        {
          name: KEY.name,
          property: "policy",
          message: "cannot be read: it is not JSON; set it to a JSON policy document",
        },
      ],
    },
  ],
  passes: [
    {
      title: "a refusal of everything to all but a user",
      change: policied(
        keyPolicy(refusal(["kms:*"], { ArnNotEquals: { "aws:PrincipalArn": "arn:aws:iam::111122223333:user/a" } })),
      ),
    },
    {
      title: "a key that is no evidence's, outside the component",
      change: (stack) => [...stack, declared(KEY.type, "other", { policy: keyPolicy() })],
    },
    {
      title: "a component of evidence without a key",
      change: () => [...emptyStack(), declared(COMPONENT.type, "mine", {})],
    },
  ],
  unknown: [
    { title: "a policy that is not known yet", change: policied(UNKNOWN_VALUE), property: "policy" },
    {
      title: "a policy of which a part is not known yet",
      change: () => [
        ...emptyStack(),
        declared(COMPONENT.type, "mine", {}),
        declared(
          KEY.type,
          "mine",
          { policy: { Statement: [{ Effect: UNKNOWN_VALUE }] } },
          { parent: urnOf(COMPONENT.type, "mine") },
        ),
      ],
      property: "policy",
    },
  ],
});

import { macieResultsKeyAllowsEncryption } from "../../../../policies/rules/macie/macie-results-key-allows-encryption";
import type { ResourceState, WireMap } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll } from "../../state-changes";
import { allow, documentOf } from "../policy-documents";
import { RESULTS } from "./prod-names";

const KEY = { type: "aws:kms/key:Key", name: "baseline-eu-central-1-macie-key" };
const use = (rest: WireMap): WireMap =>
  allow(
    { Service: "macie.amazonaws.com" },
    {
      Action: ["kms:GenerateDataKey", "kms:Encrypt"],
      Resource: "*",
      Condition: { StringEquals: { "aws:SourceAccount": "111122223333" } },
      ...rest,
    },
  );
const having = (statement: WireMap) => (stack: readonly ResourceState[]) =>
  changeAll(stack, KEY, { set: { policy: documentOf(statement) } });
const denied = (actions: string) => ({
  name: RESULTS.name,
  message: `references the key ${KEY.name}, whose policy does not allow macie.amazonaws.com ${actions}; allow it`,
});

describeStackRule(macieResultsKeyAllowsEncryption, {
  fails: [
    {
      title: "a key that does not let Macie encrypt",
      change: having(use({ Action: "kms:GenerateDataKey" })),
      findings: [denied("kms:Encrypt")],
    },
    {
      title: "a key for Macie of another account",
      change: having(use({ Condition: { StringEquals: { "aws:SourceAccount": "444455556666" } } })),
      findings: [denied("kms:GenerateDataKey, kms:Encrypt")],
    },
  ],
  passes: [{ title: "a key with just what is needed", change: having(use({})) }],
  unknown: [
    {
      title: "a policy that is not known yet",
      change: (stack) => changeAll(stack, KEY, { set: { policy: UNKNOWN_VALUE } }),
      property: "s3Destination.kmsKeyArn",
    },
  ],
});

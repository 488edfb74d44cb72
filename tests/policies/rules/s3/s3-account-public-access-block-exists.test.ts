import { s3AccountPublicAccessBlockExists } from "../../../../policies/rules/s3/s3-account-public-access-block-exists";
import type { ResourceState } from "../../../../pulumi/stack-state";
import { describeStackRule } from "../../rule-harness";
import { emptyStack, without } from "../../state-changes";
import { beside, declinedCase, saying, unknownDeclined } from "../account-modes";
import { declared } from "../stack-resources";

const BASELINE = { type: "ai-governance-baseline:index:AccountBaseline", name: "baseline" };
const WANTED = {
  type: "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock",
  capability: "publicAccessBlock",
  words: "an account-wide block of public access to S3",
  property: "accountSettings",
  id: "111122223333",
};
const MISSING = { name: BASELINE.name, message: "has no AccountPublicAccessBlock; declare one" };
const missing = (stack: readonly ResourceState[]) => without(stack, { type: WANTED.type });

describeStackRule(s3AccountPublicAccessBlockExists, {
  fails: [
    { title: "an account without it", change: missing, findings: [MISSING] },
    {
      title: "an account that has adopted or left out other things",
      change: saying(beside(WANTED), missing),
      findings: [MISSING],
    },
  ],
  passes: [
    {
      title: "an account that has it by itself",
      change: () => [...emptyStack(), declared(BASELINE.type, "account", {}), declared(WANTED.type, "setting", {})],
    },
  ],
  unknown: unknownDeclined(WANTED, missing),
  exempt: [declinedCase(WANTED, missing)],
});

import { topicPolicyTlsOnly } from "../../../../policies/rules/notifications/topic-policy-tls-only";
import { describeResourceRule } from "../../rule-harness";
import { ACCOUNT, allow, documentCases } from "../policy-documents";

const { fails, passes, unreadable } = documentCases("policy");
const DEMAND = "it must deny everyone sns:Publish when aws:SecureTransport is false";
const OPEN = `lets in what is published without TLS; ${DEMAND}`;
const Condition = { Bool: { "aws:SecureTransport": "false" } };
const deny = { Effect: "Deny", Action: "sns:Publish", Condition };

describeResourceRule(topicPolicyTlsOnly, {
  fails: [
    fails("a policy that does not refuse", OPEN, allow({ AWS: ACCOUNT })),
    fails("a refusal without the condition", OPEN, allow("*", { Effect: "Deny", Action: "sns:Publish" })),
    fails("a refusal of something else", OPEN, allow("*", { ...deny, Action: "sns:Subscribe" })),
    fails("a refusal to one principal", OPEN, allow({ AWS: ACCOUNT }, deny)),
    fails("a refusal with TLS", OPEN, allow("*", { ...deny, Condition: { Bool: { "aws:SecureTransport": "true" } } })),
    fails(
      "a refusal with a second condition",
      OPEN,
      allow("*", { ...deny, Condition: { ...Condition, StringEquals: { "aws:SourceAccount": ACCOUNT } } }),
    ),
    { title: "no policy", remove: ["policy"], message: `is absent; ${DEMAND}` },
    ...unreadable,
  ],
  passes: [
    passes("a refusal of everything", allow("*", { ...deny, Action: "*" })),
    passes("a refusal of all of SNS, in another spelling", allow({ AWS: "*" }, { ...deny, Action: ["SNS:*"] })),
  ],
});

import { snsTopicPolicyTlsOnly } from "../../../../policies/rules/sns/sns-topic-policy-tls-only";
import { describeResourceRule } from "../../rule-harness";
import { ACCOUNT, allow, documentCases } from "../policy-documents";

const { fails, passes, unreadable } = documentCases("policy");
const WANTED = "deny everyone sns:Publish on the topic when aws:SecureTransport is false";
const OPEN = `allows requests without TLS; ${WANTED}`;
const Condition = { Bool: { "aws:SecureTransport": "false" } };
const deny = { Effect: "Deny", Action: "sns:Publish", Condition };

describeResourceRule(snsTopicPolicyTlsOnly, {
  fails: [
    fails("a policy without a Deny", OPEN, allow({ AWS: ACCOUNT })),
    fails("a Deny without the condition", OPEN, allow("*", { Effect: "Deny", Action: "sns:Publish" })),
    fails("a Deny of something else", OPEN, allow("*", { ...deny, Action: "sns:Subscribe" })),
    fails("a Deny for one principal", OPEN, allow({ AWS: ACCOUNT }, deny)),
    fails("a Deny with TLS", OPEN, allow("*", { ...deny, Condition: { Bool: { "aws:SecureTransport": "true" } } })),
    fails(
      "a Deny with a second condition",
      OPEN,
      allow("*", { ...deny, Condition: { ...Condition, StringEquals: { "aws:SourceAccount": ACCOUNT } } }),
    ),
    { title: "no policy", remove: ["policy"], message: `is not set; ${WANTED}` },
    ...unreadable,
  ],
  passes: [
    passes("a Deny of a part of the actions, by a wildcard", allow("*", { ...deny, Action: "sns:Pub*" })),
    passes("a Deny of every action", allow("*", { ...deny, Action: "*" })),
    passes("a Deny of all SNS actions, in another spelling", allow({ AWS: "*" }, { ...deny, Action: ["SNS:*"] })),
  ],
});

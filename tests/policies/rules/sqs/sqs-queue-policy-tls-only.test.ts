import { sqsQueuePolicyTlsOnly } from "../../../../policies/rules/sqs/sqs-queue-policy-tls-only";
import { describeResourceRule } from "../../rule-harness";
import { ACCOUNT, allow, documentCases } from "../policy-documents";

const { fails, passes, unreadable } = documentCases("policy");
const WANTED = "deny everyone sqs:* on the queue when aws:SecureTransport is false";
const OPEN = `allows requests without TLS; ${WANTED}`;
const Condition = { Bool: { "aws:SecureTransport": "false" } };
const deny = { Effect: "Deny", Action: "sqs:*", Condition };

describeResourceRule(sqsQueuePolicyTlsOnly, {
  fails: [
    fails("a policy without a Deny", OPEN, allow({ AWS: ACCOUNT })),
    fails("a Deny of one action", OPEN, allow("*", { ...deny, Action: "sqs:SendMessage" })),
    fails("a Deny for one principal", OPEN, allow({ AWS: ACCOUNT }, deny)),
    fails("a Deny with TLS", OPEN, allow("*", { ...deny, Condition: { Bool: { "aws:SecureTransport": "true" } } })),
    { title: "no policy", remove: ["policy"], message: `is not set; ${WANTED}` },
    ...unreadable,
  ],
  passes: [passes("a Deny of every action", allow("*", { ...deny, Action: "*" }))],
});

import { type Statement, isEveryone, parseDocument } from "../../documents";
import { fail, pass, undecided } from "../../judgement";
import { show } from "../../properties";
import { resourceRule } from "../../rule";
import { TOPIC_POLICY } from "./topic-policy";

const DEMAND = "it must deny everyone sns:Publish when aws:SecureTransport is false";

export const topicPolicyTlsOnly = resourceRule({
  id: "topic-policy-tls-only",
  title: "A topic refuses what is published without TLS",
  severity: "medium",
  type: TOPIC_POLICY,
  property: "policy",
  rationale: "SNS still answers over plain HTTP, where a notice can be read and changed on the way.",
  fix: 'Deny sns:Publish to "*" on the topic when aws:SecureTransport is "false".',
  links: ["https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html"],
  covers: {},
  judge: ({ properties }) => {
    const document = parseDocument(properties["policy"]);
    switch (document.kind) {
      case "document":
        return document.statements.some(refusesPlainHttp)
          ? pass
          : fail("policy", `lets in what is published without TLS; ${DEMAND}`);
      case "unknown":
        return undecided("policy");
      case "absent":
        return fail("policy", `is ${show(properties["policy"])}; ${DEMAND}`);
      case "unparseable":
        return fail("policy", `cannot be read: ${document.problem}; it must be a JSON policy document`);
    }
  },
});

/** A second condition would let in the plain requests that do not meet it. SNS takes no other topic's ARN here. */
function refusesPlainHttp({ effect, principals, actions, resources, conditions }: Statement): boolean {
  const [condition, ...others] = conditions;
  return (
    effect === "Deny" &&
    principals.some(isEveryone) &&
    actions.some((action) => ["sns:publish", "sns:*", "*"].includes(action)) &&
    resources.length > 0 &&
    condition?.key === "aws:securetransport" &&
    (condition.operator === "bool" || condition.operator === "boolifexists") &&
    condition.values.some((value) => value.toLowerCase() === "false") &&
    others.length === 0
  );
}

import { organizationsPolicyDocumentValid } from "../../../../policies/rules/organizations/organizations-policy-document-valid";
import { describeResourceRule } from "../../rule-harness";

const DENY = { Sid: "Mantle", Effect: "Deny", Action: "bedrock-mantle:*", Resource: "*" };
const ALL = { Sid: "All", Effect: "Allow", Action: "*", Resource: "*" };

function document(...Statement: readonly object[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement });
}

/** A document of a length. */
function sized(length: number): string {
  const shortest = document({ ...DENY, Sid: "" }).length;
  return document({ ...DENY, Sid: "x".repeat(length - shortest) });
}

const RESOURCE = { type: "RESOURCE_CONTROL_POLICY" };
const EVERYONE = { ...DENY, Action: "s3:*", Principal: "*" };

describeResourceRule(organizationsPolicyDocumentValid, {
  example: { name: "ai-mantle", type: "SERVICE_CONTROL_POLICY", content: document(DENY) },
  unknown: ["content", { path: "type", property: "type" }],
  fails: [
    {
      title: "a service control policy of one character too many",
      set: { content: sized(10_241) },
      message: "has 10241 characters; AWS takes 10240 of a service control policy",
    },
    {
      title: "a resource control policy of one character too many",
      set: { ...RESOURCE, content: `${document(EVERYONE)}${" ".repeat(5_121 - document(EVERYONE).length)}` },
      message: "has 5121 characters; AWS takes 5120 of a resource control policy",
    },
    {
      title: "an opt-out policy of one character too many",
      set: { type: "AISERVICES_OPT_OUT_POLICY", content: `{}${" ".repeat(2_499)}` },
      message: "has 2501 characters; AWS takes 2500 of a AI services opt-out policy",
    },
    { title: "text that is not JSON", set: { content: "{" }, message: "cannot be read: it is not JSON" },
    { title: "no text", set: { content: { Statement: [] } }, message: 'is {"Statement":[]}; set it to a JSON text' },
    {
      title: "a service control policy that only allows everything",
      set: { content: document(ALL) },
      message: "allows everything and refuses nothing; add a Deny, or allow less",
    },
    {
      title: "a service control policy without an effect",
      set: { content: document({ Action: "*", Resource: "*" }) },
      message: "is no policy document: statement 1 has the Effect undefined; use Allow or Deny",
    },
    {
      title: "a resource control policy on some principals",
      set: { ...RESOURCE, content: document({ ...EVERYONE, Principal: { AWS: "111122223333" } }) },
      message: 'refuses some principals in statement 1; write "Principal": "*"',
    },
    {
      title: "a resource control policy that allows",
      set: { ...RESOURCE, content: document(EVERYONE, { ...ALL, Principal: "*" }) },
      message: "allows in statement 2; AWS takes a Deny only",
    },
  ],
  passes: [
    {
      title: "a service control policy of the longest size, which is also the default type",
      set: { content: sized(10_240) },
      remove: ["type"],
    },
    { title: "a service control policy that allows a list", set: { content: document({ ...ALL, Action: "s3:*" }) } },
    { title: "a refusal beside an Allow of everything", set: { content: document(ALL, DENY) } },
    { title: "a resource control policy on everyone", set: { ...RESOURCE, content: document(EVERYONE) } },
    {
      title: "a policy of a type without a known size",
      set: { type: "S3_POLICY", content: `{}${" ".repeat(20_000)}` },
    },
  ],
});

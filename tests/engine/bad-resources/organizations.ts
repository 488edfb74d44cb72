import { casesOf } from "./bad-resource";

const control = casesOf("organization policy", "aws:organizations/policy:Policy", {
  name: "ai-mantle",
  type: "SERVICE_CONTROL_POLICY",
  content: JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Sid: "Mantle", Effect: "Deny", Action: "bedrock-mantle:*", Resource: "*" }],
  }),
});
const optOut = casesOf("organization policy", "aws:organizations/policy:Policy", {
  name: "ai-opt-out",
  type: "AISERVICES_OPT_OUT_POLICY",
  content: JSON.stringify({ services: { default: { opt_out_policy: { "@@assign": "optOut" } } } }),
});

export const badOrganizationPolicies = [
  control("organizations-policy-document-valid", { set: { content: "{" } }),
  optOut("organizations-ai-services-opted-out", {
    set: { content: '{"services":{"default":{"opt_out_policy":{"@@assign":"optIn"}}}}' },
  }),
];

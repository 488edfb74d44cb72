import { organizationsAiServicesOptedOut } from "../../../../policies/rules/organizations/organizations-ai-services-opted-out";
import { describeResourceRule } from "../../rule-harness";

const OUT = { opt_out_policy: { "@@assign": "optOut" } };
const IN = { opt_out_policy: { "@@assign": "optIn" } };
const NONE = { "@@operators_allowed_for_child_policies": ["@@none"] };

function choosing(services: object): { readonly content: string } {
  return { content: JSON.stringify({ services }) };
}

describeResourceRule(organizationsAiServicesOptedOut, {
  example: {
    name: "ai-opt-out",
    type: "AISERVICES_OPT_OUT_POLICY",
    ...choosing({ ...NONE, default: { ...NONE, ...OUT } }),
  },
  unknown: ["content", { path: "type", property: "type" }],
  fails: [
    {
      title: "every service opted in",
      set: choosing({ default: IN }),
      message: 'does not opt out of default; assign "optOut"',
    },
    {
      title: "one service opted in",
      set: choosing({ default: OUT, rekognition: IN }),
      message: 'does not opt out of rekognition; assign "optOut"',
    },
    {
      title: "a choice in another letter case",
      set: choosing({ default: { opt_out_policy: { "@@assign": "optout" } } }),
      message: 'does not opt out of default; assign "optOut"',
    },
    {
      title: "no default",
      set: choosing({ rekognition: OUT }),
      message: 'has no "default" among its services; opt out of all by it',
    },
    {
      title: "text that is not JSON",
      set: { content: "{" },
      message: 'has no "default" among its services; opt out of all by it',
    },
  ],
  passes: [{ title: "a service opted out besides", set: choosing({ default: OUT, lex: OUT }) }],
  notApplicable: [
    { title: "a policy of another type", set: { type: "SERVICE_CONTROL_POLICY" } },
    { title: "a policy without a type, which is a service control policy", remove: ["type"] },
  ],
});

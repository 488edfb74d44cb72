import { dataProtectionCommon } from "../../../../policies/rules/logs/data-protection-common";
import { describeResourceRule } from "../../rule-harness";

function documentFor(...names: readonly string[]): string {
  const DataIdentifier = names.map((name) => `arn:aws:dataprotection::aws:data-identifier/${name}`);
  return JSON.stringify({
    Statement: [
      { DataIdentifier, Operation: { Audit: { FindingsDestination: {} } } },
      { DataIdentifier, Operation: { Deidentify: { MaskConfig: {} } } },
    ],
  });
}

const config = { identifiers: ["Name", "EmailAddress"] };

describeResourceRule(dataProtectionCommon, {
  fails: [
    {
      title: "a policy that masks one kind only",
      set: { policyDocument: documentFor("EmailAddress") },
      config,
      message: "does not mask Name; it must",
    },
    {
      title: "a policy that cannot be read",
      set: { policyDocument: "{" },
      config,
      message: "does not mask Name, EmailAddress; it must",
    },
    { title: "no policy", remove: ["policyDocument"], config, message: "does not mask Name, EmailAddress; it must" },
  ],
  passes: [
    {
      title: "a policy that masks what is asked",
      set: { policyDocument: documentFor("EmailAddress", "Name") },
      config,
    },
  ],
});

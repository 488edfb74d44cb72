import { logsDataProtectionIdentifiers } from "../../../../policies/rules/logs/logs-data-protection-identifiers";
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

const settings = { identifiers: ["Name", "EmailAddress"] };

describeResourceRule(logsDataProtectionIdentifiers, {
  fails: [
    {
      title: "a policy that masks one kind only",
      set: { policyDocument: documentFor("EmailAddress") },
      settings,
      message: "does not mask Name; add the data identifiers to both statements",
    },
    {
      title: "a policy that cannot be read",
      set: { policyDocument: "{" },
      settings,
      message: "does not mask Name, EmailAddress; add the data identifiers to both statements",
    },
    {
      title: "no policy",
      remove: ["policyDocument"],
      settings,
      message: "does not mask Name, EmailAddress; add the data identifiers to both statements",
    },
  ],
  passes: [
    {
      title: "a policy that masks the identifiers of the setting",
      set: { policyDocument: documentFor("EmailAddress", "Name") },
      settings,
    },
  ],
});

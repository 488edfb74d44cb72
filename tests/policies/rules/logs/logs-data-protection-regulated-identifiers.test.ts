import { DATA_IDENTIFIERS, MASKED_IDENTIFIERS } from "../../../../facts/logs/data-identifiers";
import { logsDataProtectionRegulatedIdentifiers } from "../../../../policies/rules/logs/logs-data-protection-regulated-identifiers";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll } from "../../state-changes";
import { BASELINE } from "../config/prod-names";

const POLICY = {
  type: "aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy",
  name: "baseline-us-east-1-invocations-log-group-data-protection",
};

function documentFor(names: readonly string[]): string {
  const DataIdentifier = names.map((name) => `arn:aws:dataprotection::aws:data-identifier/${name}`);
  return JSON.stringify({
    Statement: [
      { DataIdentifier, Operation: { Audit: { FindingsDestination: {} } } },
      { DataIdentifier, Operation: { Deidentify: { MaskConfig: {} } } },
    ],
  });
}

const BASIC = { set: { policyDocument: documentFor(MASKED_IDENTIFIERS.basic) } };
const UNMASKED = DATA_IDENTIFIERS.filter((identifier) => !MASKED_IDENTIFIERS.basic.includes(identifier));

describeStackRule(logsDataProtectionRegulatedIdentifiers, {
  fails: [
    {
      title: "a regulated account that masks what every country has",
      change: (stack) => changeAll(stack, POLICY, BASIC),
      findings: [
        {
          name: POLICY.name,
          message: `does not mask ${UNMASKED.join(", ")}; add the data identifiers to both statements`,
        },
      ],
    },
    {
      title: "a regulated account that leaves out one identifier",
      change: (stack) =>
        changeAll(stack, POLICY, {
          set: { policyDocument: documentFor(DATA_IDENTIFIERS.filter((name) => name !== "NhsNumber-GB")) },
        }),
      findings: [
        { name: POLICY.name, message: "does not mask NhsNumber-GB; add the data identifiers to both statements" },
      ],
    },
  ],
  passes: [
    {
      title: "an identifier that the setting does not require",
      change: (stack) =>
        changeAll(stack, { type: POLICY.type }, { set: { policyDocument: documentFor(["NhsNumber-GB"]) } }),
      settings: { identifiers: ["NhsNumber-GB"] },
    },
  ],
  notApplicable: [
    {
      title: "a standard account",
      change: (stack) => changeAll(changeAll(stack, POLICY, BASIC), BASELINE, { set: { profile: "standard" } }),
    },
  ],
  unknown: [
    {
      title: "what kind of account it is",
      change: (stack) => changeAll(stack, BASELINE, { set: { profile: UNKNOWN_VALUE } }),
      property: "policyDocument",
    },
    {
      title: "what is masked",
      change: (stack) => changeAll(stack, POLICY, { set: { policyDocument: UNKNOWN_VALUE } }),
      property: "policyDocument",
    },
  ],
});

import { control } from "../control";

export const organizationControls = [
  control({
    id: "ORG-01",
    title: "The organization keeps its accounts from undoing governance",
    objective:
      "Not even an administrator of an account stops or deletes the evidence, reads what is masked, works in an ungoverned region, or invokes a model that is not approved or past the invocation log.",
    provisions: ["OrganizationPolicies"],
    prevents: ["organizations-policy-document-valid"],
    traces: [],
    responds: ["service-control-changed", "ungoverned-inference"],
    clauses: {
      "eu-ai-act": ["15(5)", "19(1)"],
      "nist-ai-rmf": ["MEASURE 2.7"],
      "nist-800-53": ["AC-3", "AC-6", "AU-9", "AU-9(4)", "CM-6"],
      "soc-2": ["CC6.1", "CC6.3"],
      hipaa: ["164.312(a)(1)"],
      "pci-dss": ["7.2.1", "10.3.2"],
    },
    limits: [
      "Control policies do not bind the management account, service-linked roles or AWS's services.",
      "Whoever may assume a role that is exempted has what it has.",
      "Which models are approved is the organization's decision; without one, any may be invoked. On bedrock-mantle models are not told apart: it is refused or allowed as a whole.",
      "A key is told by its alias. It takes up to five minutes until a new alias counts.",
      "No check of `baseline verify` reads the policies. `baseline preflight` reads service control policies from the account below.",
    ],
  }),
  control({
    id: "ORG-02",
    title: "AI services do not use the organization's content to improve themselves",
    objective: "What is given to an AI service stays with it, in every account, and no account decides otherwise.",
    provisions: ["OrganizationPolicies"],
    prevents: ["organizations-ai-services-opted-out"],
    traces: [],
    responds: ["service-control-changed"],
    clauses: {
      "nist-ai-rmf": ["MEASURE 2.10"],
      "soc-2": ["C1.1"],
      gdpr: ["5(1)(c)", "25(2)"],
    },
    limits: ["It is about the services that AWS lists for it. Amazon Bedrock uses no content for it in any case."],
  }),
] as const;

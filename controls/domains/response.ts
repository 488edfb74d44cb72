import { control } from "../control";

export const respondControls = [
  control({
    id: "RESPOND-01",
    title: "What a runbook finds can be put right at once, by a run that people have approved",
    objective:
      "Evidence that was switched off is restored, and an endpoint that nobody approved is taken out of service, by a documented run that shows first what there is, asks named people, and may do nothing else.",
    provisions: ["ResponseAutomation"],
    detects: {
      checks: [
        "verify-ssm-document-as-declared",
        "verify-iam-role-as-declared",
        "verify-iam-role-policy-as-declared",
        "verify-sns-topic-as-declared",
        "verify-sns-topic-policy-as-declared",
      ],
    },
    traces: [],
    responds: ["trail-tampered-with", "invocation-logging-changed", "retention-shortened", "keys-disabled"],
    clauses: {
      "nist-800-53": ["AU-5", "CM-3"],
      "soc-2": ["CC8.1"],
    },
    limits: [
      "It is off until the setting responseAutomation names who approves. No rule asks for it, because only the organization knows them.",
      "The document asks for approval, and not IAM: whoever may pass the role to Systems Manager can make its calls by a document of their own. Nobody but the platform team should hold iam:PassRole on it.",
      "Systems Manager lets an approver approve a run that the same person started. Where that must not be, more than one approval is required.",
      "Whether an endpoint is approved is for the approvers to know. Its configuration and model stay; what only the endpoint had, such as its scaling, is gone. SageMaker deletes no endpoint that still has inference components.",
      "What is adopted or was made by another team is not restored, and the flag for audio of the invocation log only where the baseline sets it.",
      "The roles that restore retention and the logging of model invocations could also take both away: AWS has one action for each. So iam-no-log-deletion and iam-no-invocation-logging-tampering fail until whoever configures the policies names them in the setting principals, which is a decision to be made.",
      "The policies of OrganizationPolicies refuse these two responses, as they refuse everybody, unless the roles are among its deployers.",
      "IAM has no condition on days of retention or on the content of a logging configuration: the document, which baseline verify compares, holds a run to them.",
      "A document that somebody changes is found when baseline verify runs, and nobody is alerted.",
    ],
  }),
] as const;

import { any, all, differs, is, isNot, matches, absent } from "../queries/condition";
import { calls, INFERENCE, MODEL, noneOf, REFUSED, trail, trailCounts } from "../queries/records";
import { CALLER } from "../queries/tables";
import { type Runbook, step } from "../runbook";

export const unauthorizedAccess = {
  "models-called": {
    question: "Who called which models that are not approved, and how often?",
    category: "unauthorized-access",
    severity: "high",
    days: 7,
    parameters: ["approvedModels"],
    query: ({ approvedModels }) =>
      trailCounts({
        where: all(INFERENCE, ...noneOf(MODEL, approvedModels)),
        by: { caller: CALLER, model: MODEL, awsregion: "awsRegion" },
        counted: "calls",
        measures: {
          failed: { of: "present", field: "errorCode" },
          latest: { of: "highest", field: "eventTime" },
          eventid: { of: "highest", field: "eventID" },
        },
      }),
    reading:
      "A row is a caller and a model. A model that is missing from approvedModels under one of its names, such as that of an inference profile, is harmless: add the name.",
    response: [
      step("security", "Ask the owner of the role why it called the model, and with what data."),
      step("platform", "Deny the model by a service control policy where nobody may use it."),
      step("data-governance", "Decide whether what was sent may have left for that model's provider."),
    ],
    keep: ["The trail's records of the calls", "The invocation log of the same callers and days"],
  },
  "unapproved-model-calls": {
    question: "Which calls ran a model that is not approved?",
    category: "unauthorized-access",
    severity: "high",
    days: 7,
    parameters: ["approvedModels"],
    query: ({ approvedModels }) =>
      trail(all(INFERENCE, absent("errorCode"), ...noneOf(MODEL, approvedModels)), {
        model: MODEL,
        inference_region: "additionalEventData.inferenceRegion",
      }),
    reading: "A row is a call that was answered. Without approvedModels every call is shown.",
    response: [
      step("on-call", "Compare the caller with the applications that may call models."),
      step("platform", "Withdraw the caller's permission, or approve the model by the settings."),
    ],
    keep: ["The trail's records", "The invocation log's records with the same request ids"],
  },
  "model-calls-denied": {
    question: "Whose calls to models were refused?",
    category: "unauthorized-access",
    severity: "medium",
    days: 7,
    parameters: [],
    query: () => trail(all(INFERENCE, REFUSED), { model: MODEL, error: "errorMessage" }),
    reading: "Single refusals follow a new deployment. Many of one caller, over many models, are somebody who tries.",
    response: [
      step("on-call", "Look whether the caller is an application that lost a permission, or unknown."),
      step("security", "Treat a series over many models as stolen credentials: run model-jacking."),
    ],
    keep: ["The trail's records", "The policies of the caller as AWS Config recorded them"],
  },
  "model-jacking": {
    question: "Who explored models as thieves of credentials do?",
    category: "unauthorized-access",
    severity: "critical",
    days: 7,
    parameters: [],
    query: () =>
      trailCounts({
        where: any(
          calls("bedrock", [
            "PutUseCaseForModelAccess",
            "GetUseCaseForModelAccess",
            "PutFoundationModelEntitlement",
            "GetFoundationModelAvailability",
            "CreateFoundationModelAgreement",
            "ListFoundationModelAgreementOffers",
            "ListFoundationModels",
            "ListProvisionedModelThroughputs",
            "GetModelInvocationLoggingConfiguration",
            "DeleteModelInvocationLoggingConfiguration",
          ]),
          all(
            calls("bedrock", ["InvokeModel", "InvokeModelWithResponseStream", "Converse", "ConverseStream"]),
            any(is("errorCode", "ValidationException"), REFUSED),
          ),
          calls("aws-marketplace", ["AcceptAgreementRequest", "SearchAgreements"]),
        ),
        by: { caller: CALLER, sourceipaddress: "sourceIPAddress" },
        hourly: true,
        counted: "calls",
        measures: {
          different_calls: { of: "distinct", field: "eventName" },
          regions: { of: "distinct", field: "awsRegion" },
          latest: { of: "highest", field: "eventTime" },
          eventid: { of: "highest", field: "eventID" },
        },
        atLeast: 4,
      }),
    reading:
      "A row is a caller, an address and an hour with four calls or more that look for usable models: what is there, whether it is logged, whether it answers. The console makes some of them; several regions, refusals and an address that is not yours tell a thief.",
    response: [
      step("on-call", "Deactivate the access key, or revoke the role's sessions."),
      step("security", "Follow the credentials back: run calls-by-caller over the days before."),
      step("platform", "Close the regions that nobody uses by a service control policy."),
      step("data-governance", "Report what the models were asked in the account's name."),
    ],
    keep: ["The trail's records of the caller", "The invocation log since the first of them", "The bill of the days"],
  },
  "cross-account-access": {
    question: "Which other accounts' principals acted in this account?",
    category: "unauthorized-access",
    severity: "high",
    days: 7,
    parameters: [],
    query: () =>
      trail(all(differs("userIdentity.accountId", "recipientAccountId"), isNot("userIdentity.type", "AWSService")), {
        caller_account: "userIdentity.accountId",
      }),
    reading: "A row is a call of somebody else's principal. Accounts of the organization's own tooling are harmless.",
    response: [
      step("security", "Look up who owns the account, and what grants it access."),
      step("platform", "Remove the grant where nobody needs it: baseline access-review lists grants on evidence."),
    ],
    keep: ["The trail's records", "The policy of the resource, or the trust policy of the role"],
  },
  "evidence-access-refused": {
    question: "Whose requests to the buckets with evidence were refused?",
    category: "unauthorized-access",
    severity: "medium",
    days: 7,
    parameters: [],
    query: () => ({
      kind: "records",
      tables: ["s3_access", "s3_access_to_trail"],
      where: is("httpstatus", "403"),
    }),
    reading:
      "A row is a request that the bucket refused. Scanners of AWS's services, which name themselves, are harmless.",
    response: [
      step(
        "security",
        "Find who asked, and whether the same caller succeeded elsewhere: run evidence-read-or-deleted.",
      ),
    ],
    keep: ["The access log's lines"],
  },
  "lineage-access-refused": {
    question: "Whose requests to the buckets with training data, models and artifacts were refused?",
    category: "unauthorized-access",
    severity: "medium",
    days: 7,
    parameters: [],
    query: () => ({ kind: "records", tables: ["s3_access_to_lineage"], where: is("httpstatus", "403") }),
    reading:
      "A row is a request that the bucket refused. A job whose role lost a permission shows as a series of one requester.",
    response: [step("data-governance", "Ask the requester's owner what was looked for.")],
    keep: ["The access log's lines"],
  },
  "sign-ins-without-mfa": {
    question: "Which users signed in to the console without a second factor?",
    category: "unauthorized-access",
    severity: "high",
    days: 30,
    parameters: [],
    query: () =>
      trail(
        all(
          is("eventName", "ConsoleLogin"),
          is("userIdentity.type", "IAMUser", "Root"),
          is("responseElements.ConsoleLogin", "Success"),
          is("additionalEventData.MFAUsed", "No"),
        ),
      ),
    reading:
      "A row is a sign-in of an IAM user or of root. Those of roles and of IAM Identity Center have their second factor elsewhere.",
    response: [
      step("security", "Ask the user whether it was them, and look at what followed: run calls-by-caller."),
      step("platform", "Demand a second factor by policy, or take the password away."),
    ],
    keep: ["The trail's record of the sign-in and what the user did until the session ended"],
  },
  "root-used": {
    question: "When was the root user used?",
    category: "unauthorized-access",
    severity: "critical",
    days: 90,
    parameters: [],
    query: () =>
      trail(
        all(is("userIdentity.type", "Root"), absent("userIdentity.invokedBy"), isNot("eventType", "AwsServiceEvent")),
      ),
    reading: "Every row needs a reason that somebody wrote down before.",
    response: [
      step("on-call", "Ask the holders of root's credentials at once."),
      step("security", "Change the password and the second factor where none of them knows of it."),
    ],
    keep: ["The trail's records", "The reason that was given, and by whom"],
  },
  "console-failures": {
    question: "Whose sign-ins to the console failed?",
    category: "unauthorized-access",
    severity: "low",
    days: 7,
    parameters: [],
    query: () =>
      trail(all(is("eventName", "ConsoleLogin"), is("responseElements.ConsoleLogin", "Failure")), {
        error: "errorMessage",
      }),
    reading: "Single failures are typing mistakes. Many of one address, or of many users, are guesses.",
    response: [step("security", "Look whether a success follows: run sign-ins-without-mfa.")],
    keep: ["The trail's records"],
  },
  "bedrock-keys-used": {
    question: "Who calls models with an API key of Amazon Bedrock instead of signed requests?",
    category: "unauthorized-access",
    severity: "high",
    days: 7,
    parameters: [],
    query: () =>
      trail(
        any(
          is("additionalEventData.callWithBearerToken", "true"),
          is("requestParameters.callWithBearerToken", "true"),
          all(
            calls("iam", ["CreateServiceSpecificCredential", "ResetServiceSpecificCredential"]),
            matches("requestParameters.serviceName", "^bedrock"),
          ),
        ),
        { model: MODEL, user: "userIdentity.userName", credential_of: "requestParameters.userName" },
      ),
    reading:
      "A row is a call with a bearer token, or one that makes a long-term key. Long-term keys belong to IAM users whose names begin with BedrockAPIKey-; a short-term key shows the role that made it.",
    response: [
      step("on-call", "Deactivate the key: iam:UpdateServiceSpecificCredential, or delete its user."),
      step("model-owner", "Sign requests by the role of the application instead."),
      step("platform", "Forbid long-term keys by the organization's policies: baseline organization-policies."),
    ],
    keep: ["The trail's records of the key's calls and of who made it"],
  },
} as const satisfies Readonly<Record<string, Runbook>>;

import { GOVERNANCE_CALLS } from "../../facts/cloudtrail/governance-events";
import { all, any, is, isNot } from "../queries/condition";
import { calls, callsOf, INFERENCE, MODEL, trail, trailCounts } from "../queries/records";
import { CALLER } from "../queries/tables";
import { type Runbook, step } from "../runbook";

export const cost = {
  "tokens-by-caller": {
    question: "How many tokens did each caller send to each model and get back?",
    category: "cost",
    severity: "informational",
    days: 7,
    parameters: [],
    query: () => ({
      kind: "counts",
      tables: ["model_invocations"],
      where: all(),
      by: { caller: "identity.arn", modelid: "modelId" },
      counted: "invocations",
      measures: {
        input_tokens: { of: "sum", field: "input.inputTokenCount" },
        output_tokens: { of: "sum", field: "output.outputTokenCount" },
      },
    }),
    reading: "A row is a caller and a model. Multiply by the model's price; cached tokens are not among them.",
    response: [step("model-owner", "Explain a caller that is new, or that doubled.")],
    keep: ["The answer, beside the bill"],
  },
  "callers-too-busy": {
    question: "Who called models far too often in an hour?",
    category: "cost",
    severity: "high",
    days: 7,
    parameters: ["callsPerHour"],
    query: ({ callsPerHour }) =>
      trailCounts({
        where: INFERENCE,
        by: { caller: CALLER, model: MODEL },
        hourly: true,
        counted: "calls",
        measures: {
          failed: { of: "present", field: "errorCode" },
          addresses: { of: "distinct", field: "sourceIPAddress" },
          eventid: { of: "highest", field: "eventID" },
        },
        atLeast: callsPerHour,
      }),
    reading: "A row is an hour of a caller. Choose callsPerHour above what the busiest application does.",
    response: [
      step("on-call", "Ask the caller's owner; limit it where nobody answers."),
      step("security", "Run model-jacking over the same day."),
    ],
    keep: ["The trail's records of the hour"],
  },
  "calls-throttled": {
    question: "Whose calls of models were throttled?",
    category: "cost",
    severity: "low",
    days: 7,
    parameters: [],
    query: () =>
      trailCounts({
        where: all(
          INFERENCE,
          is("errorCode", "ThrottlingException", "ServiceQuotaExceededException", "TooManyRequestsException"),
        ),
        by: { caller: CALLER, model: MODEL, errorcode: "errorCode" },
        hourly: true,
        counted: "calls",
        measures: { eventid: { of: "highest", field: "eventID" } },
      }),
    reading:
      "A row is an hour in which a quota was reached: by an application that grew, or by somebody who uses it up.",
    response: [
      step("platform", "Raise the quota, or give the application a share of its own by an inference profile."),
    ],
    keep: ["The numbers"],
  },
  "capacity-bought": {
    question: "Who bought capacity or started what costs by the hour?",
    category: "cost",
    severity: "medium",
    days: 30,
    parameters: [],
    query: () =>
      trail(
        all(
          any(
            calls("bedrock", [
              "CreateProvisionedModelThroughput",
              "UpdateProvisionedModelThroughput",
              "CreateMarketplaceModelEndpoint",
              "CreateCustomModelDeployment",
            ]),
            calls("sagemaker", [
              "CreateEndpoint",
              "UpdateEndpoint",
              "CreateNotebookInstance",
              "CreateCluster",
              "CreateTrainingPlan",
            ]),
          ),
          isNot("errorCode", "AccessDenied", "AccessDeniedException", "ValidationException"),
        ),
        {
          model: MODEL,
          units: "requestParameters.modelUnits",
          commitment: "requestParameters.commitmentDuration",
        },
      ),
    reading: "A row costs until somebody deletes it. A commitment costs until it ends.",
    response: [step("model-owner", "Show the budget, or delete it today.")],
    keep: ["The trail's records"],
  },
  "jobs-started": {
    question: "Which jobs on data were started, by whom?",
    category: "cost",
    severity: "informational",
    days: 30,
    parameters: [],
    query: () =>
      trailCounts({
        where: callsOf({ sagemaker: GOVERNANCE_CALLS["training-data"].calls.sagemaker }),
        by: { caller: CALLER, eventname: "eventName", awsregion: "awsRegion" },
        counted: "jobs",
        measures: {
          failed: { of: "present", field: "errorCode" },
          latest: { of: "highest", field: "eventTime" },
          eventid: { of: "highest", field: "eventID" },
        },
      }),
    reading: "A row is a caller and a kind of job. Pipelines start many; a person starts few.",
    response: [step("model-owner", "Explain jobs in regions that nobody uses.")],
    keep: ["The trail's records"],
  },
} as const satisfies Readonly<Record<string, Runbook>>;

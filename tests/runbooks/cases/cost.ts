import type { cost } from "../../../runbooks/categories/cost";
import { ANN, APPROVED, asked, call, invocation, model, times, type Cases } from "./case";

export const costCases: Cases<typeof cost> = {
  "tokens-by-caller": {
    table: "model_invocations",
    finds: [{ record: invocation() }, { record: invocation(), daysAgo: 3 }],
    leaves: [{ record: invocation({ schemaType: "Other" }) }, { record: invocation(), daysAgo: 8 }],
    elsewhere: [{ record: invocation(), region: "us-east-1" }],
    rows: [{ caller: ANN.arn, modelid: APPROVED, invocations: "2", input_tokens: "20", output_tokens: "6" }],
  },
  "callers-too-busy": {
    table: "cloudtrail_events",
    given: { callsPerHour: 2 },
    finds: [
      { record: call("bedrock", "Converse", { ...model("m"), sourceIPAddress: "192.0.2.1" }) },
      {
        record: call("bedrock", "InvokeModel", {
          ...model("m"),
          sourceIPAddress: "192.0.2.2",
          errorCode: "ThrottlingException",
        }),
      },
    ],
    leaves: [
      { record: call("bedrock", "Converse", model("other")) },
      { record: call("bedrock", "Converse", { ...model("m"), eventTime: "2026-11-11T01:00:00Z" }) },
      ...times(2, { record: call("bedrock", "ListGuardrails") }),
    ],
    rows: [
      {
        caller: ANN.arn,
        model: "m",
        hour: "2026-11-11T00",
        calls: "2",
        failed: "1",
        addresses: "2",
        eventid: "find-1",
      },
    ],
  },
  "calls-throttled": {
    table: "cloudtrail_events",
    finds: [{ record: call("bedrock", "Converse", { ...model("m"), errorCode: "ThrottlingException" }) }],
    leaves: [
      { record: call("bedrock", "Converse", model("m")) },
      { record: call("bedrock", "Converse", { ...model("m"), errorCode: "AccessDenied" }) },
    ],
    rows: [
      {
        caller: ANN.arn,
        model: "m",
        errorcode: "ThrottlingException",
        hour: "2026-11-11T00",
        calls: "1",
        eventid: "find-0",
      },
    ],
  },
  "capacity-bought": {
    table: "cloudtrail_events",
    finds: [
      {
        record: call(
          "bedrock",
          "CreateProvisionedModelThroughput",
          asked({ modelId: "m", modelUnits: 1, commitmentDuration: "OneMonth" }),
        ),
      },
    ],
    leaves: [
      {
        record: call("bedrock", "CreateProvisionedModelThroughput", {
          ...model("m"),
          errorCode: "AccessDeniedException",
        }),
      },
      { record: call("bedrock", "DeleteProvisionedModelThroughput", model("m")) },
    ],
  },
  "jobs-started": {
    table: "cloudtrail_events",
    finds: times(2, { record: call("sagemaker", "CreateTrainingJob") }),
    leaves: [{ record: call("sagemaker", "DescribeTrainingJob") }, { record: call("s3", "CreateJob") }],
    rows: [
      {
        caller: ANN.arn,
        eventname: "CreateTrainingJob",
        awsregion: "eu-central-1",
        jobs: "2",
        failed: "0",
        latest: "2026-11-11T00:00:00Z",
        eventid: "find-1",
      },
    ],
  },
};

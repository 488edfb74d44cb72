import type { unauthorizedAccess } from "../../../runbooks/categories/unauthorized-access";
import { ACCOUNT, ANN, APPROVED, asked, call, model, SIGN_IN, times, type Cases } from "./case";

export const unauthorizedAccessCases: Cases<typeof unauthorizedAccess> = {
  "models-called": {
    table: "cloudtrail_events",
    given: { approvedModels: [APPROVED] },
    finds: [
      { record: call("bedrock", "InvokeModel", model("meta.llama3")) },
      {
        record: call("bedrock", "ConverseStream", { ...model("meta.llama3"), errorCode: "ThrottlingException" }),
        daysAgo: 2,
      },
    ],
    leaves: [
      { record: call("bedrock", "InvokeModel", model(APPROVED)) },
      { record: call("bedrock", "ApplyGuardrail", model("meta.llama3")) },
      { record: call("bedrock", "InvokeModel", model("meta.llama3")), daysAgo: 9 },
    ],
    rows: [
      {
        caller: ANN.arn,
        model: "meta.llama3",
        awsregion: "eu-central-1",
        calls: "2",
        failed: "1",
        latest: "2026-11-11T00:00:00Z",
        eventid: "find-1",
      },
    ],
  },
  "unapproved-model-calls": {
    table: "cloudtrail_events",
    given: { approvedModels: [APPROVED] },
    finds: [
      { record: call("bedrock", "InvokeModel", model("meta.llama3")) },
      { record: call("bedrock-mantle", "CreateInference", asked({ model: "openai.gpt-oss" })) },
      { record: call("bedrock", "Converse") },
    ],
    leaves: [
      { record: call("bedrock", "InvokeModel", model(APPROVED)) },
      { record: call("bedrock", "InvokeModel", { ...model("meta.llama3"), errorCode: "AccessDenied" }) },
      { record: call("bedrock", "ApplyGuardrail", model("meta.llama3")) },
    ],
  },
  "model-calls-denied": {
    table: "cloudtrail_events",
    finds: [
      { record: call("bedrock", "InvokeModel", { ...model("m"), errorCode: "AccessDenied" }) },
      { record: call("bedrock", "Converse", { ...model("m"), errorCode: "AccessDeniedException" }) },
    ],
    leaves: [
      { record: call("bedrock", "InvokeModel", model("m")) },
      { record: call("bedrock", "InvokeModel", { ...model("m"), errorCode: "ThrottlingException" }) },
      { record: call("bedrock", "ListGuardrails", { errorCode: "AccessDenied" }) },
    ],
  },
  "model-jacking": {
    table: "cloudtrail_events",
    finds: [
      { record: call("bedrock", "ListFoundationModels", { sourceIPAddress: "192.0.2.9" }) },
      {
        record: call("bedrock", "GetFoundationModelAvailability", { sourceIPAddress: "192.0.2.9" }),
        region: "us-east-1",
      },
      { record: call("bedrock", "InvokeModel", { sourceIPAddress: "192.0.2.9", errorCode: "ValidationException" }) },
      { record: call("bedrock", "GetModelInvocationLoggingConfiguration", { sourceIPAddress: "192.0.2.9" }) },
    ],
    leaves: [
      ...times(3, { record: call("bedrock", "ListFoundationModels", { sourceIPAddress: "192.0.2.1" }) }),
      ...times(4, { record: call("bedrock", "InvokeModel", { sourceIPAddress: "192.0.2.1" }) }),
      ...times(3, {
        record: call("bedrock", "ListFoundationModels", {
          sourceIPAddress: "192.0.2.9",
          eventTime: "2026-11-11T01:00:00Z",
        }),
      }),
    ],
    rows: [
      {
        caller: ANN.arn,
        sourceipaddress: "192.0.2.9",
        hour: "2026-11-11T00",
        calls: "4",
        different_calls: "4",
        regions: "2",
        latest: "2026-11-11T00:00:00Z",
        eventid: "find-3",
      },
    ],
  },
  "cross-account-access": {
    table: "cloudtrail_events",
    finds: [
      { record: call("sts", "AssumeRole", { userIdentity: { type: "AWSAccount", accountId: "999988887777" } }) },
      { record: call("s3", "GetObject", { userIdentity: { ...ANN, accountId: "999988887777" } }) },
    ],
    leaves: [
      { record: call("sts", "AssumeRole") },
      {
        record: call("sts", "AssumeRole", { userIdentity: { type: "AWSService", invokedBy: "lambda.amazonaws.com" } }),
      },
      { record: call("sts", "AssumeRole", { userIdentity: { type: "AWSService", accountId: "999988887777" } }) },
    ],
  },
  "evidence-access-refused": {
    table: "s3_access_to_trail",
    finds: [{ record: { operation: "REST.GET.OBJECT", status: "403" } }],
    leaves: [{ record: { operation: "REST.GET.OBJECT" } }, { record: { operation: "REST.GET.OBJECT", status: "404" } }],
  },
  "lineage-access-refused": {
    table: "s3_access_to_lineage",
    finds: [{ record: { operation: "REST.GET.OBJECT", status: "403" } }],
    leaves: [{ record: { operation: "REST.GET.OBJECT" } }, { record: { operation: "REST.GET.OBJECT", status: "404" } }],
  },
  "sign-ins-without-mfa": {
    table: "cloudtrail_events",
    finds: [{ record: call("signin", "ConsoleLogin", SIGN_IN) }],
    leaves: [
      { record: call("signin", "ConsoleLogin", { ...SIGN_IN, additionalEventData: { MFAUsed: "Yes" } }) },
      { record: call("signin", "ConsoleLogin", { ...SIGN_IN, responseElements: { ConsoleLogin: "Failure" } }) },
      { record: call("signin", "ConsoleLogin", { ...SIGN_IN, userIdentity: ANN }) },
      { record: call("signin", "SwitchRole", SIGN_IN) },
    ],
  },
  "root-used": {
    table: "cloudtrail_events",
    finds: [
      { record: call("s3", "ListBuckets", { userIdentity: { type: "Root", accountId: ACCOUNT } }), daysAgo: 90 },
      {
        record: call("signin", "ConsoleLogin", { userIdentity: { type: "Root" }, eventType: "AwsConsoleSignIn" }),
        region: "us-east-1",
      },
    ],
    leaves: [
      { record: call("s3", "ListBuckets", { userIdentity: { type: "Root", invokedBy: "support.amazonaws.com" } }) },
      { record: call("kms", "RotateKey", { userIdentity: { type: "Root" }, eventType: "AwsServiceEvent" }) },
      { record: call("s3", "ListBuckets") },
    ],
  },
  "console-failures": {
    table: "cloudtrail_events",
    finds: [
      {
        record: call("signin", "ConsoleLogin", {
          ...SIGN_IN,
          responseElements: { ConsoleLogin: "Failure" },
          errorMessage: "Failed authentication",
        }),
      },
    ],
    leaves: [{ record: call("signin", "ConsoleLogin", SIGN_IN) }],
  },
  "bedrock-keys-used": {
    table: "cloudtrail_events",
    finds: [
      { record: call("bedrock", "InvokeModel", { ...model("m"), additionalEventData: { callWithBearerToken: true } }) },
      { record: call("bedrock-mantle", "CreateInference", asked({ model: "m", callWithBearerToken: true })) },
      {
        record: call(
          "iam",
          "CreateServiceSpecificCredential",
          asked({ userName: "BedrockAPIKey-1", serviceName: "bedrock.amazonaws.com" }),
        ),
      },
    ],
    leaves: [
      { record: call("bedrock", "InvokeModel", model("m")) },
      {
        record: call("bedrock", "InvokeModel", { ...model("m"), additionalEventData: { callWithBearerToken: false } }),
      },
      { record: call("iam", "CreateServiceSpecificCredential", asked({ serviceName: "codecommit.amazonaws.com" })) },
    ],
  },
};

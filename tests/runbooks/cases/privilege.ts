import type { privilege } from "../../../runbooks/categories/privilege";
import { ACCOUNT, ANN, asked, call, times, type Cases } from "./case";

export const privilegeCases: Cases<typeof privilege> = {
  "model-permissions-widened": {
    table: "cloudtrail_events",
    finds: [
      {
        record: call("iam", "PutRolePolicy", { requestParameters: { policyDocument: '{"Action":"bedrock:*"}' } }),
        region: "us-east-1",
      },
      {
        record: call("iam", "AttachUserPolicy", {
          requestParameters: { policyArn: "arn:aws:iam::aws:policy/AmazonSageMakerFullAccess" },
        }),
      },
    ],
    leaves: [
      { record: call("iam", "PutRolePolicy", { requestParameters: { policyDocument: '{"Action":"s3:GetObject"}' } }) },
      { record: call("iam", "GetRolePolicy", { requestParameters: { policyName: "bedrock" } }) },
    ],
  },
  "identities-changed": {
    table: "cloudtrail_events",
    finds: [{ record: call("iam", "CreateUser", asked({ userName: "eve" })), region: "us-east-1" }],
    leaves: [{ record: call("iam", "DeleteUser", asked({ userName: "eve" })) }, { record: call("sts", "CreateUser") }],
  },
  "long-lived-keys-made": {
    table: "cloudtrail_events",
    finds: [
      { record: call("iam", "CreateAccessKey", asked({ userName: "eve" })), daysAgo: 90 },
      {
        record: call(
          "iam",
          "CreateServiceSpecificCredential",
          asked({ userName: "BedrockAPIKey-1", serviceName: "bedrock.amazonaws.com" }),
        ),
      },
    ],
    leaves: [{ record: call("iam", "DeleteAccessKey") }, { record: call("iam", "CreateAccessKey"), daysAgo: 91 }],
  },
  "privileged-roles-assumed": {
    table: "cloudtrail_events",
    finds: [
      { record: call("sts", "AssumeRole", asked({ roleArn: `arn:aws:iam::${ACCOUNT}:role/BreakGlass` })) },
      { record: call("sts", "AssumeRole", asked({ roleArn: `arn:aws:iam::${ACCOUNT}:role/Administrator` })) },
    ],
    leaves: [
      { record: call("sts", "AssumeRole", asked({ roleArn: `arn:aws:iam::${ACCOUNT}:role/app` })) },
      { record: call("sts", "GetCallerIdentity", asked({ roleArn: `arn:aws:iam::${ACCOUNT}:role/BreakGlass` })) },
    ],
  },
  "calls-by-caller": {
    table: "cloudtrail_events",
    finds: times(2, { record: call("s3", "ListBuckets") }),
    leaves: [{ record: call("s3", "ListBuckets"), daysAgo: 8 }],
    rows: [
      {
        caller: ANN.arn,
        eventsource: "s3.amazonaws.com",
        eventname: "ListBuckets",
        calls: "2",
        failed: "0",
        earliest: "2026-11-11T00:00:00Z",
        latest: "2026-11-11T00:00:00Z",
        eventid: "find-1",
      },
    ],
  },
  "refusals-by-caller": {
    table: "cloudtrail_events",
    finds: [
      { record: call("s3", "ListBuckets", { errorCode: "AccessDenied" }) },
      { record: call("s3", "ListBuckets", { errorCode: "AccessDenied" }), daysAgo: 2 },
    ],
    leaves: [
      { record: call("s3", "ListBuckets") },
      { record: call("s3", "ListBuckets", { errorCode: "NoSuchBucket" }) },
    ],
    rows: [
      {
        caller: ANN.arn,
        eventsource: "s3.amazonaws.com",
        eventname: "ListBuckets",
        refusals: "2",
        earliest: "2026-11-10T00:00:00Z",
        latest: "2026-11-11T00:00:00Z",
        eventid: "find-1",
      },
    ],
  },
  "service-control-changed": {
    table: "cloudtrail_events",
    finds: [{ record: call("organizations", "DetachPolicy", asked({ policyId: "p-1", targetId: ACCOUNT })) }],
    leaves: [
      { record: call("organizations", "DescribePolicy", asked({ policyId: "p-1" })) },
      { record: call("iam", "DetachPolicy") },
    ],
  },
};

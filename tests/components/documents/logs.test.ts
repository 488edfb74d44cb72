import assert from "node:assert/strict";

import { logGroupArn, logGroupsUseKey, logStreamArn, writeLogStreams } from "../../../components/documents/logs";

const PLACE = { partition: "aws", accountId: "123456789012", region: "eu-central-1" };
const CHINA = { partition: "aws-cn", accountId: "123456789012", region: "cn-north-1" };

describe("A log group's ARN", () => {
  it("has no trailing wildcard", () => {
    assert.equal(logGroupArn(PLACE, "/a"), "arn:aws:logs:eu-central-1:123456789012:log-group:/a");
  });

  it("is continued by its streams'", () => {
    assert.equal(logStreamArn(CHINA, "/a", "s*"), "arn:aws-cn:logs:cn-north-1:123456789012:log-group:/a:log-stream:s*");
  });
});

describe("The grant of a key to CloudWatch Logs", () => {
  it("is to the regional service, for exactly one log group", () => {
    assert.deepEqual(logGroupsUseKey(PLACE, ["/a"]), {
      Sid: "CloudWatchLogsEncryptsLogGroups",
      Effect: "Allow",
      Principal: { Service: "logs.eu-central-1.amazonaws.com" },
      Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
      Resource: "*",
      Condition: {
        ArnEquals: { "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:eu-central-1:123456789012:log-group:/a" },
      },
    });
  });

  it("is for several log groups when several are named, under the partition's own domain", () => {
    const { Principal, Condition } = logGroupsUseKey(CHINA, ["/a", "/b"]);
    assert.deepEqual(Principal, { Service: "logs.cn-north-1.amazonaws.com.cn" });
    assert.deepEqual(Condition, {
      ArnEquals: {
        "kms:EncryptionContext:aws:logs:arn": [
          "arn:aws-cn:logs:cn-north-1:123456789012:log-group:/a",
          "arn:aws-cn:logs:cn-north-1:123456789012:log-group:/b",
        ],
      },
    });
  });
});

describe("The permission to write log streams", () => {
  it("is for the named streams and no more than creating and writing them", () => {
    assert.deepEqual(writeLogStreams(["arn:a"]), {
      Sid: "WriteLogStreams",
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
      Resource: "arn:a",
    });
  });
});

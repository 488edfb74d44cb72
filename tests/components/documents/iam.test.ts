import assert from "node:assert/strict";

import {
  accountRoot,
  allowService,
  keyAdministration,
  oneOrMany,
  policyDocument,
  policyJson,
  trustService,
} from "../../../components/documents/iam";
import { principalSuffix } from "../../../facts/regions";

const CONDITION = { StringEquals: { "aws:SourceAccount": "123456789012" } };

describe("A policy document", () => {
  it("has the version that knows variables, and its statements", () => {
    assert.deepEqual(policyDocument([]), { Version: "2012-10-17", Statement: [] });
  });

  it("is the same text whenever it is written", () => {
    const statement = keyAdministration({ partition: "aws", accountId: "123456789012" });
    assert.equal(
      policyJson([statement]),
      '{"Version":"2012-10-17","Statement":[{"Sid":"AccountAdministersKeyThroughIam","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:root"},"Action":"kms:*","Resource":"*"}]}',
    );
  });
});

describe("A service grant", () => {
  it("names the service and carries its condition", () => {
    const grant = { sid: "Mine", service: "a.amazonaws.com", actions: "s3:PutObject", resource: "*" };
    assert.deepEqual(allowService({ ...grant, condition: CONDITION }), {
      Sid: "Mine",
      Effect: "Allow",
      Principal: { Service: "a.amazonaws.com" },
      Action: "s3:PutObject",
      Resource: "*",
      Condition: CONDITION,
    });
  });

  it("of a role's trust has no resource", () => {
    assert.deepEqual(trustService("Trust", "a.amazonaws.com", CONDITION), {
      Sid: "Trust",
      Effect: "Allow",
      Principal: { Service: "a.amazonaws.com" },
      Action: "sts:AssumeRole",
      Condition: CONDITION,
    });
  });

  it("of a role's trust has no condition where the service sends nothing to bind it by", () => {
    assert.deepEqual(trustService("Trust", "a.amazonaws.com", "unsupported"), {
      Sid: "Trust",
      Effect: "Allow",
      Principal: { Service: "a.amazonaws.com" },
      Action: "sts:AssumeRole",
    });
  });
});

describe("Names in IAM", () => {
  it("follow the partition", () => {
    assert.equal(accountRoot({ partition: "aws-cn", accountId: "123456789012" }), "arn:aws-cn:iam::123456789012:root");
    assert.equal(principalSuffix("aws-cn"), "amazonaws.com.cn");
    assert.equal(principalSuffix("aws"), "amazonaws.com");
    assert.equal(principalSuffix("aws-us-gov"), "amazonaws.com");
  });

  it("are one string when there is one, a list otherwise", () => {
    assert.deepEqual(oneOrMany(["a"]), "a");
    assert.deepEqual(oneOrMany(["a", "b"]), ["a", "b"]);
    assert.deepEqual(oneOrMany([]), []);
  });
});

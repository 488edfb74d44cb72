import assert from "node:assert/strict";

import {
  accessLogPrefix,
  bucketArn,
  bucketNameOf,
  deliverAccessLogs,
  denyInsecureTransport,
} from "../../../components/documents/s3";

describe("A bucket's documents", () => {
  it("name the bucket in its partition, without region and account", () => {
    assert.equal(bucketArn({ partition: "aws-us-gov" }, "evidence"), "arn:aws-us-gov:s3:::evidence");
  });

  it("tell the bucket's name of its ARN, in every partition", () => {
    for (const partition of ["aws", "aws-cn"]) {
      assert.equal(bucketNameOf(bucketArn({ partition }, "company.evidence")), "company.evidence");
    }
  });

  it("refuse insecure transport to the bucket and everything in it, to everyone", () => {
    assert.deepEqual(denyInsecureTransport("arn:aws:s3:::evidence"), {
      Sid: "DenyInsecureTransport",
      Effect: "Deny",
      Principal: "*",
      Action: "s3:*",
      Resource: ["arn:aws:s3:::evidence", "arn:aws:s3:::evidence/*"],
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    });
  });

  it("let S3 deliver one bucket's access logs under that bucket's prefix", () => {
    const place = { partition: "aws", accountId: "123456789012", region: "eu-central-1" };
    assert.equal(accessLogPrefix("evidence"), "evidence/");
    assert.deepEqual(deliverAccessLogs({ place, accessLogBucket: "logs", sourceBuckets: ["evidence"] }), {
      Sid: "S3DeliversAccessLogs",
      Effect: "Allow",
      Principal: { Service: "logging.s3.amazonaws.com" },
      Action: "s3:PutObject",
      Resource: "arn:aws:s3:::logs/evidence/*",
      Condition: {
        ArnEquals: { "aws:SourceArn": "arn:aws:s3:::evidence" },
        StringEquals: { "aws:SourceAccount": "123456789012" },
      },
    });
  });

  it("let S3 deliver the access logs of several buckets, each under its prefix", () => {
    const place = { partition: "aws-cn", accountId: "123456789012", region: "cn-north-1" };
    const { Resource, Condition } = deliverAccessLogs({
      place,
      accessLogBucket: "logs",
      sourceBuckets: ["evidence-*", "models"],
    });
    assert.deepEqual(Resource, ["arn:aws-cn:s3:::logs/evidence-*/*", "arn:aws-cn:s3:::logs/models/*"]);
    assert.deepEqual(Condition?.ArnEquals, {
      "aws:SourceArn": ["arn:aws-cn:s3:::evidence-*", "arn:aws-cn:s3:::models"],
    });
  });
});

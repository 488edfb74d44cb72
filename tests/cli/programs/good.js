//@ Pulumi.dev.yaml: { config: { aws:region: eu-central-1, aws:allowedAccountIds: ["111122223333"] } }
"use strict";
const { Topic } = require("@pulumi/aws/sns");
const { Key } = require("@pulumi/aws/kms");

const policy = JSON.stringify({
  Version: "2012-10-17",
  Statement: [
    {
      Sid: "AccountAdministersKey",
      Effect: "Allow",
      Principal: { AWS: "arn:aws:iam::111122223333:root" },
      Action: "kms:*",
      Resource: "*",
    },
  ],
});
const key = new Key("key", { enableKeyRotation: true, policy }, { protect: true });
new Topic("topic", { kmsMasterKeyId: key.arn });

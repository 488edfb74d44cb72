//@ Pulumi.dev.yaml: { config: { aws:region: eu-central-1, aws:allowedAccountIds: ["111122223333"] } }
// What the account answers cannot be known without it.
"use strict";
const { getLogGroupOutput } = require("@pulumi/aws/cloudwatch");
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
const kept = getLogGroupOutput({ name: "/acme/other" }).retentionInDays;
new Key("key", { enableKeyRotation: kept.apply((days) => days > 365), policy }, { protect: true });

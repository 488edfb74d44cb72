import assert from "node:assert/strict";

import { classificationBucketStatements, classificationKeyStatements } from "../../../components/documents/macie";

const PLACE = { partition: "aws-us-gov", accountId: "111122223333", region: "us-gov-west-1" };
const CONDITION = {
  StringEquals: { "aws:SourceAccount": "111122223333" },
  ArnLike: {
    "aws:SourceArn": [
      "arn:aws-us-gov:macie2:us-gov-west-1:111122223333:export-configuration:*",
      "arn:aws-us-gov:macie2:us-gov-west-1:111122223333:classification-job/*",
    ],
  },
};
const PRINCIPAL = { Service: "macie.amazonaws.com" };

describe("The policies for Macie's results", () => {
  it("let Macie find its bucket and deliver to it, for this account and region", () => {
    assert.deepEqual(classificationBucketStatements(PLACE, "results"), [
      {
        Sid: "MacieFindsBucket",
        Effect: "Allow",
        Principal: PRINCIPAL,
        Action: "s3:GetBucketLocation",
        Resource: "arn:aws-us-gov:s3:::results",
        Condition: CONDITION,
      },
      {
        Sid: "MacieDeliversResults",
        Effect: "Allow",
        Principal: PRINCIPAL,
        Action: "s3:PutObject",
        Resource: "arn:aws-us-gov:s3:::results/*",
        Condition: CONDITION,
      },
    ]);
  });

  it("let Macie encrypt, and decrypt nothing", () => {
    assert.deepEqual(classificationKeyStatements(PLACE), [
      {
        Sid: "MacieEncryptsResults",
        Effect: "Allow",
        Principal: PRINCIPAL,
        Action: ["kms:GenerateDataKey", "kms:Encrypt"],
        Resource: "*",
        Condition: CONDITION,
      },
    ]);
  });
});

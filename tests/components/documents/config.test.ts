import assert from "node:assert/strict";

import { configServiceLinkedRoleArn } from "../../../components/documents/config";

describe("The service-linked role of AWS Config", () => {
  it("has an ARN of the account and its partition, whatever the region", () => {
    assert.equal(
      configServiceLinkedRoleArn({ partition: "aws-us-gov", accountId: "111122223333" }),
      "arn:aws-us-gov:iam::111122223333:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig",
    );
  });
});

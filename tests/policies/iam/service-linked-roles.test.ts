import assert from "node:assert/strict";

import { isConfigServiceLinkedRole } from "../../../policies/iam/service-linked-roles";
import { UNKNOWN } from "../../../policies/properties";

const ARN = "arn:aws:iam::111122223333:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig";

describe("The service-linked role of AWS Config", () => {
  it("is told by its ARN, in every partition", () => {
    for (const arn of [ARN, ARN.replace("arn:aws:", "arn:aws-cn:"), ARN.replace("arn:aws:", "arn:aws-us-gov:")]) {
      assert.equal(isConfigServiceLinkedRole(arn), true);
    }
  });

  it("is unknown while the ARN is", () => {
    assert.equal(isConfigServiceLinkedRole(UNKNOWN), UNKNOWN);
  });

  for (const other of [
    undefined,
    "",
    1,
    "AWSServiceRoleForConfig",
    "arn:aws:iam::111122223333:role/AWSServiceRoleForConfig",
    "arn:aws:iam::111122223333:role/aws-service-role/config.amazonaws.com/Other",
    "arn:aws:iam::111122223333:role/aws-service-role/config-conforms.amazonaws.com/AWSServiceRoleForConfigConforms",
    `${ARN}/x`,
    ` ${ARN}`,
  ]) {
    it(`is not ${other === undefined ? "absent" : JSON.stringify(other)}`, () => {
      assert.equal(isConfigServiceLinkedRole(other), false);
    });
  }
});

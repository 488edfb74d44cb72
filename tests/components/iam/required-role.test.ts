import assert from "node:assert/strict";

import { validatedRole } from "../../../components/iam/required-role";

const PATH = 'Thing "mine": role';

describe("A role that is brought", () => {
  it("may be none", () => {
    assert.equal(validatedRole(undefined, PATH), undefined);
  });

  for (const arn of ["arn:aws:iam::123456789012:role/path/delivery", "arn:aws-us-gov:iam::123456789012:role/a"]) {
    it(`may be ${arn.slice(0, 80)} (${arn.length} characters)`, () => {
      assert.deepEqual(validatedRole({ existing: { arn } }, PATH), { existing: { arn } });
    });
  }

  for (const arn of [
    "delivery",
    "arn:aws:iam::123456789012:user/me",
    "arn:aws:iam::123456789012:role/",
    "arn:aws:iam::12345:role/a",
  ]) {
    it(`may not be ${arn.slice(0, 80)} (${arn.length} characters)`, () => {
      assert.throws(() => validatedRole({ existing: { arn } }, PATH), {
        message: `${PATH}.existing.arn is "${arn}". Allowed: the ARN of an IAM role. Give the role's own ARN, such as arn:aws:iam::111122223333:role/delivery.`,
      });
    });
  }
});

import assert from "node:assert/strict";

import { validatedKey } from "../../../components/kms/required-key";

const PATH = 'Thing "mine": key';

describe("A key that is brought", () => {
  it("may be none", () => {
    assert.equal(validatedKey(undefined, PATH), undefined);
  });

  for (const arn of [
    "arn:aws:kms:eu-central-1:123456789012:key/00000000-0000-4000-8000-000000000000",
    "arn:aws-cn:kms:cn-north-1:123456789012:key/mrk-1",
  ]) {
    it(`may be ${arn.slice(0, 80)} (${arn.length} characters)`, () => {
      assert.deepEqual(validatedKey({ existing: { arn } }, PATH), { existing: { arn } });
    });
  }

  for (const arn of [
    "00000000-0000-4000-8000-000000000000",
    "arn:aws:kms:eu-central-1:123456789012:alias/a",
    "arn:aws:kms:eu-central-1:123456789012:key/",
  ]) {
    it(`may not be ${arn.slice(0, 80)} (${arn.length} characters)`, () => {
      assert.throws(() => validatedKey({ existing: { arn } }, PATH), {
        message: `${PATH}.existing.arn is "${arn}". Allowed: the ARN of a KMS key, not of an alias. Give the key's own ARN, such as arn:aws:kms:eu-central-1:111122223333:key/00000000-0000-4000-8000-000000000000.`,
      });
    });
  }
});

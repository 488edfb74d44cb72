import assert from "node:assert/strict";

import { validatedBucket } from "../../../components/s3/required-bucket";

const PATH = 'Thing "mine": bucket';

describe("A bucket that is brought", () => {
  it("may be none", () => {
    assert.equal(validatedBucket(undefined, PATH), undefined);
  });

  for (const name of ["company.evidence", "a".repeat(63)]) {
    it(`may be ${name.slice(0, 80)} (${name.length} characters)`, () => {
      assert.deepEqual(validatedBucket({ existing: { name } }, PATH), { existing: { name } });
    });
  }

  for (const name of ["arn:aws:s3:::evidence", "Evidence", "ab", "a".repeat(64), "evidence/prefix"]) {
    it(`may not be ${name.slice(0, 80)} (${name.length} characters)`, () => {
      assert.throws(() => validatedBucket({ existing: { name } }, PATH), {
        message: `${PATH}.existing.name is "${name}". Allowed: the name of a bucket: 3 to 63 lower-case letters, digits, hyphens and dots. Give the bucket's name, not its ARN.`,
      });
    });
  }
});

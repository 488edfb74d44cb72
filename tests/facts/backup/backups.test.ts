import assert from "node:assert/strict";

import { BACKED_UP_KIND_NAMES, type BackedUpKindName, backedUpKindOf } from "../../../facts/backup/backups";

const HERE = "eu-central-1:111122223333";
const GOOD: Readonly<Record<BackedUpKindName, readonly string[]>> = {
  bucket: ["s3:::acme-training-data"],
  table: [`dynamodb:${HERE}:table/assistant-sessions`],
  volume: [`ec2:${HERE}:volume/vol-0123456789abcdef0`],
  "file-system": [
    `elasticfilesystem:${HERE}:file-system/fs-0123456789abcdef0`,
    `fsx:${HERE}:file-system/fs-0123456789abcdef0`,
  ],
  database: [`rds:${HERE}:db:features`],
};

describe("The kinds of resources that AWS Backup backs up", () => {
  for (const kind of BACKED_UP_KIND_NAMES) {
    it(`know a ${kind} by its ARN, in every partition`, () => {
      for (const resource of GOOD[kind]) {
        assert.equal(backedUpKindOf(`arn:aws:${resource}`), kind);
        assert.equal(backedUpKindOf(`arn:aws-us-gov:${resource}`), kind);
      }
    });
  }

  it("are no clusters, which need the region's opt-in, no directory buckets, no objects, no patterns and no names", () => {
    for (const other of [
      `arn:aws:rds:${HERE}:cluster:features`,
      "arn:aws:s3:::acme--euc1-az1--x-s3",
      "arn:aws:s3:::acme-training-data/part-1",
      "arn:aws:s3:::acme-*",
      `arn:aws:s3express:${HERE}:bucket/acme--euc1-az1--x-s3`,
      "acme-training-data",
    ]) {
      assert.equal(backedUpKindOf(other), undefined, other);
    }
  });
});

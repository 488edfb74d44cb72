import assert from "node:assert/strict";

import { backedUpIn } from "../../../components/account/account-backups";

const DATA = { arn: "arn:aws:s3:::acme-training-data" };
const TUNING = { arn: "arn:aws:s3:::acme-fine-tuning", region: "us-east-1" };
const TABLE = { arn: "arn:aws:dynamodb:us-east-1:111122223333:table/sessions" };

describe("The backed-up resources of a region", () => {
  it("are those of its ARNs, the buckets that name it, and at home those that name none", () => {
    const resources = [DATA, TUNING, TABLE];
    assert.deepEqual(backedUpIn("eu-central-1", resources, "eu-central-1"), [{ kind: "bucket", arn: DATA.arn }]);
    assert.deepEqual(backedUpIn("us-east-1", resources, "eu-central-1"), [
      { kind: "bucket", arn: TUNING.arn },
      { kind: "table", arn: TABLE.arn },
    ]);
    assert.deepEqual(backedUpIn("us-west-2", resources, "eu-central-1"), []);
  });

  it("leave out what AWS Backup does not back up", () => {
    assert.deepEqual(
      backedUpIn("eu-central-1", [{ arn: "arn:aws:sns:eu-central-1:111122223333:t" }], "eu-central-1"),
      [],
    );
  });
});

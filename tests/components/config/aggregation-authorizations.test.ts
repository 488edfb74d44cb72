import assert from "node:assert/strict";

import {
  AggregationAuthorizations,
  type AggregationAuthorizationsArgs,
} from "../../../components/config/aggregation-authorizations";
import { record, type Recording } from "../recorder";

const COMPONENT = "ai-governance-baseline:index:AggregationAuthorizations readers";
const AUTHORIZATION = "aws:cfg/aggregateAuthorization:AggregateAuthorization";
const AUDIT = { account: "444455556666", region: "eu-west-1" };

describe("AggregationAuthorizations", () => {
  it("let each account aggregate in its region, and no other", async () => {
    const made = await authorizations({
      aggregators: [AUDIT, { ...AUDIT, region: "us-east-1" }],
      region: "eu-central-1",
    });
    assert.deepEqual(
      made.children(),
      [
        COMPONENT,
        `${AUTHORIZATION} readers-444455556666-eu-west-1`,
        `${AUTHORIZATION} readers-444455556666-us-east-1`,
      ].sort(),
    );
    assert.deepEqual(made.inputs(AUTHORIZATION, "readers-444455556666-eu-west-1"), {
      accountId: "444455556666",
      authorizedAwsRegion: "eu-west-1",
      region: "eu-central-1",
    });
  });

  for (const [title, aggregators] of [
    ["no account", []],
    ["an account of 11 digits", [{ ...AUDIT, account: "44445555666" }]],
    ["an account of 13 digits", [{ ...AUDIT, account: "4444555566667" }]],
    ["an account and region twice", [AUDIT, AUDIT]],
  ] as const) {
    it(`refuse ${title}`, async () => {
      await assert.rejects(
        authorizations({ aggregators }),
        /^Error: AggregationAuthorizations "readers": aggregators is .* Allowed: one or more accounts of 12 digits/,
      );
    });
  }
});

function authorizations(args: AggregationAuthorizationsArgs): Promise<Recording> {
  return record(() => new AggregationAuthorizations("readers", args));
}

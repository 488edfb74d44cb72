import assert from "node:assert/strict";
import { invocationLoggingCollisions } from "../../../account/collisions/invocation-logging";
import { REGIONS_WITHOUT_BEDROCK } from "../../../facts/bedrock/regions";
import { DENIED, account, accountWith, declared, region } from "./observed";

const TYPE = "aws:bedrockmodel/invocationLoggingConfiguration:InvocationLoggingConfiguration";
const CONFIGURATION = declared(TYPE);

describe("the model invocation logging of a region", () => {
  it("is free where nothing is configured", () => {
    assert.deepEqual(invocationLoggingCollisions([CONFIGURATION], account()), { collisions: [], undecided: [] });
  });

  it("is overwritten without a word, wherever it delivers to", () => {
    const cases = [
      [{ logGroup: "/ours" }, "the log group /ours"],
      [{ bucket: "ours" }, "the bucket ours"],
      [{ logGroup: "/ours", bucket: "ours" }, "the log group /ours and the bucket ours"],
    ] as const;
    for (const [seen, destinations] of cases) {
      const { collisions } = invocationLoggingCollisions([CONFIGURATION], accountWith({ invocationLogging: { seen } }));
      assert.deepEqual(
        collisions.map(({ consequence, observed, settings }) => [consequence, observed, settings]),
        [
          [
            "overwritten",
            destinations,
            [{ path: ["invocationLogging", "regions", "eu-central-1"], value: { mode: "existing" } }],
          ],
        ],
      );
    }
  });

  it("is only judged in the regions in which the stack declares it", () => {
    const observed = account({
      regions: [region({ region: "us-east-1", invocationLogging: { seen: { bucket: "b" } } })],
    });
    assert.deepEqual(invocationLoggingCollisions([CONFIGURATION], observed).collisions, []);
  });

  it("is refused where Bedrock is not offered", () => {
    for (const where of REGIONS_WITHOUT_BEDROCK) {
      const observed = account({ regions: [region({ region: where })] });
      const { collisions } = invocationLoggingCollisions([declared(TYPE, undefined, { region: where })], observed);
      assert.deepEqual(
        collisions.map(({ consequence, settings }) => [consequence, settings[0]?.path]),
        [["refused", ["invocationLogging", "regions", where]]],
      );
    }
  });

  it("is undecided where it cannot be read", () => {
    const { undecided } = invocationLoggingCollisions(
      [CONFIGURATION],
      accountWith({ invocationLogging: { unreadable: DENIED } }),
    );
    assert.deepEqual(undecided, [{ what: "model invocation logging", where: "eu-central-1", ...DENIED }]);
  });
});

import assert from "node:assert/strict";

import { validatedLogGroup } from "../../../components/logs/required-log-group";

const PATH = 'Thing "mine": logGroup';
const NAME = "/company/logs";
const ARN = `arn:aws:logs:eu-central-1:123456789012:log-group:${NAME}`;

describe("A log group that is brought", () => {
  it("may be none", () => {
    assert.equal(validatedLogGroup(undefined, PATH), undefined);
  });

  it("is known by its name and its ARN", () => {
    const existing = { name: NAME, arn: ARN };
    assert.deepEqual(validatedLogGroup({ existing }, PATH), { existing });
  });

  it("has an ARN without what some APIs append", () => {
    assert.throws(() => validatedLogGroup({ existing: { name: NAME, arn: `${ARN}:*` } }, PATH), {
      message: `${PATH}.existing.arn is "${ARN}:*". Allowed: the ARN of a log group, without a trailing :*. Remove what follows the log group's name.`,
    });
  });

  for (const name of ["", ARN, "a".repeat(513)]) {
    it(`may not be named ${JSON.stringify(name.slice(0, 20))} (${name.length} characters)`, () => {
      assert.throws(() => validatedLogGroup({ existing: { name, arn: ARN } }, PATH), {
        message: `${PATH}.existing.name is "${name}". Allowed: the name of a log group: 1 to 512 letters, digits and . - _ / #. Give the log group's name, not its ARN.`,
      });
    });
  }
});

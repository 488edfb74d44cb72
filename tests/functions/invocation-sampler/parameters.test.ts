import assert from "node:assert/strict";

import { ParameterError, parseParameters } from "../../../functions/invocation-sampler/parameters";

const ENVIRONMENT = {
  SAMPLE_PERCENT: "10",
  SESSION_KEY: "conversation_id",
  METADATA_LOG_GROUP: "/metadata",
  SAMPLES_LOG_GROUP: "/samples",
  LOG_STREAM: "sampler",
};

describe("The parameters of the sampler", () => {
  it("are read from the environment", () => {
    assert.deepEqual(parseParameters(ENVIRONMENT), {
      percent: 10,
      sessionKey: "conversation_id",
      metadataLogGroup: "/metadata",
      samplesLogGroup: "/samples",
      logStream: "sampler",
    });
  });

  for (const name of Object.keys(ENVIRONMENT)) {
    it(`are refused without ${name}`, () => {
      for (const value of [undefined, ""]) {
        assert.throws(
          () => parseParameters({ ...ENVIRONMENT, [name]: value }),
          new ParameterError(`${name} is not set`),
        );
      }
    });
  }

  it("take a share of 1 to 100 percent", () => {
    const percent = (value: string) => parseParameters({ ...ENVIRONMENT, SAMPLE_PERCENT: value }).percent;
    assert.deepEqual(["1", "99", "100"].map(percent), [1, 99, 100]);
    for (const value of ["0", "101", "1.5", "-1", "010", "ten", "1e1"]) {
      assert.throws(
        () => percent(value),
        new ParameterError(`SAMPLE_PERCENT is ${JSON.stringify(value)}; it is a whole number from 1 to 100`),
      );
    }
  });
});

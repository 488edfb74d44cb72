import assert from "node:assert/strict";

import { existingOr, refuseShapingOfExisting } from "../../../components/base/existing";
import { optionOf } from "../../../components/base/options";

describe("Something that a component makes unless it is given", () => {
  const adopt = (name: string) => `adopted ${name}`;
  const make = () => "made";

  it("is adopted when it is given", () => {
    assert.equal(
      existingOr({ existing: "mine" }, adopt, () => assert.fail("nothing is to be made")),
      "adopted mine",
    );
  });

  it("is made when it is not", () => {
    assert.equal(existingOr(undefined, adopt, make), "made");
  });
});

describe("Options that shape what is made", () => {
  const shaping = { bucket: ["days"], key: ["readers"] } as const;
  const refuse = (args: { bucket?: unknown; days?: unknown; key?: unknown; readers?: unknown }) => {
    refuseShapingOfExisting<"bucket" | "days" | "key" | "readers">(args, shaping, optionOf("Thing", "mine"));
  };

  it("go with what is made, and with other things that are given", () => {
    refuse({ days: 1, readers: [] });
    refuse({ bucket: {}, readers: [] });
  });

  it("are refused with what is given", () => {
    assert.throws(() => refuse({ bucket: {}, days: 1 }), {
      message:
        'Thing "mine": days is 1. Allowed: nothing with bucket.existing, which would ignore it. Remove days or leave bucket out.',
    });
  });
});

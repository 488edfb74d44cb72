import assert from "node:assert/strict";
import fc from "fast-check";

import {
  AGING_CLASSES,
  AGING_CLASS_NAMES,
  type AgingClassName,
  type AgingStep,
  faultyStep,
  isAgingClass,
} from "../../../facts/s3/storage-classes";

function steps(...given: readonly (readonly [number, AgingClassName])[]): readonly AgingStep[] {
  return given.map(([days, storageClass]) => ({ days, storageClass }));
}

describe("The steps by which objects age", () => {
  const cases: readonly (readonly [string, readonly AgingStep[], number, ReturnType<typeof faultyStep>])[] = [
    ["none", [], 1, undefined],
    ["STANDARD_IA after 30 days", steps([30, "STANDARD_IA"]), 31, undefined],
    [
      "STANDARD_IA after 29 days",
      steps([29, "STANDARD_IA"]),
      365,
      { index: 0, allowed: "whole days from 30 to 364, before the objects expire" },
    ],
    [
      "STANDARD_IA of objects that expire after 30 days",
      steps([30, "STANDARD_IA"]),
      30,
      { index: 0, allowed: "no such step, since objects expire after 30 days" },
    ],
    ["archives at once", steps([0, "DEEP_ARCHIVE"]), 365, undefined],
    [
      "a class for its minimum stay",
      steps([30, "STANDARD_IA"], [60, "GLACIER"], [150, "DEEP_ARCHIVE"]),
      151,
      undefined,
    ],
    [
      "a class for less than its minimum stay",
      steps([30, "GLACIER_IR"], [119, "DEEP_ARCHIVE"]),
      365,
      { index: 1, allowed: "whole days from 120 to 364, before the objects expire" },
    ],
    [
      "a dearer class",
      steps([0, "GLACIER"], [90, "GLACIER_IR"]),
      365,
      { index: 1, allowed: "the storage class DEEP_ARCHIVE" },
    ],
    [
      "the same class again",
      steps([0, "DEEP_ARCHIVE"], [180, "DEEP_ARCHIVE"]),
      365,
      { index: 1, allowed: "no further step" },
    ],
  ];
  for (const [title, given, expiresAfter, fault] of cases) {
    it(`${fault === undefined ? "may be" : "may not be"} ${title}`, () => {
      assert.deepEqual(faultyStep(given, expiresAfter), fault);
    });
  }

  it("are without fault for any choice of classes in their order, each after the minimum stay in the one before", () => {
    fc.assert(
      fc.property(
        fc.subarray([...AGING_CLASS_NAMES]),
        fc.array(fc.nat(400), { minLength: 4, maxLength: 4 }),
        (classes, extra) => {
          let earliest = 30;
          const given = classes.map((storageClass, index) => {
            const days = earliest + (extra[index] ?? 0);
            earliest = days + AGING_CLASSES[storageClass].minimumStayDays;
            return { days, storageClass };
          });
          const last = given.at(-1)?.days ?? 0;
          assert.equal(faultyStep(given, last + 1), undefined);
          assert.equal(faultyStep(given, last)?.index, given.length === 0 ? undefined : given.length - 1);
        },
      ),
    );
  });

  it("know the classes by name, and not the class of one zone", () => {
    assert.deepEqual(AGING_CLASS_NAMES, ["STANDARD_IA", "GLACIER_IR", "GLACIER", "DEEP_ARCHIVE"]);
    assert.equal(isAgingClass("GLACIER"), true);
    assert.equal(isAgingClass("ONEZONE_IA"), false);
    assert.equal(isAgingClass("toString"), false);
  });
});

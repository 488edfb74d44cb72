import { RETENTION_CLASSES, type RetentionClass, allowedRetention } from "../../../facts/logs/retention-classes";
import { RETENTION_PERIODS, isRetentionPeriod } from "../../../facts/logs/retention-periods";
import assert from "node:assert/strict";

import fc from "fast-check";

import { checkRetention } from "../../../components/logs/check-retention";
import { OptionError } from "../../../components/base/options";

const CLASSES = Object.keys(RETENTION_CLASSES) as RetentionClass[]; // Object.keys knows no literal types.
const BOUNDS: readonly [RetentionClass, number, number, number, number, number][] = [
  // class, below the minimum, minimum, maximum, above the maximum, default
  ["audit", 180, 365, 3653, 3654, 400],
  ["prompts", 14, 30, 400, 545, 90],
  ["kubernetes", 60, 90, 3653, 3654, 400],
  ["unsampled-prompts", 0, 1, 3, 5, 1],
  ["sampled-prompts", 0, 1, 30, 60, 7],
  ["application", 14, 30, 731, 1096, 90],
];

describe("Retention", () => {
  it("has bounds for every class", () => {
    assert.deepEqual(BOUNDS.map(([name]) => name).sort(), [...CLASSES].sort());
  });

  for (const [name, below, minimum, maximum, above, usual] of BOUNDS) {
    describe(`of class ${name}`, () => {
      const check = checkRetention(name);

      it(`may be ${minimum}, ${usual} or ${maximum} days`, () => {
        [minimum, usual, maximum].forEach((days) => check(days, "path"));
      });

      it(`may not be ${below} or ${above} days, nor for ever`, () => {
        for (const days of [below, above, 0]) {
          assert.throws(() => check(days, "path"), OptionError);
        }
      });

      it(`is ${usual} days when nothing is said`, () => {
        assert.equal(RETENTION_CLASSES[name].default, usual);
      });
    });
  }

  it("refused names the value, the values allowed and the reason", () => {
    assert.throws(() => checkRetention("prompts")(3653, 'RetainedLogGroup "prompts": retentionDays'), {
      message:
        'RetainedLogGroup "prompts": retentionDays is 3653. Allowed: 30, 60, 90, 120, 150, 180, 365, 400 (days, retention class "prompts"). Choose one of them: prompts hold personal data, which is kept no longer than needed.',
    });
  });

  it("is accepted exactly when CloudWatch Logs knows the period and the class allows it, whatever the number", () => {
    const anyDays = fc.oneof(fc.constantFrom(...RETENTION_PERIODS), fc.integer({ min: -10, max: 5000 }), fc.double());
    fc.assert(
      fc.property(fc.constantFrom(...CLASSES), anyDays, (name, days) => {
        const { minimum, maximum } = RETENTION_CLASSES[name];
        const good = isRetentionPeriod(days) && days >= minimum && days <= maximum;
        if (good) {
          checkRetention(name)(days, "path");
        } else {
          assert.throws(() => checkRetention(name)(days, "path"), OptionError);
        }
      }),
    );
  });

  it("offers its periods in ascending order", () => {
    for (const name of CLASSES) {
      const allowed = allowedRetention(name);
      assert.deepEqual(
        allowed,
        [...allowed].sort((a, b) => a - b),
      );
    }
  });

  for (const days of [0, 183, 366, 2190, 2555, 30.5, Number.NaN]) {
    it(`does not know ${days} days`, () => {
      assert.equal(isRetentionPeriod(days), false);
    });
  }
});

import assert from "node:assert/strict";
import { auditManagerCollisions } from "../../../account/collisions/audit-manager";
import type { Declared } from "../../../account/collisions/declared";
import type { Reading } from "../../../account/collisions/observed";
import { DENIED, HOME, account } from "./observed";

const ASSESSMENT: Declared = {
  urn: "urn:pulumi:prod::p::aws:auditmanager/assessment:Assessment::audit-assessment",
  type: "aws:auditmanager/assessment:Assessment",
  region: HOME,
  inputs: {},
};

const decided = (status?: Reading<string>, declared: readonly Declared[] = [ASSESSMENT]) =>
  auditManagerCollisions(declared, account({ auditManager: new Map(status === undefined ? [] : [[HOME, status]]) }));

describe("an assessment of Audit Manager", () => {
  it("is taken where Audit Manager is set up", () => {
    assert.deepEqual(decided({ seen: "ACTIVE" }), { collisions: [], undecided: [] });
  });

  for (const status of ["INACTIVE", "PENDING_ACTIVATION", "unknown"]) {
    it(`is refused where the status is ${status}, and the setting that leaves it out is told`, () => {
      const { collisions, undecided } = decided({ seen: status });
      assert.deepEqual(undecided, []);
      assert.deepEqual(
        collisions.map(({ consequence, observed, explanation, settings }) => ({
          consequence,
          observed,
          explanation,
          settings: settings.map(({ path }) => path),
        })),
        [
          {
            consequence: "refused",
            observed: status,
            explanation: "It is not set up in the region, and AWS sets it up for nobody since 2026-04-30.",
            settings: [["auditManager"]],
          },
        ],
      );
    });
  }

  it("is left open where the status cannot be read", () => {
    const { collisions, undecided } = decided({ unreadable: DENIED });
    assert.deepEqual([collisions, undecided], [[], [{ what: "Audit Manager", where: HOME, ...DENIED }]]);
  });

  it("is not judged where it was not asked for, or is not declared", () => {
    assert.deepEqual(decided(), { collisions: [], undecided: [] });
    assert.deepEqual(decided({ seen: "INACTIVE" }, []), { collisions: [], undecided: [] });
  });
});

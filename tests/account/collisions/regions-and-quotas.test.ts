import assert from "node:assert/strict";
import { quotaCollisions } from "../../../account/collisions/quotas";
import { regionCollisions } from "../../../account/collisions/regions";
import { DENIED, account, accountWith, declared } from "./observed";

describe("a region of the account", () => {
  const resources = [declared("aws:sns/topic:Topic", "one"), declared("aws:sns/topic:Topic", "two")];

  it("refuses everything, said once, where it is not enabled", () => {
    assert.deepEqual(regionCollisions(resources, account()).collisions, []);
    const { collisions } = regionCollisions(resources, accountWith({ enabled: { seen: false } }));
    assert.deepEqual(
      collisions.map(({ consequence, where, declared: urn }) => [consequence, where, urn]),
      [["refused", "eu-central-1", resources[0]?.urn]],
    );
  });

  it("is undecided where it cannot be reached, and of no interest where nothing is declared", () => {
    const unreadable = accountWith({ enabled: { unreadable: DENIED } });
    assert.equal(regionCollisions(resources, unreadable).undecided.length, 1);
    assert.deepEqual(regionCollisions([], unreadable), { collisions: [], undecided: [] });
  });
});

describe("the quota of roles", () => {
  const roles = ["one", "two"].map((name) => declared("aws:iam/role:Role", name));
  const used = (count: number) =>
    quotaCollisions(roles, account({ roleQuota: { seen: { used: count, allowed: 1000 } } })).collisions.map(
      ({ consequence, observed }) => `${consequence}: ${observed}`,
    );

  it("is used up to its last role", () => {
    assert.deepEqual(used(998), []);
    assert.deepEqual(used(999), ["limit: 999 roles"]);
  });

  it("is undecided where it cannot be read, and of no interest without roles", () => {
    const unreadable = account({ roleQuota: { unreadable: DENIED } });
    assert.equal(quotaCollisions(roles, unreadable).undecided.length, 1);
    assert.deepEqual(quotaCollisions([], unreadable), { collisions: [], undecided: [] });
  });
});

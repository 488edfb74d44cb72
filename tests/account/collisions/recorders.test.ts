import assert from "node:assert/strict";
import type { Declared } from "../../../account/collisions/declared";
import { recorderCollisions } from "../../../account/collisions/recorders";
import { DENIED, account, accountWith, declared, region } from "./observed";

const ROLE_ARN = "arn:aws:iam::111122223333:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig";
const RECORDER = declared("aws:cfg/recorder:Recorder", "baseline-recorder", { inputs: { roleArn: ROLE_ARN } });
const OWN_ROLE = declared("aws:cfg/recorder:Recorder", "baseline-recorder", {
  inputs: { roleArn: "arn:aws:iam::111122223333:role/recorder" },
});
const CHANNEL = declared("aws:cfg/deliveryChannel:DeliveryChannel", "baseline-channel");
const RETENTION = declared("aws:cfg/retentionConfiguration:RetentionConfiguration", undefined, {
  inputs: { retentionPeriodInDays: 2557 },
});
const LINKED_ROLE = declared("aws:iam/serviceLinkedRole:ServiceLinkedRole", "config.amazonaws.com", {
  region: "global",
});

/** What one resource meets in a region like this. */
function found(resource: Declared, observed: Parameters<typeof accountWith>[0]) {
  return recorderCollisions([resource], accountWith(observed)).collisions.map(
    ({ consequence, observed: id, settings }) => ({ consequence, id, settings }),
  );
}

const adopt = (name: string) => [{ path: ["recorder", "regions", "eu-central-1"], value: { mode: "existing", name } }];

describe("AWS Config in an account", () => {
  it("has room where nothing is set up", () => {
    const all = [OWN_ROLE, CHANNEL, RETENTION];
    assert.deepEqual(recorderCollisions(all, account()), { collisions: [], undecided: [] });
  });

  it("refuses a second recorder, overwrites the one of the same name, and is closed where Control Tower manages it", () => {
    const controlTower = "aws-controltower-BaselineConfigRecorder";
    const cases = [
      ["default", "collides"],
      ["baseline-recorder", "overwritten"],
      [controlTower, "refused"],
    ] as const;
    for (const [name, consequence] of cases) {
      assert.deepEqual(found(OWN_ROLE, { recorders: { seen: [{ name }] } }), [
        { consequence, id: name, settings: adopt(name) },
      ]);
    }
  });

  it("refuses a second delivery channel, which comes with a recorder or is left over from one", () => {
    const channel = { deliveryChannels: { seen: ["default"] } };
    assert.deepEqual(found(CHANNEL, { ...channel, recorders: { seen: [{ name: "main" }] } }), [
      { consequence: "collides", id: "default", settings: adopt("main") },
    ]);
    const [left] = recorderCollisions([CHANNEL], accountWith(channel)).collisions;
    assert.deepEqual(left?.settings, []);
    assert.equal(
      left.otherwise,
      "No recorder uses it. Delete it: aws configservice delete-delivery-channel --region eu-central-1 --delivery-channel-name default",
    );
    assert.deepEqual(found(CHANNEL, { deliveryChannels: { seen: ["baseline-channel"] } }), [
      { consequence: "overwritten", id: "baseline-channel", settings: [] },
    ]);
  });

  it("has its retention overwritten, unless it is the same", () => {
    assert.deepEqual(found(RETENTION, { configRetentionDays: { seen: 2557 } }), []);
    assert.deepEqual(found(RETENTION, { configRetentionDays: { seen: 365 } }), [
      { consequence: "overwritten", id: "365 days", settings: [{ path: ["configRetentionDays"], value: 365 }] },
    ]);
  });

  it("has one service-linked role, which is created once and must exist where it is used", () => {
    const roles = (seen: boolean, ...all: readonly Declared[]) =>
      recorderCollisions(all, account({ configServiceLinkedRole: { seen } })).collisions.map(
        ({ where, consequence, settings }) => [where, consequence, settings[0]?.value],
      );
    assert.deepEqual(roles(false, LINKED_ROLE, RECORDER), []);
    assert.deepEqual(roles(true, LINKED_ROLE, RECORDER), [["global", "collides", "existing"]]);
    assert.deepEqual(roles(false, RECORDER), [["global", "refused", "create"]]);
    assert.deepEqual(roles(true, RECORDER), []);
    assert.deepEqual(roles(true, OWN_ROLE), []);
    assert.deepEqual(roles(false, OWN_ROLE), []);
  });

  it("is undecided, question by question, where it cannot be read", () => {
    const unreadable = { unreadable: DENIED };
    const observed = account({
      configServiceLinkedRole: unreadable,
      regions: [region({ recorders: unreadable, deliveryChannels: unreadable, configRetentionDays: unreadable })],
    });
    const { collisions, undecided } = recorderCollisions([RECORDER, CHANNEL, RETENTION], observed);
    assert.deepEqual(collisions, []);
    assert.deepEqual(
      undecided.map(({ what, where }) => `${what}, ${where}`),
      [
        "AWS Config recorder, eu-central-1",
        "AWS Config delivery channel, eu-central-1",
        "AWS Config retention, eu-central-1",
        "AWSServiceRoleForConfig, global",
      ],
    );
  });
});

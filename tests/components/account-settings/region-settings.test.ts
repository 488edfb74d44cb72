import assert from "node:assert/strict";

import { RegionSettings, type RegionSettingsArgs } from "../../../components/account-settings/region-settings";
import { record, type Recording } from "../recorder";

const COMPONENT = "ai-governance-baseline:index:RegionSettings";
const ENCRYPTION = "aws:ebs/encryptionByDefault:EncryptionByDefault";
const METADATA = "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults";
const SNAPSHOTS = "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess";
const IMAGES = "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess";

describe("RegionSettings", () => {
  it("are encrypted volumes, IMDSv2, and blocks of public snapshots and images, all in their region", async () => {
    const made = await settings({ region: "us-east-1" });
    assert.deepEqual(made.children(), [
      `${COMPONENT} home`,
      `${ENCRYPTION} home-volume-encryption`,
      `${SNAPSHOTS} home-snapshot-sharing-block`,
      `${IMAGES} home-image-sharing-block`,
      `${METADATA} home-instance-metadata`,
    ]);
    const region = "us-east-1";
    assert.deepEqual(made.inputs(ENCRYPTION, "home-volume-encryption"), { enabled: true, region });
    assert.deepEqual(made.inputs(SNAPSHOTS, "home-snapshot-sharing-block"), { state: "block-all-sharing", region });
    assert.deepEqual(made.inputs(IMAGES, "home-image-sharing-block"), { state: "block-new-sharing", region });
    assert.deepEqual(made.inputs(METADATA, "home-instance-metadata"), {
      httpTokens: "required",
      httpPutResponseHopLimit: 2,
      region,
    });
    for (const { type, parent } of made.registrations.filter((one) => one.type !== COMPONENT)) {
      assert.equal(parent, `${COMPONENT} home`, type);
    }
  });

  it("stand in the provider's region unless told otherwise", async () => {
    const made = await settings();
    assert.deepEqual(made.inputs(ENCRYPTION, "home-volume-encryption"), { enabled: true });
  });

  it("leave as they are those that they are told to", async () => {
    const made = await settings({ without: ["imageSharingBlock", "volumeEncryption"] });
    assert.deepEqual(made.children(), [
      `${COMPONENT} home`,
      `${SNAPSHOTS} home-snapshot-sharing-block`,
      `${METADATA} home-instance-metadata`,
    ]);
  });

  for (const metadataHopLimit of [1, 64]) {
    it(`let tokens travel ${metadataHopLimit} hops`, async () => {
      const made = await settings({ metadataHopLimit });
      assert.equal(made.inputs(METADATA, "home-instance-metadata")["httpPutResponseHopLimit"], metadataHopLimit);
    });
  }

  for (const metadataHopLimit of [0, 65, 1.5]) {
    it(`refuse ${metadataHopLimit} hops`, () =>
      assert.rejects(
        settings({ metadataHopLimit }),
        /^Error: RegionSettings "home": metadataHopLimit is .* Allowed: a whole number of hops from 1 to 64\./,
      ));
  }

  it("refuse to leave everything as it is", () =>
    assert.rejects(
      settings({ without: ["volumeEncryption", "instanceMetadata", "snapshotSharingBlock", "imageSharingBlock"] }),
      /Leave the component out instead\.$/,
    ));
});

function settings(args?: RegionSettingsArgs): Promise<Recording> {
  return record(() => new RegionSettings("home", args));
}

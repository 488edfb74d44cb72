import { deepEqual } from "node:assert/strict";

import { AccountBaseline } from "../../../components/account/account-baseline";
import { declinedSettings, type SettingsModes, settingsLeft } from "../../../components/account/settings-modes";
import type { RegionSetting } from "../../../facts/account/settings";
import { parseSettings } from "../../../settings/parse";
import { PROJECT, configWith } from "../../settings/stack-config";
import { record, type Recording } from "../recorder";

const REASON = "Decided by the platform team";
const OFF = { mode: "off", reason: REASON } as const;
const BASELINE = `${PROJECT}:index:AccountBaseline`;

/** An account of two regions that sets everything, and what differs. */
function account(modes: Partial<SettingsModes>): SettingsModes {
  return {
    governedRegions: ["eu-central-1", "us-east-1"],
    accountSettings: { mode: "create" },
    regionSettings: { mode: "create" },
    ...modes,
  };
}

describe("The settings that an account leaves as they are", () => {
  it("are none where all are set", () => deepEqual(declinedSettings(account({})), []));

  it("are each one that is left, by its own reason and region", () => {
    const modes = account({
      accountSettings: { mode: "create", without: { publicAccessBlock: REASON, passwordPolicy: undefined } },
      regionSettings: {
        mode: "create",
        without: { imageSharingBlock: "We publish AMIs" },
        regions: { "us-east-1": { mode: "create", without: { volumeEncryption: REASON } } },
      },
    });
    deepEqual(declinedSettings(modes), [
      { capability: "publicAccessBlock", reason: REASON },
      { capability: "imageSharingBlock", region: "eu-central-1", reason: "We publish AMIs" },
      { capability: "volumeEncryption", region: "us-east-1", reason: REASON },
    ]);
  });

  it("are all of them where a mode is off", () => {
    const modes = account({ accountSettings: OFF, regionSettings: { mode: "create", regions: { "us-east-1": OFF } } });
    deepEqual(declinedSettings(modes), [
      { capability: "publicAccessBlock", reason: REASON },
      { capability: "passwordPolicy", reason: REASON },
      { capability: "volumeEncryption", region: "us-east-1", reason: REASON },
      { capability: "instanceMetadata", region: "us-east-1", reason: REASON },
      { capability: "snapshotSharingBlock", region: "us-east-1", reason: REASON },
      { capability: "imageSharingBlock", region: "us-east-1", reason: REASON },
    ]);
  });

  it("are told to the component by their names, those with a reason", () => {
    deepEqual(settingsLeft<RegionSetting>({ mode: "create" }), []);
    deepEqual(
      settingsLeft<RegionSetting>({
        mode: "create",
        without: { imageSharingBlock: REASON, instanceMetadata: undefined },
      }),
      ["imageSharingBlock"],
    );
  });
});

describe("The settings of an AccountBaseline", () => {
  const GOVERNED = { governedRegions: JSON.stringify(["eu-central-1", "us-east-1"]) };

  it("are those of the account, and those of each governed region", async () => {
    deepEqual(settingsOf(await baseline(GOVERNED)), [
      "AccountSettings baseline-account-settings",
      "RegionSettings baseline-eu-central-1-settings",
      "RegionSettings baseline-us-east-1-settings",
    ]);
  });

  it("are not made where they are left as they are, and the baseline says why", async () => {
    const made = await baseline({
      ...GOVERNED,
      accountSettings: JSON.stringify(OFF),
      regionSettings: JSON.stringify({ ...OFF, regions: { "us-east-1": { mode: "create" } } }),
    });
    deepEqual(settingsOf(made), ["RegionSettings baseline-us-east-1-settings"]);
    deepEqual(made.inputs(BASELINE, "baseline")["declined"], [
      { capability: "publicAccessBlock", reason: REASON },
      { capability: "passwordPolicy", reason: REASON },
      { capability: "volumeEncryption", region: "eu-central-1", reason: REASON },
      { capability: "instanceMetadata", region: "eu-central-1", reason: REASON },
      { capability: "snapshotSharingBlock", region: "eu-central-1", reason: REASON },
      { capability: "imageSharingBlock", region: "eu-central-1", reason: REASON },
    ]);
  });

  it("are made without single ones, by region", async () => {
    const made = await baseline({
      ...GOVERNED,
      accountSettings: JSON.stringify({ mode: "create", without: { publicAccessBlock: REASON } }),
      regionSettings: JSON.stringify({
        mode: "create",
        regions: { "us-east-1": { mode: "create", without: { instanceMetadata: REASON } } },
      }),
    });
    const settings = made.children().filter((child) => / baseline-(account|\S+-1)-settings-/.test(child));
    deepEqual(settings, [
      "aws:ebs/encryptionByDefault:EncryptionByDefault baseline-eu-central-1-settings-volume-encryption",
      "aws:ebs/encryptionByDefault:EncryptionByDefault baseline-us-east-1-settings-volume-encryption",
      "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess baseline-eu-central-1-settings-snapshot-sharing-block",
      "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess baseline-us-east-1-settings-snapshot-sharing-block",
      "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess baseline-eu-central-1-settings-image-sharing-block",
      "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess baseline-us-east-1-settings-image-sharing-block",
      "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults baseline-eu-central-1-settings-instance-metadata",
      "aws:iam/accountPasswordPolicy:AccountPasswordPolicy baseline-account-settings-password-policy",
    ]);
  });
});

async function baseline(config: Readonly<Record<string, string>>): Promise<Recording> {
  const parsed = parseSettings(configWith(config), PROJECT);
  if (!parsed.ok) {
    throw new Error(JSON.stringify(parsed.mistakes));
  }
  return record(() => new AccountBaseline("baseline", parsed.settings));
}

function settingsOf(made: Recording): readonly string[] {
  const prefix = `${PROJECT}:index:`;
  return made
    .children()
    .filter((child) => /:(Account|Region)Settings /.test(child))
    .map((child) => child.replace(prefix, ""));
}

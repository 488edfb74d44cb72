/** What an account has once a region: encrypted volumes, IMDSv2, and no snapshot or image that everybody can read. */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { METADATA_HOP_LIMIT, REGION_SETTING_NAMES, type RegionSetting } from "../../facts/account/settings";
import { componentType, type Scope, scopeOf } from "../base/component";
import { optionOf, wholeNumber } from "../base/options";
import { settingsKept } from "./settings-kept";

/** Options of {@link RegionSettings}. */
export interface RegionSettingsArgs {
  /** What stays as the region has it. @default - nothing */
  readonly without?: readonly RegionSetting[];
  /**
   * Network hops that the answer to a request for a metadata token may travel, 1 to 64: with 1 it reaches no container that has a
   * network of its own, and so none that would use the instance's credentials.
   *
   * @default 2, which AWS recommends where containers run
   */
  readonly metadataHopLimit?: number;
  /** @default the provider's region */
  readonly region?: string;
}

/**
 * The settings of an account in one region, for what is created from then on. A region has each of them once: creating one
 * overwrites what is there, and deleting it, save the block of public AMIs, leaves the region with AWS's default.
 *
 * @throws {OptionError} when `without` names what is no such setting, or all of them, or metadataHopLimit is out of range
 * @see https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-IMDS-new-instances.html
 * @see https://docs.aws.amazon.com/ebs/latest/userguide/block-public-access-snapshots.html
 */
export class RegionSettings extends pulumi.ComponentResource {
  constructor(name: string, args: RegionSettingsArgs = {}, opts?: pulumi.ComponentResourceOptions) {
    const options = resolveRegionSettings(name, args);
    super(componentType("RegionSettings"), name, args, opts);
    const scope = scopeOf(this, name, args);

    for (const setting of options.settings) {
      CREATE[setting](scope, options);
    }
    this.registerOutputs();
  }
}

/** The options of {@link RegionSettings}, resolved. */
export interface RegionSettingsOptions {
  readonly settings: readonly RegionSetting[];
  readonly metadataHopLimit: number;
}

const hops = wholeNumber({ minimum: METADATA_HOP_LIMIT.minimum, maximum: METADATA_HOP_LIMIT.maximum, unit: "hops" });

/** @throws {OptionError} as {@link RegionSettings} does */
export function resolveRegionSettings(
  name: string,
  { without, metadataHopLimit = METADATA_HOP_LIMIT.forContainers }: RegionSettingsArgs,
): RegionSettingsOptions {
  const option = optionOf("RegionSettings", name);
  hops(metadataHopLimit, option("metadataHopLimit"));
  return { settings: settingsKept(REGION_SETTING_NAMES, without, option("without")), metadataHopLimit };
}

const CREATE: Readonly<Record<RegionSetting, (scope: Scope, options: RegionSettingsOptions) => pulumi.Resource>> = {
  volumeEncryption: (scope) =>
    new aws.ebs.EncryptionByDefault(
      scope.child("volume-encryption"),
      { enabled: true, ...scope.region },
      scope.options,
    ),
  instanceMetadata: (scope, { metadataHopLimit }) =>
    new aws.ec2.InstanceMetadataDefaults(
      scope.child("instance-metadata"),
      { httpTokens: "required", httpPutResponseHopLimit: metadataHopLimit, ...scope.region },
      scope.options,
    ),
  snapshotSharingBlock: (scope) =>
    new aws.ebs.SnapshotBlockPublicAccess(
      scope.child("snapshot-sharing-block"),
      { state: "block-all-sharing", ...scope.region },
      scope.options,
    ),
  imageSharingBlock: (scope) =>
    new aws.ec2.ImageBlockPublicAccess(
      scope.child("image-sharing-block"),
      { state: "block-new-sharing", ...scope.region },
      scope.options,
    ),
};

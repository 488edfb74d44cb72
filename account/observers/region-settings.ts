/** What an account has once a region: defaults of new volumes and instances, and blocks of public snapshots and images. */
import type * as aws from "@pulumi/aws";
import { observer } from "../observer";

/** What the provider declares for what the account leaves open. */
const NO_PREFERENCE = "no-preference";
const NO_LIMIT = -1;

export const ebsEncryptionObserver = observer<aws.ebs.EncryptionByDefaultArgs>({
  type: "aws:ebs/encryptionByDefault:EncryptionByDefault",
  check: "verify-ec2-ebs-encryption-as-declared",
  parts: [
    {
      properties: ["enabled"],
      read: async (reader, { region }) => {
        const found = await reader.read("ec2:GetEbsEncryptionByDefault", region, {});
        return { enabled: found?.EbsEncryptionByDefault ?? false };
      },
    },
  ],
  defaults: { enabled: true },
});

export const imageSharingBlockObserver = observer<aws.ec2.ImageBlockPublicAccessArgs>({
  type: "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess",
  check: "verify-ec2-image-sharing-block-as-declared",
  parts: [
    {
      properties: ["state"],
      read: async (reader, { region }) => {
        const found = await reader.read("ec2:GetImageBlockPublicAccessState", region, {});
        return { state: found?.ImageBlockPublicAccessState };
      },
    },
  ],
});

export const instanceMetadataObserver = observer<aws.ec2.InstanceMetadataDefaultsArgs>({
  type: "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults",
  check: "verify-ec2-instance-metadata-defaults-as-declared",
  parts: [
    {
      properties: ["httpEndpoint", "httpPutResponseHopLimit", "httpTokens", "instanceMetadataTags"],
      // What has no preference is not in the answer.
      read: async (reader, { region }) => {
        const found = await reader.read("ec2:GetInstanceMetadataDefaults", region, {});
        const defaults = found?.AccountLevel;
        return {
          httpEndpoint: defaults?.HttpEndpoint ?? NO_PREFERENCE,
          httpPutResponseHopLimit: defaults?.HttpPutResponseHopLimit ?? NO_LIMIT,
          httpTokens: defaults?.HttpTokens ?? NO_PREFERENCE,
          instanceMetadataTags: defaults?.InstanceMetadataTags ?? NO_PREFERENCE,
        };
      },
    },
  ],
  defaults: { httpTokens: NO_PREFERENCE },
});

export const snapshotSharingBlockObserver = observer<aws.ebs.SnapshotBlockPublicAccessArgs>({
  type: "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess",
  check: "verify-ec2-snapshot-sharing-block-as-declared",
  parts: [
    {
      properties: ["state"],
      read: async (reader, { region }) => {
        const found = await reader.read("ec2:GetSnapshotBlockPublicAccessState", region, {});
        return { state: found?.State };
      },
    },
  ],
});

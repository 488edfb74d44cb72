import type { Source } from "../source";

export const SOURCES: readonly Source[] = [
  {
    page: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/configuring-block-public-access-account.html",
    readOn: "2026-11-26",
  },
  {
    page: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_PutPublicAccessBlock.html",
    readOn: "2026-11-26",
  },
  {
    page: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html",
    readOn: "2026-11-26",
    secondary: "pages that quote it, and the model of IAM's API in AWS's SDK for JavaScript",
  },
  {
    page: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EnableEbsEncryptionByDefault.html",
    readOn: "2026-11-26",
  },
  {
    page: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyInstanceMetadataDefaults.html",
    readOn: "2026-11-26",
  },
  {
    page: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html",
    readOn: "2026-11-26",
    secondary: "pages that quote it on the hop limit where containers run",
  },
  {
    page: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EnableSnapshotBlockPublicAccess.html",
    readOn: "2026-11-26",
    secondary: "the model of EC2's API in AWS's SDK for JavaScript",
  },
  {
    page: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EnableImageBlockPublicAccess.html",
    readOn: "2026-11-26",
    secondary: "the model of EC2's API in AWS's SDK for JavaScript",
  },
];

/** What an account has once, and what stops working in an account with workloads when it is set: a whole sentence. */
export const ACCOUNT_SETTINGS = {
  publicAccessBlock:
    "publicAccessBlock overrides the settings of every bucket and access point: buckets that are public on purpose, such as websites without CloudFront, answer no more.",
  passwordPolicy:
    "passwordPolicy replaces the existing policy: IAM users whose password is older than 90 days have to change it at their next sign-in.",
} as const satisfies Readonly<Record<string, string>>;

/** What an account has once in each region, and what it changes for workloads. */
export const REGION_SETTINGS = {
  volumeEncryption:
    "volumeEncryption encrypts new volumes with the region's default key: unless that is a customer managed key, their snapshots cannot be shared with other accounts, and instance types without encrypted volumes cannot be launched.",
  instanceMetadata:
    "instanceMetadata has new instances require IMDSv2: software that knows only IMDSv1 gets no metadata and no credentials, unless the launch says otherwise.",
  snapshotSharingBlock:
    "snapshotSharingBlock makes public EBS snapshots, also those that are public already, unavailable to others.",
  imageSharingBlock: "imageSharingBlock lets no further AMI be made public; those that are public already stay so.",
} as const satisfies Readonly<Record<string, string>>;

export type AccountSetting = keyof typeof ACCOUNT_SETTINGS;
export type RegionSetting = keyof typeof REGION_SETTINGS;

// Object.keys loses the key types.
export const ACCOUNT_SETTING_NAMES = Object.keys(ACCOUNT_SETTINGS) as readonly AccountSetting[];
export const REGION_SETTING_NAMES = Object.keys(REGION_SETTINGS) as readonly RegionSetting[];

/** How far the answer to a request for a metadata token may travel: AWS recommends 2 where containers run on instances. */
export const METADATA_HOP_LIMIT = { minimum: 1, maximum: 64, forContainers: 2 } as const;

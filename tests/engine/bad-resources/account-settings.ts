import { casesOf } from "./bad-resource";

const publicAccess = casesOf("account setting", "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock");
const passwords = casesOf("account setting", "aws:iam/accountPasswordPolicy:AccountPasswordPolicy");
const encryption = casesOf("account setting", "aws:ebs/encryptionByDefault:EncryptionByDefault");
const metadata = casesOf("account setting", "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults");
const snapshots = casesOf("account setting", "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess");
const images = casesOf("account setting", "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess");

export const badAccountSettings = [
  publicAccess("s3-account-public-access-blocked", { set: { restrictPublicBuckets: false } }),
  passwords("iam-password-policy-strong", { set: { minimumPasswordLength: 8 } }),
  encryption("ec2-ebs-encryption-enabled", { set: { enabled: false } }),
  metadata("ec2-instance-metadata-defaults-imdsv2", { set: { httpTokens: "optional" } }),
  snapshots("ec2-snapshot-sharing-blocked", { set: { state: "block-new-sharing" } }),
  images("ec2-image-sharing-blocked", { set: { state: "unblocked" } }),
];

export { ec2AccountEbsEncryptionExists } from "./ec2-account-ebs-encryption-exists";
export { ec2AccountImageSharingBlockExists } from "./ec2-account-image-sharing-block-exists";
export { ec2AccountInstanceMetadataDefaultsExist } from "./ec2-account-instance-metadata-defaults-exist";
export { ec2AccountSnapshotSharingBlockExists } from "./ec2-account-snapshot-sharing-block-exists";
export { ec2EbsEncryptionEnabled } from "./ec2-ebs-encryption-enabled";
export { ec2ImageSharingBlocked } from "./ec2-image-sharing-blocked";
export { ec2InstanceMetadataDefaultsImdsv2 } from "./ec2-instance-metadata-defaults-imdsv2";
export { ec2SnapshotSharingBlocked } from "./ec2-snapshot-sharing-blocked";

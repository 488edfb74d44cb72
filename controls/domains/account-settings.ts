import { control } from "../control";
import { cis } from "../frameworks/cis-aws";

const ENDS_WITH_THE_STACK = "Destroying the stack takes the setting back to AWS's default.";
const NEW_ONES_ONLY = "What was created before keeps its own setting.";
const GOVERNED_REGIONS = "Regions that are not governed are left as they are.";

export const accountControls = [
  control({
    id: "ACCOUNT-01",
    title: "The account blocks public access to S3",
    objective: "No bucket of the account can be made public, whoever creates it and however it is configured.",
    provisions: ["AccountSettings"],
    prevents: ["s3-account-public-access-block-exists", "s3-account-public-access-blocked"],
    detects: {
      configRules: ["s3-account-level-public-access-blocks-periodic"],
      checks: ["verify-s3-account-public-access-block-as-declared"],
    },
    traces: ["s3:PutAccountPublicAccessBlock", "s3:DeleteAccountPublicAccessBlock"],
    responds: ["data-copied-out", "objects-removed"],
    clauses: {
      "nist-800-53": ["AC-3", "AC-6", "SC-7"],
      "soc-2": ["CC6.1", "CC6.6"],
      hipaa: ["164.312(a)(1)"],
      gdpr: ["5(1)(f)", "25(2)"],
      ...cis("bucket-public-access"),
      "security-hub": ["S3.1"],
    },
    limits: [
      ENDS_WITH_THE_STACK,
      "Where a policy of the organization manages the block, AWS refuses changes by the account: then the account leaves it out, and nothing here shows it.",
    ],
  }),
  control({
    id: "ACCOUNT-02",
    title: "Passwords are long, expire and are not used again",
    objective: "IAM users choose passwords that cannot be guessed, and replace them before a leaked one is old.",
    provisions: ["AccountSettings"],
    prevents: ["iam-account-password-policy-exists", "iam-password-policy-strong"],
    detects: { checks: ["verify-iam-password-policy-as-declared"] },
    traces: ["iam:UpdateAccountPasswordPolicy", "iam:DeleteAccountPasswordPolicy"],
    responds: ["sign-ins-without-mfa", "console-failures"],
    clauses: {
      "nist-800-53": ["IA-5", "IA-5(1)"],
      "soc-2": ["CC6.1"],
      hipaa: ["164.312(d)"],
      "pci-dss": ["8.3.6", "8.3.7", "8.3.9"],
      ...cis("password-length", "password-reuse"),
      "security-hub": ["IAM.7", "IAM.10", "IAM.11", "IAM.12", "IAM.13", "IAM.14", "IAM.15", "IAM.16", "IAM.17"],
    },
    limits: [
      "It is about the passwords of IAM users only: those of the root user and of IAM Identity Center have policies of their own.",
      "A password that was chosen before stays until it expires.",
      ENDS_WITH_THE_STACK,
    ],
  }),
  control({
    id: "ACCOUNT-03",
    title: "New EBS volumes are encrypted",
    objective: "Training data, model weights and caches on disks are encrypted without anybody having to think of it.",
    provisions: ["RegionSettings"],
    prevents: ["ec2-account-ebs-encryption-exists", "ec2-ebs-encryption-enabled"],
    detects: { checks: ["verify-ec2-ebs-encryption-as-declared"] },
    traces: ["ec2:DisableEbsEncryptionByDefault"],
    responds: ["resources-deleted", "evidence-tampered-with"],
    clauses: {
      "nist-800-53": ["SC-13", "SC-28", "SC-28(1)"],
      "soc-2": ["CC6.1"],
      hipaa: ["164.312(a)(2)(iv)"],
      gdpr: ["32(1)(a)"],
      ...cis("volume-encryption"),
      "security-hub": ["EC2.7"],
    },
    limits: [
      "The key is the region's default, an AWS managed one unless the account has chosen another.",
      NEW_ONES_ONLY,
      GOVERNED_REGIONS,
      ENDS_WITH_THE_STACK,
    ],
  }),
  control({
    id: "ACCOUNT-04",
    title: "New EC2 instances require IMDSv2",
    objective: "A server that is tricked into fetching a URL does not hand out the credentials of its instance's role.",
    provisions: ["RegionSettings"],
    prevents: ["ec2-account-instance-metadata-defaults-exist", "ec2-instance-metadata-defaults-imdsv2"],
    detects: { checks: ["verify-ec2-instance-metadata-defaults-as-declared"] },
    traces: ["ec2:ModifyInstanceMetadataDefaults"],
    responds: ["evidence-tampered-with", "network-opened"],
    clauses: {
      "nist-800-53": ["AC-3", "AC-6", "CM-6"],
      "soc-2": ["CC6.1"],
      ...cis("instance-metadata"),
    },
    limits: [
      "Whoever launches an instance can ask for IMDSv1, and nothing here refuses it.",
      "With the default of two hops, containers on an instance reach its credentials.",
      NEW_ONES_ONLY,
      GOVERNED_REGIONS,
      ENDS_WITH_THE_STACK,
    ],
  }),
  control({
    id: "ACCOUNT-05",
    title: "Snapshots and images are not public",
    objective: "Nobody can share a disk or an image of the account, with the data and models on it, with everybody.",
    provisions: ["RegionSettings"],
    prevents: [
      "ec2-account-snapshot-sharing-block-exists",
      "ec2-snapshot-sharing-blocked",
      "ec2-account-image-sharing-block-exists",
      "ec2-image-sharing-blocked",
    ],
    detects: {
      checks: ["verify-ec2-snapshot-sharing-block-as-declared", "verify-ec2-image-sharing-block-as-declared"],
    },
    traces: [
      "ec2:EnableSnapshotBlockPublicAccess",
      "ec2:DisableSnapshotBlockPublicAccess",
      "ec2:DisableImageBlockPublicAccess",
    ],
    responds: ["data-copied-out"],
    clauses: {
      "nist-800-53": ["AC-3", "AC-6", "SC-7"],
      "soc-2": ["CC6.1", "CC6.6"],
      hipaa: ["164.312(a)(1)"],
      gdpr: ["5(1)(f)", "25(2)"],
    },
    limits: [
      "Sharing with single accounts stays possible.",
      "An AMI that is public already stays so.",
      GOVERNED_REGIONS,
      "Destroying the stack opens snapshots again, and leaves the block of AMIs.",
    ],
  }),
  control({
    id: "ACCOUNT-06",
    title: "AWS reaches the account's security team",
    objective: "What AWS writes of abuse and of leaked credentials reaches those who can act on it.",
    provisions: ["AlternateContacts"],
    prevents: ["account-security-contact-exists"],
    detects: { checks: ["verify-account-alternate-contact-as-declared"] },
    traces: [],
    responds: ["root-used", "console-failures"],
    clauses: {
      ...cis("security-contact"),
      "security-hub": ["Account.1"],
    },
    limits: [
      "Without the setting alternateContacts there is none, because only the organization knows an address.",
      "Whether anybody reads what is sent there, nothing here shows.",
      "No alert tells of a contact that somebody changes: `baseline verify` finds it.",
      "In a member account AWS refuses contacts until the organization trusts AWS Account Management.",
      "Destroying the stack leaves the account without the contact.",
    ],
  }),
] as const;

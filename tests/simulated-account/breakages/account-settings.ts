/** Breakages of settings of the account. */
import { type Breakage } from "./breakage";

const SETTINGS = "baseline-eu-central-1-settings";
const AccountId = "111122223333";

export const accountBreakages: readonly Breakage[] = [
  {
    what: "the account lets buckets be public by a policy",
    control: "ACCOUNT-01",
    act: async ({ s3control }) => {
      const { PublicAccessBlockConfiguration: block } = await s3control.getPublicAccessBlock({ AccountId });
      const put = (RestrictPublicBuckets: boolean) =>
        s3control.putPublicAccessBlock({
          AccountId,
          PublicAccessBlockConfiguration: { ...block, RestrictPublicBuckets },
        });
      await put(false);
      return () => put(true);
    },
    says: [
      "verify-s3-account-public-access-block-as-declared",
      "baseline-account-settings-public-access-block",
      "restrictPublicBuckets",
      "is false in the account; the stack declares true",
    ],
  },
  {
    what: "the account's block of public access is gone",
    control: "ACCOUNT-01",
    act: async ({ s3control }) => {
      const { PublicAccessBlockConfiguration } = await s3control.getPublicAccessBlock({ AccountId });
      await s3control.deletePublicAccessBlock({ AccountId });
      return () => s3control.putPublicAccessBlock({ AccountId, PublicAccessBlockConfiguration });
    },
    says: [
      "verify-s3-account-public-access-block-as-declared",
      "baseline-account-settings-public-access-block",
      "",
      /^is missing in the account; the stack declares it/,
    ],
  },
  {
    what: "passwords of eight characters are enough",
    control: "ACCOUNT-02",
    act: async ({ iam }) => {
      const { PasswordPolicy } = await iam.getAccountPasswordPolicy({});
      const { ExpirePasswords: _, ...policy } = PasswordPolicy ?? {};
      await iam.updateAccountPasswordPolicy({ ...policy, MinimumPasswordLength: 8 });
      return () => iam.updateAccountPasswordPolicy(policy);
    },
    says: [
      "verify-iam-password-policy-as-declared",
      "baseline-account-settings-password-policy",
      "minimumPasswordLength",
      "is 8 in the account; the stack declares 14",
    ],
  },
  {
    what: "AWS writes to somebody else about security",
    control: "ACCOUNT-06",
    act: async ({ account }) => {
      const { AlternateContact } = await account.getAlternateContact({ AlternateContactType: "SECURITY" });
      const declared = { Name: "", Title: "", PhoneNumber: "", EmailAddress: "", ...AlternateContact };
      const changed = { ...declared, AlternateContactType: "SECURITY", EmailAddress: "somebody@example.net" } as const;
      await account.putAlternateContact(changed);
      return () => account.putAlternateContact({ ...changed, EmailAddress: declared.EmailAddress });
    },
    says: [
      "verify-account-alternate-contact-as-declared",
      "baseline-contacts-security",
      "emailAddress",
      "is somebody@example.net in the account; the stack declares ai-security@example.com",
    ],
  },
  {
    what: "new volumes are no longer encrypted",
    control: "ACCOUNT-03",
    act: async ({ ec2 }) => {
      await ec2.disableEbsEncryptionByDefault({});
      return () => ec2.enableEbsEncryptionByDefault({});
    },
    says: [
      "verify-ec2-ebs-encryption-as-declared",
      `${SETTINGS}-volume-encryption`,
      "enabled",
      "is false in the account; the stack declares true",
    ],
  },
  {
    what: "new instances need no IMDSv2",
    control: "ACCOUNT-04",
    act: async ({ ec2 }) => {
      await ec2.modifyInstanceMetadataDefaults({ HttpTokens: "no-preference" });
      return () => ec2.modifyInstanceMetadataDefaults({ HttpTokens: "required" });
    },
    says: [
      "verify-ec2-instance-metadata-defaults-as-declared",
      `${SETTINGS}-instance-metadata`,
      "httpTokens",
      "is no-preference in the account; the stack declares required",
    ],
  },
  {
    what: "snapshots that were public are public again",
    control: "ACCOUNT-05",
    act: async ({ ec2 }) => {
      await ec2.enableSnapshotBlockPublicAccess({ State: "block-new-sharing" });
      return () => ec2.enableSnapshotBlockPublicAccess({ State: "block-all-sharing" });
    },
    says: [
      "verify-ec2-snapshot-sharing-block-as-declared",
      `${SETTINGS}-snapshot-sharing-block`,
      "state",
      "is block-new-sharing in the account; the stack declares block-all-sharing",
    ],
  },
  {
    what: "AMIs can be public",
    control: "ACCOUNT-05",
    act: async ({ ec2 }) => {
      await ec2.disableImageBlockPublicAccess({});
      return () => ec2.enableImageBlockPublicAccess({ ImageBlockPublicAccessState: "block-new-sharing" });
    },
    says: [
      "verify-ec2-image-sharing-block-as-declared",
      `${SETTINGS}-image-sharing-block`,
      "state",
      "is unblocked in the account; the stack declares block-new-sharing",
    ],
  },
];

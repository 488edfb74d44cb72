/** What an account has once: no public access to S3, and passwords that are long, expire and are not used again. */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { ACCOUNT_SETTING_NAMES, type AccountSetting } from "../../facts/account/settings";
import { STRONG_PASSWORDS } from "../../facts/iam/password-policy";
import { componentType, type Scope, scopeOf } from "../base/component";
import { optionOf } from "../base/options";
import { settingsKept } from "./settings-kept";

/** Options of {@link AccountSettings}. */
export interface AccountSettingsArgs {
  /** What stays as the account has it. @default - nothing */
  readonly without?: readonly AccountSetting[];
}

/**
 * The settings of an account that hold in all of its regions. An account has each of them once: creating one overwrites what is
 * there, and deleting it leaves the account with AWS's default.
 *
 * @throws {OptionError} when `without` names what is no such setting, or all of them
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/configuring-block-public-access-account.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html
 */
export class AccountSettings extends pulumi.ComponentResource {
  constructor(name: string, args: AccountSettingsArgs = {}, opts?: pulumi.ComponentResourceOptions) {
    const settings = resolveAccountSettings(name, args);
    super(componentType("AccountSettings"), name, args, opts);
    const scope = scopeOf(this, name);

    for (const setting of settings) {
      CREATE[setting](scope);
    }
    this.registerOutputs();
  }
}

/** @throws {OptionError} as {@link AccountSettings} does */
export function resolveAccountSettings(name: string, { without }: AccountSettingsArgs): readonly AccountSetting[] {
  return settingsKept(ACCOUNT_SETTING_NAMES, without, optionOf("AccountSettings", name)("without"));
}

const CREATE: Readonly<Record<AccountSetting, (scope: Scope) => pulumi.Resource>> = {
  publicAccessBlock: (scope) =>
    new aws.s3.AccountPublicAccessBlock(
      scope.child("public-access-block"),
      { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true },
      scope.options,
    ),
  passwordPolicy: (scope) =>
    new aws.iam.AccountPasswordPolicy(
      scope.child("password-policy"),
      {
        ...STRONG_PASSWORDS,
        requireUppercaseCharacters: true,
        requireLowercaseCharacters: true,
        requireNumbers: true,
        requireSymbols: true,
        // Whoever may not change a password keeps the one that somebody else has chosen, and knows.
        allowUsersToChangePassword: true,
      },
      scope.options,
    ),
};

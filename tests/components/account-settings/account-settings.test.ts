import assert from "node:assert/strict";

import { AccountSettings, type AccountSettingsArgs } from "../../../components/account-settings/account-settings";
import { record, type Recording } from "../recorder";

const COMPONENT = "ai-governance-baseline:index:AccountSettings";
const BLOCK = "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock";
const PASSWORDS = "aws:iam/accountPasswordPolicy:AccountPasswordPolicy";

describe("AccountSettings", () => {
  it("are the block of public access to S3, in all four ways, and the password policy", async () => {
    const made = await settings();
    assert.deepEqual(made.children(), [
      `${COMPONENT} account`,
      `${PASSWORDS} account-password-policy`,
      `${BLOCK} account-public-access-block`,
    ]);
    assert.deepEqual(made.inputs(BLOCK, "account-public-access-block"), {
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    assert.deepEqual(made.inputs(PASSWORDS, "account-password-policy"), {
      minimumPasswordLength: 14,
      passwordReusePrevention: 24,
      maxPasswordAge: 90,
      requireUppercaseCharacters: true,
      requireLowercaseCharacters: true,
      requireNumbers: true,
      requireSymbols: true,
      allowUsersToChangePassword: true,
    });
    for (const { type, parent } of made.registrations.filter((one) => one.type !== COMPONENT)) {
      assert.equal(parent, `${COMPONENT} account`, type);
    }
  });

  it("leave one as it is where they are told to", async () => {
    assert.deepEqual((await settings({ without: ["publicAccessBlock"] })).children(), [
      `${COMPONENT} account`,
      `${PASSWORDS} account-password-policy`,
    ]);
    assert.deepEqual((await settings({ without: ["passwordPolicy"] })).children(), [
      `${COMPONENT} account`,
      `${BLOCK} account-public-access-block`,
    ]);
  });

  it("refuse to leave everything as it is, and names that are no settings, before anything is declared", async () => {
    await assert.rejects(settings({ without: ["publicAccessBlock", "passwordPolicy"] }), {
      message:
        'AccountSettings "account": without is ["publicAccessBlock","passwordPolicy"]. Allowed: some of publicAccessBlock, passwordPolicy, but not all. Leave the component out instead.',
    });
    // What a program in JavaScript could write.
    const without = ["volumeEncryption"] as unknown as AccountSettingsArgs["without"];
    await assert.rejects(settings({ without: without ?? [] }), /Remove volumeEncryption\.$/);
  });
});

function settings(args?: AccountSettingsArgs): Promise<Recording> {
  return record(() => new AccountSettings("account", args));
}

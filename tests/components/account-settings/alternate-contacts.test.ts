import assert from "node:assert/strict";

import { AlternateContacts, type AlternateContactsArgs } from "../../../components/account-settings/alternate-contacts";
import { record, type Recording } from "../recorder";

const COMPONENT = "ai-governance-baseline:index:AlternateContacts";
const CONTACT = "aws:account/alternativeContact:AlternativeContact";
const SECURITY = {
  name: "Security on call",
  title: "Security",
  emailAddress: "security@example.com",
  phoneNumber: "+49 30 1234567",
};

describe("AlternateContacts", () => {
  it("are those that are given, each of its own kind", async () => {
    const made = await contacts({ security: SECURITY, billing: { ...SECURITY, title: "Accounting" } });
    assert.deepEqual(made.children(), [
      `${COMPONENT} account`,
      `${CONTACT} account-billing`,
      `${CONTACT} account-security`,
    ]);
    assert.deepEqual(made.inputs(CONTACT, "account-security"), { alternateContactType: "SECURITY", ...SECURITY });
    assert.deepEqual(made.inputs(CONTACT, "account-billing"), {
      alternateContactType: "BILLING",
      ...SECURITY,
      title: "Accounting",
    });
    const operations = await contacts({ operations: SECURITY });
    assert.deepEqual(operations.inputs(CONTACT, "account-operations"), {
      alternateContactType: "OPERATIONS",
      ...SECURITY,
    });
    for (const { type, parent } of made.registrations.filter((one) => one.type !== COMPONENT)) {
      assert.equal(parent, `${COMPONENT} account`, type);
    }
  });

  it("take what AWS takes, to the last character, and refuse what is longer or of another form", async () => {
    const longest = {
      name: "n".repeat(64),
      title: "t".repeat(50),
      emailAddress: `${"a".repeat(242)}@example.com`,
      phoneNumber: "1".repeat(25),
    };
    assert.deepEqual((await contacts({ security: longest })).inputs(CONTACT, "account-security"), {
      alternateContactType: "SECURITY",
      ...longest,
    });
    const wrong = {
      name: ["", "n".repeat(65)],
      title: ["", "t".repeat(51)],
      emailAddress: ["security", "a@b", `${"a".repeat(243)}@example.com`],
      phoneNumber: ["", "1".repeat(26), "call me"],
    };
    for (const [field, values] of Object.entries(wrong)) {
      for (const value of values) {
        await assert.rejects(
          contacts({ security: { ...SECURITY, [field]: value } }),
          new RegExp(`^Error: AlternateContacts "account": security\\.${field} is `),
          `${field} ${value}`,
        );
      }
    }
  });

  it("refuse to be none", async () => {
    await assert.rejects(contacts({}), {
      message:
        'AlternateContacts "account": security is undefined. Allowed: a contact, here or in another of security, operations, billing. Give one, or leave the component out.',
    });
  });
});

function contacts(args: AlternateContactsArgs): Promise<Recording> {
  return record(() => new AlternateContacts("account", args));
}

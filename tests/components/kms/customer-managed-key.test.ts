import assert from "node:assert/strict";

import * as pulumi from "@pulumi/pulumi";

import {
  CustomerManagedKey,
  type CustomerManagedKeyArgs,
  resolveCustomerManagedKey,
} from "../../../components/kms/customer-managed-key";
import { record, type Recording } from "../recorder";

const KEY = "aws:kms/key:Key";
/** The policy when nothing is said: the account administers the key, and IAM decides who uses it. */
const ADMINISTERED = JSON.stringify({
  Version: "2012-10-17",
  Statement: [
    {
      Sid: "AccountAdministersKeyThroughIam",
      Effect: "Allow",
      Principal: { AWS: "arn:aws:iam::123456789012:root" },
      Action: "kms:*",
      Resource: "*",
    },
  ],
});
const USE = {
  Sid: "ServiceEncrypts",
  Effect: "Allow",
  Principal: { Service: "s3.amazonaws.com" },
  Action: "kms:Encrypt",
  Resource: "*",
} as const;
const BREAK_GLASS = "arn:aws:iam::123456789012:role/break-glass";
const ALIAS = "aws:kms/alias:Alias";

describe("A CustomerManagedKey", () => {
  it("is a key that rotates yearly and is deleted slowly, and its alias", async () => {
    const made = await key({});
    assert.deepEqual(made.children(), [
      "ai-governance-baseline:index:CustomerManagedKey mine",
      `${ALIAS} mine-alias`,
      `${KEY} mine`,
    ]);
    assert.deepEqual(made.inputs(KEY, "mine"), {
      description: "Encrypts things",
      policy: ADMINISTERED,
      enableKeyRotation: true,
      rotationPeriodInDays: 365,
      deletionWindowInDays: 30,
    });
    assert.deepEqual(made.inputs(ALIAS, "mine-alias"), { name: "alias/mine", targetKeyId: "mine-key-id" });
    assert.equal(made.registration(KEY, "mine").protect, true);
  });

  it("takes another alias, region and protection", async () => {
    const made = await key({ alias: "company/audit", region: "us-east-1", protect: false });
    assert.deepEqual(made.inputs(ALIAS, "mine-alias"), {
      name: "alias/company/audit",
      targetKeyId: "mine-key-id",
      region: "us-east-1",
    });
    assert.equal(made.inputs(KEY, "mine")["region"], "us-east-1");
    assert.equal(made.registration(KEY, "mine").protect, false);
  });

  it("is used as the given statements say, an Output's too, after its administration by the account", async () => {
    for (const policyStatements of [[USE], pulumi.output([USE])]) {
      const made = await key({ policyStatements });
      assert.deepEqual(statementsOf(made).slice(1), [USE]);
      assert.equal("bypassPolicyLockoutSafetyCheck" in made.inputs(KEY, "mine"), false);
    }
  });

  it("can be taken away by break-glass principals alone where they are named, by a policy that KMS lets only them change", async () => {
    const made = await key({ policyStatements: [USE], breakGlassPrincipals: [BREAK_GLASS] });
    assert.deepEqual(made.document(KEY, "mine", "policy"), {
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "AccountAdministersKeyThroughIam",
          Effect: "Allow",
          Principal: { AWS: "arn:aws:iam::123456789012:root" },
          Action: "kms:*",
          Resource: "*",
        },
        {
          Sid: "OnlyBreakGlassRemovesKey",
          Effect: "Deny",
          Principal: { AWS: "*" },
          Action: ["kms:ScheduleKeyDeletion", "kms:DisableKey", "kms:PutKeyPolicy"],
          Resource: "*",
          Condition: { ArnNotEquals: { "aws:PrincipalArn": BREAK_GLASS } },
        },
        USE,
      ],
    });
    assert.equal(made.inputs(KEY, "mine")["bypassPolicyLockoutSafetyCheck"], true);
  });

  for (const [what, breakGlassPrincipals, message] of [
    [
      "an empty list of break-glass principals",
      [],
      "breakGlassPrincipals is []. Allowed: one or more ARNs of IAM roles or users. Name who may delete the key in an emergency, or leave the option out.",
    ],
    [
      "a wildcard for a break-glass principal",
      [BREAK_GLASS, "arn:aws:iam::123456789012:role/break-*"],
      'breakGlassPrincipals[1] is "arn:aws:iam::123456789012:role/break-*". Allowed: the ARN of an IAM role or user, without wildcards. Name the role itself, such as arn:aws:iam::111122223333:role/break-glass.',
    ],
  ] as const) {
    it(`may not have ${what}`, async () => {
      await assert.rejects(key({ breakGlassPrincipals }), { message: `CustomerManagedKey "mine": ${message}` });
    });
  }

  for (const rotationPeriodInDays of [90, 2560]) {
    it(`may rotate every ${rotationPeriodInDays} days`, async () => {
      assert.equal(
        (await key({ rotationPeriodInDays })).inputs(KEY, "mine")["rotationPeriodInDays"],
        rotationPeriodInDays,
      );
    });
  }
  for (const rotationPeriodInDays of [89, 2561]) {
    it(`may not rotate every ${rotationPeriodInDays} days`, async () => {
      await assert.rejects(key({ rotationPeriodInDays }), {
        message: `CustomerManagedKey "mine": rotationPeriodInDays is ${rotationPeriodInDays}. Allowed: a whole number of days from 90 to 2560. Set rotationPeriodInDays to a value in that range, or leave it out for the default.`,
      });
    });
  }
  for (const deletionWindowInDays of [7, 30]) {
    it(`may wait ${deletionWindowInDays} days before it is deleted`, async () => {
      assert.equal(
        (await key({ deletionWindowInDays })).inputs(KEY, "mine")["deletionWindowInDays"],
        deletionWindowInDays,
      );
    });
  }
  for (const deletionWindowInDays of [6, 31]) {
    it(`may not wait ${deletionWindowInDays} days before it is deleted`, async () => {
      await assert.rejects(key({ deletionWindowInDays }), {
        message: `CustomerManagedKey "mine": deletionWindowInDays is ${deletionWindowInDays}. Allowed: a whole number of days from 7 to 30. Set deletionWindowInDays to a value in that range, or leave it out for the default.`,
      });
    });
  }
});

describe("The options of a CustomerManagedKey", () => {
  it("are complete when only the necessary ones are given", () => {
    assert.deepEqual(resolveCustomerManagedKey("mine", { description: "Encrypts things" }), {
      description: "Encrypts things",
      policyStatements: [],
      breakGlassPrincipals: [],
      alias: "mine",
      rotationPeriodInDays: 365,
      deletionWindowInDays: 30,
    });
  });
});

function statementsOf(made: Recording): unknown[] {
  return (made.document(KEY, "mine", "policy") as { Statement: unknown[] }).Statement; // As policyJson writes it.
}

function key(args: Partial<CustomerManagedKeyArgs>): Promise<Recording> {
  return record(() => void new CustomerManagedKey("mine", { description: "Encrypts things", ...args }));
}

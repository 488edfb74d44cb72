import assert from "node:assert/strict";
import { kmsKeyReferenceKnown } from "../../../../policies/rules/kms/kms-key-reference-known";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { SUITES, resultsOn } from "../../rule-harness";
import type { ResourceState } from "../../../../pulumi/stack-state";
import { emptyStack } from "../../state-changes";
import { prodResources } from "../../../support/prod-state";
import { declared, urnOf } from "../stack-resources";

const LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";
const KEY = "aws:kms/key:Key";

const ask = (...resources: readonly ResourceState[]) =>
  resultsOn(kmsKeyReferenceKnown, [...emptyStack(), ...resources]);

const PASS = [{ status: "pass" }];

const MESSAGE = "comes from a look-up, which may lead to an AWS managed key; name a customer managed key";

SUITES.set(kmsKeyReferenceKnown.id, {
  rule: kmsKeyReferenceKnown,
  resources: () => Promise.resolve([...emptyStack(), declared(LOG_GROUP, "logs", { kmsKeyId: UNKNOWN_VALUE })]),
  settings: {},
  findings: [{ property: "kmsKeyId", message: MESSAGE }],
  result: "undecided",
});

describe("rule kms-key-reference-known", () => {
  it("passes the prod stack", async () => {
    assert.deepEqual(resultsOn(kmsKeyReferenceKnown, await prodResources()), PASS);
  });

  it("is undecided on a key that comes from a look-up", () => {
    assert.deepEqual(ask(declared(LOG_GROUP, "logs", { kmsKeyId: UNKNOWN_VALUE })), [
      {
        status: "undecided",
        property: "kmsKeyId",
        message: MESSAGE,
        urn: urnOf(LOG_GROUP, "logs"),
      },
    ]);
  });

  it("passes a key that is not known yet, but declared", () => {
    const propertyDependencies = { kmsKeyId: [urnOf(KEY, "key")] };
    assert.deepEqual(
      ask(declared(KEY, "key", {}), declared(LOG_GROUP, "logs", { kmsKeyId: UNKNOWN_VALUE }, { propertyDependencies })),
      PASS,
    );
  });

  it("passes a key by its ARN, and a resource without one, which is another rule's finding", () => {
    const named = declared(LOG_GROUP, "logs", { kmsKeyId: "arn:aws:kms:us-east-1:111122223333:key/1234" });
    assert.deepEqual(ask(named, declared(LOG_GROUP, "plain", {})), PASS);
  });

  it("is not concerned with a stack in which nothing has a key", () => {
    assert.deepEqual(
      ask().map(({ status }) => status),
      ["not-applicable"],
    );
  });
});

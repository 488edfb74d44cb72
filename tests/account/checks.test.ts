/** The tables of the room hold together: operations, observers, checks and controls. */
import assert from "node:assert/strict";
import { CHECKS, CHECK_IDS, checkOf } from "../../account/checks";
import { NEVER_COMPARED } from "../../account/observer";
import { OBSERVERS, observerOf } from "../../account/observers";
import {
  OPERATIONS,
  type OperationId,
  SERVICES,
  actionsNeededBy,
  operationOf,
  serviceOf,
} from "../../account/operations";
import { checksOf } from "../../account/verification";
import { controlsOfCheck } from "../../controls/catalogue";
import { stackState } from "../support/prod-state";

const OPERATION_IDS = Object.keys(OPERATIONS) as OperationId[]; // Object.keys loses the key types

describe("the checks", () => {
  for (const id of CHECK_IDS) {
    it(`${id} belongs to a control and to the observer of its type`, () => {
      assert.notEqual(controlsOfCheck(id).length, 0, "no control");
      const observers = OBSERVERS.filter((observer) => checksOf(observer).includes(id)).map(({ type }) => type);
      assert.deepEqual(observers, [checkOf(id).type]);
    });
  }

  it("are sentences that a report can show", () => {
    for (const { title, reference } of Object.values(CHECKS)) {
      assert.match(title, /^[A-Z][^.]+$/);
      assert.match(reference, /^https:\/\/docs\.aws\.amazon\.com\/\S+\.html$/);
    }
  });
});

describe("the observers", () => {
  it("are one for each type", () => {
    const types = OBSERVERS.map(({ type }) => type);
    assert.deepEqual(types, [...new Set(types)]);
  });

  for (const stack of ["prod", "sandbox"] as const) {
    it(`compare every property that the ${stack} stack declares, or say why not`, async () => {
      const { resources } = (await stackState(stack)).deployment;
      const unread = resources
        .filter(({ custom, type }) => custom && !type.startsWith("pulumi:"))
        .flatMap(({ type, inputs }) => {
          const observer = observerOf(type);
          const compared = observer?.parts.flatMap(({ properties }) => properties) ?? [];
          const known = [...compared, ...Object.keys({ ...NEVER_COMPARED, ...observer?.notCompared })];
          return Object.keys(inputs)
            .filter((name) => !known.includes(name))
            .map((name) => `${type} ${name}`);
        });
      assert.deepEqual([...new Set(unread)], []);
    });
  }

  it("read each property in one part, and compare none of those that they do not compare", () => {
    for (const { type, parts, notCompared, checks, forms, defaults } of OBSERVERS) {
      const read = parts.flatMap(({ properties }) => properties);
      assert.deepEqual(read, [...new Set(read)], type);
      assert.deepEqual(
        Object.keys(notCompared).filter((name) => read.includes(name)),
        [],
        type,
      );
      const named = [checks, forms, defaults].flatMap((table) => Object.keys(table));
      assert.deepEqual(
        named.filter((name) => !read.includes(name)),
        [],
        type,
      );
    }
  });
});

describe("the operations", () => {
  it("only read", () => {
    for (const id of OPERATION_IDS) {
      assert.match(id, /^[a-z0-9-]+:(Get|BatchGet|Describe|List|Head)[A-Z]\w+$/);
      const [, name = ""] = id.split(":");
      assert.equal(operationOf(id).command.name, `${name}Command`);
      assert.ok(serviceOf(id) in SERVICES, id);
    }
  });

  it("need the actions of IAM, which have other names for some of S3's operations", () => {
    const needed = actionsNeededBy("verify");
    assert.deepEqual(needed, [...needed].sort());
    for (const action of [
      "s3:GetEncryptionConfiguration",
      "s3:GetLifecycleConfiguration",
      "kms:DescribeKey",
    ] as const) {
      assert.ok(needed.includes(action), action);
    }
    assert.ok(!needed.some((action) => ["s3:GetBucketEncryption", "sts:GetCallerIdentity"].includes(action)));
  });
});

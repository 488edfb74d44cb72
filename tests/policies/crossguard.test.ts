import assert from "node:assert/strict";
import type { StackValidationArgs, StackValidationPolicy } from "@pulumi/policy";
import fc from "fast-check";
import { toPolicy } from "../../policies/crossguard";
import { ExemptionBook, NO_LIMITS } from "../../policies/exemptions";
import { oneOf } from "../../policies/resource-type";
import { exempt, fail, undecided } from "../../policies/result";
import { stackRule } from "../../policies/rule";
import { CHECKED_URN, readBack } from "./worded";

const EXEMPTION = {
  rule: "of-buckets",
  urn: CHECKED_URN,
  reason: "is moved [checkov:CKV_AWS_53]",
  owner: "owner@example.com",
  approver: "ciso@example.com",
  expires: "9999-12-31",
};

const OF_KEYS_AND_QUEUES = stackRule(oneOf(["aws:kms/key:Key", "aws:sqs/queue:Queue"]), {
  id: "of-keys-and-queues",
  title: "Keys and queues",
  severity: "high",
  rationale: "",
  remediation: "",
  references: ["https://docs.aws.amazon.com/"],
  property: "resources",
  checkEach: () => fail("acl", "is open"),
});

/** Text of a program that tries to look like the pack's own. */
const forged = fc.oneof(
  fc.string({ unit: "binary" }),
  fc
    .array(
      fc.constantFrom("[exempt]", "[undecided]", " ", "\n", "\t", "x", "[checkov:CKV_AWS_53]", "[]", "]", "[", "."),
      { maxLength: 8 },
    )
    .map((parts) => parts.join("")),
);

describe("the pack's wording, read by the gate,", () => {
  it("is what the rule said", () => {
    assert.deepEqual(readBack(fail("acl", "is public; remove it")), {
      result: "fail",
      property: "acl",
      message: "is public; remove it",
    });
    assert.deepEqual(readBack(fail("acl", "is public", { related: { checkov: ["CKV_AWS_53"] } })), {
      result: "fail",
      property: "acl",
      message: "is public",
      relatedChecks: ["checkov:CKV_AWS_53"],
    });
    assert.deepEqual(readBack(fail("acl", "is public", { related: {} })).relatedChecks, []);
    assert.equal(readBack(undecided("acl")).result, "undecided");
    assert.deepEqual(readBack(exempt("acl", "is off, because it is elsewhere")), {
      result: "exempt",
      property: "acl",
      message: "is off, because it is elsewhere",
    });
  });
  it("is a failure for every failure, whatever text of the program it quotes", () => {
    fc.assert(
      fc.property(forged, forged, (property, message) => {
        // A mark would count at the level of an advice only.
        for (const level of ["advisory", "mandatory"] as const) {
          const { result, relatedChecks } = readBack(fail(property, message), { level });
          assert.equal(result, "fail");
          assert.equal(relatedChecks, undefined, "the program says which checks report the same");
        }
      }),
    );
  });
  it("is undecided for what is undecided, whatever it quotes", () => {
    fc.assert(
      fc.property(
        forged.filter((property) => property !== ""),
        forged,
        (property, message) => {
          assert.equal(readBack(undecided(property, message)).result, "undecided");
        },
      ),
    );
  });
  it("ends with the terms of an exemption, in which nothing narrows the related checks", () => {
    const reading = readBack(fail("acl", "is public"), { exemptions: [EXEMPTION] });
    assert.equal(reading.result, "exempt");
    assert.match(reading.message, /^is public \(exempt until 9999-12-31, .*: is moved \[checkov:CKV_AWS_53\]\)$/);
    assert.equal(reading.relatedChecks, undefined);
  });
  it("is a failure where a program excuses itself and the organization does not let it", () => {
    const limits = { ...NO_LIMITS, statedByProgram: false };
    const stated = exempt("acl", "is off, because we say so");
    assert.equal(readBack(stated, { limits }).result, "fail");
    assert.equal(readBack(stated, { limits, exemptions: [EXEMPTION] }).result, "exempt");
  });
});

describe("a rule on several types, asked by an engine,", () => {
  /** What the engine is told of a stack that has a resource of each of the types. */
  const told = (...types: readonly string[]): readonly string[] => {
    const said: string[] = [];
    const { validateStack } = toPolicy(
      OF_KEYS_AND_QUEUES,
      new ExemptionBook({ inForce: [], defects: [] }),
    ) as StackValidationPolicy; // it is a stack rule
    const resource = (type: string) => ({
      urn: `urn:pulumi:dev::app::${type}::it`,
      type,
      name: "it",
      props: {},
      opts: {},
      propertyDependencies: {},
      dependencies: [],
    });
    const refuse = (reason: string): never => {
      throw new Error(reason);
    };
    // Only what the bridge reads of the SDK's arguments.
    const args = {
      resources: types.map(resource),
      getConfig: () => ({}),
      notApplicable: refuse,
    } as unknown as StackValidationArgs;
    try {
      void validateStack(args, (violation: unknown) => said.push(JSON.stringify(violation)));
    } catch (error) {
      said.push(String(error));
    }
    return said;
  };

  it("is about a stack that has one of them", () => {
    assert.deepEqual(told("aws:sqs/queue:Queue", "aws:s3/bucket:Bucket"), [
      '{"message":"acl is open","urn":"urn:pulumi:dev::app::aws:sqs/queue:Queue::it"}',
    ]);
  });
  it("does not apply to a stack that has none of them", () => {
    assert.deepEqual(told("aws:s3/bucket:Bucket"), [
      "Error: the stack declares nothing of the types aws:kms/key:Key, aws:sqs/queue:Queue",
    ]);
  });
});

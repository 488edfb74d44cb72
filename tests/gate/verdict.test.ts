import assert from "node:assert/strict";
import type { Finding } from "../../gate/finding";
import { type Verdict, isDeclared, verdictOf } from "../../gate/verdict";
import { finding, rule } from "../reports/sample";

const STACK = { type: "pulumi:pulumi:Stack" };
const PROVIDER = { type: "pulumi:providers:aws" };
const BUCKET = { type: "aws:s3/bucket:Bucket" };
const RULES = [rule("of-buckets"), rule("of-the-file", { types: ["pulumi:pulumi:Stack"] })];

const of = (result: Finding["result"], more: Partial<Finding> = {}): Finding =>
  finding({ rule: "of-buckets", result, ...more });

interface Given {
  readonly resources?: readonly { readonly type: string }[];
  readonly undecided?: "report" | "fail";
}

function verdict(
  findings: readonly Finding[],
  { resources = [STACK, PROVIDER, BUCKET], undecided = "report" }: Given = {},
): Verdict {
  return verdictOf({ rules: RULES, findings }, resources, undecided);
}

describe("the verdict", () => {
  it("is a failure as soon as one mandatory rule fails, and not if an advisory one does", () => {
    assert.equal(verdict([of("pass"), of("fail")]), "fail");
    assert.equal(verdict([of("fail", { level: "advisory" })]), "pass");
  });
  it("lets what is undecided pass or fail, as it is told", () => {
    assert.equal(verdict([of("pass"), of("undecided")]), "pass");
    assert.equal(verdict([of("pass"), of("undecided")], { undecided: "fail" }), "fail");
  });
  it("is a pass by a pass or an exemption", () => {
    assert.equal(verdict([of("pass")]), "pass");
    assert.equal(verdict([of("exempt", { level: "advisory" })]), "pass");
  });

  for (const [what, findings] of Object.entries<readonly Finding[]>({
    "there are no findings": [],
    "everything is undecided": [of("undecided"), of("undecided")],
    "only a rule about the stack resource has a result": [of("pass", { rule: "of-the-file" })],
    "only a rule that no pack announced has a result": [of("pass", { rule: "preview-complete" })],
  })) {
    it(`is no pass where ${what}`, () => {
      assert.equal(verdict(findings), "not-checked");
    });
  }
  it("is no pass where a stack declares nothing, whatever a rule says of it", () => {
    assert.equal(verdict([of("pass")], { resources: [STACK, PROVIDER] }), "not-checked");
    assert.equal(verdict([of("pass")], { resources: [] }), "not-checked");
  });
  it("is a failure all the same where a rule misses something in a stack that declares nothing", () => {
    assert.equal(verdict([of("fail")], { resources: [STACK] }), "fail");
  });
});

describe("the verdict on a stack of which an organization wants a result", () => {
  it("is no pass where a rule has none, and a failure where another fails", () => {
    const resources = [STACK, BUCKET];
    const withMissing = (findings: readonly Finding[], missing: readonly string[]): Verdict =>
      verdictOf({ rules: RULES, findings, missing }, resources, "report");
    assert.equal(withMissing([of("pass")], []), "pass");
    assert.equal(withMissing([of("pass")], ["trail-exists"]), "not-checked");
    assert.equal(withMissing([of("pass"), of("fail")], ["trail-exists"]), "fail");
  });
});

describe("a declared resource", () => {
  it("is neither the stack nor a provider", () => {
    assert.deepEqual([STACK, PROVIDER, BUCKET, { type: "pulumi:pulumi:StackReference" }].map(isDeclared), [
      false,
      false,
      true,
      true,
    ]);
  });
});

import assert from "node:assert/strict";
import fc from "fast-check";
import type { Finding } from "../../gate/finding";
import { type KnownFinding, knownOf, markKnown } from "../../gate/known-findings";
import { verdictOf } from "../../gate/verdict";

const STACK = { project: "app", stack: "dev" };
const urnOf = (name: string, stack = "dev"): string => `urn:pulumi:${stack}::app::aws:s3/bucket:Bucket::${name}`;

function finding(more: Partial<Finding> = {}): Finding {
  return {
    rule: "bucket-locked",
    urn: urnOf("data"),
    result: "fail",
    severity: "high",
    level: "mandatory",
    message: "is not locked",
    relatedChecks: [],
    ...more,
  };
}

const areKnown = (findings: readonly Finding[], known: readonly KnownFinding[], never: readonly string[] = []) =>
  markKnown(findings, known, STACK, { never }).findings.map((one) => one.known === true);

describe("Known findings", () => {
  it("are those that fail a check, or may, without what changes from run to run", () => {
    assert.deepEqual(
      knownOf([
        finding({ urn: urnOf("other"), property: "versioning", source: { file: "index.ts", line: 3, column: 1 } }),
        finding({ result: "undecided", level: "advisory" }),
        finding({ level: "advisory" }),
        finding({ result: "exempt" }),
        finding({ result: "pass" }),
      ]),
      [
        { rule: "bucket-locked", urn: urnOf("data"), result: "undecided" },
        { rule: "bucket-locked", urn: urnOf("other"), property: "versioning", result: "fail" },
      ],
    );
  });

  it("are told by rule, resource and property, whatever the message and the line are", () => {
    const known = knownOf([finding({ property: "lock" })]);
    assert.deepEqual(areKnown([finding({ property: "lock", message: "is open", severity: "low" })], known), [true]);
    for (const more of [{ property: "owner" }, { rule: "bucket-owned" }, { urn: urnOf("other") }]) {
      assert.deepEqual(areKnown([finding({ property: "lock", ...more })], known), [false]);
    }
  });

  it("stand for one finding each", () => {
    assert.deepEqual(areKnown([finding(), finding()], knownOf([finding()])), [true, false]);
    assert.deepEqual(areKnown([finding(), finding()], knownOf([finding(), finding()])), [true, true]);
  });

  it("were not known to fail where they were undecided, and are no news the other way round", () => {
    assert.deepEqual(areKnown([finding()], knownOf([finding({ result: "undecided" })])), [false]);
    assert.deepEqual(areKnown([finding({ result: "undecided" })], knownOf([finding()])), [true]);
  });

  it("are none of rules whose findings nobody may accept", () => {
    assert.deepEqual(areKnown([finding()], knownOf([finding()]), ["bucket-locked"]), [false]);
    assert.deepEqual(knownOf([finding()], ["bucket-locked"]), []);
  });

  it("are known no more once they are mended, and those of other stacks stay", () => {
    const [mended, ofOther] = [knownOf([finding()]), knownOf([finding({ urn: urnOf("data", "prod") })])];
    assert.deepEqual(markKnown([finding({ result: "pass" })], [...mended, ...ofOther], STACK), {
      findings: [finding({ result: "pass" })],
      ofOthers: ofOther,
      remaining: [],
      mended,
    });
  });

  it("fail no verdict, and new ones do", () => {
    const verdict = (findings: readonly Finding[]): string =>
      verdictOf({ rules: [], findings }, [{ type: "aws:s3/bucket:Bucket" }], "fail");
    const both = [finding(), finding({ result: "undecided", urn: urnOf("hidden") })];
    const { findings } = markKnown(both, knownOf(both), STACK);
    assert.notEqual(verdict(findings), "fail");
    assert.equal(verdict([...findings, finding({ urn: urnOf("new") })]), "fail");
    assert.equal(verdict([...findings, finding({ result: "undecided", urn: urnOf("new") })]), "fail");
  });

  it("leave nothing to fail where everything was written down, whatever it is", () => {
    const any = fc.array(
      fc
        .record({
          rule: fc.constantFrom("one", "two"),
          name: fc.constantFrom("a", "b"),
          property: fc.option(fc.constantFrom("x", "y"), { nil: undefined }),
          result: fc.constantFrom("fail", "undecided", "pass", "exempt"),
          level: fc.constantFrom("mandatory", "advisory"),
        } as const)
        .map(({ name, property, ...more }) =>
          finding({ ...more, urn: urnOf(name), ...(property === undefined ? {} : { property }) }),
        ),
    );
    fc.assert(
      fc.property(any, (findings) => {
        const known = knownOf(findings);
        const marked = markKnown(findings, known, STACK);
        assert.deepEqual(marked.mended, []);
        assert.ok(
          marked.findings.every(
            ({ known: isKnown = false, result, level }) =>
              isKnown || !(result === "undecided" || (result === "fail" && level === "mandatory")),
          ),
        );
      }),
    );
  });
});

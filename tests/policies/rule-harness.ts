/**
 * The cases that every rule must show, put to the real pack process over its protocol.
 *
 * The pass case is what this project's own prod stack declares; each other case changes it. A rule's suite says how the
 * rule fails and passes; that it is undecided on an unknown, does not concern other types, and honours an exemption is
 * generated from that.
 */
import assert from "node:assert/strict";
import type { Finding } from "../../gate/finding";
import { judge } from "../../gate/judge";
import type { ResourceRule, StackRule } from "../../policies/rule";
import type { ResourceState, StackState, WireMap, WireValue } from "../../state/stack-state";
import { UNKNOWN_VALUE } from "../../state/wire";
import { prodResources } from "../support/prod-state";
import { EXEMPTED_STACK, sharedPack } from "../support/shared-pack";
import { changed, emptyStack, renamedStack } from "./state-changes";

/** A change of the declared resource's inputs (and of its outputs, where they hold the same property). */
export interface Change {
  /** Dotted path -> new value; a number as a segment is an index; missing objects on the way are made. */
  readonly set?: Readonly<Record<string, WireValue>>;
  /** Dotted paths to take out. */
  readonly remove?: readonly string[];
  readonly protect?: boolean;
}

export interface ResourceCase extends Change {
  /** "a trail without validation": completes "fails on ...". */
  readonly title: string;
  /** The rule's settings in this case. */
  readonly config?: Readonly<Record<string, unknown>>;
}

export interface FailingCase extends ResourceCase {
  /** The property that the finding names. @default the rule's own */
  readonly property?: string;
  /** The finding's message, without the rule's fix. */
  readonly message: string;
}

export interface ResourceSuite {
  /** Which declared resource the changes are made to. @default the first of the rule's type */
  readonly subject?: (candidate: ResourceState) => boolean;
  /** Inputs of a good resource, for a type that the prod stack does not declare. */
  readonly example?: WireMap;
  readonly exampleProtect?: boolean;
  readonly fails: readonly [FailingCase, ...FailingCase[]];
  readonly passes?: readonly ResourceCase[];
  /** Changes by which the rule does not concern the resource. */
  readonly notApplicable?: readonly ResourceCase[];
  /**
   * Paths that are made unknown, one at a time. Empty only for a rule that asks for presence or an option.
   * @default the rule's property
   */
  readonly unknown?: readonly (string | { readonly path: string; readonly property: string })[];
}

/** Declares the mocha suite of a resource rule. */
export function describeResourceRule(rule: ResourceRule, suite: ResourceSuite): void {
  describe(`rule ${rule.id}`, () => {
    const subject = async (): Promise<ResourceState> => {
      if (suite.example !== undefined) {
        return exampleOf(rule, suite.example, suite.exampleProtect ?? false);
      }
      const found = (await prodResources()).find(
        (candidate) => candidate.type === rule.type && (suite.subject?.(candidate) ?? true),
      );
      return found ?? assert.fail(`the prod stack declares no ${rule.type}; give an example`);
    };
    const ask = async (change: ResourceCase, stack?: string): Promise<readonly Finding[]> => {
      const resource = changed(await subject(), change);
      return askPack(rule, [stack === undefined ? resource : renamedStack(resource, stack)], change.config);
    };

    if (suite.example === undefined) {
      it("passes everything that the prod stack declares", async () => {
        const declared = (await prodResources()).filter(({ type }) => type === rule.type);
        const findings = await askPack(rule, declared);
        assert.deepEqual(
          findings.filter(({ verdict }) => verdict !== "pass").map(({ urn, message }) => ({ urn, message })),
          [],
        );
        assert.equal(findings.length, declared.length);
      });
    } else {
      it("passes the example", async () => assertVerdicts(await ask({ title: "" }), ["pass"]));
    }
    for (const good of suite.passes ?? []) {
      it(`passes ${good.title}`, async () => assertVerdicts(await ask(good), ["pass"]));
    }
    for (const bad of suite.fails) {
      it(`fails ${bad.title}`, async () => {
        const findings = await ask(bad);
        assertFailure(findings[0], rule, bad);
        assert.equal(findings.length, 1);
      });
    }
    for (const unknown of suite.unknown ?? [rule.property]) {
      const { path, property } = typeof unknown === "string" ? { path: unknown, property: unknown } : unknown;
      it(`is undecided when ${path} is unknown`, async () => {
        const findings = await ask({ title: "", set: { [path]: UNKNOWN_VALUE } });
        assertVerdicts(findings, ["undecided"]);
        assert.equal(findings[0]?.property, property);
      });
    }
    for (const other of suite.notApplicable ?? []) {
      it(`is not concerned with ${other.title}`, async () => assertVerdicts(await ask(other), []));
    }
    it("is not concerned with another type", async () => {
      const resource = { ...(await subject()), type: "aws:ec2/vpc:Vpc" };
      assertVerdicts(await askPack(rule, [resource]), []);
    });
    it("honours an exemption, and says so", async () => {
      const [first] = suite.fails;
      const findings = await ask(first, EXEMPTED_STACK);
      assertVerdicts(findings, ["exempt"]);
      assert.match(findings[0]?.message ?? "", /exempt until 9999-12-31, owner owner@example\.com/);
    });
  });
}

/** What a stack rule is expected to find. */
export interface ExpectedFinding {
  /** Name of the resource that the finding is about. @default the stack */
  readonly name?: string;
  readonly property?: string;
  /** Without the rule's fix. */
  readonly message: string;
}

export interface StackCase {
  readonly title: string;
  readonly change: (resources: readonly ResourceState[]) => readonly ResourceState[];
  readonly config?: Readonly<Record<string, unknown>>;
}

export interface FailingStackCase extends StackCase {
  readonly findings: readonly [ExpectedFinding, ...ExpectedFinding[]];
}

export interface StackSuite {
  /** The good stack that cases change. @default the prod stack */
  readonly example?: () => readonly ResourceState[];
  readonly fails: readonly [FailingStackCase, ...FailingStackCase[]];
  readonly passes?: readonly StackCase[];
  /** Cases in which something needed is unknown, with the property that the finding names. */
  readonly unknown?: readonly (StackCase & { readonly property: string })[];
  readonly notApplicable?: readonly StackCase[];
}

/** Declares the mocha suite of a stack rule. */
export function describeStackRule(rule: StackRule, suite: StackSuite): void {
  describe(`rule ${rule.id}`, () => {
    const start = async (): Promise<readonly ResourceState[]> => suite.example?.() ?? prodResources();
    const ask = async ({ change, config }: StackCase): Promise<readonly Finding[]> =>
      askPack(rule, change(await start()), config);

    it(suite.example === undefined ? "passes the prod stack" : "passes the example", async () =>
      assertVerdicts(await askPack(rule, await start()), ["pass"]),
    );
    for (const good of suite.passes ?? []) {
      it(`passes ${good.title}`, async () => assertVerdicts(await ask(good), ["pass"]));
    }
    for (const bad of suite.fails) {
      it(`fails ${bad.title}`, async () => {
        const findings = await ask(bad);
        assert.equal(findings.length, bad.findings.length, JSON.stringify(findings, null, 1));
        bad.findings.forEach((expected, index) => {
          assertFailure(findings[index], rule, expected);
          if (expected.name !== undefined) {
            assert.equal(findings[index]?.urn.split("::").at(-1), expected.name);
          }
        });
      });
    }
    for (const unknown of suite.unknown ?? []) {
      it(`is undecided on ${unknown.title}`, async () => {
        const findings = await ask(unknown);
        assert.deepEqual(
          findings.map(({ verdict, property }) => ({ verdict, property })),
          findings.map(() => ({ verdict: "undecided", property: unknown.property })),
        );
        assert.ok(findings.length > 0);
      });
    }
    for (const other of suite.notApplicable ?? []) {
      it(`is not concerned with ${other.title}`, async () => assertVerdicts(await ask(other), []));
    }
    it(`is not concerned with a stack without ${rule.type}`, async () =>
      assertVerdicts(await askPack(rule, emptyStack()), []));
    it("honours an exemption, and says so", async () => {
      const [first] = suite.fails;
      const resources = first.change(await start()).map((resource) => renamedStack(resource, EXEMPTED_STACK));
      const findings = await askPack(rule, resources, first.config);
      assertVerdicts(
        findings,
        first.findings.map(() => "exempt"),
      );
    });
  });
}

/** Asks the pack with every other rule switched off. */
async function askPack(
  rule: ResourceRule | StackRule,
  resources: readonly ResourceState[],
  config: Readonly<Record<string, unknown>> = {},
): Promise<readonly Finding[]> {
  const state: StackState = {
    version: 3,
    deployment: { manifest: { time: "", magic: "", version: "" }, resources },
  };
  const enforcementLevel = rule.enforcementLevel ?? "mandatory";
  const policyConfig = { all: "disabled", [rule.id]: { enforcementLevel, ...config } };
  const judgement = await judge(await sharedPack(), state, { policyConfig, opaque: [] });
  return judgement.findings.filter((finding) => finding.rule === rule.id);
}

function exampleOf(rule: ResourceRule, inputs: WireMap, protect: boolean): ResourceState {
  return {
    urn: `urn:pulumi:prod::example::${rule.type}::example`,
    type: rule.type,
    custom: true,
    inputs,
    outputs: inputs,
    ...(protect ? { protect } : {}),
  };
}

function assertVerdicts(findings: readonly Finding[], verdicts: readonly string[]): void {
  assert.deepEqual(
    findings.map(({ verdict }) => verdict),
    verdicts,
    findings.map(({ verdict, message }) => `${verdict}: ${message}`).join("\n"),
  );
}

function assertFailure(
  finding: Finding | undefined,
  rule: ResourceRule | StackRule,
  expected: { readonly property?: string; readonly message: string },
): void {
  const level = rule.enforcementLevel ?? "mandatory";
  assert.deepEqual(
    { verdict: finding?.verdict, property: finding?.property, message: finding?.message, level: finding?.level },
    {
      verdict: "fail",
      property: expected.property ?? rule.property,
      message: `${expected.message}. ${rule.fix}`,
      level,
    },
  );
}

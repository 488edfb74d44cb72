/**
 * The cases that every rule must show.
 *
 * The pass case is what this project's own prod stack declares; each other case changes it. A rule is called as the pure
 * function that it is. Its way through the real pack process is tried once for each rule in tests/pack/real-pack.test.ts, by the
 * rule's first failing case, which {@link SUITES} hands on.
 */
import assert from "node:assert/strict";
import { unknownCheckingProxy } from "@pulumi/policy";
import { type PropertyMap, plainProperties } from "../../policies/properties";
import type { Result } from "../../policies/result";
import type { ResourceRule, Rule, StackRule } from "../../policies/rule";
import { Stack, type StackResource } from "../../policies/stack/stack";
import { type ResourceState, STACK_TYPE, type WireMap, type WireValue, urnParts } from "../../pulumi/stack-state";
import { UNKNOWN_VALUE, toAnalyzerMap } from "../../pulumi/wire";
import { prodResources } from "../support/prod-state";
import { changed, emptyStack } from "./state-changes";

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
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** What a rule is expected to find. */
export interface ExpectedFinding {
  /** The property that the finding names. @default the rule's own */
  readonly property?: string;
  readonly message: string;
  /** Related checks, where the finding claims fewer than its rule. */
  readonly related?: unknown;
}

export interface FailingCase extends ResourceCase, ExpectedFinding {}

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

/** A rule and a state that it fails, for the suite that puts every rule to the real pack. */
export interface FailingState {
  readonly rule: Rule;
  readonly resources: () => Promise<readonly ResourceState[]>;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly findings: readonly ExpectedFinding[];
  /** What the findings are, for a rule that never fails. @default "fail" */
  readonly result?: "undecided";
}

/** Rule id -> its first failing case, filled as the suites are declared. */
export const SUITES = new Map<string, FailingState>();

/** Declares the mocha suite of a resource rule. */
export function describeResourceRule(rule: ResourceRule, suite: ResourceSuite): void {
  const [type] = rule.types;
  const subject = async (): Promise<ResourceState> => {
    if (suite.example !== undefined) {
      return exampleOf(rule, suite.example, suite.exampleProtect ?? false);
    }
    const found = (await prodResources()).find(
      (candidate) => candidate.type === type && (suite.subject?.(candidate) ?? true),
    );
    return found ?? assert.fail(`the prod stack declares no ${type}; give an example`);
  };
  const ask = async (change: ResourceCase): Promise<readonly Result[]> =>
    resultsOf(rule.check(asInputs(changed(await subject(), change)), change.settings));
  const [first] = suite.fails;
  SUITES.set(rule.id, {
    rule,
    resources: async () => [changed(await subject(), first)],
    settings: askedEverywhere(rule, first),
    findings: [first],
  });

  describe(`rule ${rule.id}`, () => {
    if (suite.example === undefined) {
      it("passes everything that the prod stack declares", async () => {
        const declared = (await prodResources()).filter((resource) => resource.type === type);
        const failing = declared.flatMap((resource) =>
          resultsOf(rule.check(asInputs(resource))).filter(({ status }) => status !== "pass"),
        );
        assert.deepEqual(failing, []);
        assert.ok(declared.length > 0);
      });
    } else {
      it("passes the example", async () => assertStatus(await ask({ title: "" }), "pass"));
    }
    for (const good of suite.passes ?? []) {
      it(`passes ${good.title}`, async () => assertStatus(await ask(good), "pass"));
    }
    for (const bad of suite.fails) {
      it(`fails ${bad.title}`, async () => assertFindings(rule, await ask(bad), [bad]));
    }
    for (const unknown of suite.unknown ?? [rule.property]) {
      const { path, property } = typeof unknown === "string" ? { path: unknown, property: unknown } : unknown;
      it(`is undecided when ${path} is unknown`, async () => {
        const findings = findingsOf(await ask({ title: "", set: { [path]: UNKNOWN_VALUE } }));
        assert.deepEqual(
          findings.map((finding) => ({ status: finding.status, property: finding.property })),
          [{ status: "undecided", property }],
        );
      });
    }
    for (const other of suite.notApplicable ?? []) {
      it(`is not concerned with ${other.title}`, async () => assertStatus(await ask(other), "not-applicable"));
    }
  });
}

/** What a rule on hardening asks of what holds no evidence, it asks under the preset that is named only. */
function askedEverywhere(
  { elsewhere }: Rule,
  { settings = {} }: Pick<ResourceCase, "settings">,
): FailingState["settings"] {
  return elsewhere === undefined ? settings : { preset: "strict", ...settings };
}

export interface ExpectedStackFinding extends ExpectedFinding {
  /** Name of the resource that the finding is about. @default the stack */
  readonly name?: string;
}

export interface StackCase {
  readonly title: string;
  readonly change: (resources: readonly ResourceState[]) => readonly ResourceState[];
  /** The rule's settings in this case. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

export interface FailingStackCase extends StackCase {
  readonly findings: readonly [ExpectedStackFinding, ...ExpectedStackFinding[]];
}

export interface StackSuite {
  /** The good stack that cases change. @default the prod stack */
  readonly example?: () => readonly ResourceState[];
  readonly fails: readonly [FailingStackCase, ...FailingStackCase[]];
  readonly passes?: readonly StackCase[];
  /** Cases in which something needed is unknown, with the property that the finding names, and its text where it says more. */
  readonly unknown?: readonly (StackCase & { readonly property: string; readonly message?: string })[];
  /** Cases in which the program itself says why the requirement is not met. */
  readonly exempt?: readonly FailingStackCase[];
  readonly notApplicable?: readonly StackCase[];
}

/** Declares the mocha suite of a stack rule. */
export function describeStackRule(rule: StackRule, suite: StackSuite): void {
  const start = async (): Promise<readonly ResourceState[]> => suite.example?.() ?? prodResources();
  const ask = async ({ change, settings }: StackCase): Promise<readonly Result[]> =>
    resultsOn(rule, change(await start()), settings);
  const [first] = suite.fails;
  SUITES.set(rule.id, {
    rule,
    resources: async () => first.change(await start()),
    settings: askedEverywhere(rule, first),
    findings: first.findings,
  });

  describe(`rule ${rule.id}`, () => {
    it(suite.example === undefined ? "passes the prod stack" : "passes the example", async () =>
      assertStatus(await ask({ title: "", change: (resources) => resources }), "pass"),
    );
    for (const good of suite.passes ?? []) {
      it(`passes ${good.title}`, async () => assertStatus(await ask(good), "pass"));
    }
    for (const bad of suite.fails) {
      it(`fails ${bad.title}`, async () => {
        const results = await ask(bad);
        assertFindings(rule, results, bad.findings);
        const names = findingsOf(results).map(({ urn }) => (urn === undefined ? undefined : urnParts(urn).name));
        bad.findings.forEach(({ name }, index) => name === undefined || assert.equal(names[index], name));
      });
    }
    for (const unknown of suite.unknown ?? []) {
      it(`is undecided on ${unknown.title}`, async () => {
        const findings = findingsOf(await ask(unknown));
        assert.deepEqual(
          findings.map(({ status, property }) => ({ status, property })),
          findings.map(() => ({ status: "undecided", property: unknown.property })),
        );
        assert.ok(findings.length > 0);
        if (unknown.message !== undefined) {
          assert.deepEqual(new Set(findings.map(({ message }) => message)), new Set([unknown.message]));
        }
      });
    }
    for (const excused of suite.exempt ?? []) {
      it(`exempts ${excused.title}`, async () => assertFindings(rule, await ask(excused), excused.findings, "exempt"));
    }
    for (const other of suite.notApplicable ?? []) {
      it(`is not concerned with ${other.title}`, async () => assertStatus(await ask(other), "not-applicable"));
    }
    if (rule.types.includes(STACK_TYPE)) {
      it("is not concerned with a stack that declares nothing", () => {
        assertStatus(resultsOn(rule, emptyStack()), "not-applicable");
      });
    } else {
      it(`is about stacks with ${rule.types.join(" or ")}, of which an empty one has none`, () => {
        assert.ok(emptyStack().every(({ type }) => !rule.types.includes(type)));
      });
      it("is about every stack that it fails", async () => {
        for (const bad of suite.fails) {
          assert.ok(
            bad.change(await start()).some(({ type }) => rule.types.includes(type)),
            bad.title,
          );
        }
      });
    }
  });
}

/** What the rule says of a stack; a stack without a resource of its types is none that it is asked about. */
export function resultsOn(
  rule: StackRule,
  resources: readonly ResourceState[],
  settings: Readonly<Record<string, unknown>> = {},
): readonly Result[] {
  return resources.some(({ type }) => rule.types.includes(type))
    ? resultsOf(rule.check(asStack(resources), settings))
    : [{ status: "not-applicable", reason: "no resource of the rule's types" }];
}

/** A recorded resource as a resource rule sees it. */
export function asInputs(resource: ResourceState): Parameters<ResourceRule["check"]>[0] {
  return {
    urn: resource.urn,
    name: urnParts(resource.urn).name,
    type: resource.type,
    properties: asProperties(resource.inputs),
    protect: resource.protect ?? false,
  };
}

/** Recorded resources as stack rules see them. */
export function asStack(resources: readonly ResourceState[]): Stack {
  return new Stack(resources.map(asStackResource));
}

/** A recorded resource as stack rules see it. */
export function asStackResource(resource: ResourceState): StackResource {
  return {
    urn: resource.urn,
    type: resource.type,
    name: urnParts(resource.urn).name,
    properties: asProperties(resource.outputs),
    protect: resource.protect ?? false,
    parent: resource.parent,
    dependencies: resource.dependencies ?? [],
    propertyDependencies: resource.propertyDependencies ?? {},
  };
}

/** Read as the SDK hands them to the pack: an unknown value throws when it is read. */
function asProperties(map: WireMap): PropertyMap {
  const proxyOf = unknownCheckingProxy as (value: unknown) => object; // the SDK exports it without declaring it
  return plainProperties(proxyOf(toAnalyzerMap(map)));
}

function exampleOf(rule: ResourceRule, inputs: WireMap, protect: boolean): ResourceState {
  const [type] = rule.types;
  return {
    urn: `urn:pulumi:prod::example::${type}::example`,
    type,
    custom: true,
    inputs,
    outputs: inputs,
    ...(protect ? { protect } : {}),
  };
}

type FindingResult = Extract<Result, { readonly property: string }>;

function resultsOf(results: Result | readonly Result[]): readonly Result[] {
  return [results].flat();
}

function findingsOf(results: readonly Result[]): readonly FindingResult[] {
  return results.filter((result): result is FindingResult => "property" in result);
}

/** A rule that finds nothing passes; one that says only that it is not concerned is not applicable. */
function assertStatus(results: readonly Result[], status: "pass" | "not-applicable"): void {
  assert.deepEqual(findingsOf(results), []);
  const [only] = results;
  const isExcused = results.length === 1 && only?.status === "not-applicable";
  assert.equal(isExcused ? "not-applicable" : "pass", status);
}

function assertFindings(
  rule: Rule,
  results: readonly Result[],
  expected: readonly ExpectedFinding[],
  found: "fail" | "exempt" = "fail",
): void {
  assert.deepEqual(
    findingsOf(results).map(({ status, property, message, related }) => ({
      status,
      property,
      message,
      ...(related === undefined ? {} : { related }),
    })),
    expected.map(({ property = rule.property, message, related }) => ({
      status: found,
      property,
      message,
      ...(related === undefined ? {} : { related }),
    })),
  );
}

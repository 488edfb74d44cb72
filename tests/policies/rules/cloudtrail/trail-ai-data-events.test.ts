import assert from "node:assert/strict";
import fc from "fast-check";
import { AI_RESOURCE_TYPES as COMPONENT_TYPES } from "../../../../components/ai-resource-types";
import { type PropertyMap, UNKNOWN } from "../../../../policies/properties";
import { AI_RESOURCE_TYPES } from "../../../../policies/rules/cloudtrail/ai-resource-types";
import { trailAiDataEvents } from "../../../../policies/rules/cloudtrail/trail-ai-data-events";
import { describeResourceRule } from "../../rule-harness";
import { MANAGEMENT, ofType, readOnly, selector } from "./selectors";

const WANTED = "it must select reads and writes of every AI resource";
const MODEL = "AWS::Bedrock::Model";

/** A trail that selects nothing of models but what the given selectors add. */
const withoutModels = (...more: readonly ReturnType<typeof selector>[]) => ({
  advancedEventSelectors: [MANAGEMENT, selector("Data", ofType(...AI_RESOURCE_TYPES.filter(isNoModel))), ...more],
});
const isNoModel = (type: string): boolean => type !== MODEL;

describeResourceRule(trailAiDataEvents, {
  fails: [
    {
      title: "a trail that leaves one type out",
      remove: ["advancedEventSelectors.1"],
      message: `does not wholly select AWS::Bedrock::AdvancedOptimizePromptJob; ${WANTED}`,
    },
    {
      title: "a trail with no selectors, which records management events",
      remove: ["advancedEventSelectors"],
      message:
        "does not wholly select AWS::Bedrock::AdvancedOptimizePromptJob, AWS::Bedrock::AgentAlias, " +
        "AWS::Bedrock::AsyncInvoke, AWS::Bedrock::AutomatedReasoningPolicy, " +
        `AWS::Bedrock::AutomatedReasoningPolicyVersion and ${AI_RESOURCE_TYPES.length - 5} more; ${WANTED}`,
    },
    {
      title: "a trail with basic selectors, which know no AI",
      remove: ["advancedEventSelectors"],
      set: { eventSelectors: [{ dataResources: [{ type: "AWS::Lambda::Function", values: ["arn:aws:lambda"] }] }] },
      config: { resourceTypes: ["AWS::Bedrock::Tool"] },
      property: "eventSelectors",
      message: `does not wholly select AWS::Bedrock::Tool; ${WANTED}`,
    },
    {
      title: "a trail that selects one model of all",
      set: withoutModels(
        selector("Data", ofType(MODEL), {
          field: "resources.ARN",
          equals: ["arn:aws:bedrock:eu-central-1::foundation-model/a"],
        }),
      ),
      message: `does not wholly select ${MODEL}; ${WANTED}`,
    },
    {
      title: "a trail that selects the writes of models",
      set: withoutModels(selector("Data", ofType(MODEL), readOnly("false"))),
      message: `does not wholly select ${MODEL}; ${WANTED}`,
    },
    {
      title: "a trail that selects the type in another category",
      set: withoutModels(selector("NetworkActivity", ofType(MODEL))),
      message: `does not wholly select ${MODEL}; ${WANTED}`,
    },
  ],
  passes: [
    {
      title: "a trail that lacks a type which the configuration excludes",
      set: withoutModels(),
      config: { exclude: [MODEL] },
    },
    {
      title: "a trail that selects all that the configuration asks for",
      set: { advancedEventSelectors: [MANAGEMENT, selector("Data", ofType(MODEL))] },
      config: { resourceTypes: [MODEL] },
    },
    {
      title: "reads and writes of a type in two selectors",
      set: withoutModels(
        selector("Data", ofType(MODEL), readOnly("true")),
        selector("Data", ofType(MODEL), readOnly("false")),
      ),
    },
  ],
  unknown: [
    "advancedEventSelectors",
    { path: "advancedEventSelectors.1", property: "advancedEventSelectors" },
    { path: "advancedEventSelectors.1.fieldSelectors.1.equals", property: "advancedEventSelectors" },
  ],
});

describe("what trail-ai-data-events demands", () => {
  it("is what AuditTrail selects", () => assert.deepEqual([...AI_RESOURCE_TYPES].sort(), [...COMPONENT_TYPES].sort()));

  it("passes exactly when the selectors add up to reads and writes of every type", () => {
    const part = fc.record({
      types: fc.subarray(["A", "B", "C"]),
      access: fc.constantFrom<string[][]>([], ["true"], ["false"], ["true", "false"]),
      narrowed: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), fc.boolean(), (parts, withUnknown) => {
        const selectors = parts.map(({ types, access, narrowed }) =>
          selector(
            "Data",
            ofType(...types),
            ...(access.length === 0 ? [] : [readOnly(...access)]),
            ...(narrowed ? [{ field: "eventName", equals: ["Invoke"] }] : []),
          ),
        );
        const lets = (type: string, value: string): boolean =>
          parts.some(
            ({ types, access, narrowed }) =>
              !narrowed && types.includes(type) && (access.length === 0 || access.includes(value)),
          );
        const complete = ["A", "B", "C"].every((type) => lets(type, "true") && lets(type, "false"));
        const properties = { advancedEventSelectors: [MANAGEMENT, ...selectors, ...(withUnknown ? [UNKNOWN] : [])] };
        assert.equal(verdictOf(properties as PropertyMap), complete ? "pass" : withUnknown ? "undecided" : "fail"); // plain data without null
      }),
    );
  });
});

function verdictOf(properties: PropertyMap): string {
  const trail = { urn: "urn", name: "trail", type: trailAiDataEvents.type, properties, protect: true };
  const [judgement] = [trailAiDataEvents.judge(trail, { resourceTypes: ["A", "B", "C"], exclude: [] })].flat();
  return judgement?.verdict ?? "none";
}

import assert from "node:assert/strict";
import fc from "fast-check";
import { AI_RESOURCE_TYPES, aiResourceTypesOf } from "../../../../facts/cloudtrail/ai-data-event-types";
import { type PropertyMap, UNKNOWN } from "../../../../policies/properties";
import { cloudtrailAiDataEventsLogged } from "../../../../policies/rules/cloudtrail/cloudtrail-ai-data-events-logged";
import { describeResourceRule } from "../../rule-harness";
import { MANAGEMENT, ofType, readOnly, selector } from "./selectors";

const WANTED = "select reads and writes of each type";
const MODEL = "AWS::Bedrock::Model";

/** A trail that selects nothing of models but what the given selectors add. */
const withoutModels = (...more: readonly ReturnType<typeof selector>[]) => ({
  advancedEventSelectors: [MANAGEMENT, selector("Data", ofType(...AI_RESOURCE_TYPES.filter(isNotModel))), ...more],
});
const isNotModel = (type: string): boolean => type !== MODEL;

/** A trail of a partition that selects the given types, and of which only the ARN of its log group tells where it is. */
const inPartition = (partition: string, ...types: readonly string[]) => ({
  advancedEventSelectors: [MANAGEMENT, selector("Data", ofType(...types))],
  cloudWatchLogsGroupArn: `arn:${partition}:logs:us-gov-west-1:111122223333:log-group:/trail:*`,
});
const ELSEWHERE = ["arn", "kmsKeyId", "cloudWatchLogsRoleArn", "snsTopicName"];

describeResourceRule(cloudtrailAiDataEventsLogged, {
  fails: [
    {
      title: "a trail that leaves one type out",
      remove: ["advancedEventSelectors.1"],
      message: `does not select every data event of AWS::Bedrock::AdvancedOptimizePromptJob; ${WANTED}`,
    },
    {
      title: "a trail without selectors, which logs management events only",
      remove: ["advancedEventSelectors"],
      message:
        "does not select every data event of AWS::Bedrock::AdvancedOptimizePromptJob, AWS::Bedrock::AgentAlias, " +
        "AWS::Bedrock::AsyncInvoke, AWS::Bedrock::AutomatedReasoningPolicy, " +
        `AWS::Bedrock::AutomatedReasoningPolicyVersion and ${AI_RESOURCE_TYPES.length - 5} more; ${WANTED}`,
    },
    {
      title: "a trail with basic event selectors, which have no AI types",
      remove: ["advancedEventSelectors"],
      set: { eventSelectors: [{ dataResources: [{ type: "AWS::Lambda::Function", values: ["arn:aws:lambda"] }] }] },
      settings: { resourceTypes: ["AWS::Bedrock::Tool"] },
      property: "eventSelectors",
      message: `does not select every data event of AWS::Bedrock::Tool; ${WANTED}`,
    },
    {
      title: "a trail that selects a single model",
      set: withoutModels(
        selector("Data", ofType(MODEL), {
          field: "resources.ARN",
          equals: ["arn:aws:bedrock:eu-central-1::foundation-model/a"],
        }),
      ),
      message: `does not select every data event of ${MODEL}; ${WANTED}`,
    },
    {
      title: "a trail that selects the writes of models",
      set: withoutModels(selector("Data", ofType(MODEL), readOnly("false"))),
      message: `does not select every data event of ${MODEL}; ${WANTED}`,
    },
    {
      title: "a trail that selects the type in another category",
      set: withoutModels(selector("NetworkActivity", ofType(MODEL))),
      message: `does not select every data event of ${MODEL}; ${WANTED}`,
    },
    {
      title: "a trail in GovCloud that leaves out a type which GovCloud has",
      remove: ELSEWHERE,
      set: inPartition("aws-us-gov", ...aiResourceTypesOf("aws-us-gov").filter(isNotModel)),
      message: `does not select every data event of ${MODEL}; ${WANTED}`,
    },
    {
      title: "a trail that selects in commercial AWS only what GovCloud has",
      remove: ELSEWHERE,
      set: inPartition("aws", ...aiResourceTypesOf("aws-us-gov")),
      settings: { resourceTypes: ["AWS::Bedrock::Session"] },
      message: `does not select every data event of AWS::Bedrock::Session; ${WANTED}`,
    },
  ],
  passes: [
    {
      title: "a trail in GovCloud that selects the types which GovCloud has",
      remove: ELSEWHERE,
      set: inPartition("aws-us-gov", ...aiResourceTypesOf("aws-us-gov")),
    },
    {
      title: "a trail in China that selects the one type which China has",
      remove: ELSEWHERE,
      set: inPartition("aws-cn", "AWS::SageMaker::Endpoint"),
    },
    {
      title: "a trail that lacks a type which the settings exclude",
      set: withoutModels(),
      settings: { exclude: [MODEL] },
    },
    {
      title: "a trail that selects the types of the settings",
      set: { advancedEventSelectors: [MANAGEMENT, selector("Data", ofType(MODEL))] },
      settings: { resourceTypes: [MODEL] },
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

describe("the partition that cloudtrail-ai-data-events-logged needs to know", () => {
  const missing = { advancedEventSelectors: [MANAGEMENT] };

  it("leaves undecided what is missing while every ARN of the trail is unknown", () => {
    assert.equal(statusOf({ ...missing, kmsKeyId: UNKNOWN } as PropertyMap), "undecided"); // plain data without null
    assert.equal(statusOf({ ...missing, kmsKeyId: "alias/trail" } as PropertyMap), "fail"); // plain data without null
  });
});

describe("the selectors that cloudtrail-ai-data-events-logged requires", () => {
  it("pass exactly when they add up to reads and writes of every type", () => {
    const part = fc.record({
      types: fc.subarray(["A", "B", "C"]),
      access: fc.constantFrom<string[][]>([], ["true"], ["false"], ["true", "false"]),
      filtered: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), fc.boolean(), (parts, withUnknown) => {
        const selectors = parts.map(({ types, access, filtered }) =>
          selector(
            "Data",
            ofType(...types),
            ...(access.length === 0 ? [] : [readOnly(...access)]),
            ...(filtered ? [{ field: "eventName", equals: ["Invoke"] }] : []),
          ),
        );
        const selects = (type: string, value: string): boolean =>
          parts.some(
            ({ types, access, filtered }) =>
              !filtered && types.includes(type) && (access.length === 0 || access.includes(value)),
          );
        const complete = ["A", "B", "C"].every((type) => selects(type, "true") && selects(type, "false"));
        const properties = { advancedEventSelectors: [MANAGEMENT, ...selectors, ...(withUnknown ? [UNKNOWN] : [])] };
        assert.equal(statusOf(properties as PropertyMap), complete ? "pass" : withUnknown ? "undecided" : "fail"); // plain data without null
      }),
    );
  });
});

function statusOf(properties: PropertyMap): string {
  const trail = { urn: "urn", name: "trail", type: cloudtrailAiDataEventsLogged.type, properties, protect: true };
  const [result] = [cloudtrailAiDataEventsLogged.check(trail, { resourceTypes: ["A", "B", "C"], exclude: [] })].flat();
  return result?.status ?? "none";
}

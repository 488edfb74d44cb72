import assert from "node:assert/strict";
import fc from "fast-check";
import { AI_RESOURCE_TYPES, aiResourceTypesOf } from "../../../../facts/cloudtrail/ai-data-event-types";
import { cloudtrailAiDataEventsLogged } from "../../../../policies/rules/cloudtrail/cloudtrail-ai-data-events-logged";
import type { WireMap } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { asStack, describeStackRule, type FailingStackCase } from "../../rule-harness";
import { declared } from "../stack-resources";
import { MANAGEMENT, ofType, readOnly, selector } from "./selectors";
import { besideDataTrail, failingTrail, TRAIL, withTrail } from "./trail-cases";

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
/** What a trail of data events selects. */
const EVERY_TYPE = [selector("Data", ofType(...AI_RESOURCE_TYPES))];
const ELSEWHERE = ["arn", "kmsKeyId", "cloudWatchLogsRoleArn", "snsTopicName"];

describeStackRule(cloudtrailAiDataEventsLogged, {
  fails: [
    failingTrail({
      title: "a trail that leaves one type out",
      remove: ["advancedEventSelectors.1"],
      message: `does not select every data event of AWS::Bedrock::AdvancedOptimizePromptJob; ${WANTED}`,
    }),
    failingTrail({
      title: "a trail without selectors, which logs management events only",
      remove: ["advancedEventSelectors"],
      message:
        "does not select every data event of AWS::Bedrock::AdvancedOptimizePromptJob, AWS::Bedrock::AgentAlias, " +
        "AWS::Bedrock::AsyncInvoke, AWS::Bedrock::AutomatedReasoningPolicy, " +
        `AWS::Bedrock::AutomatedReasoningPolicyVersion and ${AI_RESOURCE_TYPES.length - 5} more; ${WANTED}`,
    }),
    failingTrail({
      title: "a trail with basic event selectors, which have no AI types",
      remove: ["advancedEventSelectors"],
      set: { eventSelectors: [{ dataResources: [{ type: "AWS::Lambda::Function", values: ["arn:aws:lambda"] }] }] },
      settings: { resourceTypes: ["AWS::Bedrock::Tool"] },
      property: "eventSelectors",
      message: `does not select every data event of AWS::Bedrock::Tool; ${WANTED}`,
    }),
    failingTrail({
      title: "a trail that selects a single model",
      set: withoutModels(
        selector("Data", ofType(MODEL), {
          field: "resources.ARN",
          equals: ["arn:aws:bedrock:eu-central-1::foundation-model/a"],
        }),
      ),
      message: `does not select every data event of ${MODEL}; ${WANTED}`,
    }),
    failingTrail({
      title: "a trail that selects the writes of models",
      set: withoutModels(selector("Data", ofType(MODEL), readOnly("false"))),
      message: `does not select every data event of ${MODEL}; ${WANTED}`,
    }),
    failingTrail({
      title: "a trail that selects the type in another category",
      set: withoutModels(selector("NetworkActivity", ofType(MODEL))),
      message: `does not select every data event of ${MODEL}; ${WANTED}`,
    }),
    failingTrail({
      title: "a trail in GovCloud that leaves out a type which GovCloud has",
      remove: ELSEWHERE,
      set: inPartition("aws-us-gov", ...aiResourceTypesOf("aws-us-gov").filter(isNotModel)),
      message: `does not select every data event of ${MODEL}; ${WANTED}`,
    }),
    failingTrail({
      title: "a trail that selects in commercial AWS only what GovCloud has",
      remove: ELSEWHERE,
      set: inPartition("aws", ...aiResourceTypesOf("aws-us-gov")),
      settings: { resourceTypes: ["AWS::Bedrock::Session"] },
      message: `does not select every data event of AWS::Bedrock::Session; ${WANTED}`,
    }),
    ...[
      { what: "is of another reach", second: { isMultiRegionTrail: false } },
      { what: "is stopped", second: { enableLogging: false } },
      { what: "is the organization's", second: { isOrganizationTrail: true } },
    ].map(({ what, second }): FailingStackCase => ({
      title: `both trails where the second ${what}`,
      change: (stack) =>
        besideDataTrail(stack, {
          advancedEventSelectors: [selector("Data", ofType("AWS::Bedrock::Tool"))],
          ...second,
        }),
      settings: { resourceTypes: ["AWS::Bedrock::Tool", MODEL] },
      findings: [
        {
          name: "baseline-trail",
          message: `does not select every data event of AWS::Bedrock::Tool, ${MODEL}; ${WANTED}`,
        },
        { name: "second", message: `does not select every data event of ${MODEL}; ${WANTED}` },
      ],
    })),
    {
      title: "two trails that leave one type out together",
      change: (stack) =>
        besideDataTrail(stack, {
          advancedEventSelectors: [selector("Data", ofType(...AI_RESOURCE_TYPES.filter(isNotModel)))],
        }),
      findings: [{ name: "baseline-trail", message: `does not select every data event of ${MODEL}; ${WANTED}` }],
    },
  ],
  passes: [
    withTrail({
      title: "a trail in GovCloud that selects the types which GovCloud has",
      remove: ELSEWHERE,
      set: inPartition("aws-us-gov", ...aiResourceTypesOf("aws-us-gov")),
    }),
    withTrail({
      title: "a trail in China that selects the one type which China has",
      remove: ELSEWHERE,
      set: inPartition("aws-cn", "AWS::SageMaker::Endpoint"),
    }),
    withTrail({
      title: "a trail that lacks a type which the settings exclude",
      set: withoutModels(),
      settings: { exclude: [MODEL] },
    }),
    withTrail({
      title: "a trail that selects the types of the settings",
      set: { advancedEventSelectors: [MANAGEMENT, selector("Data", ofType(MODEL))] },
      settings: { resourceTypes: [MODEL] },
    }),
    {
      title: "a second trail that selects every type",
      change: (stack) => besideDataTrail(stack, { advancedEventSelectors: EVERY_TYPE }),
    },
    withTrail({
      title: "reads and writes of a type in two selectors",
      set: withoutModels(
        selector("Data", ofType(MODEL), readOnly("true")),
        selector("Data", ofType(MODEL), readOnly("false")),
      ),
    }),
  ],
  unknown: [
    ...["advancedEventSelectors", "advancedEventSelectors.1", "advancedEventSelectors.1.fieldSelectors.1.equals"].map(
      (path) => ({
        ...withTrail({ title: `a trail's ${path}`, set: { [path]: UNKNOWN_VALUE } }),
        property: "advancedEventSelectors",
      }),
    ),
    {
      title: "a second trail whose selectors are not known yet",
      change: (stack) => besideDataTrail(stack, { advancedEventSelectors: UNKNOWN_VALUE }),
      property: "advancedEventSelectors",
    },
    {
      title: "a second trail of which is not known yet whether it is logging",
      change: (stack) => besideDataTrail(stack, { advancedEventSelectors: EVERY_TYPE, enableLogging: UNKNOWN_VALUE }),
      property: "advancedEventSelectors",
    },
  ],
});

describe("the partition that cloudtrail-ai-data-events-logged needs to know", () => {
  const missing = { advancedEventSelectors: [MANAGEMENT] };

  it("leaves undecided what is missing while every ARN of the trail is unknown", () => {
    assert.equal(statusOf({ ...missing, kmsKeyId: UNKNOWN_VALUE }), "undecided");
    assert.equal(statusOf({ ...missing, kmsKeyId: "alias/trail" }), "fail");
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
        const properties = {
          advancedEventSelectors: [MANAGEMENT, ...selectors, ...(withUnknown ? [UNKNOWN_VALUE] : [])],
        };
        assert.equal(statusOf(properties), complete ? "pass" : withUnknown ? "undecided" : "fail");
      }),
    );
  });
});

function statusOf(properties: WireMap): string {
  const stack = asStack([declared(TRAIL.type, "trail", properties)]);
  const [result] = [cloudtrailAiDataEventsLogged.check(stack, { resourceTypes: ["A", "B", "C"], exclude: [] })].flat();
  return result?.status ?? "pass";
}

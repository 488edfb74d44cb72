import { cloudtrailLambdaDataEventsLogged } from "../../../../policies/rules/cloudtrail/cloudtrail-lambda-data-events-logged";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { MANAGEMENT, ofType, readOnly, selector } from "./selectors";
import { besideDataTrail, failingTrail, withTrail } from "./trail-cases";

const FUNCTIONS = ofType("AWS::Lambda::Function");
const message = "does not select every data event of AWS::Lambda::Function; select reads and writes of functions";
const basic = (...values: readonly string[]) => [{ dataResources: [{ type: "AWS::Lambda::Function", values }] }];

describeStackRule(cloudtrailLambdaDataEventsLogged, {
  fails: [
    failingTrail({
      title: "a trail that selects no functions",
      set: { advancedEventSelectors: [MANAGEMENT] },
      message,
    }),
    failingTrail({ title: "a trail without selectors", remove: ["advancedEventSelectors"], message }),
    failingTrail({
      title: "a trail that selects the reads of functions",
      set: { advancedEventSelectors: [selector("Data", FUNCTIONS, readOnly("true"))] },
      message,
    }),
    failingTrail({
      title: "a trail that selects some operations only",
      set: { advancedEventSelectors: [selector("Data", FUNCTIONS, { field: "eventName", equals: ["Invoke"] })] },
      message,
    }),
    failingTrail({
      title: "a basic selector of the writes of functions",
      remove: ["advancedEventSelectors"],
      set: { eventSelectors: [{ ...basic("arn:aws:lambda")[0], readWriteType: "WriteOnly" }] },
      property: "eventSelectors",
      message,
    }),
  ],
  passes: [
    withTrail({
      title: "a trail that selects functions by name",
      set: {
        advancedEventSelectors: [
          selector("Data", FUNCTIONS, {
            field: "resources.ARN",
            equals: ["arn:aws:lambda:eu-central-1:111122223333:function:tool"],
          }),
        ],
      },
    }),
    withTrail({
      title: "a basic selector of every function",
      remove: ["advancedEventSelectors"],
      set: { eventSelectors: basic("arn:aws:lambda") },
    }),
    withTrail({
      title: "a basic selector of one function",
      remove: ["advancedEventSelectors"],
      set: { eventSelectors: basic("arn:aws:lambda:eu-central-1:111122223333:function:tool") },
    }),
    withTrail({
      title: "every function beside a selector that is not known yet",
      set: { advancedEventSelectors: [selector("Data", FUNCTIONS), UNKNOWN_VALUE] },
    }),
    {
      title: "functions that a second trail selects",
      change: (stack) => besideDataTrail(stack, { advancedEventSelectors: [selector("Data", FUNCTIONS)] }),
    },
  ],
  unknown: [
    {
      ...withTrail({ title: "a trail's selectors", set: { advancedEventSelectors: UNKNOWN_VALUE } }),
      property: "advancedEventSelectors",
    },
  ],
});

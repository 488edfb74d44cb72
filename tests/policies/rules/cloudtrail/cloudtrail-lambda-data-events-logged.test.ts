import { cloudtrailLambdaDataEventsLogged } from "../../../../policies/rules/cloudtrail/cloudtrail-lambda-data-events-logged";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeResourceRule } from "../../rule-harness";
import { MANAGEMENT, ofType, readOnly, selector } from "./selectors";

const FUNCTIONS = ofType("AWS::Lambda::Function");
const message = "does not select every data event of AWS::Lambda::Function; select reads and writes of functions";
const basic = (...values: readonly string[]) => [{ dataResources: [{ type: "AWS::Lambda::Function", values }] }];

describeResourceRule(cloudtrailLambdaDataEventsLogged, {
  fails: [
    { title: "a trail that selects no functions", set: { advancedEventSelectors: [MANAGEMENT] }, message },
    { title: "a trail without selectors", remove: ["advancedEventSelectors"], message },
    {
      title: "a trail that selects the reads of functions",
      set: { advancedEventSelectors: [selector("Data", FUNCTIONS, readOnly("true"))] },
      message,
    },
    {
      title: "a trail that selects some operations only",
      set: { advancedEventSelectors: [selector("Data", FUNCTIONS, { field: "eventName", equals: ["Invoke"] })] },
      message,
    },
    {
      title: "a basic selector of the writes of functions",
      remove: ["advancedEventSelectors"],
      set: { eventSelectors: [{ ...basic("arn:aws:lambda")[0], readWriteType: "WriteOnly" }] },
      property: "eventSelectors",
      message,
    },
  ],
  passes: [
    {
      title: "a trail that selects functions by name",
      set: {
        advancedEventSelectors: [
          selector("Data", FUNCTIONS, {
            field: "resources.ARN",
            equals: ["arn:aws:lambda:eu-central-1:111122223333:function:tool"],
          }),
        ],
      },
    },
    {
      title: "a basic selector of every function",
      remove: ["advancedEventSelectors"],
      set: { eventSelectors: basic("arn:aws:lambda") },
    },
    {
      title: "a basic selector of one function",
      remove: ["advancedEventSelectors"],
      set: { eventSelectors: basic("arn:aws:lambda:eu-central-1:111122223333:function:tool") },
    },
    {
      title: "every function beside a selector that is not known yet",
      set: { advancedEventSelectors: [selector("Data", FUNCTIONS), UNKNOWN_VALUE] },
    },
  ],
});

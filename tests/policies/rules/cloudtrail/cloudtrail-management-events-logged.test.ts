import { cloudtrailManagementEventsLogged } from "../../../../policies/rules/cloudtrail/cloudtrail-management-events-logged";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { type FailingCase, describeResourceRule } from "../../rule-harness";
import { MANAGEMENT, ofType, readOnly, selector } from "./selectors";

const DATA = selector("Data", ofType("AWS::Bedrock::Model"));
const WANTED = "select reads and writes of every event source";

function basic(title: string, eventSelector: NonNullable<FailingCase["set"]>, found: string): FailingCase {
  return {
    title,
    remove: ["advancedEventSelectors"],
    set: { eventSelectors: [eventSelector] },
    property: "eventSelectors",
    message: `selects ${found}; ${WANTED}`,
  };
}

describeResourceRule(cloudtrailManagementEventsLogged, {
  fails: [
    {
      title: "a trail that selects only writes",
      set: { advancedEventSelectors: [selector("Management", readOnly("false"))] },
      message: `selects only the writes of management events; ${WANTED}`,
    },
    {
      title: "a trail that selects only reads",
      set: { advancedEventSelectors: [selector("Management", readOnly("true"))] },
      message: `selects only the reads of management events; ${WANTED}`,
    },
    {
      title: "a trail that excludes an event source",
      set: {
        advancedEventSelectors: [selector("Management", { field: "eventSource", notEquals: ["kms.amazonaws.com"] })],
      },
      message: `selects only management events filtered by eventSource; ${WANTED}`,
    },
    {
      title: "a selector that names no category",
      set: { advancedEventSelectors: [{ fieldSelectors: [readOnly("true")] }] },
      message: `selects no management events; ${WANTED}`,
    },
    basic("a basic selector without management events", { includeManagementEvents: false }, "no management events"),
    basic("a basic selector of writes", { readWriteType: "WriteOnly" }, "only the writes of management events"),
    basic("a basic selector of reads", { readWriteType: "ReadOnly" }, "only the reads of management events"),
    basic(
      "a basic selector that excludes an event source",
      { excludeManagementEventSources: ["rdsdata.amazonaws.com"] },
      "only management events filtered by excludeManagementEventSources",
    ),
  ],
  passes: [
    { title: "a trail without selectors", remove: ["advancedEventSelectors"] },
    { title: "a trail with an empty list of selectors", set: { advancedEventSelectors: [] } },
    {
      title: "reads and writes in two selectors",
      set: {
        advancedEventSelectors: [selector("Management", readOnly("true")), selector("Management", readOnly("false"))],
      },
    },
    {
      title: "reads and writes named in one selector",
      set: { advancedEventSelectors: [selector("Management", readOnly("true", "false"))] },
    },
    {
      title: "a basic selector that relies on the defaults",
      remove: ["advancedEventSelectors"],
      set: { eventSelectors: [{}] },
    },
    {
      title: "a basic selector that sets the defaults",
      remove: ["advancedEventSelectors"],
      set: { eventSelectors: [{ includeManagementEvents: true, readWriteType: "All" }] },
    },
    {
      title: "every management event beside a selector that is not known yet",
      set: { advancedEventSelectors: [MANAGEMENT, UNKNOWN_VALUE] },
    },
  ],
  notApplicable: [
    {
      title: "a trail that selects only data events, which another rule asks to stand beside this",
      set: { advancedEventSelectors: [DATA] },
    },
    {
      title: "a trail whose basic selectors select only data events",
      remove: ["advancedEventSelectors"],
      set: {
        eventSelectors: [
          {
            includeManagementEvents: false,
            dataResources: [{ type: "AWS::Lambda::Function", values: ["arn:aws:lambda"] }],
          },
        ],
      },
    },
  ],
  unknown: [
    "advancedEventSelectors",
    { path: "advancedEventSelectors.0", property: "advancedEventSelectors" },
    { path: "advancedEventSelectors.0.fieldSelectors.0.equals.0", property: "advancedEventSelectors" },
  ],
});

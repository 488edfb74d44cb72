import { cloudtrailDataTrailHasManagementTrail } from "../../../../policies/rules/cloudtrail/cloudtrail-data-trail-has-management-trail";
import type { WireMap } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { declared } from "../stack-resources";
import { MANAGEMENT, ofType, selector } from "./selectors";
import { TRAIL } from "./trail-cases";

const ONLY_DATA: WireMap = { advancedEventSelectors: [selector("Data", ofType("AWS::Bedrock::Model"))] };
const BASIC_ONLY_DATA: WireMap = {
  advancedEventSelectors: [],
  eventSelectors: [{ includeManagementEvents: false, dataResources: [{ type: "AWS::Lambda::Function", values: [] }] }],
};

const trail = (name: string, properties: WireMap) =>
  declared(TRAIL.type, name, { isMultiRegionTrail: true, ...properties });
const data = (properties: WireMap = {}) => trail("data", { ...ONLY_DATA, ...properties });
const management = (properties: WireMap = {}) =>
  trail("management", { advancedEventSelectors: [MANAGEMENT], ...properties });

const message =
  "selects data events only, and no other trail logs the management events of the same accounts and regions; select " +
  "management events, or declare a trail that does";
const ofData = [{ name: "data", message }] as const;

describeStackRule(cloudtrailDataTrailHasManagementTrail, {
  example: () => [data(), management()],
  fails: [
    { title: "a trail of data events by itself", change: () => [data()], findings: ofData },
    {
      title: "a trail whose basic selectors select data events only",
      change: () => [data(BASIC_ONLY_DATA)],
      findings: [{ name: "data", message, property: "eventSelectors" }],
    },
    {
      title: "a trail beside one that is stopped",
      change: () => [data(), management({ enableLogging: false })],
      findings: ofData,
    },
    {
      title: "a trail beside one of a single region",
      change: () => [data(), management({ isMultiRegionTrail: false })],
      findings: ofData,
    },
    {
      title: "an organization's trail beside one of the account",
      change: () => [data({ isOrganizationTrail: true }), management()],
      findings: ofData,
    },
    {
      title: "two trails of data events",
      change: () => [data(), trail("other", ONLY_DATA)],
      findings: [...ofData, { name: "other", message }],
    },
  ],
  passes: [
    {
      title: "trails of an organization",
      change: () => [data({ isOrganizationTrail: true }), management({ isOrganizationTrail: true })],
    },
    {
      title: "a trail beside one without selectors, which logs management events",
      change: () => [data(), management({ advancedEventSelectors: [] })],
    },
  ],
  unknown: [
    {
      title: "whether the other trail is logging",
      change: () => [data(), management({ enableLogging: UNKNOWN_VALUE })],
      property: "advancedEventSelectors",
    },
    {
      title: "the other trail's selectors",
      change: () => [data(), management({ advancedEventSelectors: UNKNOWN_VALUE })],
      property: "advancedEventSelectors",
    },
    {
      title: "the selectors of the only trail",
      change: () => [data({ advancedEventSelectors: UNKNOWN_VALUE })],
      property: "advancedEventSelectors",
    },
  ],
  notApplicable: [
    { title: "a trail that logs management events", change: () => [management()] },
    {
      title: "a trail that logs network activity events too",
      change: () => [
        data({
          advancedEventSelectors: [selector("Data", ofType("AWS::Bedrock::Model")), selector("NetworkActivity")],
        }),
      ],
    },
  ],
});

import { accountHasTrail } from "../../../../policies/rules/cloudtrail/account-has-trail";
import { UNKNOWN_VALUE } from "../../../../state/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, without } from "../../state-changes";
import { declared } from "../stack-resources";
import { MANAGEMENT, ofType, selector } from "./selectors";

const TRAIL = { type: "aws:cloudtrail/trail:Trail" };
const WANTED = "it must be multi-region, logging and select every management event";
const none = [{ name: "baseline", message: `is none of the 1 declared; ${WANTED}` }] as const;

describeStackRule(accountHasTrail, {
  fails: [
    {
      title: "an account without a trail",
      change: (stack) => without(stack, TRAIL),
      findings: [{ name: "baseline", message: `is absent; ${WANTED}` }],
    },
    {
      title: "an account whose trail is of one region",
      change: (stack) => changeAll(stack, TRAIL, { remove: ["isMultiRegionTrail"] }),
      findings: none,
    },
    {
      title: "an account whose trail is stopped",
      change: (stack) => changeAll(stack, TRAIL, { set: { enableLogging: false } }),
      findings: none,
    },
    {
      title: "an account whose trail selects no management events",
      change: (stack) =>
        changeAll(stack, TRAIL, { set: { advancedEventSelectors: [selector("Data", ofType("AWS::Bedrock::Tool"))] } }),
      findings: none,
    },
    {
      title: "an account whose two trails have half of it each",
      change: (stack) => [
        ...changeAll(stack, TRAIL, { set: { enableLogging: false } }),
        declared(TRAIL.type, "second", { isMultiRegionTrail: false }),
      ],
      findings: [{ name: "baseline", message: `is none of the 2 declared; ${WANTED}` }],
    },
  ],
  passes: [
    {
      title: "an account with one good trail of two",
      change: (stack) => [...stack, declared(TRAIL.type, "second", { isMultiRegionTrail: false })],
    },
    {
      title: "a trail that leaves to the provider what the provider does",
      change: (stack) => changeAll(stack, TRAIL, { remove: ["enableLogging", "advancedEventSelectors"] }),
    },
    {
      title: "every management event beside a selector that is not known yet",
      change: (stack) => changeAll(stack, TRAIL, { set: { advancedEventSelectors: [MANAGEMENT, UNKNOWN_VALUE] } }),
    },
  ],
  unknown: ["isMultiRegionTrail", "enableLogging", "advancedEventSelectors"].map((property) => ({
    title: `a trail's ${property}`,
    change: (stack) => changeAll(stack, TRAIL, { set: { [property]: UNKNOWN_VALUE } }),
    property: "trail",
  })),
  notApplicable: [
    {
      title: "a team's stack, which is no account's baseline",
      change: (stack) => without(stack, { type: "ai-governance-baseline:index:AccountBaseline" }),
    },
  ],
});

import { cloudtrailAccountTrailExists } from "../../../../policies/rules/cloudtrail/cloudtrail-account-trail-exists";
import type { ResourceState } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, without } from "../../state-changes";
import { adoptedCase, beside, declinedCase, saying, unknownAdopted, unknownDeclined } from "../account-modes";
import { declared } from "../stack-resources";
import { MANAGEMENT, ofType, selector } from "./selectors";

const TRAIL = { type: "aws:cloudtrail/trail:Trail" };
const WANTED = "declare a multi-Region trail that is logging and selects every management event";
const none = [{ name: "baseline", message: `is none of the trails declared (1); ${WANTED}` }] as const;

const ADOPTED = {
  type: TRAIL.type,
  capability: "trail",
  words: "a trail",
  property: "trail",
  id: "arn:aws:cloudtrail:us-west-2:444455556666:trail/organization",
};
const missing = (stack: readonly ResourceState[]) => without(stack, TRAIL);

describeStackRule(cloudtrailAccountTrailExists, {
  fails: [
    {
      title: "an account without a trail",
      change: (stack) => without(stack, TRAIL),
      findings: [{ name: "baseline", message: `is not declared; ${WANTED}` }],
    },
    {
      title: "an account without a trail that has adopted and left out other things",
      change: saying(beside(ADOPTED), missing),
      findings: [{ name: "baseline", message: `is not declared; ${WANTED}` }],
    },
    {
      title: "an account whose trail is single-Region",
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
      title: "an account whose two trails meet half of the requirement each",
      change: (stack) => [
        ...changeAll(stack, TRAIL, { set: { enableLogging: false } }),
        declared(TRAIL.type, "second", { isMultiRegionTrail: false }),
      ],
      findings: [{ name: "baseline", message: `is none of the trails declared (2); ${WANTED}` }],
    },
  ],
  passes: [
    {
      title: "an account with one good trail of two",
      change: (stack) => [...stack, declared(TRAIL.type, "second", { isMultiRegionTrail: false })],
    },
    {
      title: "a trail that relies on the defaults",
      change: (stack) => changeAll(stack, TRAIL, { remove: ["enableLogging", "advancedEventSelectors"] }),
    },
    {
      title: "every management event beside a selector that is not known yet",
      change: (stack) => changeAll(stack, TRAIL, { set: { advancedEventSelectors: [MANAGEMENT, UNKNOWN_VALUE] } }),
    },
  ],
  notApplicable: [
    {
      title: "a team's stack without a trail, which is not an account's baseline",
      change: (stack) => without(without(stack, { type: "ai-governance-baseline:index:AccountBaseline" }), TRAIL),
    },
  ],
  unknown: [
    ...["isMultiRegionTrail", "enableLogging", "advancedEventSelectors"].map((property) => ({
      title: `a trail's ${property}`,
      change: (stack: readonly ResourceState[]) => changeAll(stack, TRAIL, { set: { [property]: UNKNOWN_VALUE } }),
      property: "trail",
    })),
    adoptedCase(ADOPTED, missing),
    ...unknownAdopted(ADOPTED, missing),
    ...unknownDeclined(ADOPTED, missing),
  ],
  exempt: [declinedCase(ADOPTED, missing)],
});

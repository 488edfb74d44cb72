import { AI_RESOURCE_TYPES } from "../../../facts/cloudtrail/ai-data-event-types";
import { TRAIL } from "../../resources";
import { fail, pass, undecided } from "../../result";
import { resourceRule } from "../../rule";
import { texts } from "../../settings";
import { readsAndWrites, selectionOf, unfiltered } from "./event-selectors";

/** So many types are named in a message; the rest are counted. */
const NAMED_TYPES = 5;

export const cloudtrailAiDataEventsLogged = resourceRule(TRAIL, {
  id: "cloudtrail-ai-data-events-logged",
  title: "CloudTrail trails log the data events of every AI resource type",
  severity: "high",
  property: "advancedEventSelectors",
  rationale:
    "Calling an agent, searching a knowledge base, running a tool and applying a guardrail are data events. A trail logs " +
    "them only for the resource types that it selects.",
  remediation:
    "Add an advanced event selector for each type, with eventCategory Data, the resources.type and no other field.",
  references: ["https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html"],
  settings: {
    resourceTypes: texts({
      default: AI_RESOURCE_TYPES,
      description: "Values of resources.type whose data events trails log.",
    }),
    exclude: texts({ default: [], description: "Values of resourceTypes that trails do not have to log." }),
  },
  check: ({ properties }, { settings: { resourceTypes, exclude } }) => {
    const { property, selected, isPartlyUnknown } = selectionOf(properties);
    const data = unfiltered(selected, "Data");
    const missing = resourceTypes
      .filter((type) => !exclude.includes(type))
      .filter((type) => !readsAndWrites(data.filter((one) => one.resourceTypes.includes(type))));
    if (missing.length === 0) {
      return pass;
    }
    return isPartlyUnknown
      ? undecided(property)
      : fail(property, `does not select every data event of ${listed(missing)}; select reads and writes of each type`);
  },
});

function listed(types: readonly string[]): string {
  const more = types.length - NAMED_TYPES;
  return types.slice(0, NAMED_TYPES).join(", ") + (more > 0 ? ` and ${more} more` : "");
}

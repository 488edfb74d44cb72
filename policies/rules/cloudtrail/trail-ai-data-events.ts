import { fail, pass, undecided } from "../../judgement";
import { resourceRule } from "../../rule";
import { AI_RESOURCE_TYPES } from "./ai-resource-types";
import { readsAndWrites, selectionOf, whole } from "./event-selectors";

/** So many types are named in a message; the rest are counted. */
const NAMED_TYPES = 5;

export const trailAiDataEvents = resourceRule({
  id: "trail-ai-data-events",
  title: "A trail records the data events of every AI resource",
  severity: "high",
  type: "aws:cloudtrail/trail:Trail",
  property: "advancedEventSelectors",
  rationale:
    "Who asked an agent, searched a knowledge base, ran a tool or applied a guardrail is a data event, which a trail " +
    "records only for the resource types that it selects.",
  fix: "Add one advanced event selector a type, with eventCategory Data and the resources.type and no other field.",
  links: ["https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html"],
  covers: {},
  config: {
    resourceTypes: { type: "array", items: { type: "string" }, default: [...AI_RESOURCE_TYPES] },
    exclude: { type: "array", items: { type: "string" }, default: [] },
  },
  judge: ({ properties }, config) => {
    const { property, selected, isPartlyUnknown } = selectionOf(properties);
    const data = whole(selected, "Data");
    const { resourceTypes, exclude } = config as { resourceTypes: string[]; exclude: string[] }; // by the schema
    const missing = resourceTypes
      .filter((type) => !exclude.includes(type))
      .filter((type) => !readsAndWrites(data.filter((one) => one.resourceTypes.includes(type))));
    if (missing.length === 0) {
      return pass;
    }
    return isPartlyUnknown
      ? undecided(property)
      : fail(
          property,
          `does not wholly select ${listed(missing)}; it must select reads and writes of every AI resource`,
        );
  },
});

function listed(types: readonly string[]): string {
  const more = types.length - NAMED_TYPES;
  return types.slice(0, NAMED_TYPES).join(", ") + (more > 0 ? ` and ${more} more` : "");
}

import { AI_RESOURCE_TYPES, aiResourceTypesOf, isAiResourceType } from "../../../facts/cloudtrail/ai-data-event-types";
import { type Unknown, UNKNOWN } from "../../properties";
import { TRAIL } from "../../resources";
import { fail, pass, undecided } from "../../result";
import { stackRule } from "../../rule";
import { texts } from "../../settings";
import { askedOfBoth } from "./data-trails";
import { type TrailProperties, readsAndWrites, unfiltered } from "./event-selectors";

/** So many types are named in a message; the rest are counted. */
const NAMED_TYPES = 5;

export const cloudtrailAiDataEventsLogged = stackRule(TRAIL, {
  id: "cloudtrail-ai-data-events-logged",
  title: "CloudTrail trails log the data events of every AI resource type",
  severity: "high",
  property: "advancedEventSelectors",
  rationale:
    "Calling an agent, searching a knowledge base, running a tool and applying a guardrail are data events. A trail logs " +
    "them only for the resource types that it selects.",
  remediation:
    "Add an advanced event selector for each type that the partition has, with eventCategory Data, the resources.type and no " +
    "other field.",
  references: ["https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html"],
  settings: {
    resourceTypes: texts({
      default: AI_RESOURCE_TYPES,
      description: "Values of resources.type whose data events trails log, where the trail's partition has them.",
    }),
    exclude: texts({ default: [], description: "Values of resourceTypes that trails do not have to log." }),
  },
  checkEach: (trail, { stack, settings: { resourceTypes, exclude } }) =>
    askedOfBoth(stack, trail, ({ property, selected, isPartlyUnknown }) => {
      const data = unfiltered(selected, "Data");
      const partition = partitionIn(trail.properties);
      const missing = resourceTypes
        .filter((type) => !exclude.includes(type) && isTypeOf(partition, type))
        .filter((type) => !readsAndWrites(data.filter((one) => one.resourceTypes.includes(type))));
      if (missing.length === 0) {
        return pass;
      }
      return isPartlyUnknown || partition === UNKNOWN
        ? undecided(property)
        : fail(
            property,
            `does not select every data event of ${listed(missing)}; select reads and writes of each type`,
          );
    }),
});

/** Properties that hold an ARN, and with it the partition that the trail is in. */
const ARNS = ["arn", "kmsKeyId", "cloudWatchLogsGroupArn", "cloudWatchLogsRoleArn", "snsTopicName"] as const;

/** The trail's partition: commercial AWS where no ARN tells another. */
function partitionIn(properties: TrailProperties): string | Unknown {
  const values = ARNS.map((name) => properties[name]);
  const known = values.find((value) => typeof value === "string" && value.startsWith("arn:"));
  return typeof known === "string" ? (known.split(":")[1] ?? "aws") : values.includes(UNKNOWN) ? UNKNOWN : "aws";
}

/** Whether a trail of the partition can select the type. What is no type of the table is taken for one that it can. */
function isTypeOf(partition: string | Unknown, type: string): boolean {
  return partition === UNKNOWN || !isAiResourceType(type) || aiResourceTypesOf(partition).includes(type);
}

function listed(types: readonly string[]): string {
  const more = types.length - NAMED_TYPES;
  return types.slice(0, NAMED_TYPES).join(", ") + (more > 0 ? ` and ${more} more` : "");
}

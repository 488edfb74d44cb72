import { fail, pass, undecided } from "../../judgement";
import { resourceRule } from "../../rule";
import { type Selected, readsAndWrites, selectionOf, whole } from "./event-selectors";

export const trailManagementEvents = resourceRule({
  id: "trail-management-events",
  title: "A trail records every management event",
  severity: "critical",
  type: "aws:cloudtrail/trail:Trail",
  property: "advancedEventSelectors",
  rationale:
    "Calls of models are management events, most of them reads, and so is every change of guardrails, keys and trails. " +
    "Advanced event selectors replace the default, so a trail that selects only data events records none of them.",
  fix: "Select management events with no other field than eventCategory, or leave every event selector out.",
  links: ["https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-management-events-with-cloudtrail.html"],
  covers: { prowler: ["cloudtrail_multi_region_enabled_logging_management_events"] },
  judge: ({ properties }) => {
    const { property, selected, isPartlyUnknown } = selectionOf(properties);
    if (readsAndWrites(whole(selected, "Management"))) {
      return pass;
    }
    return isPartlyUnknown
      ? undecided(property)
      : fail(property, `selects ${describe(selected)}; it must select reads and writes of every event source`);
  },
});

function describe(selected: readonly Selected[]): string {
  const management = selected.filter(({ category, reads, writes }) => category === "Management" && (reads || writes));
  const [first] = whole(management, "Management");
  if (first !== undefined) {
    return `only the ${first.reads ? "reads" : "writes"} of management events`;
  }
  const fields = [...new Set(management.flatMap(({ narrowedBy }) => narrowedBy))];
  return management.length === 0 ? "no management events" : `only management events narrowed by ${fields.join(", ")}`;
}

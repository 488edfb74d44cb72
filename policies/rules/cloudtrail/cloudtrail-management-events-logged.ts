import { TRAIL } from "../../resources";
import { fail, pass, undecided } from "../../result";
import { resourceRule } from "../../rule";
import { unlessOnlyData } from "./data-trails";
import { type Selected, readsAndWrites, selectionOf, unfiltered } from "./event-selectors";

export const cloudtrailManagementEventsLogged = resourceRule(TRAIL, {
  id: "cloudtrail-management-events-logged",
  title: "CloudTrail trails log every management event",
  severity: "critical",
  property: "advancedEventSelectors",
  rationale:
    "Model invocations are management events, most of them reads, and so is every change to guardrails, keys and trails. " +
    "Advanced event selectors replace the default, so a trail that selects only data events logs none of them.",
  remediation: "Select management events with no field besides eventCategory, or leave all event selectors out.",
  references: [
    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-management-events-with-cloudtrail.html",
  ],
  related: { prowler: ["cloudtrail_multi_region_enabled_logging_management_events"] },
  check: ({ properties }) => {
    const { property, selected, isPartlyUnknown } = selectionOf(properties);
    if (readsAndWrites(unfiltered(selected, "Management"))) {
      return pass;
    }
    return isPartlyUnknown
      ? undecided(property)
      : unlessOnlyData(
          properties,
          fail(property, `selects ${inWords(selected)}; select reads and writes of every event source`),
        );
  },
});

function inWords(selected: readonly Selected[]): string {
  const management = selected.filter(({ category, reads, writes }) => category === "Management" && (reads || writes));
  const [first] = unfiltered(management, "Management");
  if (first !== undefined) {
    return `only the ${first.reads ? "reads" : "writes"} of management events`;
  }
  const fields = [...new Set(management.flatMap(({ filteredBy }) => filteredBy))];
  return management.length === 0 ? "no management events" : `only management events filtered by ${fields.join(", ")}`;
}

import { UNKNOWN, at } from "../../properties";
import { RECORDER } from "../../resources";
import { fail, pass, undecided } from "../../result";
import { stackRule } from "../../rule";
import { about } from "../../stack/subjects";
import { is } from "../../truth";

const GLOBAL_TYPES = RECORDER.path("recordingGroup.includeGlobalResourceTypes");

export const configGlobalResourceTypesRecordedOnce = stackRule(RECORDER, {
  id: "config-global-resource-types-recorded-once",
  title: "Exactly one AWS Config recorder of the stack records global resource types",
  severity: "medium",
  property: GLOBAL_TYPES,
  rationale:
    "IAM resources are recorded only where a recorder includes global types. With none there is no history of permissions; " +
    "with several, each change is recorded, evaluated and billed in every region.",
  remediation: `Set ${GLOBAL_TYPES} to true in the home region's recorder and to false in all others.`,
  references: ["https://docs.aws.amazon.com/config/latest/developerguide/select-resources.html"],
  check: (stack) => {
    const recorders = stack.ofType(RECORDER).map((recorder) => ({
      recorder,
      // The provider records no global types unless it is told to.
      records: is(at(recorder.properties, GLOBAL_TYPES), true),
    }));
    const [first, ...others] = recorders.filter(({ records }) => records === true);
    if (others.length > 0) {
      const message = `is true, as in the recorder ${first?.recorder.name}; set it to true in one recorder only`;
      return others.flatMap(({ recorder }) => about(recorder, fail(GLOBAL_TYPES, message)));
    }
    const open = recorders.filter(({ records }) => records === UNKNOWN);
    if (open.length > 0) {
      return open.flatMap(({ recorder }) => about(recorder, undecided(GLOBAL_TYPES)));
    }
    if (first !== undefined) {
      return pass;
    }
    const message = "is true in no recorder; set it to true in one";
    return recorders.slice(0, 1).flatMap(({ recorder }) => about(recorder, fail(GLOBAL_TYPES, message)));
  },
});

import { type Judgements, fail, pass, undecided } from "../../judgement";
import { UNKNOWN, at } from "../../properties";
import { stackRule } from "../../rule";
import { is } from "../truth";
import { RECORDER } from "./recorder";

const GLOBAL_TYPES = "recordingGroup.includeGlobalResourceTypes";

export const globalTypesRecordedOnce = stackRule({
  id: "global-types-recorded-once",
  title: "Exactly one recorder of the stack records global resource types",
  severity: "medium",
  type: RECORDER,
  property: GLOBAL_TYPES,
  rationale:
    "IAM is recorded by the recorders that are told to: by none, the account has no history of its rights; by several, " +
    "each change is recorded, judged and paid for in every region.",
  fix: `Set ${GLOBAL_TYPES} to true in the home region's recorder and to false in all others.`,
  links: ["https://docs.aws.amazon.com/config/latest/developerguide/select-resources.html"],
  covers: {},
  judge: (stack): Judgements => {
    const recorders = stack.ofType(RECORDER).map((recorder) => ({
      recorder,
      // The provider records no global types unless it is told to.
      records: is(at(recorder.properties, GLOBAL_TYPES), true),
    }));
    const [first, ...others] = recorders.filter(({ records }) => records === true);
    if (others.length > 0) {
      const message = `is true, as in the recorder ${first?.recorder.name}; it must be true in one of them only`;
      return others.map(({ recorder }) => fail(GLOBAL_TYPES, message, recorder.urn));
    }
    const open = recorders.filter(({ records }) => records === UNKNOWN);
    if (open.length > 0) {
      return open.map(({ recorder }) => undecided(GLOBAL_TYPES, recorder.urn));
    }
    const message = "is true in no recorder; it must be true in one";
    return first === undefined ? fail(GLOBAL_TYPES, message, recorders[0]?.recorder.urn) : pass;
  },
});

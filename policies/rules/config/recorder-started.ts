import { all } from "../../judgement";
import { at } from "../../properties";
import { stackRule } from "../../rule";
import type { Stack, StackResource } from "../../stack";
import { eachOf, inSameRegion } from "../subjects";
import { type Truth, every, is, must, some } from "../truth";
import { DELIVERY_CHANNEL, RECORDER, RECORDER_STATUS } from "./recorder";

export const recorderStarted = stackRule({
  id: "recorder-started",
  title: "A recorder has a delivery channel and is started",
  severity: "high",
  type: RECORDER,
  property: "name",
  rationale:
    "A recorder records nothing until it has somewhere to deliver to and has been started, each a step of its own.",
  fix: "Declare a DeliveryChannel and a RecorderStatus with isEnabled true in the recorder's region.",
  links: ["https://docs.aws.amazon.com/config/latest/developerguide/stop-start-recorder.html"],
  covers: {},
  judge: (stack) =>
    eachOf(stack, RECORDER, (recorder) =>
      all(
        must(
          hasChannel(stack, recorder),
          "name",
          "is a recorder without a delivery channel; it must have one in its region",
        ),
        must(
          isStarted(stack, recorder),
          "name",
          "is a recorder that nothing starts; it must have a RecorderStatus with isEnabled true",
        ),
      ),
    ),
});

function hasChannel(stack: Stack, recorder: StackResource): Truth {
  return some(stack.ofType(DELIVERY_CHANNEL).map((channel) => inSameRegion(stack, channel, recorder)));
}

/** A region has one recorder, so the region tells which recorder a status is about. */
export function isStarted(stack: Stack, recorder: StackResource): Truth {
  return some(
    stack
      .ofType(RECORDER_STATUS)
      .map((status) => every([is(at(status.properties, "isEnabled"), true), inSameRegion(stack, status, recorder)])),
  );
}

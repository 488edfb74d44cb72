import { DELIVERY_CHANNEL, RECORDER, RECORDER_STATUS } from "../../resources";
import { all } from "../../result";
import { stackRule } from "../../rule";
import type { Stack, StackResourceOf } from "../../stack/stack";
import { inSameRegion } from "../../stack/subjects";
import { type Truth, every, is, must, some } from "../../truth";

type Recorder = StackResourceOf<typeof RECORDER>;

export const configRecorderStarted = stackRule(RECORDER, {
  id: "config-recorder-started",
  title: "AWS Config recorders have a delivery channel and are started",
  severity: "high",
  property: "name",
  rationale:
    "A recorder records nothing until it has a delivery channel and has been started, each in a separate step.",
  remediation: "Declare a DeliveryChannel and a RecorderStatus with isEnabled true in the recorder's region.",
  references: ["https://docs.aws.amazon.com/config/latest/developerguide/stop-start-recorder.html"],
  checkEach: (recorder, { stack, property }) =>
    all(
      must(
        hasChannel(stack, recorder),
        property,
        "names a recorder without a delivery channel; declare a DeliveryChannel in its region",
      ),
      must(
        isStarted(stack, recorder),
        property,
        "names a recorder that is not started; declare a RecorderStatus with isEnabled true in its region",
      ),
    ),
});

function hasChannel(stack: Stack, recorder: Recorder): Truth {
  return some(stack.ofType(DELIVERY_CHANNEL).map((channel) => inSameRegion(stack, channel, recorder)));
}

/** A region has one recorder, so the region tells which recorder a status is about. */
export function isStarted(stack: Stack, recorder: Recorder): Truth {
  return some(
    stack
      .ofType(RECORDER_STATUS)
      .map((status) => every([is(status.properties.isEnabled, true), inSameRegion(stack, status, recorder)])),
  );
}

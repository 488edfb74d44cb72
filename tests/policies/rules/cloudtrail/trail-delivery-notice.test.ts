import { trailDeliveryNotice } from "../../../../policies/rules/cloudtrail/trail-delivery-notice";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(trailDeliveryNotice, {
  fails: [
    { title: "a trail without a topic", remove: ["snsTopicName"], message: "is absent; it must name an SNS topic" },
    { title: "a trail with an empty topic", set: { snsTopicName: "" }, message: 'is ""; it must name an SNS topic' },
  ],
  unknown: [],
});

import { configDeliveryChannelProtected } from "../../../../policies/rules/config/config-delivery-channel-protected";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(configDeliveryChannelProtected, {
  fails: [{ title: "one that is not protected", protect: false, message: "is false; set it to true" }],
  unknown: [],
});

import { deliveryChannelProtected } from "../../../../policies/rules/config/delivery-channel-protected";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(deliveryChannelProtected, {
  fails: [{ title: "one that is not protected", protect: false, message: "is false; it must be true" }],
  unknown: [],
});

import { protectedRule } from "../../families/protected";
import { DELIVERY_CHANNEL } from "../../resources";

export const configDeliveryChannelProtected = protectedRule(DELIVERY_CHANNEL, {
  id: "config-delivery-channel-protected",
  title: "AWS Config delivery channels are protected against deletion",
  severity: "medium",
  rationale: "A recorder without its delivery channel delivers no history and cannot be started again.",
});

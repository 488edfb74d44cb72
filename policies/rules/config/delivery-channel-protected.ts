import { resourceRule } from "../../rule";
import { mustBeProtected } from "../protection";
import { DELIVERY_CHANNEL } from "./recorder";

export const deliveryChannelProtected = resourceRule({
  id: "delivery-channel-protected",
  title: "A delivery channel is protected against deletion",
  severity: "medium",
  type: DELIVERY_CHANNEL,
  property: "protect",
  rationale: "A recorder without its channel delivers no history and cannot be started again.",
  fix: "Set the resource option protect to true.",
  links: ["https://www.pulumi.com/docs/iac/concepts/options/protect/"],
  covers: {},
  judge: mustBeProtected,
});

/** What the rules on AWS Config share. */
export const RECORDER = "aws:cfg/recorder:Recorder";
export const RECORDER_STATUS = "aws:cfg/recorderStatus:RecorderStatus";
export const DELIVERY_CHANNEL = "aws:cfg/deliveryChannel:DeliveryChannel";
export const CONFIG_RULE = "aws:cfg/rule:Rule";

/** Resources of the prod stack that the tests change, those of its second region unless the name says otherwise. */
export const RECORDER = { type: "aws:cfg/recorder:Recorder", name: "baseline-us-east-1-recorder-recorder" };
export const HOME_RECORDER = { type: "aws:cfg/recorder:Recorder", name: "baseline-eu-central-1-recorder-recorder" };
export const STATUS = { type: "aws:cfg/recorderStatus:RecorderStatus", name: "baseline-us-east-1-recorder-status" };
export const CHANNEL = { type: "aws:cfg/deliveryChannel:DeliveryChannel", name: "baseline-us-east-1-recorder-channel" };
export const BUCKET = { type: "aws:s3/bucket:Bucket", name: "baseline-us-east-1-recorder-bucket" };
export const AGGREGATOR = {
  type: "aws:cfg/configurationAggregator:ConfigurationAggregator",
  name: "baseline-aggregator",
};
export const BASELINE = { type: "ai-governance-baseline:index:AccountBaseline", name: "baseline" };

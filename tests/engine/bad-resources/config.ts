import { casesOf } from "./bad-resource";

const recorder = casesOf("recorder", "aws:cfg/recorder:Recorder");
const recorderStatus = casesOf("recorder", "aws:cfg/recorderStatus:RecorderStatus");
const deliveryChannel = casesOf("recorder", "aws:cfg/deliveryChannel:DeliveryChannel");
const retention = casesOf("recorder", "aws:cfg/retentionConfiguration:RetentionConfiguration");
const configRule = casesOf("config rule", "aws:cfg/rule:Rule");
const guardRule = casesOf("config rule", "aws:cfg/rule:Rule", {
  name: "guard",
  source: { owner: "CUSTOM_POLICY", customPolicyDetails: { policyText: "rule r {}" } },
});

export const badConfig = [
  recorder("recorder-records-everything", { set: { "recordingGroup.allSupported": false } }),
  recorder("recorder-continuous", { set: { "recordingMode.recordingFrequency": "DAILY" } }),
  recorder("recorder-protected", { protect: false }),
  recorderStatus("recorder-enabled", { set: { isEnabled: false } }),
  recorderStatus("recorder-status-protected", { protect: false }),
  deliveryChannel("delivery-channel-encrypted", { remove: ["s3KmsKeyArn"] }),
  deliveryChannel("delivery-channel-protected", { protect: false }),
  retention("config-retention-bounded", { set: { retentionPeriodInDays: 30 } }),
  configRule("config-rule-parameters-legal", { set: { inputParameters: '{"maxAccessKeyAge":90}' } }),
  guardRule("config-guard-rule-runs", {}),
];

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
  recorder("config-recorder-all-resource-types", { set: { "recordingGroup.allSupported": false } }),
  recorder("config-recorder-continuous", { set: { "recordingMode.recordingFrequency": "DAILY" } }),
  recorder("config-recorder-protected", { protect: false }),
  recorder("config-recorder-service-linked-role", { set: { roleArn: "arn:aws:iam::111122223333:role/recorder" } }),
  recorderStatus("config-recorder-enabled", { set: { isEnabled: false } }),
  recorderStatus("config-recorder-status-protected", { protect: false }),
  deliveryChannel("config-delivery-channel-customer-managed-key", { remove: ["s3KmsKeyArn"] }),
  deliveryChannel("config-delivery-channel-protected", { protect: false }),
  retention("config-item-retention-minimum", { set: { retentionPeriodInDays: 30 } }),
  configRule("config-rule-parameters-valid", { set: { inputParameters: '{"maxAccessKeyAge":90}' } }),
  guardRule("config-guard-rule-valid", {}),
];

import { configRecorderContinuous } from "../../../../policies/rules/config/config-recorder-continuous";
import { describeResourceRule } from "../../rule-harness";

const OVERRIDE = "recordingMode.recordingModeOverride";

describeResourceRule(configRecorderContinuous, {
  fails: [
    {
      title: "a daily recorder",
      set: { "recordingMode.recordingFrequency": "DAILY" },
      message: 'is "DAILY"; set it to "CONTINUOUS"',
    },
    {
      title: "a recorder that is daily for some types",
      set: { [OVERRIDE]: { recordingFrequency: "DAILY", resourceTypes: ["AWS::IAM::Role"] } },
      property: `${OVERRIDE}.recordingFrequency`,
      message: 'is "DAILY"; set it to "CONTINUOUS"',
    },
  ],
  passes: [
    { title: "a recorder without a recording mode", remove: ["recordingMode"] },
    {
      title: "an override that changes nothing",
      set: { [OVERRIDE]: { recordingFrequency: "CONTINUOUS", resourceTypes: ["AWS::IAM::Role"] } },
    },
  ],
  unknown: ["recordingMode.recordingFrequency", OVERRIDE],
});

import { firehoseStreamErrorsLogged } from "../../../../policies/rules/firehose/firehose-stream-errors-logged";
import { describeResourceRule } from "../../rule-harness";

const OPTIONS = "extendedS3Configuration.cloudwatchLoggingOptions";

describeResourceRule(firehoseStreamErrorsLogged, {
  fails: [
    {
      title: "a log that is switched off",
      set: { [`${OPTIONS}.enabled`]: false },
      message: "is false; set it to true",
    },
    {
      title: "a log that is not switched on",
      remove: [`${OPTIONS}.enabled`],
      message: "is not set and defaults to false; set it to true",
    },
    {
      title: "a log without a log group",
      remove: [`${OPTIONS}.logGroupName`],
      property: `${OPTIONS}.logGroupName`,
      message: "is not set; set it to the name of a log group",
    },
    {
      title: "a log without a log stream",
      remove: [`${OPTIONS}.logStreamName`],
      property: `${OPTIONS}.logStreamName`,
      message: "is not set; set it to the name of a log stream",
    },
  ],
  notApplicable: [{ title: "a stream that delivers elsewhere", remove: ["extendedS3Configuration"] }],
  unknown: [`${OPTIONS}.enabled`, { path: "extendedS3Configuration", property: `${OPTIONS}.enabled` }],
});

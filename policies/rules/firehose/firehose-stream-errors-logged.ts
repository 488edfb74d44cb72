import { UNKNOWN, at } from "../../properties";
import { equals, isSet } from "../../requirements";
import { DELIVERY_STREAM } from "../../resources";
import { all, notApplicable, undecided } from "../../result";
import { resourceRule } from "../../rule";

const GROUP = DELIVERY_STREAM.path("extendedS3Configuration.cloudwatchLoggingOptions.logGroupName");
const STREAM = DELIVERY_STREAM.path("extendedS3Configuration.cloudwatchLoggingOptions.logStreamName");
const isOn = equals(true, { byDefault: false });
const hasGroup = isSet("the name of a log group");
const hasStream = isSet("the name of a log stream");

export const firehoseStreamErrorsLogged = resourceRule(DELIVERY_STREAM, {
  id: "firehose-stream-errors-logged",
  title: "Firehose streams log what they could not deliver",
  severity: "medium",
  elsewhere: "evidence",
  property: "extendedS3Configuration.cloudwatchLoggingOptions.enabled",
  rationale:
    "Firehose gives up after a day, and drops what it holds. Without its log nobody learns that the role, the key or the bucket refuses it, nor which.",
  remediation: "Set enabled to true, and name a log group and a log stream.",
  references: ["https://docs.aws.amazon.com/firehose/latest/dev/monitoring-with-cloudwatch-logs.html"],
  check: ({ properties }, { property }) => {
    const destination = at(properties, "extendedS3Configuration");
    if (destination === UNKNOWN) {
      return undecided(property);
    }
    return destination === undefined
      ? notApplicable("it does not deliver to S3")
      : all(isOn(properties, property), hasGroup(properties, GROUP), hasStream(properties, STREAM));
  },
});

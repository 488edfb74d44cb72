import { UNKNOWN, at } from "../../properties";
import { decide, found } from "../../requirements";
import { INVOCATION_LOGGING_CONFIGURATION } from "../../resources";
import { fail, pass, undecided } from "../../result";
import { resourceRule } from "../../rule";
import { INVOCATION_LOGGING_PAGE, LOG_GROUP_NAME, S3_BUCKET } from "./invocation-logging";

export const bedrockInvocationLoggingDestination = resourceRule(INVOCATION_LOGGING_CONFIGURATION, {
  id: "bedrock-invocation-logging-destination",
  title: "Bedrock model invocation logging has a destination",
  severity: "high",
  property: "loggingConfig",
  rationale:
    "A configuration with neither a log group nor a bucket delivers nothing, so nobody can show what a model was " +
    "asked.",
  remediation: "Set loggingConfig.cloudwatchConfig or loggingConfig.s3Config.",
  references: [INVOCATION_LOGGING_PAGE],
  related: { prowler: ["bedrock_model_invocation_logging_enabled"] },
  requires: (properties, property) =>
    decide(properties, property, (loggingConfig) => {
      const names = [LOG_GROUP_NAME, S3_BUCKET].map((path) => at(properties, path));
      if (names.some((name) => typeof name === "string" && name !== "")) {
        return pass;
      }
      return names.includes(UNKNOWN)
        ? undecided(property)
        : fail(property, `${found(loggingConfig)}; set cloudwatchConfig.logGroupName or s3Config.bucketName`);
    }),
});

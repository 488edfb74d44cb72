import { decide, fail, pass, undecided } from "../../judgement";
import { UNKNOWN, at, show } from "../../properties";
import { resourceRule } from "../../rule";
import {
  CLOUDWATCH_CONFIG,
  INVOCATION_LOGGING_CONFIGURATION,
  INVOCATION_LOGGING_PAGE,
  S3_CONFIG,
} from "./invocation-logging";

const DESTINATIONS = [`${CLOUDWATCH_CONFIG}.logGroupName`, `${S3_CONFIG}.bucketName`];

export const invocationLoggingHasDestination = resourceRule({
  id: "invocation-logging-has-destination",
  title: "Model invocation logging has a destination",
  severity: "high",
  type: INVOCATION_LOGGING_CONFIGURATION,
  property: "loggingConfig",
  rationale:
    "A configuration without a log group or a bucket delivers nothing, so nobody can say what a model was asked.",
  fix: "Set loggingConfig.cloudwatchConfig or loggingConfig.s3Config.",
  links: [INVOCATION_LOGGING_PAGE],
  covers: { prowler: ["bedrock_model_invocation_logging_enabled"] },
  judge: ({ properties }) =>
    decide(properties, "loggingConfig", (loggingConfig) => {
      const names = DESTINATIONS.map((path) => at(properties, path));
      if (names.some((name) => typeof name === "string" && name !== "")) {
        return pass;
      }
      return names.includes(UNKNOWN)
        ? undecided("loggingConfig")
        : fail("loggingConfig", `is ${show(loggingConfig)}; it must name a log group or a bucket`);
    }),
});

import { UNKNOWN, type Value, at, isList } from "../../properties";
import { equals, isWithin } from "../../requirements";
import { ENDPOINT_CONFIGURATION } from "../../resources";
import { type Results, all } from "../../result";
import { resourceRule } from "../../rule";
import { wholeNumber } from "../../settings";
import { is, must, some } from "../../truth";

const OPTIONS = ENDPOINT_CONFIGURATION.path("dataCaptureConfig.captureOptions");
const SAMPLING = ENDPOINT_CONFIGURATION.path("dataCaptureConfig.initialSamplingPercentage");

/** What SageMaker can capture of a call. */
const MODES = ["Input", "Output"] as const;
/** The provider's word for both. */
const BOTH = "InputAndOutput";

export const sagemakerEndpointDataCaptured = resourceRule(ENDPOINT_CONFIGURATION, {
  id: "sagemaker-endpoint-data-captured",
  title: "SageMaker endpoints capture what they are asked and what they answer",
  severity: "medium",
  property: "dataCaptureConfig.enableCapture",
  rationale:
    "Neither CloudTrail nor an endpoint's log group holds the requests and answers of a model. Without data capture nobody can show what it decided, and on what.",
  remediation:
    "Set dataCaptureConfig with enableCapture true, both capture modes, an initialSamplingPercentage of 100 and a bucket; where a share of the calls is enough, lower the rule's setting minimumSamplingPercentage.",
  references: [
    "https://docs.aws.amazon.com/sagemaker/latest/dg/model-monitor-data-capture-endpoint.html",
    "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DataCaptureConfig.html",
  ],
  settings: {
    minimumSamplingPercentage: wholeNumber({
      minimum: 1,
      maximum: 100,
      default: 100,
      description: "The share of calls, in percent, that must be captured.",
    }),
  },
  check: ({ properties }, { property, settings }) => {
    const enabled = [equals(true, { byDefault: false })(properties, property)].flat();
    return enabled.some(({ status }) => status !== "pass")
      ? enabled
      : all(
          isWithin({ minimum: settings.minimumSamplingPercentage, maximum: 100 })(properties, SAMPLING),
          ...MODES.map((mode) => captures(mode, at(properties, OPTIONS))),
        );
  },
});

function captures(mode: (typeof MODES)[number], options: Value | undefined): Results {
  const captured = isList(options)
    ? options.map((option) => {
        const set = at(option, "captureMode");
        return some([is(set, mode), is(set, BOTH)]);
      })
    : [];
  return must(
    options === UNKNOWN ? UNKNOWN : some(captured),
    OPTIONS,
    `captures no ${mode}; add an option with captureMode ${mode}`,
  );
}

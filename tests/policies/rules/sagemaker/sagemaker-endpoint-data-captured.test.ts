import { sagemakerEndpointDataCaptured } from "../../../../policies/rules/sagemaker/sagemaker-endpoint-data-captured";
import { describeResourceRule } from "../../rule-harness";
import { ENDPOINT_CONFIGURATION } from "./example";

const CAPTURE = "dataCaptureConfig";
const OPTIONS = `${CAPTURE}.captureOptions`;
const SAMPLING = `${CAPTURE}.initialSamplingPercentage`;
const noMode = (mode: string) => ({
  property: OPTIONS,
  message: `captures no ${mode}; add an option with captureMode ${mode}`,
});

describeResourceRule(sagemakerEndpointDataCaptured, {
  example: ENDPOINT_CONFIGURATION,
  fails: [
    {
      title: "an endpoint without data capture",
      remove: [CAPTURE],
      message: "is not set and defaults to false; set it to true",
    },
    {
      title: "data capture that is switched off",
      set: { [`${CAPTURE}.enableCapture`]: false },
      message: "is false; set it to true",
    },
    {
      title: "requests alone",
      set: { [OPTIONS]: [{ captureMode: "Input" }] },
      ...noMode("Output"),
    },
    {
      title: "answers alone",
      set: { [OPTIONS]: [{ captureMode: "Output" }] },
      ...noMode("Input"),
    },
    {
      title: "all but one call in a hundred",
      set: { [SAMPLING]: 99 },
      property: SAMPLING,
      message: "is 99; set it to at least 100 and at most 100",
    },
    {
      title: "fewer calls than configured",
      set: { [SAMPLING]: 9 },
      settings: { minimumSamplingPercentage: 10 },
      property: SAMPLING,
      message: "is 9; set it to at least 10 and at most 100",
    },
  ],
  passes: [
    { title: "both in one option", set: { [OPTIONS]: [{ captureMode: "InputAndOutput" }] } },
    {
      title: "as many calls as configured",
      set: { [SAMPLING]: 10 },
      settings: { minimumSamplingPercentage: 10 },
    },
  ],
  unknown: [
    `${CAPTURE}.enableCapture`,
    SAMPLING,
    { path: CAPTURE, property: `${CAPTURE}.enableCapture` },
    { path: `${OPTIONS}.1.captureMode`, property: OPTIONS },
  ],
});

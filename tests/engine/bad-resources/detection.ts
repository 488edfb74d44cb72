import { casesOf } from "./bad-resource";

const detector = casesOf("detector", "aws:guardduty/detector:Detector");
const feature = casesOf("detector", "aws:guardduty/detectorFeature:DetectorFeature");

export const badDetection = [
  detector("guardduty-detector-enabled", { set: { enable: false } }),
  detector("guardduty-detector-protected", { protect: false }),
  feature("guardduty-feature-enabled", { set: { status: "DISABLED" } }),
];

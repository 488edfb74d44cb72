import { casesOf } from "./bad-resource";

const detector = casesOf("detector", "aws:guardduty/detector:Detector");
const feature = casesOf("detector", "aws:guardduty/detectorFeature:DetectorFeature");

const macie = casesOf("detector", "aws:macie2/account:Account");

export const badDetection = [
  detector("guardduty-detector-enabled", { set: { enable: false } }),
  detector("guardduty-detector-protected", { protect: false }),
  feature("guardduty-feature-enabled", { set: { status: "DISABLED" } }),
  macie("macie-session-enabled", { set: { status: "PAUSED" } }),
  macie("macie-session-protected", { protect: false }),
];

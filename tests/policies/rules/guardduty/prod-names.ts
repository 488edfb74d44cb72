/** What the prod stack calls its detector in us-east-1, and what a region without one is excused by. */
export const DETECTOR = { type: "aws:guardduty/detector:Detector", name: "baseline-us-east-1-threats-detector" };

export const OF_GUARDDUTY = {
  type: DETECTOR.type,
  capability: "guardDuty",
  words: "GuardDuty",
  region: "us-east-1",
  property: "governedRegions.1",
  id: "us-east-1",
};

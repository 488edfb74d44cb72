/** What the prod stack calls its Security Hub in us-east-1, and what a region without one is excused by. */
export const HUB = { type: "aws:securityhub/account:Account", name: "baseline-us-east-1-standards-hub" };

export const OF_SECURITY_HUB = {
  type: HUB.type,
  capability: "securityHub",
  words: "Security Hub",
  region: "us-east-1",
  property: "governedRegions.1",
  id: "us-east-1",
};

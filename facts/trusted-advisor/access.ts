/** Who may ask Trusted Advisor by its API, and where. */
import type { Source } from "../source";

export const SOURCES: readonly Source[] = [
  {
    page: "https://docs.aws.amazon.com/awssupport/latest/user/get-started-with-aws-trusted-advisor-api.html",
    readOn: "2026-11-26",
  },
  // Trusted Advisor is a global service.
  {
    page: "https://docs.aws.amazon.com/awssupport/latest/user/cloudwatch-events-ta.html",
    readOn: "2026-11-26",
  },
];

/** An account without one of these support plans is refused with an AccessDeniedException, as one without the permission is. */
export const SUPPORT_PLANS = ["Business Support+", "Enterprise Support", "Unified Operations"] as const;

/** Where the API is called. */
export const TRUSTED_ADVISOR_REGION = "us-east-1";

/** The pillars that recommendations belong to. */
export const PILLARS = [
  "cost_optimizing",
  "fault_tolerance",
  "operational_excellence",
  "performance",
  "security",
  "service_limits",
] as const;

export type Pillar = (typeof PILLARS)[number];

import type { Source } from "../source";

export const SOURCES: readonly Source[] = [
  {
    page: "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/WhatIsCloudTrail-Limits.html",
    readOn: "2026-11-21",
  },
];

/** How many values all conditions of a trail's advanced event selectors may hold together. */
export const MOST_CONDITION_VALUES = 500;

/** The anomalies that CloudTrail can look for. */
export const INSIGHT_TYPES = ["ApiCallRateInsight", "ApiErrorRateInsight"] as const;

/** One of {@link INSIGHT_TYPES}. */
export type InsightType = (typeof INSIGHT_TYPES)[number];

/** How many trails a region may have, those included that are shadows of trails elsewhere. It cannot be raised. */
export const MOST_TRAILS_PER_REGION = 5;

/** What the body of a CloudWatch dashboard may hold. */
import type { Source } from "../source";

export const SOURCES: readonly Source[] = [
  {
    page: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html",
    readOn: "2026-11-26",
    secondary:
      "older copies of the page; the kinds of widgets and their largest number as AWS's later examples have them",
  },
  {
    page: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutDashboard.html",
    readOn: "2026-11-26",
  },
];

export const WIDGET_TYPES = ["alarm", "custom", "explorer", "log", "metric", "text"] as const;

/** The columns of the grid that widgets stand on. */
export const GRID_COLUMNS = 24;

export const WIDGET_LIMITS = { widgets: 500, height: 1000, alarms: 100 } as const;

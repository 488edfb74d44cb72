/** The storage classes of S3 that evidence can age through, and what AWS asks of a lifecycle rule that moves it. */
import type { Source } from "../source";

export const SOURCES: readonly Source[] = [
  {
    page: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html",
    readOn: "2026-11-25",
  },
  { page: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/glacier-storage-classes.html", readOn: "2026-11-25" },
  { page: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-lifecycle.html", readOn: "2026-11-25" },
];

/** A class that a lifecycle rule can move objects to. */
export interface AgingClass {
  /** The age before which S3 moves no object to it, in days. */
  readonly minimumAgeDays: number;
  /** How long an object has to stay in it, in days: what leaves or expires earlier is charged for the rest. */
  readonly minimumStayDays: number;
}

/** From the dearest to the cheapest: objects move down this list only. */
export const AGING_CLASSES = {
  STANDARD_IA: { minimumAgeDays: 30, minimumStayDays: 30 },
  GLACIER_IR: { minimumAgeDays: 0, minimumStayDays: 90 },
  GLACIER: { minimumAgeDays: 0, minimumStayDays: 90 },
  DEEP_ARCHIVE: { minimumAgeDays: 0, minimumStayDays: 180 },
} as const satisfies Readonly<Record<string, AgingClass>>;

/** The name of one of {@link AGING_CLASSES}, as a lifecycle rule has it. */
export type AgingClassName = keyof typeof AGING_CLASSES;

/** A class that objects are in: the one that they are written to, or one that they move to. */
export type StorageClass = "STANDARD" | AgingClassName;

/** By default S3 moves no object that is smaller, in bytes. */
export const SMALLEST_MOVED_BYTES = 128 * 1024;

import type { Source } from "../source";

export const SOURCES: readonly Source[] = [
  { page: "https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html", readOn: "2026-11-21" },
  { page: "https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html", readOn: "2026-11-21" },
];

/** Days between two rotations of a key's material. */
export const ROTATION_PERIOD_DAYS = { minimum: 90, maximum: 2560, byDefault: 365 } as const;

/** Days between a scheduled deletion and the deletion. */
export const DELETION_WINDOW_DAYS = { minimum: 7, maximum: 30, byDefault: 30 } as const;

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

/** From the dearest to the cheapest: objects move down this list only. ONEZONE_IA is none: a zone that is lost takes the evidence with it. */
export const AGING_CLASSES = {
  STANDARD_IA: { minimumAgeDays: 30, minimumStayDays: 30 },
  GLACIER_IR: { minimumAgeDays: 0, minimumStayDays: 90 },
  GLACIER: { minimumAgeDays: 0, minimumStayDays: 90 },
  DEEP_ARCHIVE: { minimumAgeDays: 0, minimumStayDays: 180 },
} as const satisfies Readonly<Record<string, AgingClass>>;

/** The name of one of {@link AGING_CLASSES}, as a lifecycle rule has it. */
export type AgingClassName = keyof typeof AGING_CLASSES;

/** Every name of {@link AGING_CLASSES}, from the dearest to the cheapest. */
// Object.keys is typed string[], yet the table is a constant of which these are all the keys.
export const AGING_CLASS_NAMES = Object.keys(AGING_CLASSES) as readonly AgingClassName[];

/** Whether the text is the name of one of {@link AGING_CLASSES}. */
export function isAgingClass(name: string): name is AgingClassName {
  return Object.hasOwn(AGING_CLASSES, name);
}

/** A move to another class. */
export interface AgingStep {
  /** The age at which objects move, in whole days. */
  readonly days: number;
  readonly storageClass: AgingClassName;
}

/** The first step of objects that expire after some days that S3 refuses, or that costs more than it saves. */
export interface FaultyStep {
  readonly index: number;
  /** What is allowed in its place. */
  readonly allowed: string;
}

/**
 * @param steps in the order of age
 * @param expiresAfter the age at which objects expire, in days
 */
export function faultyStep(steps: readonly AgingStep[], expiresAfter: number): FaultyStep | undefined {
  for (const [index, { days, storageClass }] of steps.entries()) {
    const before = steps[index - 1];
    const cheaper = before === undefined ? AGING_CLASS_NAMES : cheaperThan(before.storageClass);
    if (!cheaper.includes(storageClass)) {
      return { index, allowed: cheaper.length === 0 ? "no further step" : `the storage class ${cheaper.join(", ")}` };
    }
    const earliest = Math.max(
      AGING_CLASSES[storageClass].minimumAgeDays,
      before === undefined ? 0 : earliestAfter(before),
    );
    if (!Number.isInteger(days) || days < earliest || days >= expiresAfter) {
      const allowed =
        earliest < expiresAfter
          ? `whole days from ${earliest} to ${expiresAfter - 1}, before the objects expire`
          : `no such step, since objects expire after ${expiresAfter} days`;
      return { index, allowed };
    }
  }
  return undefined;
}

function cheaperThan(storageClass: AgingClassName): readonly AgingClassName[] {
  return AGING_CLASS_NAMES.slice(AGING_CLASS_NAMES.indexOf(storageClass) + 1);
}

/** What leaves a class before its minimum stay is charged for the rest of it. */
function earliestAfter({ days, storageClass }: AgingStep): number {
  return days + AGING_CLASSES[storageClass].minimumStayDays;
}

/** A class that objects are in: the one that they are written to, or one that they move to. */
export type StorageClass = "STANDARD" | AgingClassName;

/** By default S3 moves no object that is smaller, in bytes. */
export const SMALLEST_MOVED_BYTES = 128 * 1024;

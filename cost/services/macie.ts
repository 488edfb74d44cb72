/** What Macie costs: the buckets that it watches, and the data that its jobs look into. */
import { SAMPLING_PERCENTAGE } from "../../facts/macie/classification-jobs";
import { BYTES_PER_GB } from "../../facts/prices/price";
import { type Declared, numberAt } from "../declared";
import { type Account, everyMonth, ofType, type Usage, type UsagesOf } from "../usage";
import type { VolumeName } from "../volumes";

const BOUND = { setting: ["detection", "trainingBuckets"] } as const;

export const macieUsages: UsagesOf = (account) => [
  ...ofType(account, "aws:macie2/account:Account").map((macie): Usage => ({
    price: "macie.buckets",
    what: "buckets watched",
    resource: macie,
    quantity: everyMonth(account.volumes.bucketsPerRegion),
    drivers: ["bucketsPerRegion"],
    bound: BOUND,
    note: "the first 30 days are free",
  })),
  ...ofType(account, JOB).map((job): Usage => ({
    price: "macie.classifiedData",
    what: "training data looked into",
    resource: job,
    quantity: classifiedGB(job, account),
    drivers: CLASSIFIED,
    bound: BOUND,
    note: "what is there already is looked into once, in the first month",
  })),
];

const JOB = "aws:macie2/classificationJob:ClassificationJob";

export const CLASSIFIED: readonly VolumeName[] = ["trainingDataGBPerRegion", "newTrainingDataGBPerRegionPerMonth"];

/** What the job looks into. The provider samples nothing where the program does not say how much. */
function classifiedGB(
  { properties }: Declared,
  { volumes }: Account,
): { readonly month1: number; readonly steady: number } {
  const share = (numberAt(properties, "samplingPercentage") ?? SAMPLING_PERCENTAGE.maximum) / 100;
  const { trainingDataGBPerRegion: there, newTrainingDataGBPerRegionPerMonth: added } = volumes;
  return { month1: (there + added) * share, steady: added * share };
}

/** Objects that jobs look into in a month, once what was there before has been. */
export function classifiedObjects(account: Account): number {
  const { trainingObjectBytes } = account.volumes;
  const gb = ofType(account, JOB).map((job) => classifiedGB(job, account).steady);
  return gb.length === 0 ? 0 : (Math.max(...gb) * BYTES_PER_GB) / trainingObjectBytes;
}

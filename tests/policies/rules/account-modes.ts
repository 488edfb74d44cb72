/** What an account's baseline says of itself, for the tests of rules that require that something exists. */
import type { ResourceState, WireMap } from "../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../pulumi/wire";
import { changeAll } from "../state-changes";

type Change = (resources: readonly ResourceState[]) => readonly ResourceState[];

const BASELINE = { type: "ai-governance-baseline:index:AccountBaseline", name: "baseline" };
const REASON = "Decided by the platform team";

/** What the rule looks for. */
interface Wanted {
  readonly type: string;
  readonly capability: string;
  /** The capability in a sentence. */
  readonly words: string;
  /** Absent for what covers all regions. */
  readonly region?: string;
  /** The property that is named in a finding. */
  readonly property: string;
  /** What it is adopted by. */
  readonly id: string;
}

/** Alerts in the second governed region of the prod stack. */
export const ALERTING = {
  type: "aws:sns/topic:Topic",
  capability: "alerting",
  words: "alerts on calls that take evidence away",
  region: "us-east-1",
  property: "governedRegions.1",
  id: "arn:aws:sns:us-east-1:111122223333:security",
} as const satisfies Wanted;

/** The prod stack's baseline with these lists, after another change. */
export function saying(lists: WireMap, change: Change): Change {
  return (resources) => changeAll(change(resources), BASELINE, { set: lists });
}

/** Where the account has adopted the thing: what is not declared cannot be checked. */
export function adoptedCase({ type, region, property, id }: Wanted, missing: Change) {
  return {
    title: "what the account has adopted",
    change: saying({ adopted: [{ type, region: region ?? "us-west-2", id }] }, missing),
    property,
    message: `relies on "${id}", which the account has adopted and this stack does not declare; baseline verify checks it`,
  };
}

/** Where the account does without the thing, and says why. */
export function declinedCase({ capability, words, region, property }: Wanted, missing: Change) {
  return {
    title: "an account that does without it, for its own reason",
    change: saying(
      { declined: [{ capability, ...(region === undefined ? {} : { region }), reason: REASON }] },
      missing,
    ),
    findings: [
      {
        name: BASELINE.name,
        property,
        message: `does without ${words}: ${REASON}`,
      },
    ],
  } as const;
}

/** What the account adopts is not known yet, the whole or a part. */
export function unknownAdopted(wanted: Wanted, missing: Change) {
  return unknownCases(wanted, missing, [
    ["what is adopted", { adopted: UNKNOWN_VALUE }],
    ["one of the things adopted", { adopted: [UNKNOWN_VALUE] }],
    ["by which id it is adopted", { adopted: [{ ...placeOf(wanted), type: wanted.type, id: UNKNOWN_VALUE }] }],
  ]);
}

/** What the account does without is not known yet, the whole or a part. */
export function unknownDeclined(wanted: Wanted, missing: Change) {
  const { capability } = wanted;
  return unknownCases(wanted, missing, [
    ["what the account does without", { declined: UNKNOWN_VALUE }],
    ["why the account does without it", { declined: [{ ...placeOf(wanted), capability, reason: UNKNOWN_VALUE }] }],
  ]);
}

function placeOf({ region = "us-west-2" }: Wanted): WireMap {
  return { region };
}

/** The account governs the region alone, if there is one. */
function unknownCases({ region, property }: Wanted, missing: Change, cases: readonly (readonly [string, WireMap])[]) {
  const governed = region === undefined ? {} : { governedRegions: [region] };
  return cases.map(([title, lists]) => ({
    title,
    change: saying({ ...governed, ...lists }, missing),
    property: region === undefined ? property : "governedRegions.0",
  }));
}

/** What is adopted or left out elsewhere, or is another thing, leaves the thing missing. */
export function beside({ type, capability, region }: Wanted): WireMap {
  const elsewhere = { region: region === undefined ? "us-west-2" : "eu-west-3", id: "elsewhere", reason: REASON };
  return {
    adopted: [
      { ...elsewhere, type: "aws:s3/bucket:Bucket" },
      ...(region === undefined
        ? []
        : [
            { ...elsewhere, type },
            { ...elsewhere, type: "aws:kms/key:Key", region },
          ]),
    ],
    declined: [
      { ...elsewhere, capability: "clusterLogGroup" },
      ...(region === undefined
        ? []
        : [
            { ...elsewhere, capability },
            { ...elsewhere, capability: "clusterLogGroup", region },
          ]),
    ],
  };
}

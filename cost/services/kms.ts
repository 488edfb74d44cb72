/** What keys cost: each key, each rotation that is charged, and each request. */
import { CHARGED_ROTATIONS } from "../../facts/prices/kms";
import { at, type Declared } from "../declared";
import { type Bound, everyMonth, ofType, type UsagesOf } from "../usage";

export const kmsUsages: UsagesOf = (account) =>
  ofType(account, "aws:kms/key:Key").flatMap((key) => {
    const rotates = at(key.properties, "enableKeyRotation") === true;
    return [
      {
        price: "kms.keys" as const,
        what: rotates ? "keys, with rotation" : "keys",
        resource: key,
        quantity: { month1: 1, steady: rotates ? 1 + CHARGED_ROTATIONS : 1 },
        drivers: [],
        bound: boundOf(key),
        ...(rotates ? { note: `each of the first ${CHARGED_ROTATIONS} rotations adds the price of a key` } : {}),
      },
      {
        price: "kms.requests" as const,
        what: "requests to keys",
        resource: key,
        quantity: everyMonth(account.volumes.kmsRequestsPerKeyPerMonth),
        drivers: ["kmsRequestsPerKeyPerMonth" as const],
        bound: { nothing: "services use the key as often as they write and read" },
      },
    ];
  });

const COMPONENT = "ai-governance-baseline:index:";

/** Each of the baseline's components has a key of its own, in every region that it stands in. */
function boundOf({ types }: Declared): Bound {
  if (types.includes(`${COMPONENT}KubernetesAuditSink`)) {
    return { setting: "eksClusters" };
  }
  return types.includes(`${COMPONENT}AuditTrail`)
    ? { nothing: "a trail has a key" }
    : { setting: "governedRegions", nothing: "each key is charged" };
}

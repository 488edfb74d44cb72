/** The API calls that take evidence away, by the names of which a pattern has to spell each letter as CloudTrail does. */
import { EVIDENCE_TAMPERING, type TamperingActions } from "../../facts/iam/evidence-tampering";

export const EVIDENCE_CALLS: readonly string[] = Object.values<TamperingActions>(EVIDENCE_TAMPERING)
  .flatMap((byResource) => Object.values(byResource).flat())
  .map((action) => action.slice(action.indexOf(":") + 1));

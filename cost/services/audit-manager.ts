/** What assessments of AWS Audit Manager cost: each piece of evidence. */
import { everyMonth, ofType, type UsagesOf } from "../usage";

export const auditManagerUsages: UsagesOf = (account) =>
  ofType(account, "aws:auditmanager/assessment:Assessment").map((assessment) => ({
    price: "audit-manager.evidence",
    what: "evidence that is collected",
    resource: assessment,
    quantity: everyMonth(account.volumes.auditEvidencePerMonth),
    drivers: ["auditEvidencePerMonth"],
    bound: { setting: "auditManager", nothing: "the framework and the number of resources decide how much there is" },
  }));

import type { RunbookId } from "../../../runbooks/catalogue";
import type { Case } from "./case";
import { costCases } from "./cost";
import { dataMovementCases } from "./data-movement";
import { guardrailChangeCases } from "./guardrail-change";
import { incidentCases } from "./incident";
import { kubernetesCases } from "./kubernetes";
import { loggingTamperingCases } from "./logging-tampering";
import { privilegeCases } from "./privilege";
import { provisioningCases } from "./provisioning";
import { unauthorizedAccessCases } from "./unauthorized-access";

/** What each runbook is put to. */
export const CASES: Readonly<Record<RunbookId, Case>> = {
  ...unauthorizedAccessCases,
  ...provisioningCases,
  ...dataMovementCases,
  ...loggingTamperingCases,
  ...guardrailChangeCases,
  ...costCases,
  ...privilegeCases,
  ...kubernetesCases,
  ...incidentCases,
};

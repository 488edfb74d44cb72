/** Every runbook, by its id. Ids are permanent: that of one which is withdrawn is never used again. */
import type { EvidenceTableName } from "../facts/athena/evidence-tables";
import { cost } from "./categories/cost";
import { dataMovement } from "./categories/data-movement";
import { guardrailChange } from "./categories/guardrail-change";
import { incident } from "./categories/incident";
import { kubernetes } from "./categories/kubernetes";
import { loggingTampering } from "./categories/logging-tampering";
import { privilege } from "./categories/privilege";
import { provisioning } from "./categories/provisioning";
import { unauthorizedAccess } from "./categories/unauthorized-access";
import { DEFAULTS, type Given } from "./parameters";
import { sqlOf } from "./queries/sql";
import type { Runbook } from "./runbook";

export const RUNBOOKS = {
  ...unauthorizedAccess,
  ...provisioning,
  ...dataMovement,
  ...loggingTampering,
  ...guardrailChange,
  ...cost,
  ...privilege,
  ...kubernetes,
  ...incident,
} as const satisfies Readonly<Record<string, Runbook>>;

export type RunbookId = keyof typeof RUNBOOKS;

export const RUNBOOK_IDS = Object.keys(RUNBOOKS) as readonly RunbookId[]; // Object.keys loses the key types

/** The runbook of an id, whose own type is narrower than what is asked of it. */
export function runbookOf(id: RunbookId): Runbook {
  return RUNBOOKS[id];
}

/** A query as Athena keeps it. */
export interface SavedQuery {
  readonly question: string;
  readonly sql: string;
}

/** The queries of the runbooks of which there are tables, by the ids. */
export function savedQueries(
  tables: readonly EvidenceTableName[],
  given: Partial<Given>,
): readonly (readonly [RunbookId, SavedQuery])[] {
  return RUNBOOK_IDS.flatMap((id) => {
    const { question, days, query } = runbookOf(id);
    const asked = query({ ...DEFAULTS, ...given });
    return asked.tables.some((table) => tables.some((one) => one === table))
      ? [[id, { question, sql: sqlOf(asked, { kind: "days", days }, tables) }] as const]
      : [];
  });
}

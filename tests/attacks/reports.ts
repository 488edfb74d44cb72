import type { Attack } from "./attack";

export const REPORTS_ATTACKS: readonly Attack[] = [];

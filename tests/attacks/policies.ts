import type { Attack } from "./attack";

export const POLICIES_ATTACKS: readonly Attack[] = [];

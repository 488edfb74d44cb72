import type { Attack } from "./attack";

export const PROGRAM_ATTACKS: readonly Attack[] = [];

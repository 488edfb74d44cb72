import type { Attack } from "./attack";

export const SILENCE_ATTACKS: readonly Attack[] = [];

import type { Attack } from "./attack";

export const OUTPUT_ATTACKS: readonly Attack[] = [];

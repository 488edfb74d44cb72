import type { Attack } from "./attack";

export const ENDINGS_ATTACKS: readonly Attack[] = [];

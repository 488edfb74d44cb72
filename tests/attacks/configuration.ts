import type { Attack } from "./attack";

export const CONFIGURATION_ATTACKS: readonly Attack[] = [];

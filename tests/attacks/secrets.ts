import type { Attack } from "./attack";

export const SECRETS_ATTACKS: readonly Attack[] = [];

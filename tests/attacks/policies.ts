import type { Attack } from "./attack";
import { PLACEMENT_ATTACKS } from "./policies-placement";

export const POLICIES_ATTACKS: readonly Attack[] = [...PLACEMENT_ATTACKS];

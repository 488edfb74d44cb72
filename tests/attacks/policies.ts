import type { Attack } from "./attack";
import { DOCUMENT_ATTACKS } from "./policies-documents";
import { PLACEMENT_ATTACKS } from "./policies-placement";

export const POLICIES_ATTACKS: readonly Attack[] = [...DOCUMENT_ATTACKS, ...PLACEMENT_ATTACKS];

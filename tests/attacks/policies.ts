import type { Attack } from "./attack";
import { DOCUMENT_ATTACKS } from "./policies-documents";

export const POLICIES_ATTACKS: readonly Attack[] = [...DOCUMENT_ATTACKS];

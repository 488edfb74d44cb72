/** Every attack that is tried on the gate, by class. */
import type { Attack } from "./attack";
import { CONFIGURATION_ATTACKS } from "./configuration";
import { ENDINGS_ATTACKS } from "./endings";
import { OUTPUT_ATTACKS } from "./output";
import { POLICIES_ATTACKS } from "./policies";
import { PROGRAM_ATTACKS } from "./program";
import { REPORTS_ATTACKS } from "./reports";
import { SECRETS_ATTACKS } from "./secrets";
import { SILENCE_ATTACKS } from "./silence";

export const ATTACKS: readonly Attack[] = [
  ...PROGRAM_ATTACKS,
  ...SILENCE_ATTACKS,
  ...CONFIGURATION_ATTACKS,
  ...REPORTS_ATTACKS,
  ...OUTPUT_ATTACKS,
  ...SECRETS_ATTACKS,
  ...ENDINGS_ATTACKS,
  ...POLICIES_ATTACKS,
];

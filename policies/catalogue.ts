/** Every rule of the pack, in the order in which the engine is told of them. */
import { cloudtrailRules } from "./rules/cloudtrail";

export const RULES = [...cloudtrailRules] as const;

export type RuleId = (typeof RULES)[number]["id"];

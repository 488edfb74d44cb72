/** The Config rules that a component is told to create, once nothing is wrong with what it is told. */
import * as pulumi from "@pulumi/pulumi";

import {
  type ConfigRulesChoice,
  configRulesMistakes,
  type ConfigRulesPlan,
  planConfigRules,
} from "../documents/config-rules-plan";

/** @throws pulumi.RunError that lists every mistake of the choice */
export function checkedConfigRules(choice: ConfigRulesChoice, region: string): ConfigRulesPlan {
  const mistakes = configRulesMistakes(choice);
  if (mistakes.length > 0) {
    throw new pulumi.RunError(mistakes.join("\n"));
  }
  // Parameters of a rule that this region lacks are checked as well: the same choice serves every region.
  return planConfigRules(choice, region);
}

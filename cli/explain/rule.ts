/** What is known of the rule of a finding: one of the pack, a check of the account, or another's. */
import { CHECK_IDS, checkOf, RESTORE } from "../../account/checks";
import { controlsOfCheck } from "../../controls/catalogue";
import { EXEMPTIONS_FILE_VALID } from "../../policies/exemptions-file-text";
import type { ExplainedRule } from "../../reports/explanation/explanation";
import type { KnownRules } from "./choice";
import { describedControl, describedRules } from "../rules/catalogue";

/** Ids of everything that a report of this version can have a finding of, except those of others' packs. */
export function knownRules(): KnownRules {
  return { rules: describedRules().map(({ id }) => id), checks: CHECK_IDS };
}

/** @param id as a finding has it */
export function explainedRule(id: string): ExplainedRule {
  return ofPack(id) ?? ofAccount(id) ?? ofExemptions(id) ?? ofOthers(id);
}

function ofPack(id: string): ExplainedRule | undefined {
  const rule = describedRules().find((described) => described.id === id);
  if (rule === undefined) {
    return undefined;
  }
  const { title, rationale, remediation, references, controls, page } = rule;
  return { id, title, rationale, remediation, references: [...references, page], controls };
}

function ofAccount(id: string): ExplainedRule | undefined {
  const check = CHECK_IDS.find((known) => known === id);
  if (check === undefined) {
    return undefined;
  }
  const { title, remediation = RESTORE, reference } = checkOf(check);
  return {
    id,
    title,
    rationale: "What was declared is evidence only as long as it stands in the account.",
    remediation,
    references: [reference],
    controls: controlsOfCheck(check).map(describedControl),
    notExempt: "Nothing exempts from what the account shows: restore it, or declare what is there.",
  };
}

function ofExemptions(id: string): ExplainedRule | undefined {
  return id === EXEMPTIONS_FILE_VALID.id
    ? {
        ...EXEMPTIONS_FILE_VALID,
        references: ["docs/rules.md"],
        controls: [],
        notExempt: "Nothing exempts from it: the file of exemptions cannot exempt itself.",
      }
    : undefined;
}

function ofOthers(id: string): ExplainedRule {
  return {
    id,
    title: "A rule of another pack, or of the check itself",
    references: [],
    controls: [],
    notExempt: "Exemptions are from the rules of the baseline's pack only.",
  };
}

/** `baseline exemptions add`: writes an exemption that applies, and no other, into the operator's file. */
import type { Exemption } from "../../policies/exemptions";
import { exemptionsJson, exemptionsText } from "../../reports/exemptions/list";
import { print } from "../console";
import { EXIT_PASS, UsageError } from "../failure";
import { terminalLook } from "../reporting";
import { similarIds } from "../rules/choice";
import { describedExemptions, isSameFinding } from "./book";
import { type ExemptionsFileOptions, judgeOf, openEntries, reportHead } from "./file";

export interface AddOptions extends ExemptionsFileOptions, Exemption {
  readonly everyFinding?: true;
}

/**
 * @returns the exit code.
 * @throws UsageError where the entry would not apply, or stands in the file already; nothing is written then
 * @throws OutputError where the file cannot be written
 */
export function addExemption(options: AddOptions): number {
  const { exemptions: file, format } = options;
  const judge = judgeOf(options);
  const entry = entryOf(options);
  const { entries, add } = openEntries(file);
  const all = describedExemptions([...entries, entry], judge.rules, judge.today, judge.limits);
  const exemptions = all.slice(-1);
  const [{ problem, status } = { status: "in-force" }] = exemptions;
  if (status !== "in-force") {
    throw new UsageError(`Nothing is written: the exemption ${problem ?? status}.${hint(status, entry, judge.rules)}`);
  }
  const same = entries.findIndex((other) => isSameFinding(other, entry));
  if (same >= 0) {
    throw new UsageError(
      `Nothing is written: exemption ${same + 1} of ${file} has the same rule, URN and property. Change its terms there, or remove it.`,
    );
  }
  add(entry);
  const report = { ...reportHead(options, judge), total: all.length, exemptions };
  print(format === "json" ? exemptionsJson(report) : exemptionsText(report, "the exemption is added", terminalLook()));
  return EXIT_PASS;
}

function entryOf({ rule, urn, property, everyFinding, reason, owner, approver, expires }: AddOptions): Exemption {
  if ((property === undefined) !== (everyFinding === true)) {
    throw new UsageError(
      "An exemption accepts one finding of the rule, named by --property, or each of them, with --every-finding. " +
        "`baseline explain RULE` shows the property of a finding.",
    );
  }
  return { rule, urn, ...(property === undefined ? {} : { property }), reason, owner, approver, expires };
}

/** What a mistyped rule may have meant. */
function hint(status: string, { rule }: Exemption, rules: ReadonlySet<string>): string {
  const similar = status === "unknown-rule" ? similarIds(rule, [...rules]) : [];
  return similar.length === 0 ? "" : ` Similar ids: ${similar.join(", ")}.`;
}

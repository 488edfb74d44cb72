/** What runs of Automation's runbooks cost: each step of theirs. */
import { type Declared, textAt } from "../declared";
import { everyMonth, ofType, type UsagesOf } from "../usage";

export const systemsManagerUsages: UsagesOf = (account) =>
  ofType(account, "aws:ssm/document:Document")
    .filter(({ properties }) => textAt(properties, "documentType") === "Automation")
    .map((runbook) => ({
      price: "systems-manager.automationSteps",
      what: "steps of runbooks",
      resource: runbook,
      quantity: everyMonth(account.volumes.automationRunsPerRunbookPerMonth * stepsOf(runbook)),
      drivers: ["automationRunsPerRunbookPerMonth"],
      bound: {
        setting: ["configRemediation", "responseAutomation"],
        nothing: "whoever starts a runbook decides how often",
      },
      note: "a dry run takes fewer steps",
    }));

/** A runbook whose content is not known, or not JSON, has one step at least. */
function stepsOf({ properties }: Declared): number {
  const steps = (textAt(properties, "content") ?? "").match(/"action":/g);
  return steps?.length ?? 1;
}

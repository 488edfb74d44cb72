import {
  FINDING_EVENTS,
  FINDING_SERVICES,
  type FindingEvents,
  type FindingService,
} from "../../../facts/eventbridge/findings";
import type { PropertyMap } from "../../properties";
import { ACCOUNT_BASELINE } from "../../resources";
import { stackRule } from "../../rule";
import { type Told, toldOfCapabilities } from "../../stack/event-alerts";

export const cloudwatchAccountFindingAlertsExist = stackRule(ACCOUNT_BASELINE, {
  id: "cloudwatch-account-finding-alerts-exist",
  title: "AWS accounts alert on what AWS's detection services find, in every governed region",
  severity: "high",
  property: ACCOUNT_BASELINE.path("governedRegions"),
  rationale:
    "A detection service keeps its findings until somebody opens its console. Credentials that call models for a stranger are in use " +
    "meanwhile, unless an EventBridge rule sends the finding to somebody.",
  remediation: "Declare FindingAlerts in the region, or rules on the findings of each service, each with a target.",
  references: [
    "https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings_eventbridge.html",
    "https://docs.aws.amazon.com/eventbridge/latest/ref/events-ref-guardduty.html",
  ],
  checkEach: (baseline, { stack }) => toldOfCapabilities(baseline, stack, FINDINGS),
});

function toldOf(service: FindingService): readonly Told[] {
  const kinds: readonly FindingEvents[] = FINDING_EVENTS[service];
  return kinds.map(({ source, detailType, samples, plural }) => {
    const events = samples.serious.map((detail): PropertyMap => ({ source, "detail-type": detailType, detail }));
    return { name: plural, events, reads: false };
  });
}

const FINDINGS = Object.fromEntries(FINDING_SERVICES.map((service) => [service, toldOf(service)]));

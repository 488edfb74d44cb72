import {
  GLOBAL_SERVICES,
  TAMPER_EVENTS,
  TAMPER_SERVICES,
  type TamperService,
} from "../../../facts/cloudtrail/tamper-events";
import { ACCOUNT_BASELINE } from "../../resources";
import { stackRule } from "../../rule";
import { type Told, toldInEachRegion, toldOfCall } from "../../stack/event-alerts";

export const cloudwatchAccountTamperAlertsExist = stackRule(ACCOUNT_BASELINE, {
  id: "cloudwatch-account-tamper-alerts-exist",
  title: "AWS accounts alert on the calls that take evidence away, in every governed region",
  severity: "high",
  property: ACCOUNT_BASELINE.path("governedRegions"),
  rationale:
    "A trail that is stopped, a key that is scheduled for deletion and a log group whose retention is shortened are recorded, and " +
    "nobody reads the record in time unless an EventBridge rule sends it to somebody.",
  remediation: "Declare an AlertHub and GovernanceEvents in the region, or rules on all the calls, each with a target.",
  references: [
    "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html",
    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-concepts.html#cloudtrail-concepts-global-service-events",
  ],
  checkEach: (baseline, { stack }) => toldInEachRegion(baseline, stack, { regional: REGIONAL, global: GLOBAL }),
});

function callsTo(services: readonly TamperService[]): readonly Told[] {
  return services.flatMap((service) => TAMPER_EVENTS[service].map((name) => toldOfCall(service, name)));
}

const isGlobal = (service: TamperService): boolean => GLOBAL_SERVICES.includes(service);
const REGIONAL = callsTo(TAMPER_SERVICES.filter((service) => !isGlobal(service)));
const GLOBAL = callsTo(TAMPER_SERVICES.filter(isGlobal));

/** What GuardDuty costs: each of its detectors, and each feature that is on, by what they analyze. */
import type { DetectorFeatureName } from "../../facts/guardduty/features";
import { BYTES_PER_GB } from "../../facts/prices/price";
import type { PriceId } from "../../facts/prices/prices";
import { textAt } from "../declared";
import { everyMonth, ofType, type Usage, type UsagesOf } from "../usage";
import type { VolumeName, Volumes } from "../volumes";

const BOUND = { setting: "detection" } as const;

export const guardDutyUsages: UsagesOf = (account) => {
  const { volumes } = account;
  const detectors = ofType(account, "aws:guardduty/detector:Detector");
  return [
    ...detectors.flatMap((detector): readonly Usage[] => [
      {
        price: "guardduty.managementEvents",
        what: "management events analyzed",
        resource: detector,
        // A detector analyzes the events of its region.
        quantity: everyMonth(volumes.managementEventsPerMonth / detectors.length),
        drivers: ["managementEventsPerMonth"],
        bound: BOUND,
        note: "as if every event were of a region with a detector; the first 30 days are free",
      },
      {
        price: "guardduty.networkLogs",
        what: "flow logs and DNS queries analyzed",
        resource: detector,
        quantity: everyMonth(volumes.networkLogGBPerRegionPerMonth),
        drivers: ["networkLogGBPerRegionPerMonth"],
        bound: BOUND,
      },
    ]),
    ...ofType(account, "aws:guardduty/detectorFeature:DetectorFeature").flatMap((feature): readonly Usage[] => {
      const { properties } = feature;
      const analyzed = Object.entries(ANALYZED).find(([name]) => name === textAt(properties, "name"))?.[1];
      if (analyzed === undefined || textAt(properties, "status") !== "ENABLED") {
        return [];
      }
      const { quantity, ...line } = analyzed;
      return [{ ...line, resource: feature, quantity: everyMonth(quantity(volumes)), bound: BOUND }];
    }),
  ];
};

/** What a feature analyzes in a month, in its region. */
interface Analyzed extends Pick<Usage, "what" | "note"> {
  readonly price: PriceId;
  readonly drivers: readonly VolumeName[];
  readonly quantity: (volumes: Volumes) => number;
}

function driven(price: PriceId, what: string, driver: VolumeName): Analyzed {
  return { price, what, drivers: [driver], quantity: (volumes) => volumes[driver] };
}

const ANALYZED: Readonly<Record<DetectorFeatureName, Analyzed>> = {
  S3_DATA_EVENTS: driven(
    "guardduty.objectEvents",
    "reads and writes of objects analyzed",
    "objectEventsPerRegionPerMonth",
  ),
  EKS_AUDIT_LOGS: driven(
    "guardduty.clusterAuditEvents",
    "audit events of clusters analyzed",
    "clusterAuditEventsPerRegionPerMonth",
  ),
  RUNTIME_MONITORING: {
    ...driven("guardduty.monitoredVcpus", "vCPUs with an agent", "monitoredVcpuHoursPerRegionPerMonth"),
    note: "flow logs of instances with an agent are not charged as well",
  },
  LAMBDA_NETWORK_LOGS: driven(
    "guardduty.functionNetworkLogs",
    "connections of functions analyzed",
    "functionNetworkGBPerRegionPerMonth",
  ),
  AI_PROTECTION: {
    price: "guardduty.modelEvents",
    what: "calls of models analyzed",
    drivers: ["modelInvocationsPerRegionPerMonth", "trailEventBytes"],
    quantity: ({ modelInvocationsPerRegionPerMonth, trailEventBytes }) =>
      (modelInvocationsPerRegionPerMonth * trailEventBytes) / BYTES_PER_GB,
  },
  RDS_LOGIN_EVENTS: driven("guardduty.databaseVcpus", "vCPUs of databases", "databaseVcpuHoursPerRegionPerMonth"),
  EBS_MALWARE_PROTECTION: driven(
    "guardduty.scannedVolumes",
    "volumes scanned for malware",
    "scannedVolumeGBPerRegionPerMonth",
  ),
};

/** AWS's detection services in one governed region, and who is told of what they find. */
import type * as pulumi from "@pulumi/pulumi";

import type { FindingService } from "../../facts/eventbridge/findings";
import type { Scope } from "../base/component";
import { given } from "../base/options";
import { AccessAnalysis } from "../accessanalyzer/access-analysis";
import { FindingAlerts } from "../events/finding-alerts";
import { ThreatDetection } from "../guardduty/threat-detection";
import { SensitiveDataDiscovery } from "../macie/sensitive-data-discovery";
import { VulnerabilityScanning } from "../inspector/vulnerability-scanning";
import { SecurityStandards } from "../securityhub/security-standards";
import { afterTopic, type RegionAlerts } from "./account-alerts";
import type { AccountBaselineOptions } from "./account-baseline-options";
import { DETECTION_SERVICE_NAMES, type DetectionMode, type DetectionModes } from "./detection-modes";
import { modeIn } from "./regional-modes";
import { classifiedIn } from "./lineage-buckets";

/** What detects in one region. What is absent is adopted or left out. */
export interface RegionDetection {
  readonly access: AccessAnalysis | undefined;
  readonly threats: ThreatDetection | undefined;
  readonly vulnerabilities: VulnerabilityScanning | undefined;
  /** Absent, too, where the region has no training bucket. */
  readonly sensitiveData: SensitiveDataDiscovery | undefined;
  readonly standards: SecurityStandards | undefined;
}

/** What stands in the region before detection. */
interface Around {
  /** The name of the bucket that takes access logs. */
  readonly accessLogs: pulumi.Output<string> | undefined;
  readonly alerts: RegionAlerts | undefined;
}

export function createDetection(
  scope: Scope,
  options: AccountBaselineOptions,
  region: string,
  { accessLogs, alerts }: Around,
): RegionDetection {
  const { detection: modes, homeRegion } = options;
  tellOfFindings(scope, modes, region, alerts);
  return {
    access: createAccessAnalysis(scope, modes, { region, isHome: region === homeRegion }),
    threats: createThreatDetection(scope, modes, region),
    vulnerabilities: createVulnerabilityScanning(scope, modes, region),
    sensitiveData: createSensitiveDataDiscovery(scope, options, region, accessLogs),
    standards: createSecurityStandards(scope, modes, region),
  };
}

function createAccessAnalysis(
  scope: Scope,
  { accessAnalyzer }: DetectionModes,
  { region, isHome }: { readonly region: string; readonly isHome: boolean },
): AccessAnalysis | undefined {
  const mode = modeIn(accessAnalyzer, region);
  if (mode.mode !== "create") {
    return undefined;
  }
  // Every region finds the same of IAM, and charges for it.
  const unusedAccessDays = isHome ? mode.unusedAccessDays : undefined;
  return new AccessAnalysis(scope.child(`${region}-access`), { region, ...given({ unusedAccessDays }) }, scope.options);
}

function createThreatDetection(
  scope: Scope,
  { guardDuty }: DetectionModes,
  region: string,
): ThreatDetection | undefined {
  const mode = modeIn(guardDuty, region);
  if (mode.mode !== "create") {
    return undefined;
  }
  const { features, agents } = mode;
  const { protect } = scope.protection;
  return new ThreatDetection(
    scope.child(`${region}-threats`),
    { region, ...given({ features, agents, protect }) },
    scope.options,
  );
}

function createVulnerabilityScanning(
  scope: Scope,
  { inspector }: DetectionModes,
  region: string,
): VulnerabilityScanning | undefined {
  const mode = modeIn(inspector, region);
  return mode.mode === "create"
    ? new VulnerabilityScanning(
        scope.child(`${region}-vulnerabilities`),
        { region, ...given({ resourceTypes: mode.resourceTypes }) },
        scope.options,
      )
    : undefined;
}

/** The name is short for the same reason as those of the region's other components with buckets. */
function createSensitiveDataDiscovery(
  scope: Scope,
  { lineageBuckets, classificationResults, detection: { macie } }: AccountBaselineOptions,
  region: string,
  accessLogBucket: pulumi.Output<string> | undefined,
): SensitiveDataDiscovery | undefined {
  const mode = modeIn(macie, region);
  const bucketNames = classifiedIn(region, lineageBuckets, macie);
  return mode.mode === "create" && bucketNames.length > 0
    ? new SensitiveDataDiscovery(
        scope.child(`${region}-macie`),
        {
          bucketNames,
          ...given({ samplingPercentage: mode.samplingPercentage, accessLogBucket }),
          ...classificationResults,
          region,
          ...scope.protection,
          ...scope.keyProtection,
        },
        scope.options,
      )
    : undefined;
}

function createSecurityStandards(
  scope: Scope,
  { securityHub }: DetectionModes,
  region: string,
): SecurityStandards | undefined {
  const mode = modeIn(securityHub, region);
  return mode.mode === "create"
    ? new SecurityStandards(
        scope.child(`${region}-standards`),
        { region, ...given({ standards: mode.standards }) },
        scope.options,
      )
    : undefined;
}

/** A service that exists already finds as well. */
function tellOfFindings(scope: Scope, modes: DetectionModes, region: string, alerts: RegionAlerts | undefined): void {
  const services = DETECTION_SERVICE_NAMES.filter(
    (service): service is FindingService => modeIn<DetectionMode>(modes[service], region).mode !== "off",
  );
  if (alerts === undefined || services.length === 0) {
    return;
  }
  const { topicArn, hub, forwarding } = alerts;
  new FindingAlerts(
    scope.child(`${region}-findings`),
    {
      topicArn,
      services,
      region,
      ...given({ undeliveredQueueArn: hub?.undeliveredQueueArn, forwardTo: forwarding?.targets }),
    },
    afterTopic(scope, hub, forwarding),
  );
}

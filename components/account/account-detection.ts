/** AWS's detection services in one governed region, and who is told of what they find. */
import type { FindingService } from "../../facts/eventbridge/findings";
import type { Scope } from "../base/component";
import { given } from "../base/options";
import { AccessAnalysis } from "../accessanalyzer/access-analysis";
import type { AlertHub } from "../alerts/alert-hub";
import { FindingAlerts, type FindingAlertsArgs } from "../events/finding-alerts";
import { ThreatDetection } from "../guardduty/threat-detection";
import { VulnerabilityScanning } from "../inspector/vulnerability-scanning";
import { SecurityStandards } from "../securityhub/security-standards";
import { DETECTION_SERVICE_NAMES, type DetectionMode, type DetectionModes } from "./detection-modes";
import { modeIn } from "./regional-modes";

/** What detects in one region. What is absent is adopted or left out. */
export interface RegionDetection {
  readonly access: AccessAnalysis | undefined;
  readonly threats: ThreatDetection | undefined;
  readonly vulnerabilities: VulnerabilityScanning | undefined;
  readonly standards: SecurityStandards | undefined;
}

/** The topic of a region's alerts. */
interface Alerts extends Pick<FindingAlertsArgs, "topicArn"> {
  /** Absent where the topic exists already. */
  readonly hub: AlertHub | undefined;
}

export function createDetection(
  scope: Scope,
  modes: DetectionModes,
  { region, isHome }: { readonly region: string; readonly isHome: boolean },
  alerts: Alerts | undefined,
): RegionDetection {
  tellOfFindings(scope, modes, region, alerts);
  return {
    access: createAccessAnalysis(scope, modes, { region, isHome }),
    threats: createThreatDetection(scope, modes, region),
    vulnerabilities: createVulnerabilityScanning(scope, modes, region),
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
function tellOfFindings(scope: Scope, modes: DetectionModes, region: string, alerts: Alerts | undefined): void {
  const services = DETECTION_SERVICE_NAMES.filter(
    (service): service is FindingService => modeIn<DetectionMode>(modes[service], region).mode !== "off",
  );
  if (alerts === undefined || services.length === 0) {
    return;
  }
  const { topicArn, hub } = alerts;
  new FindingAlerts(
    scope.child(`${region}-findings`),
    { topicArn, services, region, ...given({ undeliveredQueueArn: hub?.undeliveredQueueArn }) },
    // The topic's ARN is made of its name and does not say by itself that the topic has to exist.
    { ...scope.options, dependsOn: [...(hub?.policies ?? [])] },
  );
}

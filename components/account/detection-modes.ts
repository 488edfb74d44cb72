/** What an account's baseline does about AWS's detection services: decided on plain data. */
import type { DetectorFeatureName, RuntimeAgent } from "../../facts/guardduty/features";
import type { ScannedResource } from "../../facts/inspector/resource-types";
import type { StandardName } from "../../facts/securityhub/standards";
import type { Off, Regional } from "./regional-modes";

/**
 * A region's GuardDuty: a detector of the stack's own, or the one that the region has already, which the account or the administrator
 * of its organization has enabled.
 */
export type GuardDutyMode =
  | {
      readonly mode: "create";
      /** @default - every feature */
      readonly features?: readonly DetectorFeatureName[] | undefined;
      /** @default - as `ThreatDetection` has it */
      readonly agents?: readonly RuntimeAgent[] | undefined;
    }
  | { readonly mode: "existing" }
  | Off;

/** A region's IAM Access Analyzer: analyzers of the stack's own, or the one of external access that the region has already. */
export type AccessAnalyzerMode =
  | {
      readonly mode: "create";
      /** In the home region, since IAM has none. @default - unused access is not looked for */
      readonly unusedAccessDays?: number | undefined;
    }
  | { readonly mode: "existing" }
  | Off;

/** A region's Security Hub: enabled by the stack, or by the account or the administrator of its organization before it. */
export type SecurityHubMode =
  | {
      readonly mode: "create";
      /** @default - as `SecurityStandards` has it */
      readonly standards?: readonly StandardName[] | undefined;
    }
  | { readonly mode: "existing" }
  | Off;

/** A region's Amazon Inspector: enabled by the stack, or by the account or the administrator of its organization before it. */
export type InspectorMode =
  | {
      readonly mode: "create";
      /** @default - as `VulnerabilityScanning` has it */
      readonly resourceTypes?: readonly ScannedResource[] | undefined;
    }
  | { readonly mode: "existing" }
  | Off;

/**
 * A region's Macie: enabled by the stack where the region has training buckets, with a job that looks into them, or by the account or the
 * administrator of its organization before it, who then decide what is looked into.
 */
export type MacieMode =
  | {
      readonly mode: "create";
      /** The training buckets of the region. @default - at home those that no region names, elsewhere none */
      readonly buckets?: readonly string[] | undefined;
      /** @default - as `SensitiveDataDiscovery` has it */
      readonly samplingPercentage?: number | undefined;
    }
  | { readonly mode: "existing" }
  | Off;

/** The modes of every detection service. */
export interface DetectionModes {
  readonly accessAnalyzer: Regional<AccessAnalyzerMode>;
  readonly guardDuty: Regional<GuardDutyMode>;
  readonly inspector: Regional<InspectorMode>;
  readonly macie: Regional<MacieMode>;
  readonly securityHub: Regional<SecurityHubMode>;
}

export type DetectionService = keyof DetectionModes;
export type DetectionMode = AccessAnalyzerMode | GuardDutyMode | InspectorMode | MacieMode | SecurityHubMode;

/** What `baseline verify` reads where the service exists already, of which a region has one: Pulumi's token of its type. */
export const DETECTION_SERVICES: Readonly<Record<DetectionService, string>> = {
  accessAnalyzer: "aws:accessanalyzer/analyzer:Analyzer",
  guardDuty: "aws:guardduty/detector:Detector",
  inspector: "aws:inspector2/enabler:Enabler",
  macie: "aws:macie2/account:Account",
  securityHub: "aws:securityhub/account:Account",
};

export const DETECTION_SERVICE_NAMES = Object.keys(DETECTION_SERVICES) as readonly DetectionService[]; // loses the key types

/** GuardDuty in one region: what it looks at, and who is told of what it finds. */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import {
  DETECTOR_FEATURE_NAMES,
  type DetectorFeatureName,
  type PublishingFrequency,
  RUNTIME_AGENTS,
  type RuntimeAgent,
} from "../../facts/guardduty/features";
import { componentType, type Scope, scopeOf } from "../base/component";
import type { EvidenceProtection } from "../base/evidence-protection";
import { optionOf, refuseIgnored } from "../base/options";

/** Options of a {@link ThreatDetection}. */
export interface ThreatDetectionArgs extends Pick<EvidenceProtection, "protect"> {
  /**
   * What GuardDuty looks at beside the management events, flow logs and DNS queries that it always looks at. A feature that is left
   * out is left as GuardDuty has it: in a new detector it may be on. Not every region offers every feature.
   *
   * @default - all: they see training data, clusters, functions, model calls, vector stores and the volumes of instances
   */
  readonly features?: readonly DetectorFeatureName[];
  /**
   * Where GuardDuty installs and updates the agent of Runtime Monitoring itself; the others' agents are the business of whoever
   * runs them.
   *
   * @default ["EKS_ADDON_MANAGEMENT"]: an add-on in every EKS cluster; none on EC2 instances and Fargate tasks, which belong to others
   */
  readonly agents?: readonly RuntimeAgent[];
  /** How often EventBridge is told that a finding occurred again. @default "FIFTEEN_MINUTES" */
  readonly publishingFrequency?: PublishingFrequency;
  /** @default the provider's region */
  readonly region?: string;
}

/**
 * The detector of a region, of which an account has one, with its features. What it finds waits in GuardDuty for 90 days, and
 * `FindingAlerts` tells people of it.
 *
 * @throws {OptionError} when agents are given without Runtime Monitoring
 * @see https://docs.aws.amazon.com/guardduty/latest/ug/what-is-guardduty.html
 */
export class ThreatDetection extends pulumi.ComponentResource {
  readonly detectorId: pulumi.Output<string>;

  constructor(name: string, args: ThreatDetectionArgs, opts?: pulumi.ComponentResourceOptions) {
    const options = resolveThreatDetection(name, args);
    super(componentType("ThreatDetection"), name, args, opts);
    const scope = scopeOf(this, name, args);

    const detector = createDetector(scope, options);
    for (const feature of options.features) {
      switchOn(scope, options, detector, feature);
    }
    this.detectorId = detector.id;
    this.registerOutputs({ detectorId: this.detectorId });
  }
}

/** The options of a {@link ThreatDetection}, resolved. */
export interface ThreatDetectionOptions {
  readonly features: readonly DetectorFeatureName[];
  /** Every one that is not among them is told to be off. */
  readonly agents: readonly RuntimeAgent[];
  readonly publishingFrequency: PublishingFrequency;
}

const AGENTS: readonly RuntimeAgent[] = ["EKS_ADDON_MANAGEMENT"];

/** @throws {OptionError} as {@link ThreatDetection} does */
export function resolveThreatDetection(name: string, args: ThreatDetectionArgs): ThreatDetectionOptions {
  const { features = DETECTOR_FEATURE_NAMES, publishingFrequency = "FIFTEEN_MINUTES" } = args;
  if (!features.includes("RUNTIME_MONITORING")) {
    refuseIgnored(
      args,
      {
        ignored: ["agents"],
        by: "features without RUNTIME_MONITORING",
        otherwise: "add RUNTIME_MONITORING to features",
      },
      optionOf("ThreatDetection", name),
    );
  }
  return { features, agents: args.agents ?? AGENTS, publishingFrequency };
}

function createDetector(scope: Scope, { publishingFrequency }: ThreatDetectionOptions): aws.guardduty.Detector {
  return new aws.guardduty.Detector(
    scope.child("detector"),
    { enable: true, findingPublishingFrequency: publishingFrequency, ...scope.region },
    // A detector that is deleted takes its findings with it.
    scope.evidence,
  );
}

function switchOn(
  scope: Scope,
  { agents }: ThreatDetectionOptions,
  detector: aws.guardduty.Detector,
  feature: DetectorFeatureName,
): void {
  new aws.guardduty.DetectorFeature(
    scope.child(feature.toLowerCase().replaceAll("_", "-")),
    {
      detectorId: detector.id,
      name: feature,
      status: "ENABLED",
      ...(feature === "RUNTIME_MONITORING" ? { additionalConfigurations: agentManagement(agents) } : {}),
      ...scope.region,
    },
    scope.options,
  );
}

function agentManagement(agents: readonly RuntimeAgent[]) {
  return RUNTIME_AGENTS.map((agent) => ({ name: agent, status: agents.includes(agent) ? "ENABLED" : "DISABLED" }));
}

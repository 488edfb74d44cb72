import { deepEqual, equal, rejects } from "node:assert/strict";

import {
  resolveThreatDetection,
  ThreatDetection,
  type ThreatDetectionArgs,
} from "../../../components/guardduty/threat-detection";
import { DETECTOR_FEATURE_NAMES } from "../../../facts/guardduty/features";
import { record, type Recording } from "../recorder";

const DETECTOR = "aws:guardduty/detector:Detector";
const FEATURE = "aws:guardduty/detectorFeature:DetectorFeature";

function threats(args: ThreatDetectionArgs): Promise<Recording> {
  return record(() => new ThreatDetection("threats", args));
}

describe("ThreatDetection", () => {
  it("is a detector with every feature", async () => {
    const made = await threats({});
    deepEqual(made.children(), [
      "ai-governance-baseline:index:ThreatDetection threats",
      `${DETECTOR} threats-detector`,
      `${FEATURE} threats-ai-protection`,
      `${FEATURE} threats-ebs-malware-protection`,
      `${FEATURE} threats-eks-audit-logs`,
      `${FEATURE} threats-lambda-network-logs`,
      `${FEATURE} threats-rds-login-events`,
      `${FEATURE} threats-runtime-monitoring`,
      `${FEATURE} threats-s3-data-events`,
    ]);
    deepEqual(made.inputs(DETECTOR, "threats-detector"), {
      enable: true,
      findingPublishingFrequency: "FIFTEEN_MINUTES",
    });
    deepEqual(made.inputs(FEATURE, "threats-s3-data-events"), {
      detectorId: "threats-detector-id",
      name: "S3_DATA_EVENTS",
      status: "ENABLED",
    });
  });

  it("has GuardDuty manage its agent on EKS clusters, and on nothing that belongs to others", async () => {
    deepEqual((await threats({})).inputs(FEATURE, "threats-runtime-monitoring"), {
      detectorId: "threats-detector-id",
      name: "RUNTIME_MONITORING",
      status: "ENABLED",
      additionalConfigurations: [
        { name: "EKS_ADDON_MANAGEMENT", status: "ENABLED" },
        { name: "ECS_FARGATE_AGENT_MANAGEMENT", status: "DISABLED" },
        { name: "EC2_AGENT_MANAGEMENT", status: "DISABLED" },
      ],
    });
    const none = (await threats({ agents: [] })).inputs(FEATURE, "threats-runtime-monitoring");
    deepEqual(none["additionalConfigurations"], [
      { name: "EKS_ADDON_MANAGEMENT", status: "DISABLED" },
      { name: "ECS_FARGATE_AGENT_MANAGEMENT", status: "DISABLED" },
      { name: "EC2_AGENT_MANAGEMENT", status: "DISABLED" },
    ]);
  });

  it("does as it is told, in the region that it is told", async () => {
    const made = await threats({
      features: ["AI_PROTECTION"],
      publishingFrequency: "ONE_HOUR",
      region: "us-east-1",
    });
    deepEqual(made.children(), [
      "ai-governance-baseline:index:ThreatDetection threats",
      `${DETECTOR} threats-detector`,
      `${FEATURE} threats-ai-protection`,
    ]);
    deepEqual(made.inputs(DETECTOR, "threats-detector"), {
      enable: true,
      findingPublishingFrequency: "ONE_HOUR",
      region: "us-east-1",
    });
    equal(made.inputs(FEATURE, "threats-ai-protection")["region"], "us-east-1");
  });

  it("protects the detector, with which its findings would go, unless it is told otherwise", async () => {
    const isProtected = async (args: ThreatDetectionArgs) =>
      (await threats(args)).registrations.filter(({ type }) => type === DETECTOR).map(({ protect }) => protect);
    deepEqual(await isProtected({}), [true]);
    deepEqual(await isProtected({ protect: false }), [false]);
  });

  it("refuses agents that nothing would listen to", async () => {
    await rejects(
      threats({ features: ["S3_DATA_EVENTS"], agents: [] }),
      /ThreatDetection "threats": agents is \[\]\. Allowed: nothing with features without RUNTIME_MONITORING, which would ignore it\. Remove agents or add RUNTIME_MONITORING to features\./,
    );
  });

  it("resolves what is left out to all features, agents on EKS and a quarter of an hour", () => {
    deepEqual(resolveThreatDetection("threats", {}), {
      features: DETECTOR_FEATURE_NAMES,
      agents: ["EKS_ADDON_MANAGEMENT"],
      publishingFrequency: "FIFTEEN_MINUTES",
    });
  });
});

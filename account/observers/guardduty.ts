/** GuardDuty's detectors, of which a region has one, and their features. */
import type * as aws from "@pulumi/aws";
import { type Properties, type Subject, observer, textOf } from "../observer";
import type { OutputOf } from "../operations";
import type { Reader } from "../reader";

export const detectorObserver = observer<aws.guardduty.DetectorArgs>({
  type: "aws:guardduty/detector:Detector",
  check: "verify-guardduty-detector-as-declared",
  parts: [{ properties: ["enable", "findingPublishingFrequency"], read: readDetector }],
  defaults: { enable: true },
  notCompared: { datasources: "They are features by an older name." },
});

async function readDetector(reader: Reader, { id, region }: Subject): Promise<Properties | undefined> {
  // What is adopted is known by its region.
  const detectorId = id === region ? await detectorOf(reader, region) : id;
  const detector = await getDetector(reader, region, detectorId);
  return (
    detector && {
      enable: detector.Status === "ENABLED",
      findingPublishingFrequency: detector.FindingPublishingFrequency,
    }
  );
}

export const detectorFeatureObserver = observer<aws.guardduty.DetectorFeatureArgs>({
  type: "aws:guardduty/detectorFeature:DetectorFeature",
  check: "verify-guardduty-feature-as-declared",
  parts: [{ properties: ["detectorId", "name", "status", "additionalConfigurations"], read: readFeature }],
  defaults: { additionalConfigurations: [] },
});

async function readFeature(reader: Reader, { inputs, region }: Subject): Promise<Properties | undefined> {
  const [detectorId, name] = [textOf(inputs["detectorId"]), textOf(inputs["name"])];
  const { Features = [] } = (await getDetector(reader, region, detectorId)) ?? {};
  const feature = Features.find(({ Name }) => Name === name);
  return (
    feature && {
      detectorId,
      name,
      status: feature.Status,
      additionalConfigurations: (feature.AdditionalConfiguration ?? []).map(({ Name = null, Status = null }) => ({
        name: Name,
        status: Status,
      })),
    }
  );
}

/** The id of the region's detector, if it has one. */
export async function detectorOf(reader: Reader, region: string): Promise<string | undefined> {
  const answer = await reader.read("guardduty:ListDetectors", region, {});
  return answer?.DetectorIds?.[0];
}

function getDetector(
  reader: Reader,
  region: string,
  detectorId: string | undefined,
): Promise<OutputOf<"guardduty:GetDetector"> | undefined> {
  return detectorId === undefined
    ? Promise.resolve(undefined)
    : reader.read("guardduty:GetDetector", region, { DetectorId: detectorId });
}

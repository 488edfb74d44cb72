/** AWS's detection services, of which a region has one each: whoever enabled it first, the account or its organization. */
import { CLEAR, type Consequence, type Decided, collide, leaveOpen, together } from "./collision";
import { type Declared, ofType } from "./declared";
import type { DetectionService, ObservedAccount, ObservedRegion } from "./observed";

/** What the stack declares of a service, and what AWS says to a second one. */
interface Detection {
  readonly what: string;
  readonly type: string;
  /** Whether the declared resource is the one of which a region has one. */
  readonly isTheOne: (declared: Declared) => boolean;
  readonly consequence: Extract<Consequence, "collides" | "overwritten">;
  readonly explanation: string;
}

/**
 * @see https://docs.aws.amazon.com/guardduty/latest/APIReference/API_CreateDetector.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-quotas.html
 * @see https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_EnableSecurityHub.html
 * @see https://docs.aws.amazon.com/inspector/v2/APIReference/API_Enable.html
 * @see https://docs.aws.amazon.com/macie/latest/APIReference/macie.html
 */
const DETECTIONS: Readonly<Record<DetectionService, Detection>> = {
  accessAnalyzer: {
    what: "Access Analyzer",
    type: "aws:accessanalyzer/analyzer:Analyzer",
    isTheOne: ({ inputs }) => (inputs["type"] ?? "ACCOUNT") === "ACCOUNT",
    consequence: "collides",
    explanation: "A region has one analyzer of access from outside the account, and there is one.",
  },
  guardDuty: {
    what: "GuardDuty detector",
    type: "aws:guardduty/detector:Detector",
    isTheOne: () => true,
    consequence: "collides",
    explanation: "A region has one detector, and there is one: GuardDuty refuses a second.",
  },
  inspector: {
    what: "Amazon Inspector",
    type: "aws:inspector2/enabler:Enabler",
    isTheOne: () => true,
    consequence: "overwritten",
    explanation: "Inspector scans already, and the stack would take it over: destroying the stack would end the scans.",
  },
  macie: {
    what: "Amazon Macie",
    type: "aws:macie2/account:Account",
    isTheOne: () => true,
    consequence: "collides",
    explanation: "Macie is enabled, and refuses to be enabled again.",
  },
  securityHub: {
    what: "Security Hub",
    type: "aws:securityhub/account:Account",
    isTheOne: () => true,
    consequence: "collides",
    explanation: "Security Hub is enabled, and refuses to be enabled again.",
  },
};

export function detectionCollisions(declared: readonly Declared[], { regions }: ObservedAccount): Decided {
  const services = Object.keys(DETECTIONS) as readonly DetectionService[]; // Object.keys loses the key types
  return together(
    services.flatMap((service) =>
      regions.flatMap((region) =>
        ofType(declared, DETECTIONS[service].type)
          .filter((resource) => resource.region === region.region && DETECTIONS[service].isTheOne(resource))
          .map((resource) => ofRegion(service, resource, region)),
      ),
    ),
  );
}

function ofRegion(service: DetectionService, declared: Declared, { region, detection }: ObservedRegion): Decided {
  const { what, consequence, explanation } = DETECTIONS[service];
  const reading = detection[service];
  if ("unreadable" in reading) {
    return leaveOpen({ what, where: region, ...reading.unreadable });
  }
  return reading.seen === undefined
    ? CLEAR
    : collide({
        what,
        where: region,
        declared: declared.urn,
        observed: reading.seen,
        consequence,
        explanation,
        settings: [{ path: ["detection", service, "regions", region], value: { mode: "existing" } }],
        otherwise: "Or delete it, if it is the account's own and nobody relies on it.",
        page: "docs/existing-accounts/detection.md",
      });
}

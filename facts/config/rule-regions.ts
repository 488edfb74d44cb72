import { KNOWN_REGIONS, type KnownRegion, REGIONS } from "../regions";
import type { Source } from "../source";

export const SOURCES: readonly Source[] = [
  {
    page: "https://docs.aws.amazon.com/config/latest/developerguide/managed-rules-by-aws-config.html",
    readOn: "2026-11-21",
  },
];

/**
 * Where AWS Config offers a managed rule.
 *
 * - `all`: its page says "All supported AWS regions".
 * - `only`: its page lists the regions.
 * - `except`: its page lists the exceptions; a region that is not among {@link KNOWN_REGIONS} is taken as an exception.
 */
export type RuleRegions =
  | { readonly kind: "all" }
  | { readonly kind: "only"; readonly regions: readonly string[] }
  | { readonly kind: "except"; readonly regions: readonly string[] };

const GOV_CLOUD: readonly KnownRegion[] = ["us-gov-east-1", "us-gov-west-1"];
const CHINA: readonly KnownRegion[] = ["cn-north-1", "cn-northwest-1"];
const MALAYSIA: KnownRegion = "ap-southeast-5";
const MELBOURNE: KnownRegion = "ap-southeast-4";
const CALGARY: KnownRegion = "ca-west-1";
/** New Zealand, Thailand, Malaysia, Mexico, Taipei: the regions opened since 2024. */
const SINCE_2024: readonly KnownRegion[] = ["ap-southeast-6", "ap-southeast-7", MALAYSIA, "mx-central-1", "ap-east-2"];
/** Also Calgary, Tel Aviv, Melbourne, Hyderabad, Zurich, Spain, UAE: the regions opened since February 2022. */
const SINCE_2022: readonly KnownRegion[] = KNOWN_REGIONS.filter((region) => REGIONS[region].addedAfterFebruary2022);

function except(...regions: readonly KnownRegion[]): RuleRegions {
  return { kind: "except", regions };
}

function only(...regions: readonly KnownRegion[]): RuleRegions {
  return { kind: "only", regions };
}

/** The sets of regions that the rule pages name, each used by the rules of `managed-rules.ts` that share it. */
export const RULE_REGIONS = {
  all: { kind: "all" },
  logGroupRetention: except("me-central-1"),
  alarmActions: except(...GOV_CLOUD, "ap-east-2"),
  bucketAcl: except("ap-southeast-6"),
  keyDeletion: except("ap-southeast-6", "eu-south-1", "ap-east-2"),
  keyPolicy: except(...GOV_CLOUD, CALGARY),
  /** IAM resource types are recorded only in regions opened before February 2022. */
  iam: except(...SINCE_2022),
  eksLogging: except(...SINCE_2024, ...GOV_CLOUD, "il-central-1", CALGARY),
  eksSecrets: except(...SINCE_2024, ...CHINA, CALGARY),
  sinceThe2024Regions: except(...SINCE_2024),
  endpointEncryption: except(...SINCE_2024, MELBOURNE),
  establishedCommercial: except(...SINCE_2022, ...CHINA, ...GOV_CLOUD),
  notebookNetwork: except(...SINCE_2022, ...GOV_CLOUD),
  endpointInstanceCount: except(...SINCE_2024, ...CHINA, CALGARY),
  bedrockDataSource: except(
    ...SINCE_2024,
    ...CHINA,
    ...GOV_CLOUD,
    CALGARY,
    MELBOURNE,
    "af-south-1",
    "ap-east-1",
    "ap-southeast-3",
    "il-central-1",
    "me-central-1",
    "me-south-1",
    "us-west-1",
  ),
  agentCoreMemory: only(
    "ap-northeast-1",
    "ap-south-1",
    "ap-southeast-1",
    "ap-southeast-2",
    "eu-central-1",
    "eu-west-1",
    "us-east-1",
    "us-east-2",
  ),
  agentCore: only(
    "ap-northeast-1",
    "ap-northeast-2",
    "ap-south-1",
    "ap-southeast-1",
    "ap-southeast-2",
    "ca-central-1",
    "eu-central-1",
    "eu-north-1",
    "eu-west-1",
    "eu-west-2",
    "eu-west-3",
    "us-east-1",
    "us-east-2",
    "us-west-2",
  ),
} as const satisfies Readonly<Record<string, RuleRegions>>;

/** Whether a rule with these regions is known to be offered in `region`. */
export function isOfferedIn(regions: RuleRegions, region: string): boolean {
  switch (regions.kind) {
    case "all":
      return true;
    case "only":
      return regions.regions.includes(region);
    case "except":
      return (KNOWN_REGIONS as readonly string[]).includes(region) && !regions.regions.includes(region); // widened to accept any string
  }
}

/** AWS's regions and partitions. */
import type { Source } from "./source";

export const SOURCES: readonly Source[] = [
  { page: "https://docs.aws.amazon.com/general/latest/gr/rande.html", readOn: "2026-11-21" },
  { page: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html", readOn: "2026-11-21" },
  { page: "https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html", readOn: "2026-11-25" },
  // The partitions of the SDK's endpoint resolution.
  {
    page: "https://github.com/aws/aws-sdk-js-v3/blob/main/packages/util-endpoints/src/lib/aws/partitions.json",
    readOn: "2026-11-25",
  },
  { page: "https://docs.aws.amazon.com/config/latest/developerguide/select-resources.html", readOn: "2026-11-25" },
  {
    page: "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-concepts.html",
    readOn: "2026-11-26",
    secondary: "the region of commercial AWS; those of the other partitions are the ones of IAM's endpoints there",
  },
];

/** The form of a region's name: `eu-central-1`, `us-gov-west-1`, `eusc-de-east-1`. */
export const REGION_FORM = /^[a-z]{2,4}(-[a-z]{2,12}){1,3}-[1-9]\d?$/;

/** What is to be known of a region besides its partition, which {@link partitionOf} tells. */
export interface Region {
  /** Whether an account has to enable it before it can be used. */
  readonly optIn: boolean;
  /** Whether AWS Config came to it after February 2022, and so records no users, groups, roles or policies of IAM there. */
  readonly addedAfterFebruary2022: boolean;
}

const ENABLED: Region = { optIn: false, addedAfterFebruary2022: false };
const OPT_IN: Region = { optIn: true, addedAfterFebruary2022: false };
const OPT_IN_SINCE_2022: Region = { optIn: true, addedAfterFebruary2022: true };
const SINCE_2022: Region = { optIn: false, addedAfterFebruary2022: true };

const DOCUMENTED_REGIONS = {
  "af-south-1": OPT_IN,
  "ap-east-1": OPT_IN,
  "ap-east-2": OPT_IN_SINCE_2022,
  "ap-northeast-1": ENABLED,
  "ap-northeast-2": ENABLED,
  "ap-northeast-3": ENABLED,
  "ap-south-1": ENABLED,
  "ap-south-2": OPT_IN_SINCE_2022,
  "ap-southeast-1": ENABLED,
  "ap-southeast-2": ENABLED,
  "ap-southeast-3": OPT_IN,
  "ap-southeast-4": OPT_IN_SINCE_2022,
  "ap-southeast-5": OPT_IN_SINCE_2022,
  "ap-southeast-6": OPT_IN_SINCE_2022,
  "ap-southeast-7": OPT_IN_SINCE_2022,
  "ca-central-1": ENABLED,
  "ca-west-1": OPT_IN_SINCE_2022,
  "cn-north-1": ENABLED,
  "cn-northwest-1": ENABLED,
  "eu-central-1": ENABLED,
  "eu-central-2": OPT_IN_SINCE_2022,
  "eu-north-1": ENABLED,
  "eu-south-1": OPT_IN,
  "eu-south-2": OPT_IN_SINCE_2022,
  "eu-west-1": ENABLED,
  "eu-west-2": ENABLED,
  "eu-west-3": ENABLED,
  "il-central-1": OPT_IN_SINCE_2022,
  "me-central-1": OPT_IN_SINCE_2022,
  "me-south-1": OPT_IN,
  "mx-central-1": OPT_IN_SINCE_2022,
  "sa-east-1": ENABLED,
  "us-east-1": ENABLED,
  "us-east-2": ENABLED,
  "us-gov-east-1": ENABLED,
  "us-gov-west-1": ENABLED,
  "us-west-1": ENABLED,
  "us-west-2": ENABLED,
} as const;

/**
 * Regions that the pages of services leave out: those of separate partitions, and two that AWS's SDK names ahead of their
 * opening. When AWS Config came to the isolated partitions is on no public page, so they are taken for late.
 */
const FURTHER_REGIONS = {
  "eu-isoe-west-1": SINCE_2022,
  "eusc-de-east-1": SINCE_2022,
  "me-west-1": OPT_IN_SINCE_2022,
  "sa-west-1": OPT_IN_SINCE_2022,
  "us-iso-east-1": SINCE_2022,
  "us-iso-west-1": SINCE_2022,
  "us-isob-east-1": SINCE_2022,
  "us-isob-west-1": SINCE_2022,
  "us-isof-east-1": SINCE_2022,
  "us-isof-south-1": SINCE_2022,
} as const;

/** Every region that AWS's SDK knows. */
export const REGIONS = { ...DOCUMENTED_REGIONS, ...FURTHER_REGIONS } as const;

/** The name of a region in {@link REGIONS}. */
export type RegionName = keyof typeof REGIONS;

/** The name of a region in {@link KNOWN_REGIONS}. */
export type KnownRegion = keyof typeof DOCUMENTED_REGIONS;

/** The regions that the pages of services speak of, in alphabetical order: those of commercial AWS, China and GovCloud. */
// Object.keys is typed string[], yet the table is a constant of which these are all the keys.
export const KNOWN_REGIONS = Object.keys(DOCUMENTED_REGIONS) as readonly KnownRegion[];

/** Whether AWS has a region of this name, as far as {@link REGIONS} goes: AWS opens new ones. */
export function isRegion(name: string): name is RegionName {
  return Object.hasOwn(REGIONS, name);
}

/** The id of a partition, as in the second part of an ARN. */
export type PartitionId =
  "aws" | "aws-cn" | "aws-us-gov" | "aws-eusc" | "aws-iso" | "aws-iso-b" | "aws-iso-e" | "aws-iso-f";

/** A partition: a set of regions with accounts of its own. */
export interface Partition {
  /** The second part of every ARN in it. */
  readonly id: PartitionId;
  /** The domain of its endpoints. */
  readonly dnsSuffix: string;
  /** Where the calls to services of no region, such as IAM, are recorded; absent where no public page says. */
  readonly globalServicesRegion?: RegionName;
}

const COMMERCIAL: Partition = { id: "aws", dnsSuffix: "amazonaws.com", globalServicesRegion: "us-east-1" };

const OTHER_PARTITIONS: readonly (Partition & { readonly regionPrefix: string })[] = [
  { regionPrefix: "cn-", id: "aws-cn", dnsSuffix: "amazonaws.com.cn", globalServicesRegion: "cn-north-1" },
  { regionPrefix: "us-gov-", id: "aws-us-gov", dnsSuffix: "amazonaws.com", globalServicesRegion: "us-gov-west-1" },
  { regionPrefix: "us-isob-", id: "aws-iso-b", dnsSuffix: "sc2s.sgov.gov" },
  { regionPrefix: "us-isof-", id: "aws-iso-f", dnsSuffix: "csp.hci.ic.gov" },
  { regionPrefix: "us-iso-", id: "aws-iso", dnsSuffix: "c2s.ic.gov" },
  { regionPrefix: "eu-isoe-", id: "aws-iso-e", dnsSuffix: "cloud.adc-e.uk" },
  { regionPrefix: "eusc-", id: "aws-eusc", dnsSuffix: "amazonaws.eu" },
];

/** The partition that a region belongs to. An account lives in exactly one. */
export function partitionOf(region: string): Partition {
  return OTHER_PARTITIONS.find(({ regionPrefix }) => region.startsWith(regionPrefix)) ?? COMMERCIAL;
}

/**
 * The domains of the endpoints of AWS's services in all partitions, those that answer over IPv6 as well included.
 *
 * Source: https://docs.aws.amazon.com/general/latest/gr/rande.html and the partitions of the AWS SDK.
 */
export const ENDPOINT_DOMAINS: readonly string[] = [
  ...new Set([COMMERCIAL, ...OTHER_PARTITIONS].map(({ dnsSuffix }) => dnsSuffix)),
  "api.aws",
  "api.amazonwebservices.com.cn",
  "api.amazonwebservices.eu",
  "api.aws.ic.gov",
  "api.aws.scloud",
  "api.cloud-aws.adc-e.uk",
  "api.aws.hci.ic.gov",
];

/**
 * The domain of service principals such as `logs.REGION.SUFFIX`; only the China partition has its own.
 * @param partition the id of a partition
 */
export function principalSuffix(partition: string): string {
  return partition === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";
}

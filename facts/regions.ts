/** AWS's regions and partitions. */
import type { Source } from "./source";

export const SOURCES: readonly Source[] = [
  { page: "https://docs.aws.amazon.com/general/latest/gr/rande.html", readOn: "2026-11-21" },
  { page: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html", readOn: "2026-11-21" },
  { page: "https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html", readOn: "2026-11-25" },
];

/** The form of a region's name: `eu-central-1`, `us-gov-west-1`, `eusc-de-east-1`. */
export const REGION_FORM = /^[a-z]{2,4}(-[a-z]{2,12}){1,3}-[1-9]\d?$/;

/** The regions that AWS names in its documentation. Settings take others too: AWS opens new ones. */
export const KNOWN_REGIONS = [
  "af-south-1",
  "ap-east-1",
  "ap-east-2",
  "ap-northeast-1",
  "ap-northeast-2",
  "ap-northeast-3",
  "ap-south-1",
  "ap-south-2",
  "ap-southeast-1",
  "ap-southeast-2",
  "ap-southeast-3",
  "ap-southeast-4",
  "ap-southeast-5",
  "ap-southeast-6",
  "ap-southeast-7",
  "ca-central-1",
  "ca-west-1",
  "cn-north-1",
  "cn-northwest-1",
  "eu-central-1",
  "eu-central-2",
  "eu-north-1",
  "eu-south-1",
  "eu-south-2",
  "eu-west-1",
  "eu-west-2",
  "eu-west-3",
  "il-central-1",
  "me-central-1",
  "me-south-1",
  "mx-central-1",
  "sa-east-1",
  "us-east-1",
  "us-east-2",
  "us-gov-east-1",
  "us-gov-west-1",
  "us-west-1",
  "us-west-2",
] as const;

/** The name of a region in {@link KNOWN_REGIONS}. */
export type KnownRegion = (typeof KNOWN_REGIONS)[number];

/** The id of a partition, as in the second part of an ARN. */
export type PartitionId =
  "aws" | "aws-cn" | "aws-us-gov" | "aws-eusc" | "aws-iso" | "aws-iso-b" | "aws-iso-e" | "aws-iso-f";

/** A partition: a set of regions with accounts of its own. */
export interface Partition {
  /** The second part of every ARN in it. */
  readonly id: PartitionId;
  /** The domain of its endpoints. */
  readonly dnsSuffix: string;
}

const COMMERCIAL: Partition = { id: "aws", dnsSuffix: "amazonaws.com" };

const OTHER_PARTITIONS: readonly (Partition & { readonly regionPrefix: string })[] = [
  { regionPrefix: "cn-", id: "aws-cn", dnsSuffix: "amazonaws.com.cn" },
  { regionPrefix: "us-gov-", id: "aws-us-gov", dnsSuffix: "amazonaws.com" },
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
 * The domain of service principals such as `logs.REGION.SUFFIX`; only the China partition has its own.
 * @param partition the id of a partition
 */
export function principalSuffix(partition: string): string {
  return partition === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";
}

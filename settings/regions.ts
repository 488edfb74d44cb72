/** AWS regions as settings name them: their form, and the partition that a region lies in. */

/**
 * The form of a region's name: `eu-central-1`, `us-gov-west-1`, `eusc-de-east-1`. Regions are not listed by name:
 * AWS opens new ones, and the account's own region opt-ins decide in any case.
 */
export const REGION_FORM = /^[a-z]{2,4}(-[a-z]{2,12}){1,3}-[1-9]\d?$/;

const PARTITION_BY_PREFIX: readonly (readonly [prefix: RegExp, partition: string])[] = [
  [/^cn-/, "aws-cn"],
  [/^us-gov-/, "aws-us-gov"],
  [/^us-iso-/, "aws-iso"],
  [/^us-isob-/, "aws-iso-b"],
  [/^eu-isoe-/, "aws-iso-e"],
  [/^us-isof-/, "aws-iso-f"],
  [/^eusc-/, "aws-eusc"],
];

/**
 * The partition that a region belongs to. An account lives in exactly one.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 */
export function partitionOf(region: string): string {
  return PARTITION_BY_PREFIX.find(([prefix]) => prefix.test(region))?.[1] ?? "aws";
}

/** What a refusal of regions has to leave out, because its endpoints stand in one region for all of them. */
import type { Source } from "../source";

export const SOURCES: readonly Source[] = [
  {
    page: "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples_general.html",
    readOn: "2026-11-26",
    secondary:
      "the list of the page's example as https://github.com/aws-samples/service-control-policy-examples keeps it, without services that have ended",
  },
  {
    page: "https://docs.aws.amazon.com/bedrock/latest/userguide/global-cross-region-inference.html",
    readOn: "2026-11-26",
    secondary: "the page as it is quoted by others: the excerpt at hand did not reach the policies",
  },
];

/** Actions of services that are called in one region, whichever region is meant. */
export const GLOBAL_SERVICE_ACTIONS = [
  "acm:*",
  "aws-marketplace-management:*",
  "aws-marketplace:*",
  "aws-portal:*",
  "budgets:*",
  "ce:*",
  "cloudfront:*",
  "config:*",
  "cur:*",
  "directconnect:*",
  "ec2:DescribeRegions",
  "ec2:DescribeTransitGateways",
  "ec2:DescribeVpnGateways",
  "fms:*",
  "globalaccelerator:*",
  "health:*",
  "iam:*",
  "kms:*",
  "networkmanager:*",
  "organizations:*",
  "pricing:*",
  "route53-recovery-cluster:*",
  "route53-recovery-control-config:*",
  "route53-recovery-readiness:*",
  "route53:*",
  "route53domains:*",
  "s3:GetAccountPublic*",
  "s3:ListAllMyBuckets",
  "s3:ListMultiRegionAccessPoints",
  "s3:PutAccountPublic*",
  "shield:*",
  "sts:*",
  "support:*",
  "trustedadvisor:*",
  "waf-regional:*",
  "waf:*",
  "wafv2:*",
  "wellarchitected:*",
] as const;

/** What `aws:RequestedRegion` is when a global inference profile has Bedrock choose the region. */
export const GLOBAL_INFERENCE_REGION = "unspecified";

import type { Source } from "../source";

const BY_TOKEN = "the tokens of the packages; the page was not at hand";

export const SOURCES: readonly Source[] = [
  { page: "https://www.pulumi.com/registry/packages/aws-native/", readOn: "2026-11-26", secondary: BY_TOKEN },
  {
    page: "https://www.pulumi.com/registry/packages/aws/api-docs/cloudformation/stack/",
    readOn: "2026-11-26",
    secondary: BY_TOKEN,
  },
  {
    page: "https://www.pulumi.com/registry/packages/aws/api-docs/cloudcontrol/resource/",
    readOn: "2026-11-26",
    secondary: BY_TOKEN,
  },
  { page: "https://www.pulumi.com/registry/packages/command/", readOn: "2026-11-26", secondary: BY_TOKEN },
  {
    page: "https://www.pulumi.com/docs/iac/concepts/providers/dynamic-providers/",
    readOn: "2026-11-26",
    secondary: BY_TOKEN,
  },
  {
    page: "https://www.pulumi.com/registry/packages/kubernetes/api-docs/helm/v3/release/",
    readOn: "2026-11-26",
    secondary: BY_TOKEN,
  },
  {
    page: "https://www.pulumi.com/docs/iac/using-pulumi/extending-pulumi/use-terraform-module/",
    readOn: "2026-11-26",
    secondary: BY_TOKEN,
  },
];

/** Types that can make the same as a type of the AWS provider, and say it in another form. */
export interface Equivalent {
  /** Pattern of the engine's token; `*` stands for any run of characters. */
  readonly type: string;
  /** Completes "it may hold". */
  readonly holds: string;
}

const ANY_OF_AWS = "any resource of AWS";
const IN_ANOTHER_FORM = "the same as a resource of the AWS provider, in another form";
const OF_KUBERNETES = "any resource of Kubernetes, or of AWS by a controller";
const OF_TERRAFORM = "any resource of Terraform";
const ANYTHING = "whatever its code does";

export const EQUIVALENTS: readonly Equivalent[] = [
  { type: "aws-native:*", holds: IN_ANOTHER_FORM },
  { type: "awscc:*", holds: IN_ANOTHER_FORM },
  { type: "aws:cloudformation/*", holds: ANY_OF_AWS },
  { type: "aws:cloudcontrol/*", holds: ANY_OF_AWS },
  { type: "aws:serverlessrepository/cloudFormationStack:CloudFormationStack", holds: ANY_OF_AWS },
  { type: "aws:servicecatalog/provisionedProduct:ProvisionedProduct", holds: ANY_OF_AWS },
  { type: "aws:cfg/conformancePack:ConformancePack", holds: "rules and remediations of AWS Config" },
  { type: "aws:cfg/organizationConformancePack:OrganizationConformancePack", holds: "rules of AWS Config" },
  { type: "aws:ssm/association:Association", holds: ANYTHING },
  { type: "command:*", holds: ANYTHING },
  { type: "pulumi-nodejs:dynamic*", holds: ANYTHING },
  { type: "pulumi-python:dynamic*", holds: ANYTHING },
  { type: "kubernetes:helm.sh/*", holds: OF_KUBERNETES },
  { type: "kubernetes:kustomize*", holds: OF_KUBERNETES },
  { type: "kubernetes:yaml*", holds: OF_KUBERNETES },
  { type: "kubernetes:*.services.k8s.aws/*", holds: ANY_OF_AWS },
  { type: "kubernetes:*.aws.upbound.io/*", holds: ANY_OF_AWS },
  { type: "kubernetes:*.aws.crossplane.io/*", holds: ANY_OF_AWS },
  // A package of a module is called as its user likes.
  { type: "terraform-module:*", holds: OF_TERRAFORM },
  { type: "*:index:Module", holds: OF_TERRAFORM },
  { type: "*:tf:*", holds: OF_TERRAFORM },
  { type: "aws-iam:*", holds: "roles, users and policies" },
  { type: "aws-static-website:*", holds: "buckets and what opens them" },
  { type: "aws-s3-replicated-bucket:*", holds: "buckets and their replication" },
  { type: "aws-apigateway:*", holds: "an API, and the roles that it uses" },
  { type: "pulumiservice:*", holds: "deployments of other programs" },
  { type: "docker:*", holds: "a program that runs with the credentials of its host" },
  { type: "docker-build:*", holds: "a program that runs with the credentials of its host" },
];

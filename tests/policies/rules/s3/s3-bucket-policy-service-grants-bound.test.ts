import { s3BucketPolicyServiceGrantsBound } from "../../../../policies/rules/s3/s3-bucket-policy-service-grants-bound";
import { describeResourceRule } from "../../rule-harness";
import { serviceCases } from "../policy-documents";

describeResourceRule(s3BucketPolicyServiceGrantsBound, serviceCases("policy"));

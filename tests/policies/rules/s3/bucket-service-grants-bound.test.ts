import { bucketServiceGrantsBound } from "../../../../policies/rules/s3/bucket-service-grants-bound";
import { describeResourceRule } from "../../rule-harness";
import { serviceCases } from "../policy-documents";

describeResourceRule(bucketServiceGrantsBound, serviceCases("policy"));

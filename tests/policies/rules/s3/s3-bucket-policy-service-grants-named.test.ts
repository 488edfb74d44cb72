import { s3BucketPolicyServiceGrantsNamed } from "../../../../policies/rules/s3/s3-bucket-policy-service-grants-named";
import { describeResourceRule } from "../../rule-harness";
import { namedCases } from "../named-grants";

describeResourceRule(s3BucketPolicyServiceGrantsNamed, namedCases("policy", "s3:PutObject"));

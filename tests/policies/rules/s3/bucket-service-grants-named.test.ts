import { bucketServiceGrantsNamed } from "../../../../policies/rules/s3/bucket-service-grants-named";
import { describeResourceRule } from "../../rule-harness";
import { namedCases } from "../named-grants";

describeResourceRule(bucketServiceGrantsNamed, namedCases("policy", "s3:PutObject"));

import { cloudtrailTrailProtected } from "../../../../policies/rules/cloudtrail/cloudtrail-trail-protected";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(cloudtrailTrailProtected, {
  fails: [{ title: "a trail without protect", protect: false, message: "is false; set it to true" }],
  unknown: [],
});

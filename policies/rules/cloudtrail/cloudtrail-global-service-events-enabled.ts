import { equals } from "../../requirements";
import { TRAIL } from "../../resources";
import { resourceRule } from "../../rule";

export const cloudtrailGlobalServiceEventsEnabled = resourceRule(TRAIL, {
  id: "cloudtrail-global-service-events-enabled",
  title: "CloudTrail trails log global service events",
  severity: "high",
  property: "includeGlobalServiceEvents",
  rationale: "Without them the trail lacks IAM and STS: who may use a model, and who gave themselves that right.",
  remediation: "Set includeGlobalServiceEvents to true, or leave it out.",
  references: ["https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-concepts.html"],
  requires: equals(true, { byDefault: true }),
});

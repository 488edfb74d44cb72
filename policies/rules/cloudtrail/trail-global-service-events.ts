import { mustBe } from "../../judgement";
import { resourceRule } from "../../rule";

export const trailGlobalServiceEvents = resourceRule({
  id: "trail-global-service-events",
  title: "A trail records the global services",
  severity: "high",
  type: "aws:cloudtrail/trail:Trail",
  property: "includeGlobalServiceEvents",
  rationale: "Without them the trail lacks IAM and STS: who may use a model, and who made themselves able to.",
  fix: "Set includeGlobalServiceEvents to true, or leave it out.",
  links: ["https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-concepts.html"],
  covers: {},
  judge: ({ properties }) => mustBe(properties, "includeGlobalServiceEvents", true, { absent: true }),
});

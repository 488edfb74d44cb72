import { type Judgements, all, decide, fail, pass, undecided } from "../../judgement";
import { type Value, UNKNOWN, at, isList, show } from "../../properties";
import { stackRule } from "../../rule";
import type { Stack, StackResource } from "../../stack";
import { about, eachOf } from "../subjects";

const AUDIT_TRAIL = "ai-governance-baseline:index:AuditTrail";
const TRAIL = "aws:cloudtrail/trail:Trail";
const SELECTORS = "advancedEventSelectors";

export const trailTrainingDataEvents = stackRule({
  id: "trail-training-data-events",
  title: "A trail records every object of the buckets that are named as training data",
  severity: "high",
  type: AUDIT_TRAIL,
  property: "trainingBucketArns",
  rationale:
    "Who read or replaced training data is a data event, and shows nowhere else how a model came to be poisoned.",
  fix: "Select AWS::S3::Object, reads and writes, by resources.ARN starting with each bucket's ARN and a slash.",
  links: ["https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html"],
  covers: { prowler: ["cloudtrail_s3_dataevents_read_enabled", "cloudtrail_s3_dataevents_write_enabled"] },
  judge: (stack) =>
    eachOf(stack, AUDIT_TRAIL, (component) =>
      decide(component.properties, "trainingBucketArns", (arns) =>
        isList(arns) ? all(...trailsOf(stack, component).map((trail) => about(trail, judgeTrail(trail, arns)))) : pass,
      ),
    ),
});

function trailsOf(stack: Stack, component: StackResource): readonly StackResource[] {
  return stack.ofType(TRAIL).filter(({ parent }) => parent === component.urn);
}

function judgeTrail({ properties }: StackResource, arns: readonly Value[]): Judgements {
  const selectors = at(properties, SELECTORS);
  if (selectors === UNKNOWN || arns.includes(UNKNOWN)) {
    return undecided(SELECTORS);
  }
  const prefixes = isList(selectors) ? selectors.flatMap(recordedPrefixes) : [];
  const missing = arns.filter(
    (arn) => typeof arn !== "string" || !prefixes.some((prefix) => `${arn}/`.startsWith(prefix)),
  );
  return missing.length === 0
    ? pass
    : fail(
        SELECTORS,
        `does not select the objects of ${missing.map(show).join(", ")}; it must select reads and writes of them`,
      );
}

/** The fields of a selector that lets through reads and writes of every object below some ARNs. */
const PLAIN_FIELDS = ["eventCategory", "resources.type", "resources.ARN"];

/** The beginnings of the ARNs whose objects a selector lets through whole, reads and writes. */
function recordedPrefixes(selector: Value): readonly string[] {
  const fields = at(selector, "fieldSelectors");
  const items = isList(fields) ? fields : [];
  const values = (name: string, operator: string): readonly Value[] => {
    const found = at(
      items.find((item) => at(item, "field") === name),
      operator,
    );
    return isList(found) ? found : [];
  };
  const isPlain = items.every((item) => PLAIN_FIELDS.some((field) => field === at(item, "field")));
  const isOnObjects = values("resources.type", "equals").includes("AWS::S3::Object");
  if (!isPlain || !isOnObjects || !values("eventCategory", "equals").includes("Data")) {
    return [];
  }
  const isNarrowed = items.some((item) => at(item, "field") === "resources.ARN");
  return isNarrowed ? values("resources.ARN", "startsWiths").filter((prefix) => typeof prefix === "string") : [""];
}

import { type Value, UNKNOWN, at, isList, show } from "../../properties";
import { decide } from "../../requirements";
import { AUDIT_TRAIL, TRAIL } from "../../resources";
import { type Results, fail, pass, undecided } from "../../result";
import { stackRule } from "../../rule";
import type { StackResourceOf } from "../../stack/stack";
import { about } from "../../stack/subjects";

const SELECTORS = TRAIL.path("advancedEventSelectors");

export const cloudtrailTrainingDataEventsLogged = stackRule(AUDIT_TRAIL, {
  id: "cloudtrail-training-data-events-logged",
  title: "CloudTrail trails log the data events of every object in training, model and artifact buckets",
  severity: "high",
  property: "dataEventBucketArns",
  rationale:
    "Reading or replacing training data, a model or an artifact is a data event. Without it nothing shows how a model came to be poisoned, or who copied it.",
  remediation:
    "Select AWS::S3::Object, reads and writes, by resources.ARN starting with each bucket's ARN and a slash; for directory " +
    "buckets AWS::S3Express::Object, starting with the ARN.",
  references: ["https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html"],
  related: { prowler: ["cloudtrail_s3_dataevents_read_enabled", "cloudtrail_s3_dataevents_write_enabled"] },
  checkEach: (component, { stack, property }) =>
    decide(component.properties, property, (arns) => {
      const trails = stack.ofType(TRAIL).filter(({ parent }) => parent === component.urn);
      // What data events are logged at all is logged by the last.
      const trail = trails.at(-1);
      return isList(arns) && trail !== undefined ? about(trail, checkTrails(trails, arns)) : pass;
    }),
});

function checkTrails(trails: readonly StackResourceOf<typeof TRAIL>[], arns: readonly Value[]): Results {
  const lists = trails.map(({ properties }) => at(properties, SELECTORS));
  if (lists.includes(UNKNOWN) || arns.includes(UNKNOWN)) {
    return undecided(SELECTORS);
  }
  const selectors = lists.flatMap((list) => (isList(list) ? list : []));
  const prefixesOf = (type: string): readonly string[] =>
    selectors.flatMap((selector) => loggedPrefixes(selector, type));
  const [objects, directoryObjects] = [prefixesOf("AWS::S3::Object"), prefixesOf("AWS::S3Express::Object")];
  const missing = arns.filter(
    (arn) =>
      typeof arn !== "string" ||
      !(isDirectoryBucket(arn) ? directoryObjects : objects).some((prefix) => `${arn}/`.startsWith(prefix)),
  );
  return missing.length === 0
    ? pass
    : fail(SELECTORS, `does not select every object of ${missing.map(show).join(", ")}; select their reads and writes`);
}

/** The fields of a selector of reads and writes of every object below some ARNs. */
const PLAIN_FIELDS = ["eventCategory", "resources.type", "resources.ARN"];

function isDirectoryBucket(arn: string): boolean {
  return arn.split(":")[2] === "s3express";
}

/** The beginnings of the ARNs of which a selector takes in every object of the type, reads and writes. */
function loggedPrefixes(selector: Value, type: string): readonly string[] {
  const fields = at(selector, "fieldSelectors");
  const items = isList(fields) ? fields : [];
  const values = (name: string, operator: string): readonly Value[] => {
    const operands = at(
      items.find((item) => at(item, "field") === name),
      operator,
    );
    return isList(operands) ? operands : [];
  };
  const isPlain = items.every((item) => PLAIN_FIELDS.some((field) => field === at(item, "field")));
  const isOnObjects = values("resources.type", "equals").includes(type);
  if (!isPlain || !isOnObjects || !values("eventCategory", "equals").includes("Data")) {
    return [];
  }
  const isFiltered = items.some((item) => at(item, "field") === "resources.ARN");
  return isFiltered ? values("resources.ARN", "startsWiths").filter((prefix) => typeof prefix === "string") : [""];
}

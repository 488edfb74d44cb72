import { fail, pass, undecided } from "../../judgement";
import { resourceRule } from "../../rule";
import { readsAndWrites, selectionOf, whole } from "./event-selectors";

export const trailLambdaDataEvents = resourceRule({
  id: "trail-lambda-data-events",
  title: "A trail records the invocations of Lambda functions",
  severity: "medium",
  type: "aws:cloudtrail/trail:Trail",
  property: "advancedEventSelectors",
  rationale: "The tools of an agent are Lambda functions: without their data events nobody can tell what an agent did.",
  fix: "Select data events of AWS::Lambda::Function, of all functions or, by resources.ARN, of those that matter.",
  links: ["https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html"],
  covers: {},
  judge: ({ properties }) => {
    const { property, selected, isPartlyUnknown } = selectionOf(properties);
    const data = whole(selected, "Data", ["resources.ARN"]);
    if (readsAndWrites(data.filter(({ resourceTypes }) => resourceTypes.includes("AWS::Lambda::Function")))) {
      return pass;
    }
    return isPartlyUnknown
      ? undecided(property)
      : fail(property, "does not wholly select AWS::Lambda::Function; it must select reads and writes of functions");
  },
});

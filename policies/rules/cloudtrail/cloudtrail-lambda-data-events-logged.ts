import { TRAIL } from "../../resources";
import { fail, pass, undecided } from "../../result";
import { stackRule } from "../../rule";
import { askedOfBoth } from "./data-trails";
import { readsAndWrites, unfiltered } from "./event-selectors";

export const cloudtrailLambdaDataEventsLogged = stackRule(TRAIL, {
  id: "cloudtrail-lambda-data-events-logged",
  title: "CloudTrail trails log the data events of Lambda functions",
  severity: "medium",
  property: "advancedEventSelectors",
  rationale: "The tools of an agent are Lambda functions. Without their data events nobody can tell what an agent did.",
  remediation:
    "Select data events of AWS::Lambda::Function, of all functions or, by resources.ARN, of those that matter.",
  references: ["https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html"],
  checkEach: (trail, { stack }) =>
    askedOfBoth(stack, trail, ({ property, selected, isPartlyUnknown }) => {
      const data = unfiltered(selected, "Data", ["resources.ARN"]);
      if (readsAndWrites(data.filter(({ resourceTypes }) => resourceTypes.includes("AWS::Lambda::Function")))) {
        return pass;
      }
      return isPartlyUnknown
        ? undecided(property)
        : fail(
            property,
            "does not select every data event of AWS::Lambda::Function; select reads and writes of functions",
          );
    }),
});

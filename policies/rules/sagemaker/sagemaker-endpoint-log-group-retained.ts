import { endpointLogGroupName } from "../../../facts/sagemaker/log-groups";
import { UNKNOWN } from "../../properties";
import { ENDPOINT, LOG_GROUP } from "../../resources";
import { undecided } from "../../result";
import { stackRule } from "../../rule";
import { is, must, some } from "../../truth";

export const sagemakerEndpointLogGroupRetained = stackRule(ENDPOINT, {
  id: "sagemaker-endpoint-log-group-retained",
  title: "The log groups of SageMaker endpoints are declared with them",
  severity: "medium",
  property: "name",
  rationale:
    "SageMaker makes the log group of an endpoint itself where there is none: without encryption by a key of the account, and with events that never expire. What containers write holds requests as often as not.",
  remediation:
    "Declare EndpointLogs, or RetainedLogGroup with the name /aws/sagemaker/Endpoints/ENDPOINT, give the endpoint its name, and let the endpoint depend on the log group.",
  references: ["https://docs.aws.amazon.com/sagemaker/latest/dg/logging-cloudwatch.html"],
  checkEach: (endpoint, { stack, property }) => {
    const { name } = endpoint.properties;
    if (name === UNKNOWN || typeof name !== "string") {
      return undecided(property, "is not known before the update, so that its log group cannot be told");
    }
    const wanted = endpointLogGroupName(name);
    return must(
      some(stack.ofType(LOG_GROUP).map(({ properties }) => is(properties.name, wanted))),
      property,
      `is ${name}, whose log group ${wanted} this stack does not declare; declare RetainedLogGroup`,
    );
  },
});

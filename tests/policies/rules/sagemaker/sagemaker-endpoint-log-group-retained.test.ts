import { sagemakerEndpointLogGroupRetained } from "../../../../policies/rules/sagemaker/sagemaker-endpoint-log-group-retained";
import type { ResourceState, WireMap } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, without } from "../../state-changes";

const ENDPOINT = "aws:sagemaker/endpoint:Endpoint";
const LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";

function resource(type: string, inputs: WireMap): ResourceState {
  return { urn: `urn:pulumi:prod::example::${type}::scoring`, type, custom: true, inputs, outputs: inputs };
}

const MISSING = {
  name: "scoring",
  message:
    "is scoring, whose log group /aws/sagemaker/Endpoints/scoring this stack does not declare; declare RetainedLogGroup",
};

describeStackRule(sagemakerEndpointLogGroupRetained, {
  example: () => [
    resource(ENDPOINT, { name: "scoring", endpointConfigName: "scoring" }),
    resource(LOG_GROUP, { name: "/aws/sagemaker/Endpoints/scoring" }),
  ],
  fails: [
    { title: "an endpoint alone", change: (stack) => without(stack, { type: LOG_GROUP }), findings: [MISSING] },
    {
      title: "the log group of another endpoint",
      change: (stack) => changeAll(stack, { type: LOG_GROUP }, { set: { name: "/aws/sagemaker/Endpoints/scoring-2" } }),
      findings: [MISSING],
    },
  ],
  unknown: [
    {
      title: "an endpoint that is named at the update",
      change: (stack) => changeAll(stack, { type: ENDPOINT }, { set: { name: UNKNOWN_VALUE } }),
      property: "name",
    },
    {
      title: "a log group that is named at the update",
      change: (stack) => changeAll(stack, { type: LOG_GROUP }, { set: { name: UNKNOWN_VALUE } }),
      property: "name",
    },
  ],
});

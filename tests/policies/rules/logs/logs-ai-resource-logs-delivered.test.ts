import { logsAiResourceLogsDelivered } from "../../../../policies/rules/logs/logs-ai-resource-logs-delivered";
import type { ResourceState, WireMap } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, without } from "../../state-changes";

const KNOWLEDGE_BASE = "aws:bedrock/agentKnowledgeBase:AgentKnowledgeBase";
const RUNTIME = "aws:bedrock/agentcoreAgentRuntime:AgentcoreAgentRuntime";
const GATEWAY = "aws:bedrock/agentcoreGateway:AgentcoreGateway";
const SOURCE = "aws:cloudwatch/logDeliverySource:LogDeliverySource";
const DELIVERY = "aws:cloudwatch/logDelivery:LogDelivery";

const HERE = "eu-central-1:111122223333";
const DOCUMENTS = `arn:aws:bedrock:${HERE}:knowledge-base/ABCDEFGHIJ`;
const AGENT = `arn:aws:bedrock-agentcore:${HERE}:runtime/agent-abcdefghij`;
const TOOLS = `arn:aws:bedrock-agentcore:${HERE}:gateway/tools-abcdefghij`;

function resource(type: string, name: string, outputs: WireMap): ResourceState {
  return { urn: `urn:pulumi:prod::example::${type}::${name}`, type, custom: true, inputs: outputs, outputs };
}

/** As the component declares the delivery of a resource's application logs. */
function delivered(name: string, resourceArn: string): readonly ResourceState[] {
  return [
    resource(SOURCE, name, { name, logType: "APPLICATION_LOGS", resourceArn }),
    resource(DELIVERY, name, {
      deliverySourceName: name,
      deliveryDestinationArn: `arn:aws:logs:${HERE}:delivery-destination:logs`,
    }),
  ];
}

const EXAMPLE: readonly ResourceState[] = [
  resource(KNOWLEDGE_BASE, "documents", { arn: DOCUMENTS }),
  resource(RUNTIME, "agent", { agentRuntimeArn: AGENT }),
  resource(GATEWAY, "tools", { gatewayArn: TOOLS }),
  ...delivered("documents-logs", DOCUMENTS),
  ...delivered("agent-logs", AGENT),
  ...delivered("tools-logs", TOOLS),
];

const NOWHERE = {
  name: "documents",
  message: "of the knowledge base documents are delivered nowhere; declare LogDelivery for it",
};

describeStackRule(logsAiResourceLogsDelivered, {
  example: () => EXAMPLE,
  fails: [
    {
      title: "a knowledge base without a source",
      change: (stack) => without(stack, { type: SOURCE, name: "documents-logs" }),
      findings: [NOWHERE],
    },
    {
      title: "a source that is not delivered",
      change: (stack) => without(stack, { type: DELIVERY, name: "documents-logs" }),
      findings: [NOWHERE],
    },
    {
      title: "a source of another knowledge base",
      change: (stack) =>
        changeAll(stack, { type: SOURCE, name: "documents-logs" }, { set: { resourceArn: `${DOCUMENTS}2` } }),
      findings: [NOWHERE],
    },
    {
      title: "traces alone",
      change: (stack) => changeAll(stack, { type: SOURCE, name: "documents-logs" }, { set: { logType: "TRACES" } }),
      findings: [NOWHERE],
    },
    {
      title: "a runtime and a gateway without sources",
      change: (stack) =>
        without(without(stack, { type: SOURCE, name: "agent-logs" }), { type: SOURCE, name: "tools-logs" }),
      findings: [
        {
          name: "agent",
          message: "of the AgentCore runtime agent are delivered nowhere; declare LogDelivery for it",
        },
        {
          name: "tools",
          message: "of the AgentCore gateway tools are delivered nowhere; declare LogDelivery for it",
        },
      ],
    },
  ],
  passes: [
    {
      title: "a source that is known by its reference alone",
      change: (stack) =>
        changeAll(
          changeAll(stack, { type: SOURCE, name: "documents-logs" }, { set: { resourceArn: UNKNOWN_VALUE } }),
          { type: KNOWLEDGE_BASE },
          { set: { arn: UNKNOWN_VALUE } },
        ).map((each) =>
          each.type === SOURCE && each.urn.endsWith("::documents-logs")
            ? {
                ...each,
                propertyDependencies: { resourceArn: [`urn:pulumi:prod::example::${KNOWLEDGE_BASE}::documents`] },
              }
            : each,
        ),
    },
  ],
  unknown: [
    {
      title: "an ARN that is not known yet",
      change: (stack) => changeAll(stack, { type: KNOWLEDGE_BASE }, { set: { arn: UNKNOWN_VALUE } }),
      property: "logs",
    },
    {
      title: "a source of what is not known yet",
      change: (stack) =>
        changeAll(stack, { type: SOURCE, name: "documents-logs" }, { set: { resourceArn: UNKNOWN_VALUE } }),
      property: "logs",
    },
    {
      title: "a log type that is not known yet",
      change: (stack) =>
        changeAll(stack, { type: SOURCE, name: "documents-logs" }, { set: { logType: UNKNOWN_VALUE } }),
      property: "logs",
    },
    {
      title: "a delivery of what is not known yet",
      change: (stack) =>
        changeAll(stack, { type: DELIVERY, name: "documents-logs" }, { set: { deliverySourceName: UNKNOWN_VALUE } }),
      property: "logs",
    },
  ],
});

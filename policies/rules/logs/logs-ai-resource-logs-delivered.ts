import { UNKNOWN, at } from "../../properties";
import { oneOf, resourceType } from "../../resource-type";
import {
  AGENTCORE_BROWSER,
  AGENTCORE_CODE_INTERPRETER,
  AGENTCORE_GATEWAY,
  AGENTCORE_MEMORY,
  AGENTCORE_RUNTIME,
  KNOWLEDGE_BASE,
  LOG_DELIVERY,
  LOG_DELIVERY_SOURCE,
} from "../../resources";
import { stackRule } from "../../rule";
import type { Stack, StackResource, StackResourceOf } from "../../stack/stack";
import { type Truth, every, is, must, some } from "../../truth";

/** The types, with what AWS calls their resources and the output that is their ARN. */
const LOGGED: Readonly<Record<string, { readonly what: string; readonly arn: string }>> = {
  [KNOWLEDGE_BASE.token]: { what: "knowledge base", arn: KNOWLEDGE_BASE.path("arn") },
  [AGENTCORE_RUNTIME.token]: { what: "AgentCore runtime", arn: AGENTCORE_RUNTIME.path("agentRuntimeArn") },
  [AGENTCORE_GATEWAY.token]: { what: "AgentCore gateway", arn: AGENTCORE_GATEWAY.path("gatewayArn") },
  [AGENTCORE_MEMORY.token]: { what: "AgentCore memory", arn: AGENTCORE_MEMORY.path("arn") },
  [AGENTCORE_BROWSER.token]: { what: "AgentCore browser", arn: AGENTCORE_BROWSER.path("browserArn") },
  [AGENTCORE_CODE_INTERPRETER.token]: {
    what: "AgentCore code interpreter",
    arn: AGENTCORE_CODE_INTERPRETER.path("codeInterpreterArn"),
  },
};

export const logsAiResourceLogsDelivered = stackRule(oneOf(Object.keys(LOGGED)), {
  id: "logs-ai-resource-logs-delivered",
  title: "The application logs of Bedrock knowledge bases and of AgentCore's resources are delivered",
  severity: "medium",
  property: "logs",
  rationale:
    "AWS writes these logs nowhere unless a delivery is made: which documents a knowledge base took in or refused, what was asked of an agent, which tools a gateway called. What was not delivered cannot be fetched later.",
  remediation:
    "Declare LogDelivery for the resource, or a LogDeliverySource with its ARN and the log type APPLICATION_LOGS, and a LogDelivery of that source. Where another stack delivers them, such as an account's baseline by its setting loggedResources, exempt the resource.",
  references: [
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-vended-logs-permissions-V2.html",
    "https://docs.aws.amazon.com/bedrock/latest/userguide/knowledge-bases-logging.html",
    "https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/observability-configure.html",
  ],
  checkEach: (resource, { stack, property }) => {
    const { what = "resource" } = LOGGED[resource.type] ?? {};
    return must(
      some(stack.ofType(LOG_DELIVERY_SOURCE).map((source) => delivers(stack, source, resource))),
      property,
      `of the ${what} ${resource.name} are delivered nowhere; declare LogDelivery for it`,
    );
  },
});

function delivers(stack: Stack, source: StackResourceOf<typeof LOG_DELIVERY_SOURCE>, resource: StackResource): Truth {
  return every([
    isSourceOf(stack, source, resource),
    is(source.properties.logType, "APPLICATION_LOGS"),
    isDelivered(stack, source),
  ]);
}

function isSourceOf(stack: Stack, source: StackResourceOf<typeof LOG_DELIVERY_SOURCE>, resource: StackResource): Truth {
  const reference = stack.references(source, "resourceArn", resourceType(resource.type));
  if (reference.found === "resources") {
    return reference.resources.some(({ urn }) => urn === resource.urn);
  }
  const { resourceArn } = source.properties;
  const arn = at(resource.properties, LOGGED[resource.type]?.arn ?? "arn");
  return resourceArn === UNKNOWN || arn === UNKNOWN ? UNKNOWN : resourceArn !== undefined && resourceArn === arn;
}

function isDelivered(stack: Stack, source: StackResourceOf<typeof LOG_DELIVERY_SOURCE>): Truth {
  return (
    stack.referencing(source, LOG_DELIVERY, "deliverySourceName").length > 0 ||
    some(stack.ofType(LOG_DELIVERY).map(({ properties }) => properties.deliverySourceName === UNKNOWN && UNKNOWN))
  );
}

/** EventBridge rules, and what they send events to. */
import type * as aws from "@pulumi/aws";
import type { WireMap } from "../../pulumi/stack-state";
import { type Properties, type Subject, camelCased, observer, textOf } from "../observer";
import type { Reader } from "../reader";

export const eventRuleObserver = observer<aws.cloudwatch.EventRuleArgs>({
  type: "aws:cloudwatch/eventRule:EventRule",
  check: "verify-eventbridge-rule-as-declared",
  parts: [
    {
      properties: ["name", "description", "eventBusName", "eventPattern", "roleArn", "scheduleExpression", "state"],
      read: readRule,
    },
  ],
  forms: { eventPattern: "document" },
  defaults: { eventPattern: null, scheduleExpression: null, state: "ENABLED" },
  notCompared: {
    isEnabled: "It is state by an older name.",
    forceDestroy: "It says what a destruction does; the account does not know it.",
  },
});

async function readRule(reader: Reader, { region, inputs }: Subject): Promise<Properties | undefined> {
  const rule = await reader.read("events:DescribeRule", region, { Name: textOf(inputs["name"]), ...busOf(inputs) });
  return (
    rule && {
      name: rule.Name,
      description: rule.Description,
      eventBusName: rule.EventBusName,
      eventPattern: rule.EventPattern,
      roleArn: rule.RoleArn,
      scheduleExpression: rule.ScheduleExpression,
      state: rule.State,
    }
  );
}

export const eventTargetObserver = observer<aws.cloudwatch.EventTargetArgs>({
  type: "aws:cloudwatch/eventTarget:EventTarget",
  check: "verify-eventbridge-target-as-declared",
  parts: [
    {
      properties: ["arn", "deadLetterConfig", "input", "inputPath", "inputTransformer", "roleArn", "rule", "targetId"],
      read: readTarget,
    },
  ],
  defaults: { deadLetterConfig: null, input: null, inputPath: null, inputTransformer: null },
});

async function readTarget(reader: Reader, { region, inputs }: Subject): Promise<Properties | undefined> {
  const [rule, targetId] = [textOf(inputs["rule"]), textOf(inputs["targetId"])];
  const asked = { Rule: rule, ...busOf(inputs) };
  const pages = await reader.readPages("events:ListTargetsByRule", region, asked, ({ NextToken }) =>
    NextToken === undefined ? undefined : { ...asked, NextToken },
  );
  const target = pages.flatMap(({ Targets = [] }) => Targets).find(({ Id }) => Id === targetId);
  const transformer = target?.InputTransformer;
  return (
    target && {
      rule,
      targetId,
      arn: target.Arn,
      deadLetterConfig: camelCased(target.DeadLetterConfig),
      input: target.Input,
      inputPath: target.InputPath,
      inputTransformer: transformer && {
        inputPaths: transformer.InputPathsMap ?? {},
        inputTemplate: transformer.InputTemplate ?? null,
      },
      roleArn: target.RoleArn,
    }
  );
}

function busOf({ eventBusName }: WireMap): { readonly EventBusName?: string } {
  return typeof eventBusName === "string" ? { EventBusName: eventBusName } : {};
}

export const apiDestinationObserver = observer<aws.cloudwatch.EventApiDestinationArgs>({
  type: "aws:cloudwatch/eventApiDestination:EventApiDestination",
  check: "verify-eventbridge-api-destination-as-declared",
  parts: [
    {
      properties: [
        "name",
        "description",
        "connectionArn",
        "invocationEndpoint",
        "httpMethod",
        "invocationRateLimitPerSecond",
      ],
      read: async (reader, { region, id }) => {
        const found = await reader.read("events:DescribeApiDestination", region, { Name: id });
        return (
          found && {
            name: found.Name,
            description: found.Description,
            connectionArn: found.ConnectionArn,
            invocationEndpoint: found.InvocationEndpoint,
            httpMethod: found.HttpMethod,
            invocationRateLimitPerSecond: found.InvocationRateLimitPerSecond,
          }
        );
      },
    },
  ],
});

/** A state in which EventBridge still signs in, or is about to. */
const SIGNED_IN: readonly string[] = ["AUTHORIZED", "AUTHORIZING", "CREATING", "UPDATING"];

export const connectionObserver = observer<aws.cloudwatch.EventConnectionArgs>({
  type: "aws:cloudwatch/eventConnection:EventConnection",
  check: "verify-eventbridge-connection-as-declared",
  parts: [
    {
      properties: ["name", "description", "authorizationType", "kmsKeyIdentifier"],
      read: async (reader, { region, id }) => {
        const found = await reader.read("events:DescribeConnection", region, { Name: id });
        return (
          found && {
            name: found.Name,
            description: found.Description,
            authorizationType: found.AuthorizationType,
            kmsKeyIdentifier: found.KmsKeyIdentifier,
          }
        );
      },
    },
  ],
  notCompared: {
    authParameters: "EventBridge keeps the secret in AWS Secrets Manager, and gives it back to nobody.",
    invocationConnectivityParameters: "It is about private APIs, to which the baseline sends nothing.",
  },
  conditions: [
    {
      check: "verify-eventbridge-connection-authorized",
      read: async (reader, { region, id }) => {
        const found = await reader.read("events:DescribeConnection", region, { Name: id });
        const state = found?.ConnectionState;
        return state === undefined || SIGNED_IN.includes(state)
          ? []
          : [
              {
                result: "fail",
                property: "ConnectionState",
                message: `is ${state}${found?.StateReason === undefined ? "" : ` (${found.StateReason})`}: EventBridge cannot sign in`,
              },
            ];
      },
    },
  ],
});

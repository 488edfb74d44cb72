/** What AWS delivers of the logs of Bedrock's and AgentCore's resources ("vended logs"), and to whom a log group must be open for it. */
import type { Source } from "../source";

export const SOURCES: readonly Source[] = [
  {
    page: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutDeliverySource.html",
    readOn: "2026-11-27",
    secondary: "the same text in AWS's SDK for JavaScript 3, which names the log types of every source",
  },
  {
    page: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-V2-CloudWatchLogs.html",
    readOn: "2026-11-27",
    secondary: "the policy's statement in AWS's own repository of the guide, amazon-cloudwatch-logs-user-guide",
  },
  {
    page: "https://docs.aws.amazon.com/bedrock/latest/userguide/agents-memory-log-delivery-enable.html",
    readOn: "2026-11-27",
  },
  {
    page: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonbedrockagentcore.html",
    readOn: "2026-11-27",
    secondary: "the forms of the ARNs as public programs write them",
  },
];

/** The service that writes to the log groups. */
export const LOG_DELIVERY_PRINCIPAL = "delivery.logs.amazonaws.com";

/** What it does to them. */
export const LOG_DELIVERY_ACTIONS = ["logs:CreateLogStream", "logs:PutLogEvents"] as const;

/**
 * Delivery sources and destinations have names of 1 to 60 of these characters.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutDeliverySource.html
 */
export const DELIVERY_NAME_FORM = /^[\w-]{1,60}$/;

/** A log type that can be delivered to a log group. Traces go to X-Ray alone. */
export type VendedLogType = "APPLICATION_LOGS" | "USAGE_LOGS";

/** A kind of resource whose logs AWS delivers. */
interface LoggedKind {
  /** The kind in the plural, as a sentence names it. */
  readonly title: string;
  /** The service that signs the ARN, and what begins the ARN's last segment. */
  readonly service: "bedrock" | "bedrock-agentcore";
  readonly resource: string;
  readonly logTypes: readonly VendedLogType[];
}

/**
 * The kinds by name. For agents AWS lists `EVENT_LOGS` too and says nowhere what they are, so that they are left out: the one page
 * about the logs of an agent asks for the ARN of an alias and for `APPLICATION_LOGS`.
 */
export const LOGGED_KINDS = {
  "knowledge-base": {
    title: "Bedrock knowledge bases",
    service: "bedrock",
    resource: "knowledge-base/",
    logTypes: ["APPLICATION_LOGS"],
  },
  "agent-alias": {
    title: "aliases of Bedrock agents",
    service: "bedrock",
    resource: "agent-alias/",
    logTypes: ["APPLICATION_LOGS"],
  },
  runtime: {
    title: "AgentCore runtimes",
    service: "bedrock-agentcore",
    resource: "runtime/",
    logTypes: ["APPLICATION_LOGS", "USAGE_LOGS"],
  },
  gateway: {
    title: "AgentCore gateways",
    service: "bedrock-agentcore",
    resource: "gateway/",
    logTypes: ["APPLICATION_LOGS"],
  },
  memory: {
    title: "AgentCore memories",
    service: "bedrock-agentcore",
    resource: "memory/",
    logTypes: ["APPLICATION_LOGS"],
  },
  browser: {
    title: "AgentCore browsers",
    service: "bedrock-agentcore",
    resource: "browser-custom/",
    logTypes: ["APPLICATION_LOGS", "USAGE_LOGS"],
  },
  interpreter: {
    title: "AgentCore code interpreters",
    service: "bedrock-agentcore",
    resource: "code-interpreter-custom/",
    logTypes: ["APPLICATION_LOGS", "USAGE_LOGS"],
  },
} as const satisfies Readonly<Record<string, LoggedKind>>;

export type LoggedResourceKind = keyof typeof LOGGED_KINDS;

/** `arn:PARTITION:SERVICE:REGION:ACCOUNT:` and the last segment, in which an id follows what the kind begins with. */
const ARN_FORM =
  /^arn:aws[a-z-]*:(bedrock|bedrock-agentcore):[a-z0-9-]+:\d{12}:([a-z-]+\/)[A-Za-z0-9_-]+(\/[A-Za-z0-9_-]+)?$/;

/** The kind of the resource that an ARN names; undefined where AWS delivers no logs of it, or it is no such ARN. */
export function loggedKindOf(arn: string): LoggedResourceKind | undefined {
  const [, service, resource] = ARN_FORM.exec(arn) ?? [];
  // Object.keys loses the names.
  return (Object.keys(LOGGED_KINDS) as readonly LoggedResourceKind[]).find(
    (kind) => LOGGED_KINDS[kind].service === service && LOGGED_KINDS[kind].resource === resource,
  );
}

/** The kinds in words, for whoever has to name one. */
export const LOGGED_KINDS_IN_WORDS: string = Object.values(LOGGED_KINDS)
  .map(({ title }) => title)
  .join(", ");

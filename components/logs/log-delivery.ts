/** The logs that AWS delivers of Bedrock's and AgentCore's resources, in a log group of their own. */
import * as pulumi from "@pulumi/pulumi";

import type { DataIdentifier } from "../../facts/logs/data-identifiers";
import type { RetentionDays } from "../../facts/logs/retention-periods";
import {
  DELIVERY_NAME_FORM,
  LOGGED_KINDS,
  LOGGED_KINDS_IN_WORDS,
  loggedKindOf,
  type LoggedResourceKind,
} from "../../facts/logs/vended-logs";
import { componentType, scopeOf } from "../base/component";
import { checkProtection, type EvidenceProtection, type KeyProtection } from "../base/evidence-protection";
import { refuseShapingOfExisting, type ShapingOptions } from "../base/existing";
import { matching, optionOf, OptionError, validated } from "../base/options";
import { type ExistingKey, validatedKey } from "../kms/required-key";
import {
  createDestination,
  createKey,
  createLogGroup,
  deliver,
  letDeliveryWrite,
  type LogDeliveryOptions,
  sourceName,
} from "./log-delivery-resources";
import { resolvePromptKeeping } from "./prompt-log-group";

/** A resource whose logs are delivered. */
export interface LoggedResource {
  /** Decides which log types AWS has of it. */
  readonly kind: LoggedResourceKind;
  /** The ARN of a resource of the kind, in the component's region; of an agent, the ARN of an alias. */
  readonly arn: pulumi.Input<string>;
}

/** Options of a {@link LogDelivery}. */
export interface LogDeliveryArgs extends EvidenceProtection, KeyProtection {
  /**
   * The resources. Each is known by a short name, which names its delivery. At least one, and each in one delivery of the account
   * only: AWS refuses a second source of the same logs.
   */
  readonly resources: Readonly<Record<string, LoggedResource>>;
  /**
   * Days that events are kept: 30 to 400, of the periods that CloudWatch Logs accepts. Application logs hold what agents were asked.
   *
   * @default 90
   */
  readonly retentionDays?: pulumi.Input<RetentionDays>;
  /** What is masked when the log is read. None masks nothing. @default - personal data and secrets of every country */
  readonly piiIdentifiers?: readonly DataIdentifier[];
  /** The key that encrypts the log group. Its policy needs the statement of `logGroupsUseKey`. @default - a key of its own */
  readonly key?: ExistingKey;
  /** The region of the resources and of the log group. @default the provider's region */
  readonly region?: string;
}

/**
 * A log group to which AWS delivers the application logs, and where there are any the usage logs, of Bedrock knowledge bases, of
 * aliases of agents, and of AgentCore's runtimes, gateways, memories, browsers and code interpreters. Without a delivery they are
 * written nowhere. The log group is encrypted with a customer managed key, kept for a bounded time, masked and protected, and open
 * to AWS's log delivery for this account alone.
 *
 * Traces, which AWS delivers to X-Ray only, are not part of it, nor is what the code of a runtime writes itself.
 *
 * @throws {OptionError} when there is no resource, when a resource is not of its kind, when a short name makes a name longer than
 *   the 60 characters that AWS takes, when retentionDays is out of range, when the key is named by an alias, or forceDestroy
 *   contradicts protect
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-vended-logs-permissions-V2.html
 */
export class LogDelivery extends pulumi.ComponentResource {
  readonly logGroupName: pulumi.Output<string>;
  /** Without a trailing `:*`. */
  readonly logGroupArn: pulumi.Output<string>;
  readonly keyArn: pulumi.Output<string>;

  constructor(name: string, args: LogDeliveryArgs, opts?: pulumi.ComponentResourceOptions) {
    const options = resolveLogDelivery(name, args);
    super(componentType("LogDelivery"), name, { resources: Object.keys(args.resources) }, opts);
    const scope = scopeOf(this, name, args);

    const key = createKey(scope, options);
    const logGroup = createLogGroup(scope, options, key);
    const policy = letDeliveryWrite(scope);
    const destination = createDestination(scope, logGroup);
    deliver(scope, options, { destination, before: [policy, logGroup] });

    this.logGroupName = logGroup.logGroupName;
    this.logGroupArn = logGroup.logGroupArn;
    this.keyArn = key.keyArn;
    this.registerOutputs({ logGroupName: this.logGroupName, logGroupArn: this.logGroupArn, keyArn: this.keyArn });
  }
}

const SHAPING: ShapingOptions<keyof LogDeliveryArgs> = { key: ["breakGlassPrincipals"] };

const deliveryName = matching(
  DELIVERY_NAME_FORM,
  "1 to 60 letters, digits, hyphens and underscores, with the component's name before it",
  "Choose a shorter or plainer name.",
);

/** @throws {OptionError} as {@link LogDelivery} does */
export function resolveLogDelivery(name: string, args: LogDeliveryArgs): LogDeliveryOptions {
  const option = optionOf("LogDelivery", name);
  const { resources, key } = args;
  checkProtection(args, option);
  refuseShapingOfExisting(args, SHAPING, option);
  checkSomeResource(resources, option("resources"));
  return {
    resources: Object.entries(resources).map(([shortName, { kind, arn }]) => {
      const path = option(`resources.${shortName}`);
      const { logTypes } = LOGGED_KINDS[kind];
      logTypes.forEach((logType) => deliveryName(sourceName(name, shortName, logType), path));
      return { shortName, arn: validated(arn, `${path}.arn`, isOfKind(kind)), logTypes };
    }),
    key: validatedKey(key, option("key")),
    ...resolvePromptKeeping(args, option),
  };
}

function checkSomeResource(resources: LogDeliveryArgs["resources"], path: string): void {
  if (Object.keys(resources).length === 0) {
    throw new OptionError({ path, got: {}, allowed: "at least one resource", fix: "Name a resource." });
  }
}

function isOfKind(kind: LoggedResourceKind): (arn: string, path: string) => void {
  return (arn, path) => {
    if (loggedKindOf(arn) !== kind) {
      throw new OptionError({
        path,
        got: arn,
        allowed: `an ARN of the kind ${kind}; AWS delivers logs of ${LOGGED_KINDS_IN_WORDS}`,
        fix: "Name the resource's own ARN, without a version, or its kind.",
      });
    }
  };
}

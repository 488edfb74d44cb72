/** Checks by the clock of what AWS Config does not record. */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import {
  DELIVERED_MODALITIES,
  deliversAudio,
  type LoggedContentMode,
  MODALITIES,
} from "../../facts/bedrock/content-modes";
import { AI_LOG_GROUP_PREFIXES } from "../../facts/logs/ai-log-groups";
import { RETENTION_CLASSES } from "../../facts/logs/retention-classes";
import { CODE } from "../../functions/bundles/config-checks";
import { componentType, type Scope, scopeOf } from "../base/component";
import { checkProtection, type EvidenceProtection, type KeyProtection } from "../base/evidence-protection";
import { given, optionOf, OptionError, refuseIgnored, wholeNumber } from "../base/options";
import { CONFIG_SERVICE, readsForPeriodicChecks } from "../documents/config";
import { policyJson } from "../documents/iam";
import { logGroupsUseKey, logStreamArn, writeLogStreams } from "../documents/logs";
import type { RequiredRole } from "../iam/required-role";
import { CustomerManagedKey } from "../kms/customer-managed-key";
import { type ExistingKey, requiredKey, type RequiredKey, validatedKey } from "../kms/required-key";
import { bundledFunction, functionTrust } from "../lambda/bundled-function";
import { RetainedLogGroup } from "../logs/retained-log-group";

/** Model invocation logging as it is declared. */
export interface CheckedInvocationLogging {
  /** How much is kept; it decides which bodies are delivered, audio included. */
  readonly content: LoggedContentMode;
  /** The log group that is delivered to. @default - any */
  readonly logGroupName?: pulumi.Input<string>;
  /** The bucket that is delivered to without a log group. @default - any */
  readonly bucketName?: pulumi.Input<string>;
}

/** Options of {@link PeriodicChecks}. */
export interface PeriodicChecksArgs extends EvidenceProtection, KeyProtection {
  /** @default - the logging of invocations is not checked */
  readonly invocationLogging?: CheckedInvocationLogging;
  /**
   * How the names of log groups begin that are checked.
   *
   * @default - those of SageMaker, of Bedrock and its agents, and of this project's invocation logs
   */
  readonly logGroupPrefixes?: readonly string[];
  /** The least number of days for which these keep their events. @default 30, or 1 where invocations are sampled, whose whole records go after a day */
  readonly minimumRetentionDays?: number;
  /** The greatest; AWS's own rule takes "for ever" for compliant. @default 400 */
  readonly maximumRetentionDays?: number;
  /** How often the account is asked. @default "TwentyFour_Hours" */
  readonly frequency?: CheckFrequency;
  /**
   * How many calls of the function may run at once. AWS leaves at least 10 of an account's calls unreserved, and so refuses a
   * reservation in an account that has no more: there, "none".
   *
   * @default 2
   */
  readonly reservedConcurrency?: number | "none";
  /** The key that encrypts the function's log. @default - a key of its own */
  readonly key?: ExistingKey;
  /** The recorder, without which AWS Config refuses rules. @default - one that exists already */
  readonly recorder?: pulumi.Resource;
  /** @default the provider's region */
  readonly region?: string;
}

/** How often AWS Config runs a periodic rule. */
export type CheckFrequency = "One_Hour" | "Three_Hours" | "Six_Hours" | "Twelve_Hours" | "TwentyFour_Hours";

/**
 * Rules of AWS Config on what it does not record, and the Lambda function that answers them: whether model invocations are logged as
 * declared, with audio as the content mode says, which the provider cannot set; and whether the log groups of AI services keep their
 * events within bounds. The function reads, reports to AWS Config and changes nothing. What it finds is said of the account.
 *
 * @throws {OptionError} when an option is out of its range or would be ignored
 * @see https://docs.aws.amazon.com/config/latest/developerguide/evaluate-config_develop-rules_lambda-functions.html
 */
export class PeriodicChecks extends pulumi.ComponentResource {
  readonly functionArn: pulumi.Output<string>;

  constructor(name: string, args: PeriodicChecksArgs = {}, opts?: pulumi.ComponentResourceOptions) {
    const options = resolvePeriodicChecks(name, args);
    super(componentType("PeriodicChecks"), name, {}, opts);
    const scope = scopeOf(this, name, args);

    const key = createKey(scope, options);
    const logGroup = createLogGroup(scope, key);
    const role = createRole(scope, logGroup);
    const checks = createFunction(scope, options, role, logGroup);
    const permission = letConfigCall(scope, checks);
    for (const rule of options.rules) {
      createRule(scope, options, rule, checks, permission);
    }

    this.functionArn = checks.arn;
    this.registerOutputs({ functionArn: this.functionArn });
  }
}

/** A rule, by the parameters that the function gets. */
interface PeriodicRule {
  readonly name: string;
  readonly description: string;
  readonly parameters: Readonly<Record<string, pulumi.Input<string>>>;
}

/** The options of a `PeriodicChecks`, resolved. */
export interface PeriodicChecksOptions {
  readonly rules: readonly PeriodicRule[];
  readonly frequency: CheckFrequency;
  readonly reservedConcurrency: number | "none";
  readonly key: ExistingKey | undefined;
  readonly before: readonly pulumi.Resource[];
}

const PROMPTS = RETENTION_CLASSES.prompts;
const LONGEST_RETENTION = 3653;
const retention = wholeNumber({ minimum: 1, maximum: LONGEST_RETENTION, unit: "days" });
const concurrency = wholeNumber({ minimum: 1, maximum: 100, unit: "calls" });

/** @throws {OptionError} as {@link PeriodicChecks} does */
export function resolvePeriodicChecks(name: string, args: PeriodicChecksArgs): PeriodicChecksOptions {
  const option = optionOf("PeriodicChecks", name);
  const { reservedConcurrency = 2, frequency = "TwentyFour_Hours", invocationLogging, recorder } = args;
  checkProtection(args, option);
  if (args.key !== undefined) {
    refuseIgnored(args, { ignored: ["breakGlassPrincipals"], by: "an existing key" }, option);
  }
  if (reservedConcurrency !== "none") {
    concurrency(reservedConcurrency, option("reservedConcurrency"));
  }
  return {
    rules: [
      ...(invocationLogging === undefined ? [] : [invocationRule(invocationLogging)]),
      retentionRule(args, option),
    ],
    frequency,
    reservedConcurrency,
    key: validatedKey(args.key, option("key")),
    before: recorder === undefined ? [] : [recorder],
  };
}

function invocationRule({ content, logGroupName, bucketName }: CheckedInvocationLogging): PeriodicRule {
  const delivered: readonly string[] = [...DELIVERED_MODALITIES[content], ...(deliversAudio(content) ? ["audio"] : [])];
  const notDelivered = [...MODALITIES, "audio"].filter((kind) => !delivered.includes(kind));
  return {
    name: "invocation-logging",
    description:
      "Model invocations are not logged as declared, or audio is logged otherwise than the content mode says",
    parameters: {
      check: "invocation-logging",
      ...(delivered.length === 0 ? {} : { delivered: delivered.join() }),
      ...(notDelivered.length === 0 ? {} : { notDelivered: notDelivered.join() }),
      ...given({ logGroupName, bucketName }),
    },
  };
}

function shortestRetention({ invocationLogging }: PeriodicChecksArgs): number {
  return invocationLogging?.content === "sampled" ? RETENTION_CLASSES["unsampled-prompts"].minimum : PROMPTS.minimum;
}

function retentionRule(args: PeriodicChecksArgs, option: (name: string) => string): PeriodicRule {
  const { logGroupPrefixes = AI_LOG_GROUP_PREFIXES } = args;
  const { minimumRetentionDays = shortestRetention(args), maximumRetentionDays = PROMPTS.maximum } = args;
  retention(minimumRetentionDays, option("minimumRetentionDays"));
  retention(maximumRetentionDays, option("maximumRetentionDays"));
  if (minimumRetentionDays > maximumRetentionDays) {
    throw new OptionError({
      path: option("minimumRetentionDays"),
      got: minimumRetentionDays,
      allowed: `at most maximumRetentionDays, ${maximumRetentionDays}`,
      fix: "Lower it, or raise maximumRetentionDays.",
    });
  }
  if (logGroupPrefixes.length === 0 || !logGroupPrefixes.every((prefix) => /^[A-Za-z0-9_/.#-]{1,100}$/.test(prefix))) {
    throw new OptionError({
      path: option("logGroupPrefixes"),
      got: logGroupPrefixes,
      allowed: "one or more beginnings of log groups' names, each 1 to 100 letters, digits and . - _ / #",
      fix: "Name the beginnings, such as /aws/sagemaker, or leave the option out.",
    });
  }
  return {
    name: "ai-log-retention",
    description: "A log group of an AI service keeps its events too short, too long or for ever",
    parameters: {
      check: "log-retention",
      prefixes: logGroupPrefixes.join(),
      minimumDays: String(minimumRetentionDays),
      maximumDays: String(maximumRetentionDays),
    },
  };
}

function logGroupName(scope: Scope): string {
  return `/aws/lambda/${scope.child()}`;
}

function createKey(scope: Scope, { key }: PeriodicChecksOptions): RequiredKey {
  return requiredKey(
    key,
    () =>
      new CustomerManagedKey(
        scope.child("key"),
        {
          description: `Log of the periodic checks ${scope.child()}`,
          policyStatements: scope.account.place.apply((place) => [logGroupsUseKey(place, [logGroupName(scope)])]),
          ...scope.region,
          ...scope.keyProtection,
        },
        scope.options,
      ),
  );
}

function createLogGroup(scope: Scope, { keyArn }: RequiredKey): RetainedLogGroup {
  return new RetainedLogGroup(
    scope.child("log-group"),
    {
      logGroupName: logGroupName(scope),
      retentionClass: "application",
      keyArn,
      ...scope.region,
      ...scope.protection,
    },
    scope.options,
  );
}

function createRole(scope: Scope, logGroup: RetainedLogGroup): RequiredRole {
  const name = scope.child("role");
  const role = new aws.iam.Role(
    name,
    {
      name,
      description: `Lambda runs the periodic checks ${scope.child()}`,
      assumeRolePolicy: functionTrust(),
    },
    scope.options,
  );
  const policy = new aws.iam.RolePolicy(
    scope.child("role-policy"),
    {
      name: scope.child("role-policy"),
      role: role.name,
      policy: pulumi
        .all([scope.account.place, logGroup.logGroupName])
        .apply(([place, group]) =>
          policyJson([writeLogStreams([logStreamArn(place, group, "*")]), ...readsForPeriodicChecks(place)]),
        ),
    },
    scope.options,
  );
  return { roleArn: role.arn, before: [policy] };
}

const MEMORY_IN_MB = 256;
const TIMEOUT_IN_SECONDS = 60;

function createFunction(
  scope: Scope,
  { reservedConcurrency }: PeriodicChecksOptions,
  role: RequiredRole,
  logGroup: RetainedLogGroup,
): aws.lambda.Function {
  const name = scope.child();
  return new aws.lambda.Function(
    name,
    {
      name,
      description: "Checks for AWS Config what it does not record",
      ...bundledFunction(CODE),
      role: role.roleArn,
      memorySize: MEMORY_IN_MB,
      timeout: TIMEOUT_IN_SECONDS,
      ...(reservedConcurrency === "none" ? {} : { reservedConcurrentExecutions: reservedConcurrency }),
      loggingConfig: { logFormat: "JSON", logGroup: logGroup.logGroupName },
      ...scope.region,
    },
    { ...scope.options, dependsOn: [...role.before, logGroup] },
  );
}

function letConfigCall(scope: Scope, checks: aws.lambda.Function): aws.lambda.Permission {
  return new aws.lambda.Permission(
    scope.child("permission"),
    {
      statementId: "ConfigCallsPeriodicChecks",
      action: "lambda:InvokeFunction",
      function: checks.name,
      principal: CONFIG_SERVICE,
      sourceAccount: scope.account.accountId,
      ...scope.region,
    },
    scope.options,
  );
}

function createRule(
  scope: Scope,
  { frequency, before }: PeriodicChecksOptions,
  { name: ruleName, description, parameters }: PeriodicRule,
  checks: aws.lambda.Function,
  permission: aws.lambda.Permission,
): aws.cfg.Rule {
  const name = scope.child(ruleName);
  return new aws.cfg.Rule(
    name,
    {
      name,
      description: `Non-compliant: ${description}`,
      inputParameters: pulumi.jsonStringify(parameters),
      source: {
        owner: "CUSTOM_LAMBDA",
        sourceIdentifier: checks.arn,
        sourceDetails: [{ messageType: "ScheduledNotification", maximumExecutionFrequency: frequency }],
      },
      ...scope.region,
    },
    // AWS Config tries at once whether it may call the function.
    { ...scope.options, dependsOn: [permission, ...before] },
  );
}

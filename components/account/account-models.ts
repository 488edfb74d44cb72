/** The log of model invocations and the guardrail of one region. */
import type * as pulumi from "@pulumi/pulumi";

import type { Scope } from "../base/component";
import { given } from "../base/options";
import { BaselineGuardrail } from "../bedrock/baseline-guardrail";
import { InvocationLogging } from "../bedrock/invocation-logging";
import { keyOptions } from "../kms/required-key";
import { afterTopic, type RegionAlerts } from "./account-alerts";
import type { AccountBaselineOptions } from "./account-baseline-options";

export function createInvocationLogging(
  scope: Scope,
  { invocations, invocationLoggingMode }: AccountBaselineOptions,
  region: string,
  accessLogBucket: pulumi.Output<string> | undefined,
  alerts: RegionAlerts | undefined,
): InvocationLogging | undefined {
  const mode = invocationLoggingMode(region);
  if (mode.mode !== "create") {
    return undefined;
  }
  const { bucketRetentionDays, objectLock, ...others } = invocations;
  return new InvocationLogging(
    scope.child(`${region}-invocations`),
    {
      ...others,
      // No other content mode has a bucket of its own; the component refuses one that it would ignore.
      ...(mode.bucket !== undefined
        ? { bucket: { existing: { name: mode.bucket } } }
        : invocations.content === "full"
          ? given({ bucketRetentionDays, objectLock, accessLogBucket })
          : {}),
      ...(alerts === undefined ? {} : { topic: { existing: { arn: alerts.topicArn } } }),
      region,
      ...scope.protection,
      ...keyOptions(scope, mode.key),
    },
    afterTopic(scope, alerts?.hub),
  );
}

export function createGuardrail(
  scope: Scope,
  { guardrailsMode, guardrailEnforcement: enforcement }: AccountBaselineOptions,
  region: string,
): BaselineGuardrail | undefined {
  return guardrailsMode(region).mode === "create"
    ? new BaselineGuardrail(
        scope.child(`${region}-guardrail`),
        { enforcement, region, ...scope.keyProtection },
        scope.options,
      )
    : undefined;
}

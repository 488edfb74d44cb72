/** The log groups that the containers of SageMaker endpoints write to, in one region. */
import * as pulumi from "@pulumi/pulumi";

import type { DataIdentifier } from "../../facts/logs/data-identifiers";
import type { RetentionDays } from "../../facts/logs/retention-periods";
import { endpointLogGroupName, isEndpointName } from "../../facts/sagemaker/log-groups";
import { componentType, type Scope, scopeOf } from "../base/component";
import { checkProtection, type EvidenceProtection, type KeyProtection } from "../base/evidence-protection";
import { refuseShapingOfExisting, type ShapingOptions } from "../base/existing";
import { optionOf, OptionError } from "../base/options";
import { logGroupsUseKey } from "../documents/logs";
import { CustomerManagedKey } from "../kms/customer-managed-key";
import { type ExistingKey, requiredKey, type RequiredKey, validatedKey } from "../kms/required-key";
import { createPromptLogGroup, type PromptKeeping, resolvePromptKeeping } from "../logs/prompt-log-group";

/** Options of {@link EndpointLogs}. */
export interface EndpointLogsArgs extends EvidenceProtection, KeyProtection {
  /** The names of endpoints, at least one, each once. */
  readonly endpoints: readonly string[];
  /**
   * Days that events are kept: 30 to 400, of the periods that CloudWatch Logs accepts. What containers write holds requests as often as
   * not.
   *
   * @default 90
   */
  readonly retentionDays?: pulumi.Input<RetentionDays>;
  /** What is masked when the log is read. None masks nothing. @default - personal data and secrets of every country */
  readonly piiIdentifiers?: readonly DataIdentifier[];
  /** The key that encrypts the log groups. Its policy needs the statement of `logGroupsUseKey`. @default - a key of its own */
  readonly key?: ExistingKey;
  /** @default the provider's region */
  readonly region?: string;
}

/**
 * The log groups of SageMaker endpoints, encrypted with a customer managed key, kept for a bounded time, masked and protected. Each has to
 * exist before its endpoint does, or SageMaker makes one that never expires: let the endpoint depend on this component.
 *
 * Children: `${name}-key`, `${name}-${endpoint}`.
 *
 * @throws {OptionError} when no endpoint is named, one twice or by what is no name, when retentionDays is out of range, when the key is
 *   named by an alias, or forceDestroy contradicts protect
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/logging-cloudwatch.html
 */
export class EndpointLogs extends pulumi.ComponentResource {
  readonly keyArn: pulumi.Output<string>;

  constructor(name: string, args: EndpointLogsArgs, opts?: pulumi.ComponentResourceOptions) {
    const options = resolveEndpointLogs(name, args);
    super(componentType("EndpointLogs"), name, { endpoints: [...args.endpoints] }, opts);
    const scope = scopeOf(this, name, args);

    const key = createKey(scope, options);
    for (const endpoint of options.endpoints) {
      createPromptLogGroup(scope, endpoint, options, { logGroupName: endpointLogGroupName(endpoint), key });
    }
    this.keyArn = key.keyArn;
    this.registerOutputs({ keyArn: this.keyArn });
  }
}

/** The options of {@link EndpointLogs}, resolved. */
export interface EndpointLogsOptions extends PromptKeeping {
  readonly endpoints: readonly string[];
  readonly key: ExistingKey | undefined;
}

const SHAPING: ShapingOptions<keyof EndpointLogsArgs> = { key: ["breakGlassPrincipals"] };

/** @throws {OptionError} as {@link EndpointLogs} does */
export function resolveEndpointLogs(name: string, args: EndpointLogsArgs): EndpointLogsOptions {
  const option = optionOf("EndpointLogs", name);
  const { endpoints, key } = args;
  checkProtection(args, option);
  refuseShapingOfExisting(args, SHAPING, option);
  if (endpoints.length === 0 || new Set(endpoints).size < endpoints.length || !endpoints.every(isEndpointName)) {
    throw new OptionError({
      path: option("endpoints"),
      got: endpoints,
      allowed: "names of one or more endpoints, each once: 1 to 63 letters, digits and hyphens between them",
      fix: "Name each endpoint once, as SageMaker knows it.",
    });
  }
  return { endpoints, ...resolvePromptKeeping(args, option), key: validatedKey(key, option("key")) };
}

function createKey(scope: Scope, { key, endpoints }: EndpointLogsOptions): RequiredKey {
  return requiredKey(
    key,
    () =>
      new CustomerManagedKey(
        scope.child("key"),
        {
          description: `Logs of SageMaker endpoints ${scope.child()}`,
          policyStatements: scope.account.place.apply((place) => [
            logGroupsUseKey(place, endpoints.map(endpointLogGroupName)),
          ]),
          ...scope.region,
          ...scope.keyProtection,
        },
        scope.options,
      ),
  );
}

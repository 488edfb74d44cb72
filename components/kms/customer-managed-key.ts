/** A customer managed KMS key that rotates. */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { DELETION_WINDOW_DAYS, ROTATION_PERIOD_DAYS } from "../../facts/kms/limits";
import { componentType, type Scope, scopeOf } from "../base/component";
import { optionOf, validated, wholeNumber } from "../base/options";

/** Options of a {@link CustomerManagedKey}. */
export interface CustomerManagedKeyArgs {
  /** What the key is for; KMS shows it beside the key. */
  readonly description: pulumi.Input<string>;
  /** The whole key policy, as JSON text. It must let the account manage the key, or nobody can. */
  readonly policy: pulumi.Input<string>;
  /** @default the provider's region */
  readonly region?: string;
  /** The alias after `alias/`. @default the component's name */
  readonly alias?: pulumi.Input<string>;
  /** Days between rotations, 90 to 2560. @default 365 */
  readonly rotationPeriodInDays?: pulumi.Input<number>;
  /** Days between a scheduled deletion and the deletion, 7 to 30. @default 30 */
  readonly deletionWindowInDays?: pulumi.Input<number>;
  /** Whether Pulumi refuses to delete the key. @default true */
  readonly protect?: boolean;
}

/**
 * A symmetric customer managed key with rotation on, and its alias.
 *
 * @throws {OptionError} when rotationPeriodInDays or deletionWindowInDays is out of the range that KMS accepts
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html
 */
export class CustomerManagedKey extends pulumi.ComponentResource {
  /** The key's ARN: what every service of this project takes, also where its argument is called an id. */
  readonly keyArn: pulumi.Output<string>;
  readonly keyId: pulumi.Output<string>;

  constructor(name: string, args: CustomerManagedKeyArgs, opts?: pulumi.ComponentResourceOptions) {
    const options = resolveCustomerManagedKey(name, args);
    super(componentType("CustomerManagedKey"), name, args, opts);
    const scope = scopeOf(this, name, { region: args.region, protect: args.protect });

    const key = createKey(scope, options);
    createAlias(scope, options, key);

    this.keyArn = key.arn;
    this.keyId = key.keyId;
    this.registerOutputs({ keyArn: this.keyArn, keyId: this.keyId });
  }
}

/** The options of a {@link CustomerManagedKey}, resolved. */
export interface CustomerManagedKeyOptions {
  readonly description: pulumi.Input<string>;
  readonly policy: pulumi.Input<string>;
  readonly alias: pulumi.Input<string>;
  readonly rotationPeriodInDays: pulumi.Input<number>;
  readonly deletionWindowInDays: pulumi.Input<number>;
}

const rotationPeriod = wholeNumber({ ...ROTATION_PERIOD_DAYS, unit: "days" });
const deletionWindow = wholeNumber({ ...DELETION_WINDOW_DAYS, unit: "days" });

/** @throws {OptionError} as {@link CustomerManagedKey} does */
export function resolveCustomerManagedKey(name: string, args: CustomerManagedKeyArgs): CustomerManagedKeyOptions {
  const option = optionOf("CustomerManagedKey", name);
  const {
    description,
    policy,
    alias = name,
    rotationPeriodInDays = ROTATION_PERIOD_DAYS.byDefault,
    deletionWindowInDays = DELETION_WINDOW_DAYS.byDefault,
  } = args;
  return {
    description,
    policy,
    alias,
    rotationPeriodInDays: validated(rotationPeriodInDays, option("rotationPeriodInDays"), rotationPeriod),
    deletionWindowInDays: validated(deletionWindowInDays, option("deletionWindowInDays"), deletionWindow),
  };
}

function createKey(scope: Scope, { alias: _alias, ...options }: CustomerManagedKeyOptions): aws.kms.Key {
  return new aws.kms.Key(scope.child(), { ...options, enableKeyRotation: true, ...scope.region }, scope.evidence);
}

function createAlias(scope: Scope, { alias }: CustomerManagedKeyOptions, key: aws.kms.Key): void {
  new aws.kms.Alias(
    scope.child("alias"),
    { name: pulumi.interpolate`alias/${alias}`, targetKeyId: key.keyId, ...scope.region },
    scope.options,
  );
}

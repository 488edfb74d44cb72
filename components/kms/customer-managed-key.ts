/** A customer managed KMS key that rotates. */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { DELETION_WINDOW_DAYS, ROTATION_PERIOD_DAYS } from "../../facts/kms/limits";
import { componentType, type Scope, scopeOf } from "../base/component";
import { checkProtection, type EvidenceProtection, type KeyProtection } from "../base/evidence-protection";
import { optionOf, validated, wholeNumber } from "../base/options";
import { keyAdministration, policyJson, type Statement } from "../documents/iam";
import { refuseKeyRemoval } from "../documents/kms";

/** Options of a {@link CustomerManagedKey}. */
export interface CustomerManagedKeyArgs extends Pick<EvidenceProtection, "protect">, KeyProtection {
  /** What the key is for; KMS shows it beside the key. */
  readonly description: pulumi.Input<string>;
  /** What the key policy grants beyond administration by the account: who encrypts and decrypts. @default - nothing: IAM decides */
  readonly policyStatements?: pulumi.Input<readonly Statement[]>;
  /** @default the provider's region */
  readonly region?: string;
  /** The alias after `alias/`. @default the component's name */
  readonly alias?: pulumi.Input<string>;
  /** Days between rotations, 90 to 2560. @default 365 */
  readonly rotationPeriodInDays?: pulumi.Input<number>;
  /** Days between a scheduled deletion and the deletion, 7 to 30. @default 30 */
  readonly deletionWindowInDays?: pulumi.Input<number>;
}

/**
 * A symmetric customer managed key with rotation on, and its alias. The account administers it through IAM; with
 * breakGlassPrincipals, only they can take it away.
 *
 * @throws {OptionError} when rotationPeriodInDays or deletionWindowInDays is out of the range that KMS accepts, or a break-glass
 *   principal is not named exactly
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html
 */
export class CustomerManagedKey extends pulumi.ComponentResource {
  /** The key's ARN: what every service of this project takes, also where its argument is called an id. */
  readonly keyArn: pulumi.Output<string>;
  readonly keyId: pulumi.Output<string>;

  constructor(name: string, args: CustomerManagedKeyArgs, opts?: pulumi.ComponentResourceOptions) {
    const options = resolveCustomerManagedKey(name, args);
    super(componentType("CustomerManagedKey"), name, args, opts);
    const scope = scopeOf(this, name, args);

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
  readonly policyStatements: pulumi.Input<readonly Statement[]>;
  readonly breakGlassPrincipals: readonly string[];
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
    policyStatements = [],
    breakGlassPrincipals = [],
    alias = name,
    rotationPeriodInDays = ROTATION_PERIOD_DAYS.byDefault,
    deletionWindowInDays = DELETION_WINDOW_DAYS.byDefault,
  } = args;
  checkProtection(args, option);
  return {
    description,
    policyStatements,
    breakGlassPrincipals,
    alias,
    rotationPeriodInDays: validated(rotationPeriodInDays, option("rotationPeriodInDays"), rotationPeriod),
    deletionWindowInDays: validated(deletionWindowInDays, option("deletionWindowInDays"), deletionWindow),
  };
}

function createKey(scope: Scope, options: CustomerManagedKeyOptions): aws.kms.Key {
  const { description, policyStatements, breakGlassPrincipals, rotationPeriodInDays, deletionWindowInDays } = options;
  return new aws.kms.Key(
    scope.child(),
    {
      description,
      policy: pulumi
        .all([scope.account.place, policyStatements])
        .apply(([place, statements]) =>
          policyJson([keyAdministration(place), ...refuseKeyRemoval(breakGlassPrincipals), ...statements]),
        ),
      rotationPeriodInDays,
      deletionWindowInDays,
      enableKeyRotation: true,
      // KMS refuses a policy that its caller could not change again; only a break-glass principal is to change this one.
      ...(breakGlassPrincipals.length > 0 ? { bypassPolicyLockoutSafetyCheck: true } : {}),
      ...scope.region,
    },
    scope.evidence,
  );
}

function createAlias(scope: Scope, { alias }: CustomerManagedKeyOptions, key: aws.kms.Key): void {
  new aws.kms.Alias(
    scope.child("alias"),
    { name: pulumi.interpolate`alias/${alias}`, targetKeyId: key.keyId, ...scope.region },
    scope.options,
  );
}

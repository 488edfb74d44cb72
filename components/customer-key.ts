/** A customer managed KMS key that rotates. */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { optionOf, validated, wholeNumber } from "./validated-input";

/** Options of a {@link CustomerKey}. */
export interface CustomerKeyArgs {
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
export class CustomerKey extends pulumi.ComponentResource {
  /** The key's ARN: what every service of this project takes, also where its argument is called an id. */
  readonly keyArn: pulumi.Output<string>;
  readonly keyId: pulumi.Output<string>;

  constructor(name: string, args: CustomerKeyArgs, opts?: pulumi.ComponentResourceOptions) {
    super("ai-governance-baseline:index:CustomerKey", name, args, opts);
    const option = optionOf("CustomerKey", name);
    const { region } = args;

    const key = new aws.kms.Key(
      name,
      {
        description: args.description,
        policy: args.policy,
        enableKeyRotation: true,
        rotationPeriodInDays: validated(args.rotationPeriodInDays ?? 365, option("rotationPeriodInDays"), ROTATION),
        deletionWindowInDays: validated(args.deletionWindowInDays ?? 30, option("deletionWindowInDays"), WINDOW),
        region,
      },
      { parent: this, protect: args.protect ?? true },
    );
    new aws.kms.Alias(
      `${name}-alias`,
      { name: pulumi.interpolate`alias/${args.alias ?? name}`, targetKeyId: key.keyId, region },
      { parent: this },
    );

    this.keyArn = key.arn;
    this.keyId = key.keyId;
    this.registerOutputs({ keyArn: this.keyArn, keyId: this.keyId });
  }
}

const ROTATION = wholeNumber({ minimum: 90, maximum: 2560, unit: "days" });
const WINDOW = wholeNumber({ minimum: 7, maximum: 30, unit: "days" });

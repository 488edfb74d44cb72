/** The key that a component encrypts with: the user's, or one of its own. */
import * as pulumi from "@pulumi/pulumi";

import type { Scope } from "../base/component";
import type { KeyProtection } from "../base/evidence-protection";
import { type Existing, existingOr } from "../base/existing";
import { matching, validated } from "../base/options";

/** A key that the user brings, by its ARN. */
export type ExistingKey = Existing<{ readonly arn: pulumi.Input<string> }>;

/** What a component needs of its key. A `CustomerManagedKey` is one. */
export interface RequiredKey {
  readonly keyArn: pulumi.Output<string>;
}

const keyArn = matching(
  /^arn:[a-z-]+:kms:[a-z0-9-]+:\d{12}:key\/[A-Za-z0-9-]+$/,
  "the ARN of a KMS key, not of an alias",
  "Give the key's own ARN, such as arn:aws:kms:eu-central-1:111122223333:key/00000000-0000-4000-8000-000000000000.",
);

/** @throws {OptionError} when the ARN is not that of a key; for an Output, when it resolves */
export function validatedKey(given: ExistingKey | undefined, path: string): ExistingKey | undefined {
  return given && { existing: { arn: validated(given.existing.arn, `${path}.existing.arn`, keyArn) } };
}

/** The key that the user brings, or else the one that is made. */
export function requiredKey(given: ExistingKey | undefined, make: () => RequiredKey): RequiredKey {
  return existingOr(given, ({ arn }) => ({ keyArn: pulumi.output(arn) }), make);
}

/** For the arguments of a component: the key that exists, or else how its own is protected. */
export function keyOptions(scope: Scope, key: string | undefined): { readonly key?: ExistingKey } & KeyProtection {
  return key === undefined ? scope.keyProtection : { key: { existing: { arn: key } } };
}

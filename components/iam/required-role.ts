/** The role by which a service acts for a component: the user's, or one of its own. */
import * as pulumi from "@pulumi/pulumi";

import { type Existing, existingOr, type Ready } from "../base/existing";
import { matching, validated } from "../base/options";

/** A role that the user brings, by its ARN. */
export type ExistingRole = Existing<{ readonly arn: pulumi.Input<string> }>;

/** What a component needs of its role. */
export interface RequiredRole extends Ready {
  readonly roleArn: pulumi.Output<string>;
}

const roleArn = matching(
  /^arn:[a-z-]+:iam::\d{12}:role\/\S{1,576}$/,
  "the ARN of an IAM role",
  "Give the role's own ARN, such as arn:aws:iam::111122223333:role/delivery.",
);

/** @throws {OptionError} when the ARN is not that of a role; for an Output, when it resolves */
export function validatedRole(given: ExistingRole | undefined, path: string): ExistingRole | undefined {
  return given && { existing: { arn: validated(given.existing.arn, `${path}.existing.arn`, roleArn) } };
}

/** The role that the user brings, or else the one that is made. */
export function requiredRole(given: ExistingRole | undefined, make: () => RequiredRole): RequiredRole {
  return existingOr(given, ({ arn }): RequiredRole => ({ roleArn: pulumi.output(arn), before: [] }), make);
}

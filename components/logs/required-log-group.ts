/** The log group that a component has events delivered to: the user's, or one of its own. */
import * as pulumi from "@pulumi/pulumi";

import { type Existing, existingOr, type Ready } from "../base/existing";
import { matching, validated } from "../base/options";
import type { RetainedLogGroup } from "./retained-log-group";

/** How a log group that the user brings is identified. */
export interface LogGroupIdentity {
  readonly name: pulumi.Input<string>;
  /** Without the trailing `:*` that some APIs append. */
  readonly arn: pulumi.Input<string>;
}

/** A log group that the user brings. */
export type ExistingLogGroup = Existing<LogGroupIdentity>;

/** What a component needs of its log group. */
export interface RequiredLogGroup extends Ready {
  readonly logGroupName: pulumi.Output<string>;
  /** Without a trailing `:*`. */
  readonly logGroupArn: pulumi.Output<string>;
  /** What has to exist before sensitive data is written to the group. */
  readonly beforeSensitiveData: readonly pulumi.Resource[];
}

const logGroupName = matching(
  /^[.\-_/#A-Za-z0-9]{1,512}$/,
  "the name of a log group: 1 to 512 letters, digits and . - _ / #",
  "Give the log group's name, not its ARN.",
);
const logGroupArn = matching(
  /^arn:[a-z-]+:logs:[a-z0-9-]+:\d{12}:log-group:[.\-_/#A-Za-z0-9]{1,512}$/,
  "the ARN of a log group, without a trailing :*",
  "Remove what follows the log group's name.",
);

/** @throws {OptionError} when name or ARN is not that of a log group; for Outputs, when they resolve */
export function validatedLogGroup(given: ExistingLogGroup | undefined, path: string): ExistingLogGroup | undefined {
  return (
    given && {
      existing: {
        name: validated(given.existing.name, `${path}.existing.name`, logGroupName),
        arn: validated(given.existing.arn, `${path}.existing.arn`, logGroupArn),
      },
    }
  );
}

/** The log group that the user brings, or else the one that is made. */
export function requiredLogGroup(given: ExistingLogGroup | undefined, make: () => RetainedLogGroup): RequiredLogGroup {
  return existingOr<LogGroupIdentity, RequiredLogGroup>(
    given,
    ({ name, arn }) => ({
      logGroupName: pulumi.output(name),
      logGroupArn: pulumi.output(arn),
      before: [],
      beforeSensitiveData: [],
    }),
    () => {
      const { logGroupName, logGroupArn, logGroup, dataProtectionPolicy } = make();
      const beforeSensitiveData = dataProtectionPolicy === undefined ? [] : [dataProtectionPolicy];
      return { logGroupName, logGroupArn, before: [logGroup], beforeSensitiveData };
    },
  );
}

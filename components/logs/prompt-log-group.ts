/** Log groups of what AI resources were asked and answered, within the component that declares them. */
import type * as pulumi from "@pulumi/pulumi";

import { type DataIdentifier, MASKED_IDENTIFIERS } from "../../facts/logs/data-identifiers";
import type { RetentionDays } from "../../facts/logs/retention-periods";
import type { Scope } from "../base/component";
import { given, validated } from "../base/options";
import type { RequiredKey } from "../kms/required-key";
import { checkRetention } from "./check-retention";
import { RetainedLogGroup } from "./retained-log-group";

/** How prompts are kept, resolved. */
export interface PromptKeeping {
  /** `undefined` leaves it to the log group's class. */
  readonly retentionDays: pulumi.Input<RetentionDays> | undefined;
  /** Empty masks nothing. */
  readonly piiIdentifiers: readonly DataIdentifier[];
}

/** The options by which a component is told how it keeps them. */
interface PromptKeepingArgs {
  readonly retentionDays?: pulumi.Input<RetentionDays>;
  readonly piiIdentifiers?: readonly DataIdentifier[];
}

/** @throws {OptionError} when retentionDays is out of the range of prompts */
export function resolvePromptKeeping(
  { retentionDays, piiIdentifiers = MASKED_IDENTIFIERS.basic }: PromptKeepingArgs,
  option: (name: string) => string,
): PromptKeeping {
  return {
    retentionDays:
      retentionDays === undefined
        ? undefined
        : validated(retentionDays, option("retentionDays"), checkRetention("prompts")),
    piiIdentifiers,
  };
}

/** @param id what ends the name of the child */
export function createPromptLogGroup(
  scope: Scope,
  id: string,
  { retentionDays, piiIdentifiers }: PromptKeeping,
  { logGroupName, key }: { readonly logGroupName: pulumi.Input<string>; readonly key: RequiredKey },
): RetainedLogGroup {
  return new RetainedLogGroup(
    scope.child(id),
    {
      logGroupName,
      retentionClass: "prompts",
      keyArn: key.keyArn,
      ...given({
        retentionDays,
        dataProtection: piiIdentifiers.length === 0 ? undefined : { identifiers: piiIdentifiers },
      }),
      ...scope.region,
      ...scope.protection,
    },
    scope.options,
  );
}

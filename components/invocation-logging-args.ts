/** What may be said of a region's invocation logging. */
import * as pulumi from "@pulumi/pulumi";

import { CONTENT_MODES, type ContentMode, ignoredOptions } from "./content-modes";
import { DATA_IDENTIFIERS, type DataIdentifier } from "./documents/data-protection";
import type { ObjectLock } from "./object-lock";
import type { RetentionDays } from "./retention";
import { optionOf, OptionError } from "./validated-input";

/** Options of `InvocationLogging`. An option that changes nothing in the chosen mode is refused. */
export interface InvocationLoggingArgs {
  /** @default the provider's region */
  readonly region?: string;
  /**
   * How much is kept.
   *
   * - `off`: nothing is created, and a configuration that exists outside Pulumi stays as it is. CloudTrail still shows who
   *   called which model and when.
   * - `metadata-only`: who, which model, when and how many tokens; no bodies. The provider cannot set the flag for audio,
   *   so audio has to be switched off through the API and verified with GetModelInvocationLoggingConfiguration.
   * - `redacted`: text bodies, masked on reading. The raw text is stored, and whoever holds `logs:Unmask` sees it: deny that
   *   action account-wide by a service control policy, which a stack in the account cannot. Detection is by pattern and
   *   keyword and misses names in free text; bodies above 100 KB are dropped, since masking does not reach a bucket.
   * - `full`: everything, unmasked; bodies above 100 KB and binary data in a bucket.
   */
  readonly content: ContentMode;
  /** Days that records are kept: 30 to 400, of the periods that CloudWatch Logs knows. @default 90 */
  readonly retentionDays?: pulumi.Input<RetentionDays>;
  /** Mode full: days that large bodies are kept. @default 400, or as long as objectLock demands */
  readonly bucketRetentionDays?: number;
  /** Mode full. @default { mode: "GOVERNANCE", days: 365 } */
  readonly objectLock?: ObjectLock | "none";
  /** Mode full: the bucket, in the same region, that takes the access logs of the large bodies. @default - access is not logged */
  readonly accessLogBucket?: pulumi.Input<string>;
  /** Mode redacted: what is masked. @default {@link DEFAULT_PII_IDENTIFIERS} */
  readonly piiIdentifiers?: readonly DataIdentifier[];
  /**
   * ARNs of principals that may decrypt the records. For them a policy is made, its output `readersPolicyArn`, to
   * be attached; in mode redacted it refuses `logs:Unmask`. @default - nobody beyond whom IAM lets use the key
   */
  readonly readers?: readonly string[];
  /** Where delivery failures are reported, a topic that lets `cloudwatch.amazonaws.com` publish. @default - a topic of its own */
  readonly alarmTopicArn?: pulumi.Input<string>;
  /** Whether Pulumi refuses to delete configuration, log group, bucket and key. @default true */
  readonly protect?: boolean;
}

/**
 * What mode redacted masks unless told otherwise: the identifiers that hold in every country, and the telephone, bank account
 * and social security numbers of each country that has them.
 */
export const DEFAULT_PII_IDENTIFIERS: readonly DataIdentifier[] = DATA_IDENTIFIERS.filter(
  (identifier) => !identifier.includes("-") || /^(PhoneNumber|BankAccountNumber|Ssn)-/.test(identifier),
);

/**
 * Checks what the types cannot say.
 *
 * @throws {OptionError} when content is no known mode or an option changes nothing in it
 */
export function checkInvocationLoggingArgs(name: string, args: InvocationLoggingArgs): void {
  const option = optionOf("InvocationLogging", name);
  if (!CONTENT_MODES.some((mode) => mode === args.content)) {
    throw new OptionError({
      path: option("content"),
      got: args.content,
      allowed: CONTENT_MODES.join(", "),
      fix: "Choose how much of each invocation is kept.",
    });
  }
  for (const ignored of ignoredOptions(args.content)) {
    if (args[ignored] !== undefined) {
      throw new OptionError({
        path: option(ignored),
        got: pulumi.Output.isInstance(args[ignored]) ? "set" : args[ignored],
        allowed: `nothing with content "${args.content}", which would ignore it`,
        fix: `Remove ${ignored} or choose another content mode.`,
      });
    }
  }
}

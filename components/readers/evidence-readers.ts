/** Roles for those who read evidence: auditors, and programs that take log files in. */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { componentType, type Scope, scopeOf } from "../base/component";
import { matching, OptionError, optionOf } from "../base/options";
import { type AccountRegion, policyJson, type Statement } from "../documents/iam";
import { accountOf, auditorStatements, ingestionStatements, readerTrust } from "../documents/readers";

/** Options of {@link EvidenceReaders}. */
export interface EvidenceReadersArgs {
  /** ARNs of the IAM roles and users that may take on the role for auditors. @default - nobody, and there is no such role */
  readonly auditors?: readonly string[];
  /** ARNs of the IAM roles and users that may take on the role for programs. @default - nobody, and there is no such role */
  readonly ingestion?: readonly string[];
  /** What principals of other accounts have to say when they take on a role, 2 to 1224 characters. @default - there are none */
  readonly externalId?: string;
  /** Names of the buckets with evidence. */
  readonly buckets: pulumi.Input<readonly pulumi.Input<string>[]>;
  /** Names of the buckets that programs take log files from. @default - the same */
  readonly ingestedBuckets?: pulumi.Input<readonly pulumi.Input<string>[]>;
  /** ARNs of the log groups that auditors read, without `:*`. */
  readonly logGroups: pulumi.Input<readonly pulumi.Input<string>[]>;
  /** ARNs of the keys that encrypt buckets and log groups. */
  readonly keys: pulumi.Input<readonly pulumi.Input<string>[]>;
  /** ARNs of the queues that are told of each log file. @default - none */
  readonly queues?: readonly string[];
}

/**
 * A role for auditors, who read buckets, log groups and how evidence is collected, and one for programs, which fetch log files and the
 * messages that tell of them. Neither may unmask, write or delete anything, whatever is attached to it besides.
 *
 * @throws {OptionError} when a principal is not an IAM role or user, nobody is named, or an outsider is and no external id
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 */
export class EvidenceReaders extends pulumi.ComponentResource {
  /** Absent where nobody is named. */
  readonly auditorRoleArn: pulumi.Output<string> | undefined;
  /** Absent where nobody is named. */
  readonly ingestionRoleArn: pulumi.Output<string> | undefined;

  constructor(name: string, args: EvidenceReadersArgs, opts?: pulumi.ComponentResourceOptions) {
    const options = resolveEvidenceReaders(name, args);
    super(componentType("EvidenceReaders"), name, {}, opts);
    const scope = scopeOf(this, name);
    const evidence = pulumi.all([scope.account.place, args.buckets, args.logGroups, args.keys]);
    const ingested = pulumi.all([scope.account.place, args.ingestedBuckets ?? args.buckets, args.keys]);

    this.auditorRoleArn = createRole(scope, options, {
      role: "auditor",
      description: "Reads evidence, masked, and how it is collected",
      principals: options.auditors,
      statements: evidence.apply(([place, buckets, logGroups, keys]) =>
        auditorStatements(place, { buckets, logGroups, keys }),
      ),
    });
    this.ingestionRoleArn = createRole(scope, options, {
      role: "ingestion",
      description: "Fetches log files, and the messages that tell of them",
      principals: options.ingestion,
      statements: ingested.apply(([place, buckets, keys]) =>
        ingestionStatements(place, { buckets, keys, queues: options.queues }),
      ),
    });

    this.registerOutputs({ auditorRoleArn: this.auditorRoleArn, ingestionRoleArn: this.ingestionRoleArn });
  }
}

/** The options of {@link EvidenceReaders}, resolved. */
export interface EvidenceReadersOptions {
  readonly auditors: readonly string[];
  readonly ingestion: readonly string[];
  readonly externalId: string | undefined;
  readonly queues: readonly string[];
  /** @throws {OptionError} when somebody comes from another account and there is no external id */
  readonly requireExternalId: (place: AccountRegion) => void;
}

const principalArn = matching(
  /^arn:[a-z-]+:iam::\d{12}:(role|user)\/[\w+=,.@/-]+$/,
  "the ARN of an IAM role or user, without wildcards",
  "Name the role or user itself: an account would let in everybody whom its IAM lets out.",
);
const validExternalId = matching(
  /^[\w+=,.@:/-]{2,1224}$/,
  "2 to 1224 letters, digits and + = , . @ : / - _",
  "Agree on one with whoever reads from outside, another for each account that is read.",
);

/** @throws {OptionError} as {@link EvidenceReaders} does */
export function resolveEvidenceReaders(name: string, args: EvidenceReadersArgs): EvidenceReadersOptions {
  const option = optionOf("EvidenceReaders", name);
  const { auditors = [], ingestion = [], externalId, queues = [] } = args;
  auditors.forEach((arn, index) => principalArn(arn, option(`auditors[${index}]`)));
  ingestion.forEach((arn, index) => principalArn(arn, option(`ingestion[${index}]`)));
  if (externalId !== undefined) {
    validExternalId(externalId, option("externalId"));
  }
  const principals = [...auditors, ...ingestion];
  if (principals.length === 0) {
    throw new OptionError({
      path: option("auditors"),
      got: auditors,
      allowed: "at least one principal, here or in ingestion",
      fix: "Name who reads the evidence, or leave the component out.",
    });
  }
  return {
    auditors,
    ingestion,
    externalId,
    queues,
    requireExternalId: ({ accountId }) => {
      const outsider = principals.find((arn) => accountOf(arn) !== accountId);
      if (outsider !== undefined && externalId === undefined) {
        throw new OptionError({
          path: option("externalId"),
          got: externalId,
          allowed: `an external id, because ${outsider} is of another account`,
          fix: "Agree on one with whoever reads from outside.",
        });
      }
    },
  };
}

/** One of the roles, and what it may do. */
interface ReaderRole {
  readonly role: string;
  readonly description: string;
  readonly principals: readonly string[];
  readonly statements: pulumi.Output<readonly Statement[]>;
}

function createRole(
  scope: Scope,
  { externalId, requireExternalId }: EvidenceReadersOptions,
  { role, description, principals, statements }: ReaderRole,
): pulumi.Output<string> | undefined {
  if (principals.length === 0) {
    return undefined;
  }
  const name = scope.child(role);
  const made = new aws.iam.Role(
    name,
    {
      name,
      description,
      assumeRolePolicy: scope.account.place.apply((place) => {
        requireExternalId(place);
        return policyJson(readerTrust(place, principals, externalId));
      }),
    },
    scope.options,
  );
  new aws.iam.RolePolicy(
    scope.child(`${role}-policy`),
    { name: "read-evidence", role: made.name, policy: statements.apply(policyJson) },
    scope.options,
  );
  return made.arn;
}

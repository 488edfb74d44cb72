/** IAM policies that allow what is called and no more. */
import { ARTIFACT_OPERATIONS } from "../../facts/artifact-api";
import {
  CONFIG_SERVICE_LINKED_ROLE,
  CREATE_SERVICE_LINKED_ROLE,
  DEPLOY_ACTIONS,
  KEY_USE_BY_BACKUP,
  KEY_USE_BY_BEDROCK,
  FIRST_USE_SERVICE_LINKED_ROLES,
  KEY_USE_BY_FIREHOSE,
  LIFECYCLE,
  ON_NO_RESOURCE,
} from "../../facts/iam/deploy-actions";
import { type ReadingCommand, actionsNeededBy } from "../operations";

export interface AllowStatement {
  readonly Sid: string;
  readonly Effect: "Allow";
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: Readonly<
    Partial<Record<"StringEquals" | "StringLike", Readonly<Record<string, readonly string[]>>>>
  >;
}

export interface IamPolicy {
  readonly Version: "2012-10-17";
  readonly Statement: readonly AllowStatement[];
}

/** An action, with what it is allowed on. */
interface Grant {
  readonly action: string;
  readonly on: readonly string[];
}

export const EVERYTHING = ["*"];
const SERVICE_LINKED_ROLES = [CONFIG_SERVICE_LINKED_ROLE, ...FIRST_USE_SERVICE_LINKED_ROLES];
const ROLES = ["aws:iam/role:Role", "aws:iam/serviceLinkedRole:ServiceLinkedRole"];

/** The policy for a command that reads an account. It changes nothing, and reads everything of the kinds it asks for. */
export function readingPolicy(command: ReadingCommand): IamPolicy {
  return policy([allow("Read", actionsNeededBy(command), EVERYTHING)]);
}

/** What `baseline artifact` calls. */
export function artifactActions(): readonly string[] {
  return Object.keys(ARTIFACT_OPERATIONS).map((operation) => `artifact:${operation}`);
}

/** The policy for `baseline artifact`, which lists reports and fetches those that are named. */
export function artifactPolicy(): IamPolicy {
  return policy([allow("Read", artifactActions(), EVERYTHING)]);
}

/** The policy for whoever deploys the stacks of this project: to create, update and remove what they declare. */
export function deployPolicy(): IamPolicy {
  const rows = Object.values(DEPLOY_ACTIONS);
  const grants = rows.flatMap((row) =>
    LIFECYCLE.flatMap((step) => row[step])
      .filter((action) => action !== CREATE_SERVICE_LINKED_ROLE)
      .map((action) => ({ action, on: ON_NO_RESOURCE.includes(action) ? EVERYTHING : (row.onOf?.[action] ?? row.on) })),
  );
  return policy([
    ...statementsOf(grants),
    {
      ...allow("PassRole", ["iam:PassRole"], sorted(ROLES.flatMap((type) => DEPLOY_ACTIONS[type]?.on ?? []))),
      Condition: {
        StringEquals: { "iam:PassedToService": sorted(rows.flatMap(({ passesRoleTo }) => passesRoleTo ?? [])) },
      },
    },
    {
      ...allow("KeysOfBackupVaults", KEY_USE_BY_BACKUP.actions, KEY_USE_BY_BACKUP.on),
      Condition: { StringLike: { "kms:ViaService": [KEY_USE_BY_BACKUP.viaService] } },
    },
    {
      ...allow("KeysOfGuardrails", KEY_USE_BY_BEDROCK.actions, KEY_USE_BY_BEDROCK.on),
      Condition: { StringLike: { "kms:ViaService": [KEY_USE_BY_BEDROCK.viaService] } },
    },
    {
      ...allow("KeysOfStreams", KEY_USE_BY_FIREHOSE.actions, KEY_USE_BY_FIREHOSE.on),
      Condition: { StringLike: { "kms:ViaService": [KEY_USE_BY_FIREHOSE.viaService] } },
    },
    {
      ...allow(
        "CreateServiceLinkedRole",
        [CREATE_SERVICE_LINKED_ROLE],
        SERVICE_LINKED_ROLES.map(({ on }) => on),
      ),
      Condition: {
        StringEquals: { "iam:AWSServiceName": SERVICE_LINKED_ROLES.map(({ service }) => service) },
      },
    },
  ]);
}

/**
 * The characters of a managed policy, white space aside, of which a role takes ten.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
export const LONGEST_POLICY = 6144;

/** The same in as many policies as it takes, each of which fits into a managed policy. */
export function deployPolicies(): readonly IamPolicy[] {
  const policies: IamPolicy[] = [];
  for (const statement of deployPolicy().Statement) {
    const begun = policies.at(-1);
    const longer = policy([...(begun?.Statement ?? []), statement]);
    if (begun !== undefined && JSON.stringify(longer).length <= LONGEST_POLICY) {
      policies[policies.length - 1] = longer;
    } else {
      policies.push(policy([statement]));
    }
  }
  return policies;
}

/** One statement for all that is allowed on the same resources. */
function statementsOf(grants: readonly Grant[]): readonly AllowStatement[] {
  const byResources = new Map<string, Grant[]>();
  for (const grant of grants) {
    const key = grant.on.join();
    byResources.set(key, [...(byResources.get(key) ?? []), grant]);
  }
  return [...byResources.values()].map((group) => {
    const on = group[0]?.on ?? [];
    return allow(
      sidOf(on),
      group.map(({ action }) => action),
      on,
    );
  });
}

/** Statements as a policy. */
export function policy(statements: readonly AllowStatement[]): IamPolicy {
  return { Version: "2012-10-17", Statement: statements };
}

/** A statement that allows actions, each once, in the order of their names. */
export function allow(sid: string, actions: readonly string[], on: readonly string[]): AllowStatement {
  return { Sid: sid, Effect: "Allow", Action: sorted(actions), Resource: on };
}

function sorted(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort();
}

/** After the service and kind of the first resource: `arn:*:logs:*:*:log-group:...` is `LogsLogGroup`, a stream in it `LogsLogStream`. */
function sidOf([first = ""]: readonly string[]): string {
  const [, , service, , , resource = "", , within] = first.split(":");
  if (service === undefined) {
    return "WithoutResource";
  }
  const kind = resource.includes("/")
    ? resource.split("/").slice(0, -1).join("-")
    : (within ?? KINDS.find((known) => known === resource));
  return [service, ...(kind ?? "").split(/[-.]/)]
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join("");
}

/** What stands in an ARN before a colon and the name. */
const KINDS = ["alarm", "log-group"];

/** IAM policies that allow what is called and no more. */
import { ON_NO_RESOURCE, CONFIG_SERVICE_LINKED_ROLE, DEPLOY_ACTIONS, LIFECYCLE } from "../../facts/iam/deploy-actions";
import { type ReadingCommand, actionsNeededBy } from "../operations";

export interface AllowStatement {
  readonly Sid: string;
  readonly Effect: "Allow";
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

export interface IamPolicy {
  readonly Version: "2012-10-17";
  readonly Statement: readonly AllowStatement[];
}

/** The policy for a command that reads an account; it may read everything of the kinds that it asks for. */
export function readingPolicy(command: ReadingCommand): IamPolicy {
  return policy([allow("Read", actionsNeededBy(command), ["*"])]);
}

/** The policy for whoever deploys the stacks of this project: to create, update and remove what they declare. */
export function deployPolicy(): IamPolicy {
  const rows = Object.values(DEPLOY_ACTIONS);
  const passedTo = rows.flatMap(({ passesRoleTo }) => passesRoleTo ?? []);
  const everywhere = new Set<string>();
  const byResources = new Map<string, { readonly on: readonly string[]; readonly actions: Set<string> }>();
  for (const row of rows) {
    const key = row.on.join();
    const entry = byResources.get(key) ?? { on: row.on, actions: new Set() };
    byResources.set(key, entry);
    for (const action of LIFECYCLE.flatMap((step) => row[step])) {
      (ON_NO_RESOURCE.includes(action) ? everywhere : entry.actions).add(action);
    }
  }
  return policy([
    ...[...byResources.values()]
      .filter(({ actions }) => actions.size > 0)
      .map(({ on, actions }) => allow(sidOf(on), [...actions], on)),
    allow("WithoutResource", [...everywhere], ["*"]),
    {
      ...allow("PassRolesToTheServicesThatUseThem", ["iam:PassRole"], DEPLOY_ACTIONS[ROLE]?.on ?? []),
      Condition: { StringEquals: { "iam:PassedToService": sorted(passedTo) } },
    },
    {
      ...allow("CreateServiceLinkedRole", ["iam:CreateServiceLinkedRole"], [CONFIG_SERVICE_LINKED_ROLE.on]),
      Condition: { StringEquals: { "iam:AWSServiceName": [CONFIG_SERVICE_LINKED_ROLE.service] } },
    },
  ]);
}

const ROLE = "aws:iam/role:Role";

function policy(statements: readonly AllowStatement[]): IamPolicy {
  return { Version: "2012-10-17", Statement: statements };
}

function allow(sid: string, actions: readonly string[], on: readonly string[]): AllowStatement {
  return { Sid: sid, Effect: "Allow", Action: sorted(actions), Resource: on };
}

function sorted(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort();
}

/** After the service and kind of the first resource: `arn:*:logs:*:*:log-group:...` is `LogsLogGroup`. */
function sidOf([first = ""]: readonly string[]): string {
  const [, , service = "", , , resource = ""] = first.split(":");
  const [kind = ""] = /^[a-z-]+(?=\/)/.exec(resource) ?? /^(alarm|log-group)$/.exec(resource) ?? [];
  return [service, ...kind.split("-")].map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join("");
}

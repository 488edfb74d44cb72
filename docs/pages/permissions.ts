/** The permissions page and its policies: what a deployment needs, and what each reading command calls. */
import {
  artifactActions,
  artifactPolicy,
  deployPolicies,
  deployPolicy,
  readingPolicy,
  type IamPolicy,
} from "../../account/permissions/iam-policy";
import { runbookPolicy, runbookPublishPolicy } from "../../account/permissions/runbook-policy";
import { ASKING_ACTIONS, PUBLISHING_ACTIONS } from "../../facts/iam/runbook-actions";
import { type OperationId, OPERATIONS, type ReadingCommand, actionsOf, operationOf } from "../../account/operations";
import { code, list, page, table } from "./markdown";

/** A file of docs/permissions/, by whom it serves. */
export const POLICIES: Readonly<Record<string, () => IamPolicy>> = {
  ...Object.fromEntries(
    deployPolicies().map((policy, index) => [index === 0 ? "deploy" : `deploy-${index + 1}`, () => policy]),
  ),
  "access-review": () => readingPolicy("access-review"),
  artifact: artifactPolicy,
  preflight: () => readingPolicy("preflight"),
  runbook: runbookPolicy,
  "runbook-publish": runbookPublishPolicy,
  "trusted-advisor": () => readingPolicy("trusted-advisor"),
  verify: () => readingPolicy("verify"),
};

export function renderPolicy(policy: IamPolicy): string {
  return JSON.stringify(policy);
}

export function renderPermissions(): string {
  return page(
    "# Permissions",
    "The IAM policies that this project needs, and no more. They follow from what the stacks declare and from what the commands call; each file fits into one managed policy.",
    list([
      ...Object.keys(POLICIES)
        .filter((name) => name.startsWith("deploy"))
        .map(
          (name, index, all) =>
            `[permissions/${name}.json](permissions/${name}.json): to deploy, update and destroy a stack of this project` +
            (all.length === 1 ? "" : `, part ${index + 1} of ${all.length}`),
        ),
      "[permissions/access-review.json](permissions/access-review.json): to run `baseline access-review`",
      "[permissions/artifact.json](permissions/artifact.json): to run `baseline artifact`",
      "[permissions/preflight.json](permissions/preflight.json): to run `baseline preflight`",
      "[permissions/runbook.json](permissions/runbook.json): to run `baseline runbook run` on an account",
      "[permissions/runbook-publish.json](permissions/runbook-publish.json): to run it with `--publish`",
      "[permissions/trusted-advisor.json](permissions/trusted-advisor.json): to run `baseline trusted-advisor`",
      "[permissions/verify.json](permissions/verify.json): to run `baseline verify`",
    ]),
    "Partition, region and account in their ARNs are wildcards, so that the same policies serve everywhere; a policy grants nothing outside the account in which it is attached. They name what the program names: whoever passes components other names has to change them.",
    "## Deploying",
    "What is not allowed by name is allowed on `*` because IAM knows no resource for it, or because its ARN holds an id that AWS makes up. Roles can only be passed to the services that use them, and the only service-linked roles that can be created are those of AWS Config, of EventBridge's API destinations and of the detection services.",
    table(
      ["Statement", "Actions", "On"],
      deployPolicy().Statement.map(({ Sid, Action, Resource, Condition }) => [
        Sid,
        Action.map(code).join(", "),
        [...Resource.map(code), ...(Condition === undefined ? [] : [`if ${code(JSON.stringify(Condition))}`])].join(
          ", ",
        ),
      ]),
    ),
    "Nobody who deploys may delete evidence: what is in the buckets stays. A sandbox with the setting `forceDestroy` takes more, `s3:ListBucketVersions` on its buckets, and `s3:DeleteObject` and `s3:DeleteObjectVersion` on their objects.",
    "An organization trail (the setting `organizationId`) takes more: see [CloudTrail's page](https://docs.aws.amazon.com/awscloudtrail/latest/userguide/creating-an-organizational-trail-prepare.html).",
    "## Reading",
    "The commands that read an account make these calls and no others; none of them changes what it reads. An answer that is refused makes what it would have decided `undecided`, and the report names the action.",
    "### baseline-artifact",
    `It calls ${artifactActions().map(code).join(", ")}, and fetches documents where AWS says that they are, without credentials.`,
    ...(["access-review", "preflight", "trusted-advisor", "verify"] as const).flatMap((command) => [
      `### baseline-${command}`,
      calls(command),
    ]),
    "### baseline-runbook",
    "Each way to ask takes actions of its own; whoever only asks log groups needs none of Athena's. Where the archive is encrypted with keys of its own, their policies have to let the reader use them as well.",
    table(
      ["Way", "IAM actions"],
      [
        ...Object.entries(ASKING_ACTIONS).map(([way, of]) => [
          code(way),
          Object.values(of).flat().sort().map(code).join(", "),
        ]),
        ...Object.entries(PUBLISHING_ACTIONS).map(([what, action]) => [code(`--publish ${what}`), code(action)]),
      ],
    ),
    "Reading with Athena writes its results into the workgroup's bucket; publishing writes metrics of one namespace, and findings of the account's own product.",
  );
}

function calls(command: ReadingCommand): string {
  const ids = Object.keys(OPERATIONS) as OperationId[]; // Object.keys loses the key types
  return table(
    ["Call", "IAM actions"],
    ids
      .filter((id) => operationOf(id).usedBy.includes(command))
      .map((id) => [code(id), actionsOf(id).map(code).join(", ") || "none: whoever has credentials may ask"]),
  );
}

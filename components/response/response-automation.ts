/** What may be done at once about what a runbook has found, after people have agreed to it. */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { RetentionDays } from "../../facts/logs/retention-periods";
import { APPROVAL_TOPIC_PREFIX, MOST_APPROVERS } from "../../facts/systems-manager/automation-approvals";
import type { ResponseId } from "../../runbooks/responses";
import { componentType, type Scope, scopeOf } from "../base/component";
import { checkProtection, type EvidenceProtection, type KeyProtection } from "../base/evidence-protection";
import { refuseShapingOfExisting, type ShapingOptions } from "../base/existing";
import { optionOf, OptionError, wholeNumber } from "../base/options";
import { approvedRunbook } from "../documents/automation";
import type { DeliveredInvocations } from "../documents/bedrock";
import { automationTrust } from "../documents/config-remediations";
import { type AccountRegion, policyJson } from "../documents/iam";
import {
  approvalMessage,
  askingStatements,
  cancelKeyDeletion,
  disableEndpoint,
  type PlannedResponse,
  restoreInvocationLogging,
  restoreLogRetention,
  restoreTrailLogging,
} from "../documents/responses";
import { CustomerManagedKey } from "../kms/customer-managed-key";
import { type ExistingKey, requiredKey, type RequiredKey, validatedKey } from "../kms/required-key";
import { NotificationTopic, type TopicSubscriber } from "../sns/notification-topic";

/** A log group whose retention may be restored. */
export interface RespondedLogGroup {
  readonly name: pulumi.Input<string>;
  /** The days that it is declared to keep its events. */
  readonly days: pulumi.Input<RetentionDays>;
}

/** Options of {@link ResponseAutomation}. What is not given has no runbook. */
export interface ResponseAutomationArgs extends Pick<EvidenceProtection, "protect">, KeyProtection {
  /** Who may agree to a change: ARNs of IAM roles and users, 1 to 10. */
  readonly approvers: readonly string[];
  /** How many of them have to agree: 1 to as many as there are. @default 1 */
  readonly minimumApprovals?: number;
  /** The data governance team: who is told that somebody has to decide. @default - nobody: approvers look into Systems Manager */
  readonly subscribers?: readonly TopicSubscriber[];
  /** Whether there is a runbook that deletes an endpoint of SageMaker. @default true */
  readonly disableEndpoints?: boolean;
  /** The trail whose logging may be started, by its ARN: a trail of the region. @default - none */
  readonly trailArn?: pulumi.Input<string>;
  /** The region's configuration of model invocation logging, as it is declared: `InvocationLogging.delivered`. @default - none */
  readonly invocationLogging?: pulumi.Input<DeliveredInvocations>;
  /** Log groups of the region whose retention may be restored. @default - none */
  readonly logGroups?: readonly RespondedLogGroup[];
  /** ARNs of keys of the region and account whose deletion may be cancelled. @default - none */
  readonly keyArns?: readonly pulumi.Input<string>[];
  /** The key that encrypts what approvers are told; its policy has to leave it to IAM. @default - a key of its own */
  readonly key?: ExistingKey;
  /** @default the provider's region */
  readonly region?: string;
}

/**
 * Responses to what runbooks find: for each a document of Systems Manager Automation and a role that may make its calls alone. A run reads
 * and changes nothing, unless whoever starts it sets `DryRun` to false; then it asks the approvers, through a topic of its own, and changes
 * and reads again when they agree. Which runbooks each answers stands in `RESPONSES` of the project's `runbooks/responses.ts`.
 *
 * Whoever starts a run needs `ssm:StartAutomationExecution` on the document and `iam:PassRole` on its role; whoever approves,
 * `ssm:SendAutomationSignal`. Systems Manager lets an approver approve a run that the same person started: where that must not be, require two.
 *
 * Children: `${name}-key` and `${name}-topic`; of each response `${name}-${response}`, and its role.
 *
 * @throws {OptionError} when there are no approvers, too many, or one twice or not an IAM role or user, when minimumApprovals is no number of
 *   them, when nothing is to be responded to, or the key is named by an alias or a break-glass principal not exactly
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-action-approve.html
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/running-automations-require-approvals.html
 */
export class ResponseAutomation extends pulumi.ComponentResource {
  /** The documents' names, by response. */
  readonly documentNames: Readonly<Partial<Record<ResponseId, pulumi.Output<string>>>>;
  /** Of the topic by which approvers are asked; known at preview. */
  readonly topicArn: pulumi.Output<string>;

  constructor(name: string, args: ResponseAutomationArgs, opts?: pulumi.ComponentResourceOptions) {
    const options = resolveResponseAutomation(name, args);
    super(componentType("ResponseAutomation"), name, {}, opts);
    const scope = scopeOf(this, name, args);

    const key = requiredKey(options.key, () => createKey(scope));
    const topic = createTopic(scope, options, key);
    const made = options.responses.map(([id, planner]) => {
      const response = planner(scope.account.place);
      const role = createRole(scope, id, response, { topic, key });
      return [id, createDocument(scope, options, { id, response, role, topic }).name] as const;
    });

    this.documentNames = Object.fromEntries(made);
    this.topicArn = topic.topicArn;
    this.registerOutputs({ documentNames: this.documentNames, topicArn: this.topicArn });
  }
}

/** A response, planned where it is known in which account and region it is made. */
type Planner = (place: pulumi.Output<AccountRegion>) => pulumi.Output<PlannedResponse>;

/** The options of {@link ResponseAutomation}, resolved. */
export interface ResponseAutomationOptions {
  readonly approvers: readonly string[];
  readonly minimumApprovals: number;
  readonly subscribers: readonly TopicSubscriber[];
  readonly responses: readonly (readonly [ResponseId, Planner])[];
  readonly key: ExistingKey | undefined;
}

const SHAPING: ShapingOptions<keyof ResponseAutomationArgs> = { key: ["breakGlassPrincipals"] };

/** @throws {OptionError} as {@link ResponseAutomation} does */
export function resolveResponseAutomation(name: string, args: ResponseAutomationArgs): ResponseAutomationOptions {
  const option = optionOf("ResponseAutomation", name);
  const { approvers, minimumApprovals = 1, subscribers = [], key } = args;
  checkApprovers(approvers, option("approvers"));
  wholeNumber({ minimum: 1, maximum: approvers.length, unit: "approvers" })(
    minimumApprovals,
    option("minimumApprovals"),
  );
  checkProtection(args, option);
  refuseShapingOfExisting(args, SHAPING, option);
  const responses = planned(args);
  if (responses.length === 0) {
    throw new OptionError({
      path: option("disableEndpoints"),
      got: args.disableEndpoints,
      allowed: "true, or with it one of trailArn, invocationLogging, logGroups and keyArns",
      fix: "Give what may be responded to, or leave the component out.",
    });
  }
  return { approvers, minimumApprovals, subscribers, responses, key: validatedKey(key, option("key")) };
}

/** An IAM role or user, without wildcards. Systems Manager takes names of users too, which do not say whose they are. */
const APPROVER = /^arn:aws[a-z-]*:iam::\d{12}:(role|user)\/[\w+=,.@/-]+$/;

function checkApprovers(approvers: readonly string[], path: string): void {
  const isEachOne = approvers.every((arn) => APPROVER.test(arn)) && new Set(approvers).size === approvers.length;
  if (approvers.length === 0 || approvers.length > MOST_APPROVERS || !isEachOne) {
    throw new OptionError({
      path,
      got: approvers,
      allowed: `ARNs of 1 to ${MOST_APPROVERS} IAM roles and users, each once`,
      fix: "Name who may agree to a change; best a role that several people take on.",
    });
  }
}

/** The responses to what is given, in the order of their table. */
function planned(args: ResponseAutomationArgs): ResponseAutomationOptions["responses"] {
  const { disableEndpoints = true, trailArn, invocationLogging, logGroups = [], keyArns = [] } = args;
  const planners: Readonly<Record<ResponseId, Planner | undefined>> = {
    "disable-endpoint": disableEndpoints ? (place) => place.apply(disableEndpoint) : undefined,
    "restore-trail-logging":
      trailArn === undefined ? undefined : () => pulumi.output(trailArn).apply(restoreTrailLogging),
    "restore-invocation-logging":
      invocationLogging === undefined
        ? undefined
        : (place) =>
            pulumi.all([place, invocationLogging]).apply(([where, config]) => restoreInvocationLogging(where, config)),
    "restore-log-retention":
      logGroups.length === 0
        ? undefined
        : (place) => pulumi.all([place, [...logGroups]]).apply(([where, groups]) => restoreLogRetention(where, groups)),
    "cancel-key-deletion":
      keyArns.length === 0 ? undefined : () => pulumi.output([...keyArns]).apply(cancelKeyDeletion),
  };
  // Object.entries loses the key types.
  const entries = Object.entries(planners) as readonly (readonly [ResponseId, Planner | undefined])[];
  return entries.flatMap(([id, planner]) => (planner === undefined ? [] : [[id, planner] as const]));
}

function createKey(scope: Scope): CustomerManagedKey {
  return new CustomerManagedKey(
    scope.child("key"),
    // The roles use it by their own policies.
    { description: `Approvals of ${scope.child()}`, ...scope.region, ...scope.keyProtection },
    scope.options,
  );
}

function createTopic(
  scope: Scope,
  { subscribers }: ResponseAutomationOptions,
  { keyArn }: RequiredKey,
): NotificationTopic {
  return new NotificationTopic(
    scope.child("topic"),
    {
      topicName: `${APPROVAL_TOPIC_PREFIX}-${scope.child()}`,
      keyArn,
      publishers: [{ service: "automation" }],
      subscribers,
      ...scope.region,
    },
    scope.options,
  );
}

function createRole(
  scope: Scope,
  id: ResponseId,
  response: pulumi.Output<PlannedResponse>,
  { topic, key }: { readonly topic: NotificationTopic; readonly key: RequiredKey },
): aws.iam.Role {
  const name = scope.child(`${id}-role`);
  const { place } = scope.account;
  const role = new aws.iam.Role(
    name,
    {
      name,
      description: `Systems Manager Automation runs the response ${scope.child(id)}`,
      assumeRolePolicy: place.apply((where) => policyJson([automationTrust(where, where.region)])),
    },
    scope.options,
  );
  new aws.iam.RolePolicy(
    scope.child(`${id}-role-policy`),
    {
      name: scope.child(`${id}-role-policy`),
      role: role.name,
      policy: pulumi
        .all([place, response, topic.topicArn, key.keyArn])
        .apply(([where, { statements }, topicArn, keyArn]) =>
          policyJson([...statements, ...askingStatements(where, { topicArn, keyArn })]),
        ),
    },
    scope.options,
  );
  return role;
}

/** A response, and what its document is made of. */
interface Responding {
  readonly id: ResponseId;
  readonly response: pulumi.Output<PlannedResponse>;
  readonly role: aws.iam.Role;
  readonly topic: NotificationTopic;
}

function createDocument(
  scope: Scope,
  { approvers, minimumApprovals: minimum }: ResponseAutomationOptions,
  { id, response, role, topic }: Responding,
): aws.ssm.Document {
  const name = scope.child(id);
  return new aws.ssm.Document(
    name,
    {
      name,
      documentType: "Automation",
      documentFormat: "JSON",
      content: pulumi
        .all([scope.account.place, response, role.arn, topic.topicArn])
        .apply(([where, planned, roleArn, topicArn]) =>
          approvedRunbook(planned.fix, {
            approvers,
            minimum,
            topicArn,
            roleArn,
            message: approvalMessage(where, planned),
          }),
        ),
      ...scope.region,
    },
    // The topic's ARN is made of its name and does not say by itself that the topic has to exist.
    { ...scope.options, dependsOn: [topic.policy] },
  );
}

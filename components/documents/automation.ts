/** Runbooks of AWS Systems Manager Automation that put one setting right, as typed data. */

/** A call of an operation of AWS's API, by the names that boto3 has for service and parameters. */
export interface ApiCall {
  readonly service: string;
  readonly api: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** One setting, how it is read, and the call that puts it right. */
export interface Fix {
  /** What the runbook does, as a sentence. */
  readonly description: string;
  /** The parameter that says of which resource; calls write it as `{{ NAME }}`. */
  readonly target: { readonly name: string; readonly description: string; readonly pattern: string };
  readonly read: ApiCall & {
    /** Where the setting stands in the answer, as a JSONPath. */
    readonly selector: string;
    readonly type: "Boolean" | "Integer" | "String" | "StringMap";
  };
  readonly change: ApiCall;
}

/** A call that changes something after people have agreed to it. */
export interface Change extends ApiCall {
  /** Names the step. */
  readonly name: string;
  /** The values of the target of which it is made, where each has its own. @default - it is made of every target, in turn with the others */
  readonly of?: readonly string[];
  /** Whether the next step is taken where the call is refused: there may be nothing to do. @default false */
  readonly mayBeRefused?: boolean;
}

/** What a run does about one thing that was found, once people have agreed to it. */
export interface ApprovedFix {
  /** What the runbook does, as a sentence. */
  readonly description: string;
  /** The parameter that says of which resource. @default - the region has one alone */
  readonly target?: {
    readonly name: string;
    readonly description: string;
    /** What it has to be like, or the only values that it may have, at least one. */
    readonly allowed: { readonly pattern: string } | { readonly values: readonly string[] };
  };
  readonly read: Fix["read"];
  /** At least one. */
  readonly changes: readonly Change[];
}

/** Who has to agree, how they are told, and by which role a run acts. */
export interface Approval {
  /** ARNs of IAM roles and users. */
  readonly approvers: readonly string[];
  /** How many of them have to agree. */
  readonly minimum: number;
  readonly topicArn: string;
  /** What they are told. */
  readonly message: string;
  /** In the document and no parameter: whoever starts a run does not choose it. */
  readonly roleArn: string;
}

/** A step of a runbook, as Automation takes it. */
interface Step {
  readonly name: string;
  readonly action: "aws:executeAwsApi" | "aws:branch" | "aws:approve";
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly [option: string]: unknown;
}

/** The parameter by which a runbook is told to change something. */
export const DRY_RUN = "DryRun";
const DRY_RUN_PARAMETER = {
  type: "String",
  description: "true reads the setting and changes nothing",
  allowedValues: ["true", "false"],
  default: "true",
} as const;
/** The parameter by which AWS Config tells a runbook which role it has. */
export const ASSUME_ROLE = "AutomationAssumeRole";

/**
 * A runbook that reads the setting, changes it unless it is a dry run, and reads it again: a dry run shows what would be changed, by
 * the role that would change it. Nothing is changed where the parameter is left out.
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-schemas-features.html
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-action-branch.html
 */
export function fixingRunbook({ description, target, read, change }: Fix): string {
  const steps: readonly Step[] = [
    reading("Before", read, { nextStep: "WhetherToChange" }),
    {
      name: "WhetherToChange",
      action: "aws:branch",
      inputs: {
        Choices: [{ NextStep: "Change", Variable: `{{ ${DRY_RUN} }}`, StringEquals: "false" }],
        Default: "After",
      },
    },
    { name: "Change", action: "aws:executeAwsApi", inputs: inputsOf(change), nextStep: "After" },
    reading("After", read, { isEnd: true }),
  ];
  return JSON.stringify({
    schemaVersion: "0.3",
    description,
    assumeRole: `{{ ${ASSUME_ROLE} }}`,
    parameters: {
      [ASSUME_ROLE]: {
        type: "String",
        description: "The ARN of the role by which the runbook reads and changes the setting",
        allowedPattern: String.raw`^arn:[a-z-]+:iam::\d{12}:role/[\w+=,.@/-]+$`,
      },
      [target.name]: { type: "String", description: target.description, allowedPattern: target.pattern },
      [DRY_RUN]: DRY_RUN_PARAMETER,
    },
    mainSteps: steps,
    outputs: ["Before.State", "After.State"],
  });
}

/** What was read may be another thing by the next day: an approval that comes later is of something else. */
const APPROVED_WITHIN_SECONDS = 24 * 60 * 60;

/**
 * A runbook that reads, and, unless it is a dry run, waits until people agree, changes and reads again. A run that they reject, or do
 * not decide on within a day, ends there. Nothing is changed, and nobody asked, where the parameter is left out.
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-action-approve.html
 */
export function approvedRunbook({ description, target, read, changes }: ApprovedFix, approval: Approval): string {
  const chosen = changes.some((change) => change.of !== undefined);
  const first = chosen ? "WhichChange" : (changes[0]?.name ?? "After");
  const steps: readonly Step[] = [
    reading("Before", read, { nextStep: "WhetherToChange" }),
    {
      name: "WhetherToChange",
      action: "aws:branch",
      inputs: {
        Choices: [{ NextStep: "Approve", Variable: `{{ ${DRY_RUN} }}`, StringEquals: "false" }],
        Default: "After",
      },
    },
    {
      name: "Approve",
      action: "aws:approve",
      timeoutSeconds: APPROVED_WITHIN_SECONDS,
      onFailure: "Abort",
      inputs: {
        NotificationArn: approval.topicArn,
        Message: approval.message,
        MinRequiredApprovals: approval.minimum,
        Approvers: approval.approvers,
      },
      nextStep: first,
    },
    ...(chosen ? [choosing(target?.name ?? "", changes)] : []),
    ...changes.map((change, index) => changing(change, chosen ? "After" : (changes[index + 1]?.name ?? "After"))),
    reading("After", read, { isEnd: true }),
  ];
  return JSON.stringify({
    schemaVersion: "0.3",
    description,
    assumeRole: approval.roleArn,
    parameters: {
      ...(target === undefined ? {} : { [target.name]: targetParameter(target) }),
      [DRY_RUN]: DRY_RUN_PARAMETER,
    },
    mainSteps: steps,
    outputs: ["Before.State", "After.State"],
  });
}

/** Where no change is of the target, none is made. */
function choosing(target: string, changes: readonly Change[]): Step {
  return {
    name: "WhichChange",
    action: "aws:branch",
    inputs: {
      Choices: changes.flatMap(({ name, of = [] }) =>
        of.map((value) => ({ NextStep: name, Variable: `{{ ${target} }}`, StringEquals: value })),
      ),
      Default: "After",
    },
  };
}

function changing({ name, mayBeRefused = false, ...call }: Change, nextStep: string): Step {
  return {
    name,
    action: "aws:executeAwsApi",
    inputs: inputsOf(call),
    ...(mayBeRefused ? { onFailure: "Continue", isCritical: false } : {}),
    nextStep,
  };
}

function targetParameter({
  description,
  allowed,
}: NonNullable<ApprovedFix["target"]>): Readonly<Record<string, unknown>> {
  if ("pattern" in allowed) {
    return { type: "String", description, allowedPattern: allowed.pattern };
  }
  const [only, ...others] = allowed.values;
  const isOnlyOne = only !== undefined && others.length === 0;
  return { type: "String", description, allowedValues: allowed.values, ...(isOnlyOne ? { default: only } : {}) };
}

/** A setting that was never made is no answer but an error, which is no reason not to make it. */
function reading(name: string, read: Fix["read"], then: Readonly<Record<string, unknown>>): Step {
  return {
    name,
    action: "aws:executeAwsApi",
    inputs: inputsOf(read),
    outputs: [{ Name: "State", Selector: read.selector, Type: read.type }],
    onFailure: "Continue",
    isCritical: false,
    ...then,
  };
}

function inputsOf({ service, api, parameters }: ApiCall): Readonly<Record<string, unknown>> {
  return { Service: service, Api: api, ...parameters };
}

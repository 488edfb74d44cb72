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
    readonly type: "Boolean" | "StringMap";
  };
  readonly change: ApiCall;
}

/** A step of a runbook, as Automation takes it. */
interface Step {
  readonly name: string;
  readonly action: "aws:executeAwsApi" | "aws:branch";
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly [option: string]: unknown;
}

/** The parameter by which a runbook is told to change something. */
export const DRY_RUN = "DryRun";
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
      [DRY_RUN]: {
        type: "String",
        description: "true reads the setting and changes nothing",
        allowedValues: ["true", "false"],
        default: "true",
      },
    },
    mainSteps: steps,
    outputs: ["Before.State", "After.State"],
  });
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

/** Statements of service control policies, and whether one applies to a call. */
import { matchesPattern } from "../../policies/wildcards";

/** A call that the deployment makes. */
export interface Call {
  /** `config:PutConfigurationRecorder` */
  readonly action: string;
  /** The region that `aws:RequestedRegion` holds. */
  readonly region: string;
  /** ARN of the resource; absent where it is not known before it exists. */
  readonly resource?: string;
}

/** Who makes the calls. */
export interface Principal {
  /** 12 digits. */
  readonly account: string;
  /** ARN of the user, role or session. */
  readonly arn: string;
}

/** `unknown`: it depends on something that cannot be known beforehand. */
export type Applies = true | false | "unknown";

export interface ControlStatement {
  readonly sid: string | undefined;
  readonly effect: "Allow" | "Deny";
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
  readonly resources: readonly string[];
  readonly notResources: readonly string[];
  readonly conditions: readonly ControlCondition[];
}

interface ControlCondition {
  readonly operator: string;
  /** Lower case. */
  readonly key: string;
  readonly values: readonly string[];
}

/** @returns `undefined` if the document is not a policy document. */
export function readStatements(document: string): readonly ControlStatement[] | undefined {
  try {
    const parsed: unknown = JSON.parse(document);
    return isRecord(parsed) ? list(parsed["Statement"]).filter(isRecord).map(readStatement) : undefined;
  } catch {
    return undefined;
  }
}

function readStatement(statement: Readonly<Record<string, unknown>>): ControlStatement {
  const { Sid, Effect, Condition } = statement;
  const texts = (element: string): readonly string[] => list(statement[element]).map(String);
  return {
    sid: typeof Sid === "string" && Sid !== "" ? Sid : undefined,
    effect: Effect === "Allow" ? "Allow" : "Deny",
    actions: texts("Action"),
    notActions: texts("NotAction"),
    resources: texts("Resource"),
    notResources: texts("NotResource"),
    conditions: Object.entries(isRecord(Condition) ? Condition : {}).flatMap(([operator, keys]) =>
      Object.entries(isRecord(keys) ? keys : {}).map(([key, values]) => ({
        operator: operator.toLowerCase(),
        key: key.toLowerCase(),
        values: list(values).map(String),
      })),
    ),
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function list(value: unknown): readonly unknown[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

/** Whether a statement applies to a call by a principal. */
export function applies(statement: ControlStatement, call: Call, principal: Principal): Applies {
  return every([
    takesAction(statement, call.action),
    takesResource(statement, call),
    ...statement.conditions.map((condition) => holds(condition, call, principal)),
  ]);
}

/** False if one is false, whatever the unknown ones turn out to be. */
export function every(all: readonly Applies[]): Applies {
  return !all.includes(false) && (all.includes("unknown") ? "unknown" : true);
}

/** True if one is true, whatever the unknown ones turn out to be. */
export function some(all: readonly Applies[]): Applies {
  return all.includes(true) || (all.includes("unknown") ? "unknown" : false);
}

function like(pattern: string, text: string): boolean {
  return matchesPattern(pattern, text, "?");
}

function takesAction({ actions, notActions }: ControlStatement, action: string): Applies {
  const taken = (patterns: readonly string[]): boolean =>
    patterns.some((pattern) => like(pattern.toLowerCase(), action.toLowerCase()));
  return actions.length > 0 ? taken(actions) : notActions.length > 0 && !taken(notActions);
}

function takesResource({ resources, notResources }: ControlStatement, { action, resource }: Call): Applies {
  if (resources.length > 0) {
    return some(resources.map((pattern) => takes(pattern, action, resource)));
  }
  return notResources.length === 0 || negated(some(notResources.map((pattern) => takes(pattern, action, resource))));
}

/** Without the resource's ARN, what is certain is only whether the pattern is about the service of the action at all. */
function takes(pattern: string, action: string, resource: string | undefined): Applies {
  if (pattern === "*") {
    return true;
  }
  if (resource !== undefined) {
    return like(pattern, resource);
  }
  return pattern.split(":")[2] === action.split(":")[0] ? "unknown" : false;
}

function negated(truth: Applies): Applies {
  return truth === "unknown" ? truth : !truth;
}

type Compare = (pattern: string, text: string) => boolean;

const equal: Compare = (pattern, text) => pattern === text;
const equalIgnoringCase: Compare = (pattern, text) => pattern.toLowerCase() === text.toLowerCase();

/** Operators that compare texts; every key that is known here is always present, so that `IfExists` changes nothing. */
const OPERATORS: Readonly<Record<string, { readonly compare: Compare; readonly negates?: true }>> = {
  stringequals: { compare: equal },
  stringnotequals: { compare: equal, negates: true },
  stringequalsignorecase: { compare: equalIgnoringCase },
  stringnotequalsignorecase: { compare: equalIgnoringCase, negates: true },
  stringlike: { compare: like },
  stringnotlike: { compare: like, negates: true },
  arnequals: { compare: like },
  arnnotequals: { compare: like, negates: true },
  arnlike: { compare: like },
  arnnotlike: { compare: like, negates: true },
};

function holds({ operator, key, values }: ControlCondition, call: Call, principal: Principal): Applies {
  const known = OPERATORS[operator.replace(/ifexists$/, "")];
  if (known === undefined) {
    return "unknown";
  }
  const matched = some(values.map((value) => compared(key, value, known.compare, call, principal)));
  return known.negates === true ? negated(matched) : matched;
}

function compared(key: string, value: string, compare: Compare, call: Call, principal: Principal): Applies {
  switch (key) {
    case "aws:requestedregion":
      return compare(value, call.region);
    case "aws:principalaccount":
      return compare(value, principal.account);
    case "aws:principalarn":
      return isPrincipal(value, compare, principal.arn);
    default:
      return "unknown";
  }
}

const SESSION = /^arn:(?<partition>[^:]+):sts::(?<account>\d{12}):assumed-role\/(?<role>[^/]+)\//;

/** A session's ARN names its role without the path that the role may have, which the pattern may ask for. */
function isPrincipal(value: string, compare: Compare, arn: string): Applies {
  const groups = SESSION.exec(arn)?.groups;
  if (groups === undefined) {
    return compare(value, arn);
  }
  const [partition = "", account = "", role = ""] = [groups["partition"], groups["account"], groups["role"]];
  if (compare(value, `arn:${partition}:iam::${account}:role/${role}`)) {
    return true;
  }
  const asksForPath = value.split("/").length > 2;
  return asksForPath && compare(value.split("/").at(-1) ?? "", role) ? "unknown" : false;
}

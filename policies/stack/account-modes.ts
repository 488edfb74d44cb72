/** What an account's baseline says that it has adopted or does without, where a rule requires that something exists. */
import { type Value, at, holdsUnknown, isList, isMap, show } from "../properties";
import type { ResourceType } from "../resource-type";
import type { ACCOUNT_BASELINE } from "../resources";
import { type Results, exempt, undecided } from "../result";
import type { StackResourceOf } from "./stack";

/** What an account may do without, by its name. */
interface Declinable {
  readonly name:
    | "trail"
    | "recorder"
    | "aggregator"
    | "invocationLogging"
    | "alerting"
    | "evidenceQueries"
    | "bucketLineage"
    | "logExport"
    | "periodicChecks"
    | "configRemediation"
    | "dashboards"
    | "guardrails"
    | "guardDuty"
    | "accessAnalyzer"
    | "inspector"
    | "macie"
    | "securityHub";
  /** @default - it covers all regions */
  readonly region?: string;
}

/** What is looked for: by its type where it is adopted, by the capability's name where it is declined. */
export interface Capability extends Declinable {
  readonly type: ResourceType;
}

/**
 * The result where the account has adopted the capability or does without it, or cannot say yet; `undefined` where it has to be
 * declared. What is adopted is not declared, and so not checked here.
 */
export function adoptedOrDeclined(
  baseline: StackResourceOf<typeof ACCOUNT_BASELINE>,
  capability: Capability,
  property: string,
): Results | undefined {
  const excused = declined(baseline, capability, property);
  const adopted = at(baseline.properties, "adopted");
  if (excused !== undefined || holdsUnknown(adopted)) {
    return excused ?? undecided(property);
  }
  const id = textIn(adopted, { type: capability.type.token, ...placeOf(capability) }, "id");
  return id === undefined
    ? undefined
    : undecided(
        property,
        `relies on ${show(id)}, which the account has adopted and this stack does not declare; baseline verify checks it`,
      );
}

/** The result where the account does without the capability, or cannot say yet; `undefined` where it does not do without it. */
export function declined(
  baseline: StackResourceOf<typeof ACCOUNT_BASELINE>,
  capability: Declinable,
  property: string,
): Results | undefined {
  const list = at(baseline.properties, "declined");
  if (holdsUnknown(list)) {
    return undecided(property);
  }
  const { name } = capability;
  const reason = textIn(list, { capability: name, ...placeOf(capability) }, "reason");
  return reason === undefined ? undefined : exempt(property, `does without ${IN_WORDS[name]}: ${reason}`);
}

const IN_WORDS: Readonly<Record<Capability["name"], string>> = {
  trail: "a trail",
  recorder: "a recorder",
  aggregator: "an aggregator of AWS Config",
  invocationLogging: "model invocation logging",
  dashboards: "dashboards",
  alerting: "alerts on calls that take evidence away",
  evidenceQueries: "queries on evidence",
  bucketLineage: "events and access logs of its training, model and artifact buckets",
  logExport: "copies of log groups in locked buckets",
  periodicChecks: "checks of what AWS Config does not record",
  configRemediation: "remediations of what AWS Config finds",
  guardrails: "a guardrail",
  guardDuty: "GuardDuty",
  accessAnalyzer: "IAM Access Analyzer",
  inspector: "Amazon Inspector",
  macie: "Amazon Macie",
  securityHub: "Security Hub",
};

function placeOf({ region }: Declinable): { readonly region?: string } {
  return region === undefined ? {} : { region };
}

/** A text of the first item that has the wanted texts. */
function textIn(list: Value | undefined, wanted: Readonly<Record<string, string>>, name: string): string | undefined {
  const items = isList(list) ? list.filter(isMap) : [];
  const item = items.find((candidate) => Object.entries(wanted).every(([key, text]) => candidate[key] === text));
  const text = item?.[name];
  return typeof text === "string" ? text : undefined;
}

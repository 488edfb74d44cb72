/** The options of the commands, each declared once. */
import * as path from "node:path";
import { InvalidArgumentError, Option } from "commander";
import { ORGANIZATION_POLICY_KINDS } from "../components/documents/organization/policies";
import { FRAMEWORKS } from "../controls/frameworks";
import { PRESETS } from "../policies/presets";
import { CONTENT_MODES } from "../facts/bedrock/content-modes";
import { DRILL_NAMES } from "../runbooks/drills/drills";
import { PILLARS } from "../facts/trusted-advisor/access";
import type { Severity } from "../gate/finding";
import { nearest } from "../settings/did-you-mean";
import { CONCERNS } from "../reports/access-review/report";
import { CATEGORIES, SEVERITIES } from "../runbooks/runbook";
import { PUBLICATIONS } from "./runbook/publication-kinds";
import { FAILING_STATUSES } from "../reports/trusted-advisor/report";
import { MANAGED_RULE_IDS } from "../facts/config/managed-rules";

/** The folder of the baseline's policy pack. */
const OWN_PACK = path.dirname(require.resolve("ai-governance-baseline-policies/package.json"));

/** Where the settings of a stack are. */
export function settingsOptions(): readonly Option[] {
  return [
    new Option("--stack <name>", "stack of the program (default: prod, or the only stack with settings)"),
    new Option("--program <dir>", "folder of a Pulumi program for Node.js").default("."),
  ];
}

/** A program, and what it is given. */
export function programOptions(limited: string): readonly Option[] {
  return [
    ...settingsOptions(),
    new Option("--timeout <seconds>", `time limit for ${limited}`).argParser(seconds).default(120),
    passEnvOption(),
  ];
}

/** @param isInstead whether the state takes the place of a program */
export function stateOption(description: string, isInstead = true): Option {
  const option = new Option("--state <file>", description);
  return isInstead ? option.conflicts(["program", "stack"]) : option;
}

export function accountOption(description: string): Option {
  return new Option("--account <id>", `${description} (default: the first in aws:allowedAccountIds)`).argParser(
    accountId,
  );
}

export function callsOption(): Option {
  return new Option("--concurrency <calls>", "calls to AWS at the same time")
    .argParser(wholeNumber("calls"))
    .default(16);
}

export function outputOptions(formats: readonly string[], folder: string): readonly Option[] {
  return [
    new Option("--format <format>", "format of the standard output").choices([...formats]).default("terminal"),
    new Option("--out <dir>", "folder for the report files").default(folder),
  ];
}

/** What an access review looks at. */
export function reviewOptions(): readonly Option[] {
  return [
    new Option("--unused-days <days>", "days without use after which a role or user counts as unused")
      .argParser(wholeNumber("days"))
      .default(90),
    new Option("--fail-on <what...>", "end with exit code 1 if there is any of these (default: none)").choices(
      CONCERNS,
    ),
  ];
}

/** Which recommendations of Trusted Advisor are read. */
export function trustedAdvisorOptions(): readonly Option[] {
  return [
    new Option("--pillar <name>", "pillar of the recommendations").choices([...PILLARS, "all"]).default("security"),
    new Option(
      "--fail-on <status...>",
      "end with exit code 1 if a recommendation has the status (default: none)",
    ).choices(FAILING_STATUSES),
  ];
}

/** Which reports of AWS Artifact are fetched. */
export function artifactOptions(): readonly Option[] {
  return [
    new Option("--fetch <id...>", "ids of reports to fetch, or all (default: list them only)"),
    new Option("--accept-terms", "accept the terms of the reports that are fetched, where AWS asks for it"),
  ];
}

/** What an organization decides; each of several values by an option of its own, or after one. */
export function governanceOptions(): readonly Option[] {
  return [
    new Option("--deployer <arn...>", "roles that deploy the baseline, with wildcards; exempt").makeOptionMandatory(),
    new Option("--break-glass <arn...>", "principals for emergencies (default: the setting breakGlassPrincipals)"),
    new Option(
      "--governed-region <name...>",
      "governed regions (default: the settings'; with it, no settings are read)",
    ),
    new Option(
      "--inference-region <name...>",
      "regions to which inference profiles may lead besides, or unspecified for global ones (default: none)",
    ),
    new Option("--approved-model <id...>", "approved models, with wildcards (default: any)"),
    new Option("--mantle <how>", "the endpoint bedrock-mantle").choices(["refuse", "allow"]).default("refuse"),
    new Option("--organization-id <id>", "for the resource control policy (default: the setting organizationId)"),
    new Option("--trusted-account <id...>", "accounts outside the organization that read evidence (default: none)"),
    new Option("--guardrail <arn...>", "a guardrail's version for its region, ARN:VERSION (default: none)"),
    new Option("--kind <kind...>", "write these policies only (default: all that are needed)").choices(
      ORGANIZATION_POLICY_KINDS,
    ),
  ];
}

/** Which rules of AWS Config become conformance packs, and where. */
export function conformancePackOptions(): readonly Option[] {
  return [
    new Option(
      "--region <name...>",
      "regions of the packs, first the one with the rules on IAM (default: the settings'; with it, no settings are read)",
    ),
    new Option(
      "--rule <name...>",
      "managed rules (default: the setting configRules, or those of the baseline)",
    ).choices(MANAGED_RULE_IDS),
    new Option(
      "--minimum-log-retention-days <days>",
      "days that log groups have to keep events (default: 365)",
    ).argParser(wholeNumber("days")),
  ];
}

/** The folder of the record, beside the reports, which a run removes. */
const RECORD = "baseline-evidence/runbooks";

/** Rows of an answer that are taken into memory. */
const MOST_ROWS = 100_000;

/** Days that a watch keeps records of: as many as a runbook looks back at most. */
const KEPT_DAYS = 90;

/** Which rules are listed. */
export function ruleOptions(): readonly Option[] {
  return [
    new Option("--framework <id>", "rules of controls that contribute to a clause of this framework").choices(
      FRAMEWORKS.map(({ id }) => id),
    ),
    new Option("--severity <severity...>", "rules of these severities").choices(RULE_SEVERITIES),
    readableFormatOption(),
  ];
}

/** Which exemptions file is looked at or written, and what limits it. */
export function exemptionsFileOptions(): readonly Option[] {
  return [
    new Option("--exemptions <file>", "exemptions file").default("exemptions.json"),
    organizationPolicyOption(),
    readableFormatOption(),
  ];
}

/** Days before an exemption expires in which somebody has to decide whether to renew it. */
const EXPIRING_WITHIN_DAYS = 30;

/** Which exemptions are about to expire. */
export function expiringOptions(): readonly Option[] {
  return [
    ...exemptionsFileOptions(),
    new Option("--within <days>", "days from today in which an exemption expires")
      .argParser(wholeNumber("days"))
      .default(EXPIRING_WITHIN_DAYS),
  ];
}

/** The terms of an exemption. */
export function exemptionTermsOptions(): readonly Option[] {
  return [
    ...exemptionsFileOptions(),
    new Option("--rule <id>", "rule that is set aside").makeOptionMandatory(),
    new Option("--urn <urn>", "resource, by its whole URN; * stands for any characters").makeOptionMandatory(),
    new Option("--property <path>", "finding that is accepted, by the property that it is about").conflicts(
      "everyFinding",
    ),
    new Option("--every-finding", "accept every finding of the rule on the resource"),
    new Option("--reason <text>", "why it is accepted").makeOptionMandatory(),
    new Option("--owner <who>", "who answers for it").makeOptionMandatory(),
    new Option("--approver <who>", "who approved it").makeOptionMandatory(),
    new Option("--expires <day>", "last day on which it applies, YYYY-MM-DD, UTC").makeOptionMandatory(),
  ];
}

function organizationPolicyOption(): Option {
  return new Option(
    "--organization-policy <file>",
    "JSON or YAML file of floors that no policy configuration and no exemption lowers",
  );
}

/** For commands that print for people or scripts, and write no files. */
export function readableFormatOption(): Option {
  return new Option("--format <format>", "format of the standard output")
    .choices(["terminal", "json"])
    .default("terminal");
}

/** What rules come with, the worst first. */
const RULE_SEVERITIES = ["critical", "high", "medium", "low"] as const satisfies readonly Severity[];

/** Which runbooks are listed. */
export function runbookListOptions(): readonly Option[] {
  return [categoryOption(), new Option("--control <id>", "runbooks that answer this control")];
}

function categoryOption(): Option {
  return new Option("--category <name>", "runbooks of this category").choices(Object.keys(CATEGORIES));
}

/** What runbooks are asked of, and how. */
export function runbookRunOptions(): readonly Option[] {
  return [
    new Option("--all", "ask every runbook"),
    categoryOption(),
    new Option("--logs <folder>", "ask a folder of log files, as AWS delivers them or otherwise"),
    new Option("--athena <workgroup>", "ask the archive, in this workgroup of Athena"),
    new Option("--database <name>", "database with the archive's tables, for --athena"),
    new Option("--insights", "ask log groups, by CloudWatch Logs Insights"),
    new Option("--log-events", "ask log groups event by event: for the newest, which Insights does not show yet"),
    new Option("--trail-log-group <name>", "log group that the trail delivers to"),
    new Option("--invocation-log-group <name>", "log group of model invocations"),
    new Option("--cluster-log-group <name...>", "log groups of EKS control planes"),
    new Option("--event-history", "ask CloudTrail's event history: management events of 90 days"),
    new Option("--region <name>", "region of what is asked in an account, and of what is published"),
    parameterOption(),
    new Option("--from <time>", "records from this time on, such as 2026-11-20 or 2026-11-20T08:00:00Z").conflicts(
      "last",
    ),
    new Option("--to <time>", "records before this time (default: now, where a beginning is named)"),
    new Option("--last <length>", "records of the last minutes, hours or days: 30m, 12h, 7d"),
    new Option("--public-keys <file>", "what aws cloudtrail list-public-keys prints, to check the digests' signatures"),
    memoryOption(),
    new Option("--most-rows <number>", "rows of an answer that are kept; further ones are counted")
      .default(MOST_ROWS)
      .argParser(wholeNumber("rows")),
    new Option(
      "--publish <what...>",
      "tell the account of the caller: a metric of each runbook for the dashboard, a finding in Security Hub of each that found something",
    ).choices(PUBLICATIONS),
    new Option(
      "--fail-on <severity>",
      "end with exit code 1 if a runbook of this severity or a worse one finds something",
    ).choices(SEVERITIES),
    recordOption(),
    new Option("--no-record", "keep no record of the run"),
  ];
}

/** Which incidents are drilled, and as which logs would have them. */
export function drillOptions(): readonly Option[] {
  return [
    new Option("--drill <name...>", "these drills only").choices(DRILL_NAMES).default(DRILL_NAMES),
    new Option("--content-mode <mode...>", "as the invocation log has it in these modes only")
      .choices(CONTENT_MODES)
      .default(CONTENT_MODES),
  ];
}

/** What a watch asks, of which folder, and how often. */
export function runbookWatchOptions(): readonly Option[] {
  return [
    new Option("--all", "ask every runbook"),
    categoryOption(),
    new Option("--logs <folder>", "folder of log files").makeOptionMandatory(),
    new Option("--store <folder>", "folder of what was read, by which a later run goes on").default(
      "baseline-evidence/runbook-store",
    ),
    new Option("--every <seconds>", "time between looks").argParser(seconds).default(60),
    new Option("--once", "look once, and end"),
    new Option("--keep-days <days>", "days of which records are kept in the store, to be asked with new ones")
      .argParser(wholeNumber("days"))
      .default(KEPT_DAYS),
    parameterOption(),
    memoryOption(),
    new Option("--format <format>", "a line of text for each new row, or of JSON")
      .choices(["terminal", "json"])
      .default("terminal"),
  ];
}

function parameterOption(): Option {
  return new Option(
    "--parameter <name=value...>",
    "a parameter of the runbooks; values of a list stand between commas",
  );
}

function memoryOption(): Option {
  return new Option("--memory <size>", "memory for the scan of log files, beyond which it writes to the disk")
    .argParser(memorySize)
    .default("2GB");
}

function recordOption(): Option {
  return new Option("--record <folder>", "folder of the record of what was asked").default(RECORD);
}

export function verifyRecordOptions(): readonly Option[] {
  return [recordOption(), new Option("--head <hash>", "the hash that the record has to end with")];
}

function memorySize(text: string): string {
  if (!/^[1-9]\d{0,5}(MB|GB)$/.test(text)) {
    throw new InvalidArgumentError("It must be a number of MB or GB, such as 512MB or 4GB.");
  }
  return text;
}

/** Which rules are asked. What they leave out is not judged. */
export function selectionOptions(): readonly Option[] {
  return [
    new Option("--only <rule...>", "ask these rules only; * stands for any characters (default: all)"),
    new Option("--skip <rule...>", "do not ask these rules; * stands for any characters (default: none)"),
    closed(new Option("--severity <severity>", "ask rules of this severity or a worse one"), RULE_SEVERITIES),
    closed(
      new Option("--framework <id>", "ask rules of controls that contribute to a clause of this framework"),
      FRAMEWORKS.map(({ id }) => id),
    ),
  ];
}

/** An option of a closed set, of which a misspelled one is told which was meant. */
function closed(option: Option, values: readonly string[]): Option {
  return option.choices(values).argParser((text) => {
    if (!values.includes(text)) {
      const meant = nearest(text, values);
      throw new InvalidArgumentError(
        `${meant === undefined ? "" : `Did you mean ${meant}? `}Allowed choices are ${values.join(", ")}.`,
      );
    }
    return text;
  });
}

export function answersOption(): Option {
  return new Option(
    "--answers <file>",
    "JSON or YAML file of what functions answer that only an account can answer (default: their answers are unknown)",
  );
}

/** How old code is adopted. */
export function knownFindingsOptions(): readonly Option[] {
  return [
    new Option(
      "--baseline <file>",
      "file of findings that are known and fail nothing; what is mended is taken out of it (default: none are known)",
    ),
    new Option(
      "--write-baseline",
      "write what is found now into the file of --baseline, so that only new findings fail",
    ),
  ];
}

/** What the commands that ask a policy pack take. */
export function judgmentOptions(pack = "folder of the policy pack"): readonly Option[] {
  return [
    new Option("--pack <dir>", pack).default(OWN_PACK),
    new Option("--undecided <how>", "whether undecided findings fail the check")
      .choices(["report", "fail"])
      .default("report"),
    new Option(
      "--policy-config <file>",
      "policy configuration, in the format of pulumi preview --policy-pack-config (default: none; policy-config.STACK.json next to the program may raise levels, and nothing else)",
    ),
    new Option("--tree", "draw every resource on a terminal (default: a large tree is folded, with counts)"),
    new Option("--compact", "show a line of each finding on a terminal"),
    new Option("--quiet", "show the verdict alone on a terminal, and what made it fail").conflicts(["compact", "tree"]),
    new Option(
      "--preset <name>",
      "what is asked of resources that hold no evidence (default: account in a stack with an AccountBaseline, workload elsewhere)",
    ).choices(PRESETS),
    new Option("--exemptions <file>", "exemptions file (default: no exemptions)"),
    organizationPolicyOption(),
    new Option(
      "--trust-program-config",
      "let policy-config.STACK.json, exemptions.json and exemptions.STACK.json next to the program loosen the check",
    ).conflicts("state"),
  ];
}

function passEnvOption(): Option {
  const description = "environment variable that the program may read (can be repeated)";
  return new Option("--pass-env <name>", description).argParser<readonly string[] | undefined>((name, previous) => {
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
      throw new InvalidArgumentError("It must be the name of an environment variable.");
    }
    return [...(previous ?? []), name];
  });
}

function accountId(text: string): string {
  if (!/^\d{12}$/.test(text)) {
    throw new InvalidArgumentError("It must be 12 digits.");
  }
  return text;
}

function wholeNumber(unit: string): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < 1) {
      throw new InvalidArgumentError(`It must be a whole number of ${unit}, at least 1.`);
    }
    return value;
  };
}

/** In seconds; no timer can be set to more than twenty-four days. */
const LONGEST_TIMEOUT = 7 * 24 * 60 * 60;

function seconds(text: string): number {
  const value = wholeNumber("seconds")(text);
  if (value > LONGEST_TIMEOUT) {
    throw new InvalidArgumentError(`It must be at most ${LONGEST_TIMEOUT} seconds, which is a week.`);
  }
  return value;
}

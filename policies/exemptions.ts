/**
 * Exemptions: reviewed decisions to live with a finding for a while.
 *
 * They stand in a JSON file, `{"exemptions": [...]}`, and are read once when the pack starts. An entry that is
 * malformed, names an unknown rule or has expired does not apply, and is reported, as is one that nothing needed.
 */
import * as fs from "node:fs";
import * as path from "node:path";
import { matchesPattern } from "./wildcards";

export interface Exemption {
  /** Id of the rule that is set aside. */
  readonly rule: string;
  /** A URN, whole; `*` stands for any run of characters. The pattern is anchored at both ends. */
  readonly urn: string;
  /** The finding that is accepted, by the property checked; without it, all findings of the rule. */
  readonly property?: string;
  readonly reason: string;
  readonly owner: string;
  readonly approver: string;
  /** Last day on which it applies, `YYYY-MM-DD`, UTC. */
  readonly expires: string;
}

/** What an organization allows exemptions to be. */
export interface ExemptionLimits {
  /** How many days from today an exemption may last at most. @default no limit */
  readonly longestDays?: number;
  /** Who may approve; compared without regard to case. @default anyone */
  readonly approvers?: readonly string[];
  /** Whether an exemption may be approved by its owner. */
  readonly ownerMayApprove: boolean;
  /** Ids of rules that nobody may be exempt from; `all` for every rule. */
  readonly never: readonly string[];
  /** Whether a program may leave something out by stating a reason in its own settings, which nobody approves. */
  readonly statedByProgram: boolean;
}

/** Without an organization's word, whoever names the exemptions file answers for what is in it. */
export const NO_LIMITS: ExemptionLimits = { ownerMayApprove: true, never: [], statedByProgram: true };

/** An entry of the file that does not apply, and why. */
export interface ExemptionDefect {
  readonly kind: "malformed" | "unknown-rule" | "expired" | "not-allowed";
  /** Which entry: its place in the list, and the rule and URN it names. */
  readonly entry: string;
  readonly problem: string;
}

const TEXT_FIELDS = ["rule", "urn", "reason", "owner", "approver", "expires"] as const;
const FIELDS: readonly string[] = [...TEXT_FIELDS, "property"];

/** An exemption that applies. */
export interface ExemptionInForce extends Exemption {
  /** Name of the file in which it stands. @default - it is not known */
  readonly file?: string;
}

/** The exemptions in force and those set aside. */
export interface ExemptionList {
  readonly inForce: readonly ExemptionInForce[];
  readonly defects: readonly ExemptionDefect[];
}

/**
 * @param entries the value of `exemptions` in the file.
 * @param rules ids of all rules of the pack.
 * @param today `YYYY-MM-DD`, UTC; an exemption still applies on the day it expires.
 * @param file the name by which reports tell where an exemption stands. @default - they do not tell
 */
export function sortExemptions(
  entries: readonly unknown[],
  rules: ReadonlySet<string>,
  today: string,
  limits: ExemptionLimits = NO_LIMITS,
  file?: string,
): ExemptionList {
  const inForce: ExemptionInForce[] = [];
  const defects: ExemptionDefect[] = [];
  entries.forEach((entry, index) => {
    const defect = defectOf(entry, rules, today, limits);
    if (defect === undefined) {
      const exemption = entry as Exemption; // defectOf has just checked every field
      inForce.push(file === undefined ? exemption : { ...exemption, file });
    } else {
      defects.push({ ...defect, entry: describeEntry(entry, index, file) });
    }
  });
  return { inForce, defects };
}

/** What is wrong with one entry; `undefined` where it applies. The parameters are those of {@link sortExemptions}. */
export function defectOf(
  entry: unknown,
  rules: ReadonlySet<string>,
  today: string,
  limits: ExemptionLimits,
): Omit<ExemptionDefect, "entry"> | undefined {
  if (!isRecord(entry)) {
    return {
      kind: "malformed",
      problem: `is ${JSON.stringify(entry)}; it must be an object with ${TEXT_FIELDS.join(", ")}`,
    };
  }
  const missing = TEXT_FIELDS.filter((field) => typeof entry[field] !== "string" || entry[field].trim() === "");
  if (missing.length > 0) {
    return { kind: "malformed", problem: `lacks ${missing.join(", ")}; each must be a non-empty string` };
  }
  const stray = Object.keys(entry).filter((field) => !FIELDS.includes(field));
  if (stray.length > 0) {
    return { kind: "malformed", problem: `has unknown fields ${stray.join(", ")}; allowed are ${FIELDS.join(", ")}` };
  }
  if (entry["property"] !== undefined && typeof entry["property"] !== "string") {
    return { kind: "malformed", problem: "has a property that is not a string" };
  }
  const { rule, urn, expires } = entry as unknown as Exemption; // the text fields were checked above
  if (!urn.startsWith("urn:pulumi:")) {
    return { kind: "malformed", problem: `has the urn ${JSON.stringify(urn)}; it must start with urn:pulumi:` };
  }
  if (!isDay(expires)) {
    return { kind: "malformed", problem: `expires on ${JSON.stringify(expires)}; it must be a day written YYYY-MM-DD` };
  }
  if (!rules.has(rule)) {
    return { kind: "unknown-rule", problem: `names the rule ${JSON.stringify(rule)}, which this pack does not have` };
  }
  if (expires < today) {
    return { kind: "expired", problem: `expired on ${expires}` };
  }
  const problem = beyondLimits(entry as unknown as Exemption, today, limits); // the text fields were checked above
  return problem === undefined ? undefined : { kind: "not-allowed", problem };
}

/** Why the organization does not allow an exemption. */
function beyondLimits(
  { rule, owner, approver, expires }: Exemption,
  today: string,
  { longestDays, approvers, ownerMayApprove, never }: ExemptionLimits,
): string | undefined {
  const latest = longestDays === undefined ? undefined : dayAfter(today, longestDays);
  if (never.includes(rule) || never.includes("all")) {
    return `is from ${rule}, from which the organization allows no exemption`;
  }
  if (latest !== undefined && expires > latest) {
    return `expires on ${expires}; the organization allows ${longestDays} days, which is ${latest}`;
  }
  if (approvers !== undefined && !approvers.some((allowed) => samePerson(allowed, approver))) {
    return `was approved by ${JSON.stringify(approver)}, whom the organization does not name as an approver`;
  }
  if (!ownerMayApprove && samePerson(owner, approver)) {
    return `was approved by its owner ${JSON.stringify(owner)}; the organization asks for somebody else`;
  }
  return undefined;
}

function samePerson(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

/** @param day `YYYY-MM-DD` @returns `undefined` where the calendar of four-digit years ends before */
export function dayAfter(day: string, days: number): string | undefined {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999
    ? undefined
    : date.toISOString().slice(0, day.length);
}

function describeEntry(entry: unknown, index: number, file: string | undefined): string {
  const names = isRecord(entry) ? [entry["rule"], entry["urn"]].filter((part) => typeof part === "string") : [];
  return [
    `exemption ${index + 1}`,
    ...(file === undefined ? [] : [`of ${file}`]),
    ...(names.length > 0 ? [`(${names.join(" on ")})`] : []),
  ].join(" ");
}

/** Whether the entry is an object, so that its fields can be read. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether the text is a day of the calendar, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    return false;
  }
  const date = new Date(`${text}T00:00:00Z`);
  // A day that does not exist is either refused or rolled over into the next month.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Whether the exemption covers a finding. */
export function covers(exemption: Exemption, finding: { rule: string; urn: string; property: string }): boolean {
  return (
    exemption.rule === finding.rule &&
    (exemption.property === undefined || exemption.property === finding.property) &&
    matchesPattern(exemption.urn, finding.urn)
  );
}

/** Whether a URN pattern leaves it open that the resource is one of the stack's. */
function mayConcern({ urn }: Exemption, stack: string): boolean {
  const named = /^urn:pulumi:(?<stack>[^:*]+)::/.exec(urn)?.groups?.["stack"];
  return named === undefined || named === stack;
}

/** The exemptions of this pack's process, and which of them a finding has needed so far. */
export class ExemptionBook {
  private readonly needed = new Set<ExemptionInForce>();

  constructor(
    private readonly list: ExemptionList,
    readonly limits: ExemptionLimits = NO_LIMITS,
    private readonly isPartial = false,
  ) {}

  get defects(): readonly ExemptionDefect[] {
    return this.list.defects;
  }

  find(finding: { rule: string; urn: string; property: string }): ExemptionInForce | undefined {
    const exemption = this.list.inForce.find((candidate) => covers(candidate, finding));
    if (exemption !== undefined) {
      this.needed.add(exemption);
    }
    return exemption;
  }

  /**
   * Those that could apply to a resource of the stack, and did not; none where only some rules are asked, because the others
   * may need them.
   *
   * @param stack the stack's name.
   */
  unused(stack: string): readonly ExemptionInForce[] {
    return this.isPartial
      ? []
      : this.list.inForce.filter((exemption) => !this.needed.has(exemption) && mayConcern(exemption, stack));
  }
}

/**
 * The variables by which whoever starts the pack names the files of exemptions, one a line, and their limits; nothing else
 * does, least of all a folder.
 */
export const EXEMPTIONS_VARIABLE = "BASELINE_EXEMPTIONS";
export const LIMITS_VARIABLE = "BASELINE_EXEMPTION_LIMITS";
/** Set by whoever asks only some of the rules, in which case no exemption is reported as unused. */
export const PARTIAL_VARIABLE = "BASELINE_PARTIAL";

/**
 * Reads the files named by `BASELINE_EXEMPTIONS`, one a line, and the limits in `BASELINE_EXEMPTION_LIMITS`, a JSON object of the form
 * {@link ExemptionLimits}. Without the first there are no exemptions: a file that merely lies somewhere could be the judged
 * program's.
 *
 * @throws when a file is missing or of another form, or the limits are: which findings it accepts cannot be told then, which
 * must stop the pack.
 */
export function readExemptions(
  environment: Readonly<Record<string, string | undefined>>,
  rules: ReadonlySet<string>,
  today: string,
): ExemptionBook {
  const limits = parseLimits(environment[LIMITS_VARIABLE] ?? "");
  const files = (environment[EXEMPTIONS_VARIABLE] ?? "").split("\n").filter((file) => file !== "");
  const lists = files.map((file) =>
    sortExemptions(parseExemptions(textOf(file), file), rules, today, limits, path.basename(file)),
  );
  return new ExemptionBook(
    { inForce: lists.flatMap(({ inForce }) => inForce), defects: lists.flatMap(({ defects }) => defects) },
    limits,
    (environment[PARTIAL_VARIABLE] ?? "") !== "",
  );
}

function textOf(file: string): string {
  try {
    return fs.readFileSync(file, "utf8");
  } catch (error) {
    throw new Error(`The exemptions file ${file} cannot be read: ${reasonOf(error)}`);
  }
}

/**
 * The entries of an exemptions file, whatever they are.
 * @param file its name, for the message. @throws when it is not `{"exemptions": [...]}`.
 */
export function parseExemptions(text: string, file: string): readonly unknown[] {
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new Error(`The exemptions file ${file} cannot be read: ${reasonOf(error)}`);
  }
  if (!isRecord(content) || !Array.isArray(content["exemptions"])) {
    throw new Error(`The exemptions file ${file} must be a JSON object {"exemptions": [...]}`);
  }
  return content["exemptions"];
}

/** @param text JSON, or nothing for no limits. @throws when it is not of the form {@link ExemptionLimits} */
export function parseLimits(text: string): ExemptionLimits {
  if (text === "") {
    return NO_LIMITS;
  }
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    content = undefined;
  }
  if (!isRecord(content) || !Object.entries(LIMIT_FORMS).every(([field, fits]) => fits(content[field]))) {
    const form =
      '{"longestDays": 90, "approvers": ["..."], "ownerMayApprove": false, "never": [], "statedByProgram": false}';
    throw new Error(`${LIMITS_VARIABLE} is ${text}; set it to a JSON object such as ${form}`);
  }
  return content as unknown as ExemptionLimits; // every field was just checked
}

const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every((item) => typeof item === "string");

const LIMIT_FORMS: Readonly<Record<keyof ExemptionLimits, (value: unknown) => boolean>> = {
  longestDays: (value) => value === undefined || (Number.isInteger(value) && Number(value) >= 1),
  approvers: (value) => value === undefined || isTexts(value),
  ownerMayApprove: (value) => typeof value === "boolean",
  never: isTexts,
  statedByProgram: (value) => typeof value === "boolean",
};

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

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

/** An entry of the file that does not apply, and why. */
export interface ExemptionDefect {
  readonly kind: "malformed" | "unknown-rule" | "expired";
  /** Which entry: its place in the list, and the rule and URN it names. */
  readonly entry: string;
  readonly problem: string;
}

const TEXT_FIELDS = ["rule", "urn", "reason", "owner", "approver", "expires"] as const;
const FIELDS: readonly string[] = [...TEXT_FIELDS, "property"];

/** The exemptions in force and those set aside. */
export interface ExemptionList {
  readonly inForce: readonly Exemption[];
  readonly defects: readonly ExemptionDefect[];
}

/**
 * @param entries the value of `exemptions` in the file.
 * @param rules ids of all rules of the pack.
 * @param today `YYYY-MM-DD`, UTC; an exemption still applies on the day it expires.
 */
export function sortExemptions(entries: readonly unknown[], rules: ReadonlySet<string>, today: string): ExemptionList {
  const inForce: Exemption[] = [];
  const defects: ExemptionDefect[] = [];
  entries.forEach((entry, index) => {
    const defect = defectOf(entry, rules, today);
    if (defect === undefined) {
      inForce.push(entry as Exemption); // defectOf has just checked every field
    } else {
      defects.push({ ...defect, entry: describeEntry(entry, index) });
    }
  });
  return { inForce, defects };
}

function defectOf(
  entry: unknown,
  rules: ReadonlySet<string>,
  today: string,
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
  return expires < today ? { kind: "expired", problem: `expired on ${expires}` } : undefined;
}

function describeEntry(entry: unknown, index: number): string {
  const names = isRecord(entry) ? [entry["rule"], entry["urn"]].filter((part) => typeof part === "string") : [];
  return [`exemption ${index + 1}`, ...(names.length > 0 ? [`(${names.join(" on ")})`] : [])].join(" ");
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isDay(text: string): boolean {
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
  private readonly needed = new Set<Exemption>();

  constructor(private readonly list: ExemptionList) {}

  get defects(): readonly ExemptionDefect[] {
    return this.list.defects;
  }

  find(finding: { rule: string; urn: string; property: string }): Exemption | undefined {
    const exemption = this.list.inForce.find((candidate) => covers(candidate, finding));
    if (exemption !== undefined) {
      this.needed.add(exemption);
    }
    return exemption;
  }

  /** Those that could apply to a resource of the stack, and did not. @param stack the stack's name. */
  unused(stack: string): readonly Exemption[] {
    return this.list.inForce.filter((exemption) => !this.needed.has(exemption) && mayConcern(exemption, stack));
  }
}

/**
 * Reads the file named by `BASELINE_EXEMPTIONS`, else `exemptions.json` in the folder above the pack's, if there is one.
 * @throws when the named file is missing, or the file is not `{"exemptions": [...]}`: a file that cannot be read must
 * stop the pack, because which findings it accepts cannot be told.
 */
export function readExemptions(packFolder: string, rules: ReadonlySet<string>, today: string): ExemptionBook {
  const named = process.env["BASELINE_EXEMPTIONS"];
  const file = named === undefined || named === "" ? path.join(packFolder, "..", "exemptions.json") : named;
  if (file !== named && !fs.existsSync(file)) {
    return new ExemptionBook({ inForce: [], defects: [] });
  }
  return new ExemptionBook(sortExemptions(entriesOf(file), rules, today));
}

function entriesOf(file: string): readonly unknown[] {
  let content: unknown;
  try {
    content = JSON.parse(fs.readFileSync(file, "utf8"));
  } catch (error) {
    throw new Error(
      `The exemptions file ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  if (!isRecord(content) || !Array.isArray(content["exemptions"])) {
    throw new Error(`The exemptions file ${file} must be a JSON object {"exemptions": [...]}`);
  }
  return content["exemptions"];
}

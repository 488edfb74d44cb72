/** The exemptions file that an operator keeps, and what limits it. */
import * as fs from "node:fs";
import * as path from "node:path";
import { RULES } from "../../policies/catalogue";
import { type ExemptionLimits, parseExemptions, parseLimits } from "../../policies/exemptions";
import type { ExemptionsReport } from "../../reports/exemptions/exemption";
import { readExemptionLimits } from "../configuration";
import { UsageError } from "../failure";
import { readText, replaceFile, withoutByteOrderMark } from "../named-files";

export interface ExemptionsFileOptions {
  readonly exemptions: string;
  readonly organizationPolicy?: string;
  readonly format: "terminal" | "json";
}

const OPTION = "--exemptions";

/** What entries are held against. */
export interface Judge {
  readonly rules: ReadonlySet<string>;
  /** `YYYY-MM-DD`, UTC. */
  readonly today: string;
  readonly limits: ExemptionLimits;
}

/** @throws UsageError if the organization's policy cannot be read */
export function judgeOf({ organizationPolicy }: ExemptionsFileOptions): Judge {
  const limits = readExemptionLimits(organizationPolicy);
  return {
    rules: new Set(RULES.map(({ id }) => id)),
    today: new Date().toISOString().slice(0, "YYYY-MM-DD".length),
    limits: parseLimits(limits === undefined ? "" : JSON.stringify(limits)),
  };
}

/** What every report on the file begins with. */
export function reportHead(
  { exemptions: file, organizationPolicy }: ExemptionsFileOptions,
  { today }: Judge,
): Pick<ExemptionsReport, "file" | "organizationPolicy" | "today"> {
  return { file, ...(organizationPolicy === undefined ? {} : { organizationPolicy }), today };
}

/** @returns the entries, whatever they are. @throws UsageError if the file cannot be read, or is of another form */
export function readEntries(file: string): readonly unknown[] {
  return entriesOf(readText(file, OPTION), file);
}

function entriesOf(text: string, file: string): readonly unknown[] {
  try {
    return parseExemptions(text, file);
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}.`);
  }
}

/** An exemptions file to which an entry can be added, or which is yet to be made. */
export interface GrowingFile {
  readonly entries: readonly unknown[];
  /** @throws OutputError where the file cannot be written */
  readonly add: (entry: unknown) => void;
}

/** @throws UsageError if there is such a file and it cannot be read, or there is no such folder */
export function openEntries(file: string): GrowingFile {
  const folder = path.dirname(path.resolve(file));
  if (!fs.existsSync(folder)) {
    throw new UsageError(`${OPTION} ${file}: there is no folder ${folder}. Make it, or name another file.`);
  }
  const text = fs.existsSync(file) ? readText(file, OPTION) : '{"exemptions": []}';
  const entries = entriesOf(text, file);
  return {
    entries,
    add: (entry) => {
      // Reason for the cast: it was just read as an object with entries. Whatever else it has is kept.
      const content = JSON.parse(withoutByteOrderMark(text)) as Readonly<Record<string, unknown>>;
      const grown = { ...content, exemptions: [...entries, entry] };
      replaceFile(file, `${JSON.stringify(grown, undefined, 2)}\n`, OPTION);
    },
  };
}

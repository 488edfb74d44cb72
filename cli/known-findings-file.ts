/** The file that `--baseline` names: what a stack did not meet before the gate came to it. */
import * as fs from "node:fs";
import { z } from "zod";
import type { KnownFinding } from "../gate/known-findings";
import type { UsedConfiguration } from "../reports/report";
import { readNamed } from "./configuration";
import { UsageError } from "./failure";
import { decodedYaml, replaceFile } from "./named-files";

const OPTION = "--baseline";

const FORMAT = z.strictObject({
  version: z.literal(1),
  findings: z.array(
    z.strictObject({
      rule: z.string(),
      urn: z.string(),
      property: z.exactOptional(z.string()),
      result: z.enum(["fail", "undecided"]),
    }),
  ),
});

/** What the file lists, and which file that was. */
export interface KnownFindings {
  readonly findings: readonly KnownFinding[];
  readonly used: readonly UsedConfiguration[];
}

/**
 * @returns nothing where there is no file, and it is about to be written
 * @throws UsageError where it cannot be read, or is no such list
 */
export function readKnown(file: string, isToBeWritten: boolean): KnownFindings {
  if (!fs.existsSync(file)) {
    if (isToBeWritten) {
      return { findings: [], used: [] };
    }
    throw new UsageError(
      `${OPTION} ${file}: there is no such file. Write it with what is found now by adding --write-baseline.`,
    );
  }
  const { text, used } = readNamed(file, OPTION, "known findings");
  const read = FORMAT.safeParse(decodedYaml(text, `${OPTION} ${file}`));
  if (!read.success) {
    const [issue] = read.error.issues;
    const where = issue === undefined || issue.path.length === 0 ? "" : ` at ${issue.path.join(".")}`;
    throw new UsageError(
      `${OPTION} ${file} is no list of known findings${where}: ${issue?.message ?? ""}. Allowed: {"version": 1, "findings": [{"rule", "urn", "property", "result"}]}, as --write-baseline writes it.`,
    );
  }
  return { findings: read.data.findings, used: [used] };
}

/** Writes the list. @throws OutputError where it cannot be written */
export function writeKnown(file: string, findings: readonly KnownFinding[]): void {
  replaceFile(file, `${JSON.stringify({ version: 1, findings }, undefined, 2)}\n`, OPTION);
}

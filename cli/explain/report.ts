/** Reads the last report of a folder, which may be anything: its author is whoever can write there. */
import * as fs from "node:fs";
import * as path from "node:path";
import { z } from "zod";
import { RESULTS } from "../../gate/finding";
import type { JsonFinding } from "../../reports/json";
import { UsageError } from "../failure";
import { readText } from "../named-files";

/** What is read of a report. */
export interface ReadReport {
  /** The file, as errors name it. */
  readonly file: string;
  readonly project: string;
  readonly stack: string;
  readonly findings: readonly JsonFinding[];
  /** The organization's policy that the check was held to. @default - none */
  readonly organizationPolicy?: string;
}

const FILE = "findings.json";

/** How a report comes about. */
const WRITE = "`baseline check` and `baseline verify` write it; --out names their folder.";

const FINDING = z.object({
  rule: z.string(),
  urn: z.string(),
  result: z.enum(RESULTS),
  severity: z.enum(["low", "medium", "high", "critical", "unspecified"]),
  level: z.enum(["mandatory", "advisory"]),
  message: z.string(),
  property: z.exactOptional(z.string()),
  source: z.exactOptional(z.object({ file: z.string(), line: z.number(), column: z.number() })),
  relatedChecks: z.array(z.string()),
  known: z.exactOptional(z.boolean()),
  fingerprint: z.string(),
});

const REPORT = z.object({
  summary: z.object({
    project: z.string(),
    stack: z.string(),
    configuration: z.array(z.object({ kind: z.string(), path: z.string() })),
  }),
  findings: z.array(FINDING),
});

/** What a run without a result writes. */
const NO_RESULT = z.object({ summary: z.object({ verdict: z.literal("not-checked"), reason: z.string() }) });

/** @throws UsageError if there is no report in the folder, or none with a result */
export function readReport(out: string): ReadReport {
  const file = path.join(out, FILE);
  if (!fs.existsSync(file)) {
    throw new UsageError(`There is no report in ${out}: it has no ${FILE}. ${WRITE}`);
  }
  return parseReport(readText(file, "The report"), file);
}

/**
 * @param file its name, for the message
 * @throws UsageError if the text is no report, or one without a result
 */
export function parseReport(text: string, file: string): ReadReport {
  const content = jsonOf(text);
  const none = NO_RESULT.safeParse(content);
  if (none.success) {
    throw new UsageError(
      `The report ${file} has no findings, because its run came to no result: ${none.data.summary.reason}`,
    );
  }
  const read = REPORT.safeParse(content);
  if (!read.success) {
    const [issue] = read.error.issues;
    const where = issue === undefined || issue.path.length === 0 ? "" : ` at ${issue.path.join(".")}`;
    throw new UsageError(`${file} is no report of this version${where}: ${issue?.message ?? "another form"}. ${WRITE}`);
  }
  const { summary, findings } = read.data;
  const organization = summary.configuration.find(({ kind }) => kind === "organization policy");
  return {
    file,
    project: summary.project,
    stack: summary.stack,
    findings,
    ...(organization === undefined ? {} : { organizationPolicy: organization.path }),
  };
}

/** `undefined` for what is not JSON, which is no report either. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

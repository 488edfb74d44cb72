/** `baseline runbook verify`: whether the record of what was asked is whole. */
import { RECORD_FILE, type VerifiedRecord, verifyRecord } from "../../query/record";
import { counted } from "../../reports/summary";
import { print } from "../console";
import { EXIT_FAIL, EXIT_PASS, UsageError } from "../failure";

export interface VerifyRecordOptions {
  readonly record: string;
  readonly head?: string;
}

/**
 * @returns the exit code.
 * @throws UsageError where there is no record
 */
export function verifyRunbookRecord({ record: folder, head }: VerifyRecordOptions): number {
  const { entries, head: found, mistakes } = read(folder);
  const cut =
    head === undefined || head === found
      ? []
      : [`The record does not end with ${head}: lines were cut off, or added since.`];
  const wrong = [...mistakes.map(({ line, mistake }) => `Line ${line} ${mistake}.`), ...cut];
  print(
    [
      ...wrong,
      `${wrong.length === 0 ? "VERIFIED" : "NOT VERIFIED"}: ${counted(entries, "entry", "entries")} in ${folder}`,
      `Head: ${found}`,
      ...(head === undefined
        ? ["Note the head elsewhere, and give it with --head: only so is it seen when the last lines are cut off."]
        : []),
      "",
    ].join("\n"),
  );
  return wrong.length === 0 ? EXIT_PASS : EXIT_FAIL;
}

function read(folder: string): VerifiedRecord {
  try {
    return verifyRecord(folder);
  } catch (error) {
    throw new UsageError(
      `There is no record in ${folder}: ${error instanceof Error ? error.message : String(error)}. Name the folder that holds ${RECORD_FILE} with --record.`,
    );
  }
}

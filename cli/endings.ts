/** How a run ends: by its exit code, and with reports that say so. */
import { inspect } from "node:util";
import { CommanderError } from "commander";
import { PackError } from "../gate/pack-process";
import { PolicyConfigError } from "../gate/policy-config";
import { ProgramError } from "../preview/preview";
import { ProjectError } from "../preview/project";
import { say } from "./console";
import { EXIT_DEFECT, EXIT_PASS, EXIT_PROGRAM, EXIT_USAGE, OutputError, UsageError } from "./failure";
import { type Inputs, type Outputs, ReportFolder } from "./report-folder";

/** What ended a run without a result. */
interface Ending {
  readonly exitCode: number;
  readonly message: string;
}

/**
 * Runs a command that writes reports. If it comes to no result, the reports say why.
 *
 * @param out the folder of the reports
 * @throws UsageError, before the command runs, if the folder cannot be used; and what the command throws
 */
export async function withReports<T>(
  out: string,
  outputs: Outputs,
  inputs: Inputs,
  run: (reports: ReportFolder) => Promise<T>,
): Promise<T> {
  const reports = ReportFolder.prepare(out, outputs, inputs);
  const interrupted = (exitCode: number): void => {
    reports.writeNotChecked("The run was interrupted before it came to a result.", exitCode);
  };
  process.once("exit", interrupted);
  try {
    return await run(reports);
  } catch (error) {
    const { message, exitCode } = endingOf(error);
    reports.writeNotChecked(message, exitCode);
    throw error;
  } finally {
    process.off("exit", interrupted);
  }
}

/** Prints why a command failed. @returns the exit code. */
export function explain(error: unknown): number {
  if (error instanceof CommanderError) {
    // Commander has already printed the message. Help and version are not errors.
    return error.exitCode === 0 ? EXIT_PASS : EXIT_USAGE;
  }
  const { message, exitCode } = endingOf(error);
  say(message);
  return exitCode;
}

function endingOf(error: unknown): Ending {
  if (error instanceof ProgramError) {
    return { exitCode: EXIT_PROGRAM, message: error.message };
  }
  if (error instanceof OutputError) {
    return { exitCode: EXIT_DEFECT, message: error.message };
  }
  const mistakes = [UsageError, ProjectError, PackError, PolicyConfigError];
  if (error instanceof Error && (mistakes.some((kind) => error instanceof kind) || error.name === "StateFileError")) {
    return { exitCode: EXIT_USAGE, message: error.message };
  }
  return {
    exitCode: EXIT_DEFECT,
    message: `This is a bug in baseline, not in what it checked. Please report it with these lines:\n${inspect(error)}`,
  };
}

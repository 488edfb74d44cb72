/** The command line: what can be asked for, and what each way of ending means. */
import * as path from "node:path";
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { version } from "../package.json";
import { PackError } from "../gate/pack-process";
import { PolicyConfigError } from "../gate/policy-config";
import { ProgramError } from "../preview/preview";
import { ProjectError } from "../preview/project";
import { type CheckOptions, check } from "./check";
import { EXIT_DEFECT, EXIT_PASS, EXIT_PROGRAM, EXIT_USAGE, UsageError } from "./failure";
import { FORMATS } from "./reporting";

/** The folder of this package, whose own pack judges unless told otherwise. */
const HOME = path.resolve(__dirname, "..");

function commandLine(): Command {
  const program = new Command("baseline")
    .description("The evidence an AI workload must leave on AWS and Kubernetes: declared, judged and reported")
    .version(version)
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(text) });
  program
    .command("check")
    .description("judge what a program or a state declares, without a cloud account")
    .option("--stack <name>", "stack of the program (default: prod, or the only one with settings)")
    .option("--program <dir>", "folder of a Pulumi program for Node.js", ".")
    .addOption(
      new Option("--state <file>", "judge an exported state instead of a program").conflicts(["program", "stack"]),
    )
    .option("--pack <dir>", "folder of the policy pack", path.join(HOME, "policies"))
    .option(
      "--policy-config <file>",
      "settings of the policies, in the form of pulumi preview --policy-pack-config (default: policy-config.STACK.json beside the program, if there is one)",
    )
    .option(
      "--exemptions <file>",
      "exemptions file (default: exemptions.json above the pack's folder, if there is one)",
    )
    .addOption(
      new Option("--undecided <how>", "whether what cannot be decided fails")
        .choices(["report", "fail"])
        .default("report"),
    )
    .option("--account <id>", "AWS account of the program (default: the first of aws:allowedAccountIds)", accountId)
    .option("--timeout <seconds>", "how long the program may take", seconds, 120)
    .addOption(
      new Option("--format <format>", "what to print on standard output").choices([...FORMATS]).default("terminal"),
    )
    .option("--out <dir>", "folder of the report files", "baseline-report")
    .action(async (options: CheckOptions) => {
      process.exitCode = await check(options);
    });
  for (const command of program.commands) {
    command.exitOverride();
  }
  return program;
}

function accountId(text: string): string {
  if (!/^\d{12}$/.test(text)) {
    throw new InvalidArgumentError("It must be twelve digits.");
  }
  return text;
}

function seconds(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) {
    throw new InvalidArgumentError("It must be a whole number of seconds, at least 1.");
  }
  return value;
}

/** The exit code of a failed command, after saying why. */
function explain(error: unknown): number {
  if (error instanceof CommanderError) {
    // Commander has said it already; help and version are no mistakes.
    return error.exitCode === 0 ? EXIT_PASS : EXIT_USAGE;
  }
  if (!(error instanceof Error)) {
    return defect(error);
  }
  if (error instanceof ProgramError) {
    console.error(error.message);
    return EXIT_PROGRAM;
  }
  const expected = [UsageError, ProjectError, PackError, PolicyConfigError].some((kind) => error instanceof kind);
  if (expected || error.name === "StateFileError") {
    console.error(error.message);
    return EXIT_USAGE;
  }
  return defect(error);
}

function defect(error: unknown): number {
  console.error("This is a defect of baseline, not of what it judged. Please report it with these lines:");
  console.error(error);
  return EXIT_DEFECT;
}

// Whoever reads the output may stop reading; what was judged is judged all the same.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") {
    throw error;
  }
});

commandLine()
  .parseAsync()
  .catch((error: unknown) => {
    process.exitCode = explain(error);
  });

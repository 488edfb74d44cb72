/** The command line: options and exit codes. */
import * as path from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import { version } from "./package.json";
import { type CheckOptions, check } from "./check";
import { endOnFullOutput } from "./console";
import type { CostOptions } from "./cost";
import { COST_FORMATS } from "./cost-reporting";
import { type VerifyOptions, verify } from "./verify";
import { explain } from "./endings";
import type { PreflightOptions } from "./preflight";
import { PREFLIGHT_FORMATS } from "./preflight-reporting";
import { FORMATS } from "./reporting";

/** The folder of the baseline's policy pack. */
const OWN_PACK = path.dirname(require.resolve("ai-governance-baseline-policies/package.json"));

function commandLine(): Command {
  const program = new Command("baseline")
    .description("Declare, check and report the audit evidence of AI workloads on AWS and Kubernetes")
    .version(version)
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(text) });
  program
    .command("check")
    .description("check a Pulumi program or a stack state, without a cloud account")
    .option("--stack <name>", "stack of the program (default: prod, or the only stack with settings)")
    .option("--program <dir>", "folder of a Pulumi program for Node.js", ".")
    .addOption(
      new Option("--state <file>", "check an exported state instead of a program").conflicts(["program", "stack"]),
    )
    .option("--pack <dir>", "folder of the policy pack", OWN_PACK)
    .addOption(undecidedOption())
    .option("--account <id>", "AWS account of the program (default: the first in aws:allowedAccountIds)", accountId)
    .option("--timeout <seconds>", "time limit for the program, and for the whole check", seconds, 120)
    .addOption(passEnvOption())
    .addOption(formatOption())
    .option("--out <dir>", "folder for the report files", "baseline-report")
    .action(async (options: CheckOptions) => {
      process.exitCode = await check(options);
    });
  program
    .command("verify")
    .description("compare a deployed stack with its account")
    .option("--stack <name>", "stack of the program (default: prod, or the only stack with settings)")
    .option("--program <dir>", "folder of a Pulumi program for Node.js", ".")
    .addOption(
      new Option("--state <file>", "exported state of the stack, which tells what a program leaves open").conflicts([
        "program",
        "stack",
      ]),
    )
    .option("--region <region>", "verify this region only, and what has no region")
    .option("--control <id>", "verify this control only")
    .option("--pack <dir>", "folder of the policy pack, which judges what the stack adopts", OWN_PACK)
    .addOption(undecidedOption())
    .option("--concurrency <calls>", "calls to AWS at the same time", wholeNumber("calls"), 16)
    .option("--timeout <seconds>", "time limit for the program", seconds, 120)
    .addOption(passEnvOption())
    .addOption(formatOption())
    .option("--out <dir>", "folder for the report files", "baseline-report/verify")
    .action(async (options: VerifyOptions) => {
      process.exitCode = await verify(options);
    });
  program
    .command("cost")
    .description("estimate what a Pulumi program or a stack state costs in a month, without a cloud account")
    .option("--stack <name>", "stack of the program (default: prod, or the only stack with settings)")
    .option("--program <dir>", "folder of a Pulumi program for Node.js", ".")
    .addOption(
      new Option("--state <file>", "estimate an exported state instead of a program").conflicts(["program", "stack"]),
    )
    .option("--volumes <file>", "JSON or YAML file of volumes (default: the assumptions about the account's profile)")
    .option("--account <id>", "AWS account of the program (default: the first in aws:allowedAccountIds)", accountId)
    .option("--timeout <seconds>", "time limit for the program", seconds, 120)
    .addOption(passEnvOption())
    .addOption(
      new Option("--format <format>", "format of the standard output").choices([...COST_FORMATS]).default("terminal"),
    )
    .option("--out <dir>", "folder for the report files", "baseline-report")
    .action(async (options: CostOptions) => {
      // Prices, volumes and the settings that bound them are loaded for this command alone.
      const { cost } = await import("./cost.js");
      process.exitCode = await cost(options);
    });
  program
    .command("preflight")
    .description("read an account and say what collides, is overwritten or refused when a stack is deployed to it")
    .option("--stack <name>", "stack of the program (default: prod, or the only stack with settings)")
    .option("--program <dir>", "folder of a Pulumi program for Node.js", ".")
    .option("--state <file>", "what the stack owns already, as pulumi stack export writes it")
    .option("--account <id>", "account to read (default: the first in aws:allowedAccountIds)", accountId)
    .option("--region <name>", "home region (default: aws:region)")
    .option("--timeout <seconds>", "time limit for the program, and for the account", seconds, 120)
    .addOption(passEnvOption())
    .option("--concurrency <calls>", "calls to AWS at the same time", wholeNumber("calls"), 16)
    .addOption(
      new Option("--format <format>", "format of the standard output")
        .choices([...PREFLIGHT_FORMATS])
        .default("terminal"),
    )
    .option("--out <dir>", "folder for the report files", "baseline-report/preflight")
    .action(async (options: PreflightOptions) => {
      // AWS's SDK takes long to load, and most commands do not need it.
      const { preflight } = await import("./preflight.js");
      process.exitCode = await preflight(options);
    });
  for (const command of program.commands) {
    command.exitOverride();
    if (CONFIGURED_COMMANDS.has(command.name())) {
      configurationOptions().forEach((option) => command.addOption(option));
    }
  }
  return program;
}

/** The commands that ask a policy pack. */
const CONFIGURED_COMMANDS: ReadonlySet<string> = new Set(["check", "verify"]);

function configurationOptions(): readonly Option[] {
  return [
    new Option(
      "--policy-config <file>",
      "policy configuration, in the format of pulumi preview --policy-pack-config (default: none; policy-config.STACK.json next to the program may raise levels, and nothing else)",
    ),
    new Option("--exemptions <file>", "exemptions file (default: no exemptions)"),
    new Option(
      "--organization-policy <file>",
      "JSON or YAML file of floors that no policy configuration and no exemption lowers",
    ),
    new Option(
      "--trust-program-config",
      "let policy-config.STACK.json and exemptions.json next to the program loosen the check",
    ).conflicts("state"),
  ];
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

function passEnvOption(): Option {
  const description = "environment variable that the program may read (can be repeated)";
  return new Option("--pass-env <name>", description).argParser<readonly string[] | undefined>((name, previous) => {
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
      throw new InvalidArgumentError("It must be the name of an environment variable.");
    }
    return [...(previous ?? []), name];
  });
}

function undecidedOption(): Option {
  return new Option("--undecided <how>", "whether undecided findings fail the check")
    .choices(["report", "fail"])
    .default("report");
}

function formatOption(): Option {
  return new Option("--format <format>", "format of the standard output").choices([...FORMATS]).default("terminal");
}

endOnFullOutput();
process.on("uncaughtException", (error) => {
  process.exit(explain(error));
});

commandLine()
  .parseAsync()
  .catch((error: unknown) => {
    process.exitCode = explain(error);
  });

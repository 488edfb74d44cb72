/** The command line: commands and exit codes. */
import { Command, Option } from "commander";
import { version } from "./package.json";
import type { AccessReviewOptions } from "./access-review";
import { ACCESS_REVIEW_FORMATS } from "./access-review-reporting";
import type { ArtifactOptions } from "./artifact";
import { type CheckOptions, check } from "./check";
import { endOnFullOutput } from "./console";
import type { CostOptions } from "./cost";
import { COST_FORMATS } from "./cost-reporting";
import { type VerifyOptions, verify } from "./verify";
import { explain } from "./endings";
import type { ConformancePackOptions } from "./conformance-pack";
import type { OrganizationPoliciesOptions } from "./organization-policies";
import {
  accountOption,
  answersOption,
  artifactOptions,
  callsOption,
  conformancePackOptions,
  drillOptions,
  exemptionTermsOptions,
  exemptionsFileOptions,
  expiringOptions,
  governanceOptions,
  judgmentOptions,
  knownFindingsOptions,
  outputOptions,
  programOptions,
  readableFormatOption,
  reviewOptions,
  ruleOptions,
  runbookListOptions,
  runbookRunOptions,
  runbookWatchOptions,
  selectionOptions,
  settingsOptions,
  stateOption,
  trustedAdvisorOptions,
  verifyRecordOptions,
} from "./options";
import type { PreflightOptions } from "./preflight";
import { PREFLIGHT_FORMATS } from "./preflight-reporting";
import type { AddOptions } from "./exemptions/add";
import type { ExemptionsFileOptions } from "./exemptions/file";
import type { ExpiringOptions } from "./exemptions/show";
import type { ExplainOptions } from "./explain/show";
import { FORMATS } from "./reporting";
import type { RulesOptions } from "./rules/show";
import type { ListOptions } from "./runbook/catalogue";
import type { DrillOptions } from "./runbook/drill";
import { DRILL_FORMATS } from "./runbook/drill-formats";
import { RUN_FORMATS } from "./runbook/reporting";
import type { RunOptions } from "./runbook/run";
import type { VerifyRecordOptions } from "./runbook/verify";
import type { WatchOptions } from "./runbook/watch";
import type { SettingsOptions } from "./settings/show";
import type { TrustedAdvisorOptions } from "./trusted-advisor";
import { TRUSTED_ADVISOR_FORMATS } from "./trusted-advisor-reporting";

function commandLine(): Command {
  const program = new Command("baseline")
    .description("Declare, check and report the audit evidence of AI workloads on AWS and Kubernetes")
    .version(version)
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(text) });
  const command = commandsOf(program);
  command("check", "check a Pulumi program or a stack state, without a cloud account", [
    ...programOptions("the program, and for the whole check"),
    stateOption("check an exported state instead of a program"),
    accountOption("AWS account of the program"),
    answersOption(),
    ...judgmentOptions(),
    ...selectionOptions(),
    ...knownFindingsOptions(),
    ...outputOptions(FORMATS, "baseline-report"),
  ]).action(async (options: CheckOptions) => {
    process.exitCode = await check(options);
  });
  command("verify", "compare a deployed stack with its account", [
    ...programOptions("the program"),
    stateOption("exported state of the stack, which tells what a program leaves open"),
    new Option("--region <region>", "verify this region only, and what has no region"),
    new Option("--control <id>", "verify this control only"),
    callsOption(),
    ...judgmentOptions("folder of the policy pack, which judges what the stack adopts"),
    ...outputOptions(FORMATS, "baseline-report/verify"),
  ]).action(async (options: VerifyOptions) => {
    process.exitCode = await verify(options);
  });
  command("cost", "estimate what a Pulumi program or a stack state costs in a month, without a cloud account", [
    ...programOptions("the program"),
    stateOption("estimate an exported state instead of a program"),
    accountOption("AWS account of the program"),
    new Option(
      "--volumes <file>",
      "JSON or YAML file of volumes (default: the assumptions about the account's profile)",
    ),
    ...outputOptions(COST_FORMATS, "baseline-report"),
  ]).action(async (options: CostOptions) => {
    // Prices, volumes and the settings that bound them are loaded for this command alone.
    const { cost } = await import("./cost.js");
    process.exitCode = await cost(options);
  });
  command(
    "preflight",
    "read an account and say what collides, is overwritten or refused when a stack is deployed to it",
    [
      ...programOptions("the program, and for the account"),
      stateOption("what the stack owns already, as pulumi stack export writes it", false),
      accountOption("account to read"),
      new Option("--region <name>", "home region (default: aws:region)"),
      callsOption(),
      ...outputOptions(PREFLIGHT_FORMATS, "baseline-report/preflight"),
    ],
  ).action(async (options: PreflightOptions) => {
    // AWS's SDK takes long to load, and most commands do not need it.
    const { preflight } = await import("./preflight.js");
    process.exitCode = await preflight(options);
  });
  command("access-review", "list who may read what a deployed stack logs, and when they were last there", [
    ...programOptions("the program"),
    stateOption("exported state of the stack, which tells what a program leaves open"),
    ...reviewOptions(),
    callsOption(),
    ...outputOptions(ACCESS_REVIEW_FORMATS, "baseline-report/access-review"),
  ]).action(async (options: AccessReviewOptions) => {
    const { accessReview } = await import("./access-review.js");
    process.exitCode = await accessReview(options);
  });
  command("trusted-advisor", "list what AWS Trusted Advisor recommends for the account of the caller", [
    ...trustedAdvisorOptions(),
    callsOption(),
    ...outputOptions(TRUSTED_ADVISOR_FORMATS, "baseline-report/trusted-advisor"),
  ]).action(async (options: TrustedAdvisorOptions) => {
    const { trustedAdvisor } = await import("./trusted-advisor.js");
    process.exitCode = await trustedAdvisor(options);
  });
  command("artifact", "list the reports of AWS Artifact, and fetch them into an evidence folder", [
    ...artifactOptions(),
    ...outputOptions(["terminal", "json"], "baseline-evidence/artifact"),
  ]).action(async (options: ArtifactOptions) => {
    const { artifact } = await import("./artifact.js");
    process.exitCode = await artifact(options);
  });
  command("organization-policies", "write the policies by which an organization governs AI, without a cloud account", [
    ...settingsOptions(),
    ...governanceOptions(),
    new Option("--out <dir>", "folder for the policies").default("organization-policies"),
  ]).action(async (options: OrganizationPoliciesOptions) => {
    const { writeOrganizationPolicies } = await import("./organization-policies.js");
    process.exitCode = await writeOrganizationPolicies(options);
  });
  command("conformance-pack", "write AWS Config's rules as conformance packs, without a cloud account", [
    ...settingsOptions(),
    ...conformancePackOptions(),
    new Option("--out <dir>", "folder for the templates").default("conformance-packs"),
  ]).action(async (options: ConformancePackOptions) => {
    const { writeConformancePacks } = await import("./conformance-pack.js");
    process.exitCode = await writeConformancePacks(options);
  });
  command("rules", "list the rules of the policy pack, or show one", ruleOptions())
    .argument("[words...]", "the id of a rule, or words of its id, title or description")
    .action(async (words: readonly string[], options: RulesOptions) => {
      const { showRules } = await import("./rules/show.js");
      process.exitCode = showRules(words, options);
    });
  command("explain", "say what a finding of the last report means, how to mend it and how to be exempt", [
    readableFormatOption(),
    new Option("--out <dir>", "folder of the report").default("baseline-report"),
  ])
    .argument("<finding>", "the id of a rule, or a finding's fingerprint or the first characters of it")
    .action(async (finding: string, options: ExplainOptions) => {
      const { explainFinding } = await import("./explain/show.js");
      process.exitCode = explainFinding(finding, options);
    });
  command("settings", "show the effective settings of a stack, and where each comes from", [
    ...settingsOptions(),
    readableFormatOption(),
  ]).action(async (options: SettingsOptions) => {
    const { showSettings } = await import("./settings/show.js");
    process.exitCode = await showSettings(options);
  });
  exemptionCommands(program);
  runbookCommands(program);
  return program;
}

/** Adds commands to a program, or to a command that has some. */
function commandsOf(parent: Command): (name: string, description: string, options: readonly Option[]) => Command {
  return (name, description, options) => {
    const made = parent.command(name).description(description).exitOverride();
    options.forEach((option) => made.addOption(option));
    return made;
  };
}

function exemptionCommands(program: Command): void {
  const exemptions = program
    .command("exemptions")
    .description("look at an exemptions file, and add to it")
    .exitOverride();
  const command = commandsOf(exemptions);
  command("list", "list the exemptions with their terms, and which of them apply", exemptionsFileOptions()).action(
    async (options: ExemptionsFileOptions) => {
      const { listExemptions } = await import("./exemptions/show.js");
      process.exitCode = listExemptions(options);
    },
  );
  command(
    "check",
    "list the exemptions that do not apply, and end with 1 if there is one",
    exemptionsFileOptions(),
  ).action(async (options: ExemptionsFileOptions) => {
    const { checkExemptions } = await import("./exemptions/show.js");
    process.exitCode = checkExemptions(options);
  });
  command(
    "expiring",
    "list the exemptions that expire soon or have expired, and end with 1 if there is one",
    expiringOptions(),
  ).action(async (options: ExpiringOptions) => {
    const { expiringExemptions } = await import("./exemptions/show.js");
    process.exitCode = expiringExemptions(options);
  });
  command("add", "add an exemption to the file, or make the file with it", exemptionTermsOptions()).action(
    async (options: AddOptions) => {
      const { addExemption } = await import("./exemptions/add.js");
      process.exitCode = addExemption(options);
    },
  );
}

function runbookCommands(program: Command): void {
  const runbook = program
    .command("runbook")
    .description("ask logs what governance has to know, and keep a record of having asked")
    .exitOverride();
  const command = commandsOf(runbook);
  command("list", "list the runbooks", [...runbookListOptions(), readableFormatOption()]).action(
    async (options: ListOptions) => {
      const { listRunbooks } = await import("./runbook/catalogue.js");
      process.exitCode = listRunbooks(options);
    },
  );
  command("show", "show a runbook: its query, how to read the answer, and what to do", [])
    .argument("<id>", "the runbook")
    .action(async (id: string) => {
      const { showRunbook } = await import("./runbook/catalogue.js");
      process.exitCode = showRunbook(id);
    });
  command("run", "ask runbooks of a folder of log files, or of an account", [
    ...runbookRunOptions(),
    ...outputOptions(RUN_FORMATS, "baseline-report/runbooks"),
  ])
    .argument("[id...]", "the runbooks")
    .action(async (ids: readonly string[], options: RunOptions) => {
      const { runRunbooks } = await import("./runbook/run.js");
      process.exitCode = await runRunbooks(ids, options);
    });
  command("watch", "ask runbooks of a folder of log files that grows, and tell what is new", runbookWatchOptions())
    .argument("[id...]", "the runbooks")
    .action(async (ids: readonly string[], options: WatchOptions) => {
      const { watchRunbooks } = await import("./runbook/watch.js");
      process.exitCode = await watchRunbooks(ids, options);
    });
  command("drill", "plant made-up incidents, and show what runbooks reconstruct of them", [
    ...drillOptions(),
    ...outputOptions(DRILL_FORMATS, "baseline-report/drill"),
  ]).action(async (options: DrillOptions) => {
    const { drillRunbooks } = await import("./runbook/drill.js");
    process.exitCode = await drillRunbooks(options);
  });
  command("verify", "verify the record of what was asked", verifyRecordOptions()).action(
    async (options: VerifyRecordOptions) => {
      const { verifyRunbookRecord } = await import("./runbook/verify.js");
      process.exitCode = verifyRunbookRecord(options);
    },
  );
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

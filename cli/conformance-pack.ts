/** `baseline conformance-pack`: writes the rules of AWS Config as templates, for those who deploy them from elsewhere. */
import { conformancePackTemplate, packMistake } from "../components/documents/config-conformance-pack";
import {
  type ConfigRulesChoice,
  configRulesMistakes,
  planConfigRules,
} from "../components/documents/config-rules-plan";
import { globalRecordingRegion } from "../facts/config/limits";
import { managedRule, type ManagedRuleId } from "../facts/config/managed-rules";
import { KNOWN_REGIONS, REGION_FORM } from "../facts/regions";
import { readProject } from "../preview/project";
import { conformancePacksReport, type WrittenPack } from "../reports/conformance-packs";
import { describeMistakes } from "../settings/mistake";
import { type AccountSettings, parseSettings } from "../settings/parse";
import { print } from "./console";
import { withReports } from "./endings";
import { EXIT_PASS, UsageError } from "./failure";
import type { Outputs, ReportFolder } from "./report-folder";

export interface ConformancePackOptions {
  readonly stack?: string;
  readonly program: string;
  readonly region?: readonly string[];
  readonly rule?: readonly ManagedRuleId[];
  readonly minimumLogRetentionDays?: number;
  readonly out: string;
}

/** A file for each region, whose rules differ; none is left of another run. */
const OUTPUTS: Outputs = {
  command: "baseline conformance-pack",
  files: Object.fromEntries(KNOWN_REGIONS.map((region) => [fileOf(region), undefined])),
};

/** @returns the exit code. */
export function writeConformancePacks(options: ConformancePackOptions): Promise<number> {
  const inputs = { state: undefined, judged: options.region === undefined ? options.program : undefined };
  return withReports(options.out, OUTPUTS, inputs, (reports) => Promise.resolve(written(options, reports)));
}

function written(options: ConformancePackOptions, reports: ReportFolder): number {
  const packs = packsOf(options);
  reports.write(Object.fromEntries(packs.map(({ file, template }) => [file, template])));
  print(conformancePacksReport(packs, reports.shown));
  return EXIT_PASS;
}

function fileOf(region: string): string {
  return `${region}.json`;
}

/** @throws UsageError for a choice that is wrong, or that a pack cannot hold in a region */
function packsOf(options: ConformancePackOptions): readonly (WrittenPack & { readonly template: string })[] {
  const { minimumLogRetentionDays } = options;
  const { regions, rules } = choiceOf(options);
  const [first = "", ...others] = regions;
  const globalRegion = globalRecordingRegion(first, others);
  return regions.map((region) => {
    const choice: ConfigRulesChoice = {
      ...(rules === undefined ? {} : { rules: region === globalRegion ? rules : rules.filter(isRegional) }),
      ...(minimumLogRetentionDays === undefined ? {} : { minimumLogRetentionDays }),
      globalResourceRules: region === globalRegion,
    };
    requireNone(configRulesMistakes(choice));
    const { unavailable, ...packed } = planConfigRules(choice, region);
    const mistake = packMistake(packed);
    requireNone(
      mistake === undefined
        ? []
        : [`The pack of ${region} is ${JSON.stringify(mistake.got)}. Allowed: ${mistake.allowed}. ${mistake.fix}`],
    );
    const template = `${conformancePackTemplate(packed)}\n`;
    const count = packed.managed.length + packed.custom.length;
    return { region, file: fileOf(region), rules: count, bytes: Buffer.byteLength(template), unavailable, template };
  });
}

/** Rules on what exists once in an account are in the pack of one region, where AWS Config records it. */
function isRegional(rule: ManagedRuleId): boolean {
  return !managedRule(rule).readsGlobalResources;
}

/** What decides the packs: where regions are given, nothing is read of a stack. */
function choiceOf(options: ConformancePackOptions): {
  readonly regions: readonly string[];
  readonly rules: readonly ManagedRuleId[] | undefined;
} {
  if (options.region === undefined) {
    const { homeRegion, governedRegions, configRules } = settingsOf(options);
    const regions = [homeRegion, ...governedRegions.filter((region) => region !== homeRegion)];
    return { regions, rules: options.rule ?? configRules };
  }
  const wrong = options.region.filter((region) => !REGION_FORM.test(region));
  requireNone(
    wrong.map(
      (region) => `--region is ${JSON.stringify(region)}. Allowed: names of AWS regions, such as eu-central-1.`,
    ),
  );
  return { regions: [...new Set(options.region)], rules: options.rule };
}

/** @throws UsageError with every mistake in the settings */
function settingsOf({ program, stack }: ConformancePackOptions): AccountSettings {
  const project = readProject(program, stack);
  const parsed = parseSettings(project.config, project.name, project.secretKeys);
  if (parsed.ok) {
    return parsed.settings;
  }
  throw new UsageError(`${describeMistakes(parsed.mistakes)}\nName the regions with --region to read no settings.`);
}

function requireNone(mistakes: readonly string[]): void {
  if (mistakes.length > 0) {
    throw new UsageError(mistakes.join("\n"));
  }
}

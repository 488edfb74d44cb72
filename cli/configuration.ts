/**
 * Who configures a run: the operator by options, an organization by its policy, and the judged program as far as it is let.
 *
 * Everything is read before anything of the program runs, and never again: a program could change a file meanwhile.
 */
import { createHash } from "node:crypto";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import type * as OrganizationPolicies from "../gate/organization-policy";
import { type PackOptions, type PackProcess, startPack } from "../gate/pack-process";
import type { FurtherConfiguration, PolicyConfig } from "../gate/policy-config";
import { EXEMPTIONS_VARIABLE, LIMITS_VARIABLE, PARTIAL_VARIABLE, parseExemptions } from "../policies/exemptions";
import type { Preset } from "../policies/presets";
import type { Project } from "../preview/project";
import type { UsedConfiguration } from "../reports/report";
import { UsageError } from "./failure";
import { decodedYaml, readProgramText, readText, withoutByteOrderMark } from "./named-files";

export interface ConfigurationOptions {
  readonly policyConfig?: string;
  readonly exemptions?: string;
  readonly organizationPolicy?: string;
  readonly preset?: Preset;
  readonly trustProgramConfig?: true;
}

export interface Configuration extends FurtherConfiguration {
  readonly policyConfig: PolicyConfig;
  /** The files of exemptions. @default - there are no exemptions */
  readonly exemptions?: readonly ExemptionsText[];
  readonly used: readonly UsedConfiguration[];
}

/** A file of exemptions as it was read. */
export interface ExemptionsText {
  /** Its name without its folder, by which findings tell where an exemption stands. */
  readonly name: string;
  readonly text: string;
}

/** A file with what is told of it. */
interface Read {
  readonly text: string;
  readonly used: UsedConfiguration;
}

/**
 * @param project the judged program. @default - a state is judged, beside which nothing lies
 * @throws UsageError with what is wrong in the first wrong file
 */
export function readConfiguration(
  options: ConfigurationOptions,
  project?: Pick<Project, "folder" | "stack">,
): Configuration {
  const { preset } = options;
  const trusted = options.trustProgramConfig === true;
  const organization = named(options.organizationPolicy, "--organization-policy", "organization policy");
  const policies =
    named(options.policyConfig, "--policy-config", "policy configuration") ??
    ofProgram(project, `policy-config.${project?.stack ?? ""}.json`, "policy configuration", trusted);
  const exemptions = readExemptions(options, project);
  const config = policies === undefined ? {} : parsePolicyConfig(policies);
  const mayOnlyRaise = policies?.used.ofProgram === "may only raise levels";
  return {
    policyConfig: mayOnlyRaise ? {} : config,
    ...(mayOnlyRaise ? { program: config } : {}),
    ...(organization === undefined ? {} : { organization: parseOrganization(organization) }),
    ...(exemptions.length === 0
      ? {}
      : { exemptions: exemptions.map(({ text, used }) => ({ name: path.basename(used.path), text })) }),
    ...(preset === undefined ? {} : { preset }),
    used: [
      ...[organization, policies, ...exemptions].flatMap((read) => (read === undefined ? [] : [read.used])),
      ...(preset === undefined ? [] : [{ kind: "preset" as const, path: preset }]),
    ],
  };
}

/** The file that the operator names, or else, of a program that is trusted, that of all its stacks and that of this one. */
function readExemptions(
  { exemptions: file, trustProgramConfig: trusted }: ConfigurationOptions,
  project: Pick<Project, "folder" | "stack"> | undefined,
): readonly Read[] {
  const ofStack = `exemptions.${project?.stack ?? ""}.json`;
  const files =
    file !== undefined
      ? [named(file, "--exemptions", "exemptions")]
      : trusted === true
        ? ["exemptions.json", ofStack].map((name) => ofProgram(project, name, "exemptions", trusted))
        : [];
  const found = files.filter((read) => read !== undefined);
  found.forEach(requireExemptions);
  return found;
}

/** What an organization's policy lets exemptions be; `undefined` where there is none, or it does not say. @throws UsageError */
export function readExemptionLimits(file?: string): OrganizationPolicies.OrganizationExemptionLimits | undefined {
  const read = named(file, "--organization-policy", "organization policy");
  return read === undefined ? undefined : parseOrganization(read).exemptions;
}

function named(file: string | undefined, option: string, kind: UsedConfiguration["kind"]): Read | undefined {
  return file === undefined ? undefined : readNamed(file, option, kind);
}

/** A file that an option names, with what a report says of it. @throws UsageError if it cannot be read */
export function readNamed(file: string, option: string, kind: UsedConfiguration["kind"]): Read {
  const text = readText(file, option);
  return { text, used: { kind, path: file, sha256: digest(text) } };
}

function ofProgram(
  project: Pick<Project, "folder"> | undefined,
  name: string,
  kind: UsedConfiguration["kind"],
  trusted: boolean,
): Read | undefined {
  const text = project === undefined ? undefined : readProgramText(path.join(project.folder, name));
  return text === undefined
    ? undefined
    : {
        text,
        used: { kind, path: name, sha256: digest(text), ofProgram: trusted ? "trusted" : "may only raise levels" },
      };
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** A policy configuration in Pulumi's format: a JSON object of policy name -> level or settings. */
function parsePolicyConfig({ text, used }: Read): PolicyConfig {
  const what = used.ofProgram === undefined ? `--policy-config ${used.path}` : `${used.path} in the program's folder`;
  let content: unknown;
  try {
    content = JSON.parse(withoutByteOrderMark(text));
  } catch (error) {
    throw new UsageError(`${what} is not JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
  if (typeof content !== "object" || content === null || Array.isArray(content)) {
    throw new UsageError(`${what} must hold a JSON object: {"RULE": {"enforcementLevel": "advisory"}}.`);
  }
  return content as PolicyConfig; // an object, by the check above
}

/** @throws UsageError with every mistake in the file */
function parseOrganization({ text, used }: Read): OrganizationPolicies.OrganizationPolicy {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- its validator is loaded on first use only
  const { parseOrganizationPolicy } = require("../gate/organization-policy") as typeof OrganizationPolicies;
  const parsed = parseOrganizationPolicy(decodedYaml(text, `--organization-policy ${used.path}`));
  if (parsed.ok) {
    return parsed.policy;
  }
  throw new UsageError(
    [`--organization-policy ${used.path}:`, ...parsed.mistakes.map((mistake) => `  ${mistake}`)].join("\n"),
  );
}

/** Entries that do not apply are reported by the pack; this is about the file. */
function requireExemptions({ text, used }: Read): void {
  try {
    parseExemptions(text, used.path);
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}.`);
  }
}

/** What ends a pack, and whether it is asked about all that its exemptions are from. */
export interface PackRun extends Pick<PackOptions, "signal" | "deadline"> {
  /** Whether rules are left out, so that an exemption may be unused for that alone. @default false */
  readonly isPartial?: boolean;
}

/**
 * Starts the pack with the exemptions as they were read, whatever stands in the file by now.
 * @throws PackError if the pack does not start
 */
export async function startConfiguredPack(
  folder: string,
  { exemptions, organization }: Configuration,
  { isPartial = false, ...run }: PackRun,
): Promise<PackProcess> {
  const limits = organization?.exemptions;
  const start = (files: string): Promise<PackProcess> =>
    startPack({
      ...run,
      folder,
      // Set in any case, so that no variable of this process names others.
      environment: {
        [EXEMPTIONS_VARIABLE]: files,
        [LIMITS_VARIABLE]: limits === undefined ? "" : JSON.stringify(limits),
        [PARTIAL_VARIABLE]: isPartial ? "true" : "",
      },
    });
  if (exemptions === undefined) {
    return start("");
  }
  const snapshot = fs.mkdtempSync(path.join(os.tmpdir(), "baseline-exemptions-"));
  try {
    const files = exemptions.map(({ name, text }, index) => {
      const folderOfFile = path.join(snapshot, String(index));
      fs.mkdirSync(folderOfFile);
      // The variable names one file a line.
      const file = path.join(folderOfFile, name.replaceAll("\n", " "));
      fs.writeFileSync(file, text);
      return file;
    });
    return await start(files.join("\n"));
  } finally {
    fs.rmSync(snapshot, { recursive: true, force: true });
  }
}

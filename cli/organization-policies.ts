/** `baseline organization-policies`: writes the policies by which an organization governs AI, for those who manage it elsewhere. */
import {
  type GovernanceMistake,
  mistakesIn,
  type OrganizationGovernance,
} from "../components/documents/organization/governance";
import {
  exceededLimit,
  ORGANIZATION_POLICY_KINDS,
  type OrganizationPolicy,
  type OrganizationPolicyKind,
  organizationPolicies,
} from "../components/documents/organization/policies";
import { readProject } from "../preview/project";
import { describeMistakes } from "../settings/mistake";
import { type AccountSettings, parseSettings } from "../settings/parse";
import { organizationPoliciesReport } from "../reports/organization-policies";
import { print } from "./console";
import { withReports } from "./endings";
import { EXIT_PASS, UsageError } from "./failure";
import type { Outputs, ReportFolder } from "./report-folder";

export interface OrganizationPoliciesOptions {
  readonly stack?: string;
  readonly program: string;
  readonly deployer: readonly string[];
  readonly breakGlass?: readonly string[];
  readonly governedRegion?: readonly string[];
  readonly inferenceRegion?: readonly string[];
  readonly approvedModel?: readonly string[];
  readonly organizationId?: string;
  readonly trustedAccount?: readonly string[];
  readonly guardrail?: readonly string[];
  readonly mantle: "refuse" | "allow";
  readonly kind?: readonly OrganizationPolicyKind[];
  readonly out: string;
}

/** A file for each kind; none is left of another run. */
const OUTPUTS: Outputs = {
  command: "baseline organization-policies",
  files: Object.fromEntries(ORGANIZATION_POLICY_KINDS.map((kind) => [fileOf(kind), undefined])),
};

/** @returns the exit code. */
export function writeOrganizationPolicies(options: OrganizationPoliciesOptions): Promise<number> {
  const inputs = { state: undefined, judged: options.governedRegion === undefined ? options.program : undefined };
  return withReports(options.out, OUTPUTS, inputs, (reports) => Promise.resolve(written(options, reports)));
}

function written(options: OrganizationPoliciesOptions, reports: ReportFolder): number {
  const governance = governanceOf(options);
  const mistakes = mistakesIn(governance);
  if (mistakes.length > 0) {
    throw new UsageError(mistakes.map(told).join("\n"));
  }
  const { policies, leftOut } = organizationPolicies(governance, options.kind);
  policies.forEach(requireSize);
  reports.write(Object.fromEntries(policies.map(({ kind, content }) => [fileOf(kind), `${content}\n`])));
  print(organizationPoliciesReport({ policies, leftOut, folder: reports.shown, fileOf }));
  return EXIT_PASS;
}

function fileOf(kind: OrganizationPolicyKind): string {
  return `${kind}.json`;
}

/** @throws UsageError for a guardrail without its region */
function governanceOf(options: OrganizationPoliciesOptions): OrganizationGovernance {
  // Where regions are given, nothing is read of a stack.
  const settings = options.governedRegion === undefined ? settingsOf(options) : undefined;
  const {
    governedRegion: governedRegions = settings?.governedRegions ?? [],
    breakGlass: breakGlassPrincipals = settings?.breakGlassPrincipals ?? [],
    organizationId = settings?.organizationId,
  } = options;
  return {
    governedRegions,
    breakGlassPrincipals,
    deployers: options.deployer,
    inferenceRegions: options.inferenceRegion ?? [],
    approvedModels: options.approvedModel ?? "any",
    mantle: options.mantle,
    trustedAccounts: options.trustedAccount ?? [],
    guardrails: Object.fromEntries((options.guardrail ?? []).map(byRegion)),
    ...(organizationId === undefined ? {} : { organizationId }),
  };
}

/** @throws UsageError with every mistake in the settings */
function settingsOf({ program, stack }: OrganizationPoliciesOptions): AccountSettings {
  const project = readProject(program, stack);
  const parsed = parseSettings(project.config, project.name, project.secretKeys);
  if (parsed.ok) {
    return parsed.settings;
  }
  throw new UsageError(
    `${describeMistakes(parsed.mistakes)}\nName the governed regions with --governed-region to read no settings.`,
  );
}

/** `arn:PARTITION:bedrock:REGION:...` */
function byRegion(arn: string): readonly [string, string] {
  return [arn.split(":")[3] ?? "", arn];
}

/** The options by their names on the command line. */
const FLAGS: Readonly<Record<GovernanceMistake["option"], string>> = {
  governedRegions: "--governed-region",
  inferenceRegions: "--inference-region",
  approvedModels: "--approved-model",
  mantle: "--mantle",
  deployers: "--deployer",
  breakGlassPrincipals: "--break-glass",
  evidence: "evidence",
  organizationId: "--organization-id",
  trustedAccounts: "--trusted-account",
  guardrails: "--guardrail",
};

function told({ option, got, allowed, fix }: GovernanceMistake): string {
  return `${FLAGS[option]} is ${JSON.stringify(got)}. Allowed: ${allowed}. ${fix}`;
}

/** @throws UsageError if AWS would not take it */
function requireSize(policy: OrganizationPolicy): void {
  const limit = exceededLimit(policy);
  if (limit !== undefined) {
    throw new UsageError(
      `The policy ${policy.kind} has ${policy.content.length} characters, and AWS Organizations takes ${limit} of a ${policy.type}. Name fewer principals or models, or several of them by one pattern.`,
    );
  }
}

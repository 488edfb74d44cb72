/** The programs in tests/programs, previewed and checked as a gate would. */
import assert from "node:assert/strict";
import * as path from "node:path";
import type { Finding } from "../../gate/finding";
import { evaluate } from "../../gate/evaluate";
import { type Preview, type PreviewOptions, startPreview } from "../../preview/preview";
import { readProject } from "../../preview/project";
import type { ResourceState } from "../../pulumi/stack-state";
import { fixtureProgram } from "../support/fixture-program";
import { REPOSITORY } from "../support/prod-state";
import { sharedPack } from "../support/shared-pack";

/** The folder of one of the programs; `name` says where its source file is in tests/programs. */
export function programFolder(name: string): string {
  return fixtureProgram(path.join(REPOSITORY, "tests", "programs", name));
}

/** The preview of a program; `undefined` takes its only stack. */
export async function previewOf(name: string, options: PreviewOptions = {}): Promise<Preview> {
  const underWay = await startPreview(readProject(programFolder(name)), options);
  return underWay.finish();
}

/** The resources of a program by their names, without the stack and the default providers. */
export async function resourcesOf(name: string): Promise<Readonly<Record<string, ResourceState>>> {
  return byName(await previewOf(name));
}

export function byName({ state }: Preview): Readonly<Record<string, ResourceState>> {
  return Object.fromEntries(state.deployment.resources.map((resource) => [nameOf(resource.urn), resource]));
}

/** The few rules by which the programs are checked: whatever else the pack learns, these verdicts stand. */
const RULES = ["kms-key-rotation-enabled", "logs-log-group-retention-bounded", "logs-log-group-customer-managed-key"];

/** Every finding that is no pass as `VERDICT RULE NAME`, sorted, and how many passes there are. */
export async function verdictOf(
  preview: Preview,
): Promise<{ readonly findings: readonly string[]; readonly passes: number }> {
  const all = await findingsOf(preview);
  const findings = all.filter(({ result }) => result !== "pass");
  return {
    findings: findings.map(({ result, rule, urn }) => `${result} ${rule} ${nameOf(urn)}`).sort(),
    passes: all.length - findings.length,
  };
}

export async function findingsOf({ state, hidden }: Preview): Promise<readonly Finding[]> {
  const levels = Object.fromEntries(RULES.map((rule) => [rule, "mandatory"]));
  const policyConfig = { all: "disabled", ...levels };
  return (await evaluate(await sharedPack(), state, { policyConfig, opaque: hidden, preset: "strict" })).findings;
}

export function nameOf(urn: string): string {
  return urn.split("::").slice(3).join("::");
}

/** `QUALIFIED$TYPE::NAME` of a URN. */
export function tailOf(urn: string): string {
  return urn.split("::").slice(2).join("::");
}

/** A value that is to be a text. */
export function text(value: unknown): string {
  return typeof value === "string" ? value : assert.fail(`${JSON.stringify(value)} is no text`);
}

/**
 * The real pack process, started once for a whole test run and ended after it.
 *
 * It runs with an exemptions file that exempts every rule on every resource of a stack named `exempted`.
 */
import * as fs from "node:fs";
import { createRequire } from "node:module";
import * as os from "node:os";
import * as path from "node:path";
import { type PackProcess, startPack } from "../../gate/pack-process";
import type * as Catalogue from "../../policies/catalogue";
import { REPOSITORY } from "./prod-state";

export const EXEMPTED_STACK = "exempted";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "baseline-tests-"));
let pack: Promise<PackProcess> | undefined;

export function sharedPack(): Promise<PackProcess> {
  pack ??= startExempting();
  return pack;
}

function startExempting(): Promise<PackProcess> {
  // Most runs of a single file need neither the pack nor its rules. `import()` would not find them: ts-node compiles only
  // what is required.
  const { RULES } = createRequire(__filename)("../../policies/catalogue") as typeof Catalogue;
  return startPack({
    folder: path.join(REPOSITORY, "policies"),
    environment: { BASELINE_EXEMPTIONS: writeExemptions(RULES) },
  });
}

function writeExemptions(rules: readonly { readonly id: string }[]): string {
  const file = path.join(folder, "exemptions.json");
  const exemptions = rules.map(({ id }) => ({
    rule: id,
    urn: `urn:pulumi:${EXEMPTED_STACK}::*`,
    reason: "the test of the exemption",
    owner: "owner@example.com",
    approver: "approver@example.com",
    expires: "9999-12-31",
  }));
  fs.writeFileSync(file, JSON.stringify({ exemptions }));
  return file;
}

/** For mocha's root hooks: ends the process, if one was started. */
export async function stopSharedPack(): Promise<void> {
  const started = await pack?.catch(() => undefined);
  started?.stop();
  fs.rmSync(folder, { recursive: true, force: true });
}

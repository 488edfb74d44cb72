/** The modules of facts/, found in the folder, so that none can be forgotten. */
import * as fs from "node:fs";
import { createRequire } from "node:module";
import * as path from "node:path";

const FACTS = path.resolve(__dirname, "../../../facts");
const load = createRequire(__filename);

/** One file of facts/. */
export interface FactModule {
  /** From facts/, with forward slashes. */
  readonly name: string;
  readonly folder: string;
  readonly text: string;
}

/** Every file of facts/, in alphabetical order. */
export const FACT_MODULES: readonly FactModule[] = fs
  .readdirSync(FACTS, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .sort()
  .map((file) => ({
    name: file.replaceAll(path.sep, "/"),
    folder: path.dirname(path.join(FACTS, file)),
    text: fs.readFileSync(path.join(FACTS, file), "utf8"),
  }));

/** What a module exports. */
export function exportsOf(module: FactModule): Readonly<Record<string, unknown>> {
  // A loaded module is an object by its exports' names; `require` types it `any`.
  return load(path.join(FACTS, module.name)) as Readonly<Record<string, unknown>>;
}

/** The specifiers of all modules that a module imports or exports from. */
export function importsOf({ text }: FactModule): readonly string[] {
  return [...text.matchAll(/^(?:import|export)\s[^;]*?from\s+"(?<from>[^"]+)"|^import\s+"(?<bare>[^"]+)"/gm)].map(
    ({ groups }) => groups?.["from"] ?? groups?.["bare"] ?? "",
  );
}

/** Whether a module is nothing but `export ... from`. */
export function isReExport({ text }: FactModule): boolean {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "").trim();
  return code !== "" && code.split(";").every((part) => /^\s*(?:export\s[\s\S]*\sfrom\s+"[^"]+"\s*)?$/.test(part));
}

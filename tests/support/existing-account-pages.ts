/** The pages of docs/existing-accounts/, as what can be tried of them: files to import, settings and code. */
import * as fs from "node:fs";
import * as path from "node:path";
import type { ImportFile } from "../../pulumi/import-file";
import { REPOSITORY } from "./prod-state";

const FOLDER = path.join(REPOSITORY, "docs", "existing-accounts");

/** The names of the pages, without `.md`. */
export const PAGES: readonly string[] = fs
  .readdirSync(FOLDER)
  .map((file) => file.replace(/\.md$/, ""))
  .sort();

export function textOf(page: string): string {
  return fs.readFileSync(path.join(FOLDER, `${page}.md`), "utf8");
}

/** The blocks of a language on a page, in order. */
export function blocksOf(page: string, language: string): readonly string[] {
  const blocks = textOf(page).matchAll(new RegExp(`^ *\`\`\`${language}\n(?<text>[\\s\\S]*?)^ *\`\`\``, "gm"));
  return [...blocks].map(({ groups }) => groups?.["text"] ?? "");
}

/** The import file of a page, of which it has one. */
export function importFileOf(page: string): ImportFile {
  const [text, ...more] = blocksOf(page, "json");
  if (text === undefined || more.length > 0) {
    throw new Error(`${page} has ${more.length} import files, not one`);
  }
  // The pages write it in this form; a page that does not fails its test.
  return JSON.parse(text) as ImportFile;
}

/** Type -> import id, of the overview's table. */
export function importIds(): ReadonlyMap<string, string> {
  const rows = textOf("README").matchAll(/^\| `(?<type>aws:[^`]+)` *\| `(?<id>[^`]+)` *\|$/gm);
  return new Map([...rows].map(({ groups }) => [groups?.["type"] ?? "", groups?.["id"] ?? ""]));
}

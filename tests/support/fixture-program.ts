/**
 * Programs and policy packs that the tests run. Each is one source file; the folder that Pulumi asks for is made of it
 * when a test needs it.
 *
 * A source may start with lines `//@ ...`, which together are YAML: the name of a file in that folder -> what is to stand
 * in it, over the defaults; `null` leaves the file, or the setting, out. A line `//@ file NAME` starts a further source
 * file, which lasts to the next such line. None of these lines is in the folder, so line numbers are those of the program.
 */
import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { parse as parseYaml, stringify as stringifyYaml } from "yaml";
import { REPOSITORY } from "./prod-state";

/** Content of the folder's settings files. */
type SettingsFiles = Readonly<Record<string, Readonly<Record<string, unknown>> | null>>;

/**
 * The folder of a program, with a stack `dev`.
 * @param source path of its source file, without the extension.
 */
export function fixtureProgram(source: string): string {
  const name = path.basename(source);
  return laidOut(source, {
    "Pulumi.yaml": { name, runtime: "nodejs" },
    "Pulumi.dev.yaml": { config: { "aws:region": "eu-central-1", "aws:allowedAccountIds": ["210987654321"] } },
    "package.json": { name, private: true },
  });
}

/**
 * The folder of a policy pack.
 * @param source path of its source file, without the extension.
 */
export function fixturePack(source: string): string {
  return laidOut(source, {
    "PulumiPolicy.yaml": { description: "A pack of the tests", runtime: "nodejs" },
    "package.json": { name: path.basename(source), version: "1.2.3", private: true },
  });
}

/** Within the repository, so that its packages are found; git ignores it. */
const FOLDERS = path.join(REPOSITORY, "tests", ".fixtures");

/** Source -> its folder, of those that this process made. */
const made = new Map<string, string>();

function laidOut(source: string, defaults: SettingsFiles): string {
  const known = made.get(source);
  if (known !== undefined) {
    return known;
  }
  // The process id keeps test runs apart. Every folder is as deep in the repository as tests/*/programs: a relative
  // import out of a program there holds for its source as well.
  const name = path.relative(path.join(REPOSITORY, "tests"), source).split(path.sep).join("-");
  const folder = path.join(FOLDERS, `${process.pid}-${name}`);
  fs.rmSync(folder, { recursive: true, force: true });
  for (const [file, content] of filesOf(source, defaults)) {
    const target = path.join(folder, file);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, content);
  }
  made.set(source, folder);
  return folder;
}

function filesOf(source: string, defaults: SettingsFiles): ReadonlyMap<string, string> {
  const extension = ["ts", "js"].find((candidate) => fs.existsSync(`${source}.${candidate}`));
  assert.ok(extension !== undefined, `there is no ${source}.ts or .js`);
  const { settings, sources } = parseFixture(fs.readFileSync(`${source}.${extension}`, "utf8"), `index.${extension}`);

  const main = [...sources.keys()].find((name) => name.startsWith("index."));
  const files = new Map(sources);
  for (const name of new Set([...Object.keys(defaults), ...Object.keys(settings)])) {
    const given = settings[name];
    if (given !== null) {
      const content = {
        ...defaults[name],
        ...(name === "package.json" && main !== undefined ? { main } : {}),
        ...given,
      };
      files.set(name, name.endsWith(".json") ? JSON.stringify(content) : stringifyYaml(content));
    }
  }
  return files;
}

function parseFixture(
  text: string,
  index: string,
): { readonly settings: SettingsFiles; readonly sources: ReadonlyMap<string, string> } {
  const [first = "", ...further] = text.split(/^(?=\/\/@ file )/m);
  const heading = /^(?:\/\/@ .*\n)*/.exec(first)?.[0] ?? "";
  const sources = new Map<string, string>();
  // A program may lack its entry point.
  if (first !== heading) {
    sources.set(index, ended(first.slice(heading.length)));
  }
  for (const section of further) {
    const [line = "", ...lines] = section.split("\n");
    sources.set(line.slice("//@ file ".length), ended(lines.join("\n")));
  }
  // The cast says what the fixtures hold; a folder without what it needs fails its test.
  return { settings: (parseYaml(heading.replace(/^\/\/@ /gm, "")) ?? {}) as SettingsFiles, sources };
}

/** Without the blank line that parts it from the next file. */
function ended(text: string): string {
  return `${text.trimEnd()}\n`;
}

/** For mocha's root hooks: removes every folder that this process made. */
export function removeFixtures(): void {
  for (const folder of made.values()) {
    fs.rmSync(folder, { recursive: true, force: true });
  }
  made.clear();
}

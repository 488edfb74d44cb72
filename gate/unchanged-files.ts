/**
 * Whether the files by which a check is made are what they were before the program ran. The program runs with the rights of
 * whoever runs the gate, so it can write to them.
 *
 * The kernel sets a file's time of status change (ctime) at every change of its content, name or mode, and nobody but the
 * owner of the machine's clock can set it. So it is enough to remember when the program was started, and which folders lead
 * to the files: a moved folder keeps the times of what is in it.
 */
import * as fs from "node:fs";
import * as path from "node:path";

/** What has to stay what it is. */
export interface Watched {
  /** Folders of packages: each with all of its files, and with the packages on which it depends. */
  readonly packages: readonly string[];
  /** Folders with all of their files, without their `node_modules`. */
  readonly folders: readonly string[];
  /** Files, which need not exist. */
  readonly files: readonly string[];
}

/** What no package loads at run time, and what changes without being loaded. */
const NOT_LOADED = new Set([".git", "node_modules", "dist-es", "dist-types", "coverage", "baseline-report"]);
const NOT_CODE = /\.(?:d\.[cm]?ts|map|md|proto)$/;

/** In milliseconds: the kernel's clock for files ticks a hundred times a second or more often, and lags by as much. */
const CLOCK_STEP = 10;

export class UnchangedFiles {
  /** Milliseconds since 1970. */
  private readonly since = Date.now() - CLOCK_STEP;
  private readonly ways: ReadonlyMap<string, string>;
  private listed: readonly string[] | undefined;

  /** To be made before the program starts. */
  constructor(private readonly watched: Watched) {
    this.ways = new Map(this.roots().map((root) => [root, wayTo(root)]));
  }

  /**
   * Lists what is watched, which takes most of the time, and can be done while the program runs: what is added to a listed
   * folder or taken from it afterwards changes the folder.
   */
  list(): readonly string[] {
    return (this.listed ??= [...filesOf(this.watched)]);
  }

  /** The first file that has changed, been added or removed since; `undefined` if there is none. */
  changed(): string | undefined {
    const moved = this.roots().find((root) => this.ways.get(root) !== wayTo(root));
    return moved ?? this.list().find((file) => hasChanged(file, this.since));
  }

  private roots(): readonly string[] {
    return [...this.watched.packages, ...this.watched.folders, ...this.watched.files];
  }
}

function hasChanged(file: string, since: number): boolean {
  const found = fs.lstatSync(file, { throwIfNoEntry: false });
  return found !== undefined && found.ctimeMs >= since;
}

/** The identities of a file's real path and of every folder on the way to it. */
function wayTo(file: string): string {
  const steps: string[] = [];
  const add = (from: string): void => {
    for (let step = from; ; step = path.dirname(step)) {
      const found = fs.lstatSync(step, { throwIfNoEntry: false });
      steps.push(found === undefined ? "-" : `${found.dev}:${found.ino}`);
      if (step === path.dirname(step)) {
        return;
      }
    }
  };
  add(path.resolve(file));
  add(realPath(file));
  return steps.join(" ");
}

function realPath(file: string): string {
  try {
    return fs.realpathSync(file);
  } catch {
    return path.resolve(file);
  }
}

function* filesOf({ packages, folders, files }: Watched): Iterable<string> {
  for (const file of files) {
    yield file;
    yield realPath(file);
  }
  const seen = new Set<string>();
  for (const folder of [...folders, ...packagesBeneath(packages)]) {
    if (fs.existsSync(folder)) {
      yield* within(realPath(folder), seen);
      yield* onWay(folder);
    }
  }
}

function* within(folder: string, seen: Set<string>): Iterable<string> {
  if (seen.has(folder)) {
    return;
  }
  seen.add(folder);
  // Before its content, so that what comes and goes while it is read is seen by the folder.
  yield folder;
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    if (NOT_LOADED.has(entry.name) || (!entry.isDirectory() && NOT_CODE.test(entry.name))) {
      continue;
    }
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      yield* within(file, seen);
    } else {
      yield file;
      yield* entry.isSymbolicLink() ? behind(file, seen) : [];
    }
  }
}

function* behind(link: string, seen: Set<string>): Iterable<string> {
  const target = fs.statSync(link, { throwIfNoEntry: false });
  const real = realPath(link);
  if (target?.isDirectory() === true) {
    yield* within(real, seen);
  } else {
    yield real;
  }
}

/** The folders between a package and the `node_modules` that holds it: a moved one keeps the times of what is in it. */
function onWay(folder: string): readonly string[] {
  const parent = path.dirname(folder);
  if (path.basename(parent) === "node_modules") {
    return [folder, parent];
  }
  const above = path.dirname(parent);
  return path.basename(above) === "node_modules" ? [folder, parent, above] : [];
}

/** Each package, and every one that it can load, by the paths at which Node.js finds them. */
function packagesBeneath(packages: readonly string[]): readonly string[] {
  const found = new Set<string>();
  const real = new Set<string>();
  const add = (folder: string): void => {
    if (real.has(realPath(folder))) {
      return;
    }
    found.add(folder);
    real.add(realPath(folder));
    for (const name of dependenciesOf(folder)) {
      const dependency = installed(realPath(folder), name);
      if (dependency !== undefined) {
        add(dependency);
      }
    }
  };
  packages.forEach(add);
  return [...found];
}

/** Packages that a pack loads whether it says so or not. */
const ALWAYS = ["@pulumi/pulumi", "@pulumi/policy", "ts-node", "typescript", "esbuild"];

function dependenciesOf(folder: string): readonly string[] {
  const kinds = ["dependencies", "optionalDependencies", "peerDependencies"] as const;
  try {
    // Reason for the cast: package managers write this form, and whatever else stands there has no names.
    const content = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8")) as Readonly<
      Record<(typeof kinds)[number], Readonly<Record<string, string>> | undefined>
    >;
    const declared = kinds.flatMap((kind) => Object.keys(content[kind] ?? {}));
    return folder.split(path.sep).includes("node_modules") ? declared : [...declared, ...ALWAYS];
  } catch {
    return ALWAYS;
  }
}

function installed(from: string, name: string): string | undefined {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const candidate = path.join(folder, "node_modules", name);
    if (fs.existsSync(candidate)) {
      return candidate;
    }
    if (folder === path.dirname(folder)) {
      return undefined;
    }
  }
}

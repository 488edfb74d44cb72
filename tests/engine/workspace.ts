/**
 * The real CLI, driven through the Automation API on copies of programs in a temporary folder: a backend, a home and a
 * passphrase of its own, no network, and providers that the test serves.
 */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import {
  type Deployment,
  type EngineEvent,
  LocalWorkspace,
  type PolicyEvent,
  PulumiCommand,
  type Stack,
} from "@pulumi/pulumi/automation";
import { parseStackState } from "../../pulumi/read-state";
import type { ResourceState, WireMap } from "../../pulumi/stack-state";
import { ON_PATH, requireEngine } from "../support/engine-cli";
import { REPOSITORY } from "../support/prod-state";
import { type InAccount, type ServedProvider, serveProvider } from "./provider";

/** The policy pack's folder. */
const PACK = "policies";

/** What the program of this checkout consists of, and its pack. */
const PROGRAM_FILES = [
  ...[
    "index.ts",
    "settings",
    "components",
    "facts",
    "functions",
    "runbooks",
    "tools",
    "package.json",
    "tsconfig.json",
    "tsconfig.program.json",
  ],
  PACK,
];

/** Bytes that a command may print. */
const LONGEST_OUTPUT = 64 * 1024 * 1024;

/** One resource of a program that declares just what it is told to. */
export interface Declared {
  readonly type: string;
  readonly name: string;
  readonly inputs: WireMap;
  readonly protect?: boolean;
  /** Name of a resource that is declared before it, and that it is to be made after. */
  readonly after?: string;
}

export interface RunOptions {
  /** @default the folder of the pack in this checkout */
  readonly pack?: string;
  /** Configuration of its policies, or the file that holds it. */
  readonly policyConfig?: Readonly<Record<string, unknown>> | string;
  /** Content of the exemptions file. */
  readonly exemptions?: readonly Readonly<Record<string, unknown>>[];
}

/** What one run of the engine showed. */
export interface EngineRun {
  readonly succeeded: boolean;
  /** Everything it printed. */
  readonly printed: string;
  readonly violations: readonly PolicyEvent[];
  /** How many resources had which change. */
  readonly changes: Readonly<Record<string, number>>;
  readonly events: readonly EngineEvent[];
}

export class EngineWorkspace {
  readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), "baseline-engine-"));
  private count = 0;

  private constructor(
    private readonly engine: string,
    readonly provider: ServedProvider,
  ) {
    for (const name of ["home", "backend"]) {
      fs.mkdirSync(path.join(this.folder, name));
    }
  }

  /** @param engine what `requireEngine` found. @param account what is in the account already. @default nothing */
  static async open(engine: string, account: readonly InAccount[] = []): Promise<EngineWorkspace> {
    return new EngineWorkspace(engine, await serveProvider(account));
  }

  close(): void {
    this.provider.stop();
    fs.rmSync(this.folder, { recursive: true, force: true });
  }

  /**
   * A copy of this checkout's program with its pack, because the engine writes into a program's folder and this one is
   * under version control.
   */
  copyOfProgram(): string {
    const folder = this.newFolder();
    const settings = fs.readdirSync(REPOSITORY).filter((name) => /^(Pulumi|policy-config)\./.test(name));
    for (const name of [...PROGRAM_FILES, ...settings]) {
      fs.cpSync(path.join(REPOSITORY, name), path.join(folder, name), { recursive: true });
    }
    linkPackages(folder);
    return folder;
  }

  /** A program of plain JavaScript that declares the given resources, each by itself. */
  programThatDeclares(resources: readonly Declared[]): string {
    const folder = this.newFolder();
    const files = {
      "Pulumi.yaml": "name: declared\nruntime:\n  name: nodejs\n  options:\n    typescript: false\n",
      "package.json": JSON.stringify({ name: "declared", version: "1.0.0", main: "index.js" }),
      "index.js": DECLARING_PROGRAM,
    };
    for (const [name, content] of Object.entries(files)) {
      fs.writeFileSync(path.join(folder, name), content);
    }
    linkPackages(folder);
    this.declare(folder, resources);
    return folder;
  }

  /** Lets such a program declare other resources from now on. */
  declare(folder: string, resources: readonly Declared[]): void {
    fs.writeFileSync(path.join(folder, "resources.json"), JSON.stringify(resources));
  }

  /** The stack of a program; made when it is not there yet. */
  async stack(folder: string, name: string): Promise<EngineStack> {
    const pulumiCommand = await PulumiCommand.get(this.engine === ON_PATH ? {} : { root: this.engine });
    const envVars = this.environment();
    const stack = await LocalWorkspace.createOrSelectStack(
      { stackName: name, workDir: folder },
      { envVars, pulumiCommand, pulumiHome: path.join(this.folder, "home") },
    );
    return new EngineStack(stack, (content) => this.write(content), envVars);
  }

  /** Runs a command of the CLI. @param more added to its environment. */
  command(
    args: readonly string[],
    cwd: string,
    more: Readonly<Record<string, string>> = {},
  ): Promise<{ exitCode: number; stdout: string; stderr: string }> {
    const cli = this.engine === ON_PATH ? "pulumi" : path.join(this.engine, "bin", "pulumi");
    const options = { cwd, env: { ...process.env, ...this.environment(), ...more }, maxBuffer: LONGEST_OUTPUT };
    return new Promise((resolve) => {
      execFile(cli, [...args, "--non-interactive"], options, (error, stdout, stderr) => {
        resolve({ exitCode: error === null ? 0 : Number(error.code ?? 1), stdout, stderr });
      });
    });
  }

  /** Writes a JSON file. @returns its path. */
  write(content: unknown): string {
    const file = path.join(this.newFolder(), "content.json");
    fs.writeFileSync(file, JSON.stringify(content));
    return file;
  }

  private newFolder(): string {
    this.count += 1;
    const folder = path.join(this.folder, String(this.count));
    fs.mkdirSync(folder);
    return folder;
  }

  private environment(): Record<string, string> {
    return {
      PULUMI_HOME: path.join(this.folder, "home"),
      PULUMI_BACKEND_URL: `file://${path.join(this.folder, "backend")}`,
      PULUMI_CONFIG_PASSPHRASE: "test",
      PULUMI_DEBUG_PROVIDERS: this.provider.attach,
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
      PULUMI_SKIP_UPDATE_CHECK: "true",
      // Writing the whole state after each of hundreds of resources takes longer than all the rest.
      PULUMI_SKIP_CHECKPOINTS: "true",
      // What the shell around the tests says must not reach the engine.
      PULUMI_ACCESS_TOKEN: "",
      BASELINE_EXEMPTIONS: "",
    };
  }
}

function linkPackages(folder: string): void {
  fs.symlinkSync(path.join(REPOSITORY, "node_modules"), path.join(folder, "node_modules"), "dir");
}

const DECLARING_PROGRAM = `
const pulumi = require("@pulumi/pulumi");
const made = {};
for (const { type, name, inputs, protect, after } of require("./resources.json")) {
  made[name] = new pulumi.CustomResource(type, name, inputs, { protect, dependsOn: after ? [made[after]] : [] });
}
`;

/** One stack, on which the engine is run. */
export class EngineStack {
  constructor(
    private readonly stack: Stack,
    private readonly write: (content: unknown) => string,
    private readonly environment: Record<string, string>,
  ) {}

  preview(options: RunOptions = {}): Promise<EngineRun> {
    return this.run(options, (given) => this.stack.preview(given));
  }

  /** Updates without the preview that the CLI would ask about first. */
  up(options: RunOptions = {}): Promise<EngineRun> {
    return this.run(options, (given) => this.stack.up({ ...given, suppressProgress: true }));
  }

  /** The state as `pulumi stack export` writes it. */
  exported(): Promise<Deployment> {
    return this.stack.exportStack();
  }

  /** The resources of that state as the gate reads them. */
  async resources(): Promise<readonly ResourceState[]> {
    return parseStackState(JSON.stringify(await this.exported()), "the exported state").deployment.resources;
  }

  private async run(
    { pack = path.join(REPOSITORY, PACK), policyConfig, exemptions }: RunOptions,
    act: (given: {
      policyPacks: string[];
      policyPackConfigs?: string[];
      onEvent: (event: EngineEvent) => void;
      onOutput: (text: string) => void;
      color: "never";
    }) => Promise<unknown>,
  ): Promise<EngineRun> {
    const events: EngineEvent[] = [];
    let printed = "";
    this.stack.workspace.envVars = {
      ...this.environment,
      ...(exemptions === undefined ? {} : { BASELINE_EXEMPTIONS: this.write({ exemptions }) }),
    };
    const given = {
      policyPacks: [pack],
      ...(policyConfig === undefined
        ? {}
        : { policyPackConfigs: [typeof policyConfig === "string" ? policyConfig : this.write(policyConfig)] }),
      onEvent: (event: EngineEvent) => events.push(event),
      onOutput: (text: string) => (printed += text),
      color: "never" as const,
    };
    let succeeded = true;
    try {
      await act(given);
    } catch (error) {
      succeeded = false;
      printed += error instanceof Error ? error.message : String(error);
    }
    const summary = events.find(({ summaryEvent }) => summaryEvent !== undefined)?.summaryEvent;
    return {
      succeeded,
      printed,
      violations: events.flatMap(({ policyEvent }) => (policyEvent === undefined ? [] : [policyEvent])),
      changes: { ...summary?.resourceChanges },
      events,
    };
  }
}

/**
 * A workspace for the suite that calls this: opened before its tests, closed after them. Where there is no CLI, the suite
 * is skipped.
 */
export function suiteWorkspace(account: readonly InAccount[] = []): () => EngineWorkspace {
  let opened: EngineWorkspace | undefined;
  before(async function () {
    opened = await EngineWorkspace.open(requireEngine(this), account);
  });
  after(() => opened?.close());
  return () => opened ?? assert.fail("the workspace is open within the suite's tests only");
}

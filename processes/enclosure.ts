/**
 * How a stranger's process is started so that everything that it starts can be ended with it.
 *
 * What a platform offers is tried once. The tools are those of util-linux; without them, as on macOS, a process group has
 * to do, which a process can leave.
 */
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";

/**
 * `namespace`: a PID namespace, which ends with its first process, and from which no process outside can be seen.
 * `marked`: every descendant bears a {@link Mark} that it cannot take off.
 * `group`: a process group.
 */
export type Enclosure = { readonly kind: "namespace" | "group" } | { readonly kind: "marked"; readonly mark: Mark };

/**
 * A hard limit on the bytes in POSIX message queues that no other process has. A process without privileges can lower its
 * hard limits and never raise them, and hands them down to whatever it starts.
 */
export type Mark = number;

export interface EnclosedCommand {
  readonly enclosure: Enclosure;
  readonly command: string;
  readonly args: readonly string[];
}

/** Never those of the PATH, which can name a folder of the program: `npx` puts `node_modules/.bin` there. */
const TOOL_FOLDERS = ["/usr/bin", "/bin", "/usr/local/bin"];

function tool(name: string): string | undefined {
  return TOOL_FOLDERS.map((folder) => `${folder}/${name}`).find((file) => fs.existsSync(file));
}

/** Whether this process may read what belongs to others, which it loses in a namespace of its own user. */
const isRoot = process.getuid?.() === 0;

/** A set-user-ID program such as sudo gains nothing, and the process ends when the one that started it does, however. */
const BOUND = ["--no-new-privs", "--pdeathsig", "KILL"];

/** Runs its arguments, and says nothing of its own on the standard error, as a shell does of a command that was killed. */
const FIRST_PROCESS = 'exec 3>&2 2>/dev/null; ("$@" 2>&3 3>&-); exit $?';

function inNamespace(folder: string): readonly string[] | undefined {
  const [setpriv, unshare, shell, test] = [tool("setpriv"), tool("unshare"), tool("sh"), tool("test")];
  if (setpriv === undefined || unshare === undefined || shell === undefined || test === undefined) {
    return undefined;
  }
  const prefix = [
    ...[setpriv, ...BOUND],
    ...[unshare, "--user", "--map-current-user", "--pid", "--fork", "--kill-child", "--mount-proc"],
    // Inside, root could unmount /proc, beneath which lies that of the machine.
    ...(isRoot ? [setpriv, "--bounding-set=-all", "--inh-caps=-all"] : []),
    // The first process of a namespace is no ordinary one: it collects orphans, and signals from inside do not end it.
    ...[shell, "-c", FIRST_PROCESS, "sh"],
  ];
  return succeeds([...prefix, test, "-r", folder, "-a", "-x", folder]) ? prefix : undefined;
}

function marking(mark: Mark): readonly string[] | undefined {
  const [setpriv, prlimit, test] = [tool("setpriv"), tool("prlimit"), tool("test")];
  if (setpriv === undefined || prlimit === undefined || test === undefined) {
    return undefined;
  }
  const unprivileged = isRoot ? ["--bounding-set=-sys_resource", "--inh-caps=-all"] : [];
  const prefix = [setpriv, ...BOUND, ...unprivileged, prlimit, `--msgqueue=${mark}:${mark}`];
  return succeeds([...prefix, test, "-d", "/proc/self"]) ? prefix : undefined;
}

function succeeds([command = "", ...args]: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: "ignore", timeout: 5000 }).status === 0;
}

/** In bytes; a quarter of the kernel's default. No program of Node.js uses such queues. */
const LARGEST_MARK = 200_000;
const SMALLEST_MARK = 100_000;

/**
 * The command by which another is run enclosed.
 *
 * @param folder has to be readable in the enclosure.
 * @param kinds to be tried, from the best.
 */
export function enclose(
  command: string,
  args: readonly string[],
  folder: string,
  kinds: readonly Enclosure["kind"][] = ["namespace", "marked"],
): EnclosedCommand {
  const mark = SMALLEST_MARK + Math.floor(Math.random() * (LARGEST_MARK - SMALLEST_MARK));
  for (const kind of kinds) {
    const [outer, ...rest] = (kind === "namespace" ? inNamespace(folder) : marking(mark)) ?? [];
    if (outer !== undefined) {
      const enclosure = kind === "marked" ? ({ kind, mark } as const) : ({ kind } as const);
      return { enclosure, command: outer, args: [...rest, command, ...args] };
    }
  }
  return { enclosure: { kind: "group" }, command, args };
}

/** The command by which another is run so that it ends when this process does, however, where the platform offers that. */
export function endingWithUs(command: string, args: readonly string[]): Pick<EnclosedCommand, "command" | "args"> {
  const [setpriv, test] = [tool("setpriv"), tool("test")];
  const prefix = setpriv === undefined ? undefined : [setpriv, "--pdeathsig", "KILL"];
  if (prefix === undefined || test === undefined || !succeeds([...prefix, test, "-d", "/"])) {
    return { command, args };
  }
  const [outer = command, ...rest] = prefix;
  return { command: outer, args: [...rest, command, ...args] };
}

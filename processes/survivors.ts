/** What outlives a stranger's process: found and ended. */
import * as fs from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import type { Enclosure, Mark } from "./enclosure";

/** A living process. */
export interface Living {
  readonly id: number;
  readonly parent: number;
  readonly group: number;
  readonly session: number;
  /** The hard limit on the bytes in message queues; `undefined` if there is none, or if it cannot be read. */
  readonly mark: Mark | undefined;
}

/**
 * The processes that a stranger left behind. Pure.
 *
 * @param leader the process that was started: the leader of its group and session.
 * @param mark what its descendants bear. They can lower it, so a lower one counts too, but only on orphans: a process that
 *   another run has under way has that run as its parent.
 * @param self this process, whose ancestors are those that orphans are given to.
 */
export function survivorsAmong(
  living: readonly Living[],
  leader: number,
  mark: Mark | undefined,
  self: number,
): readonly number[] {
  const byId = new Map(living.map((one) => [one.id, one]));
  const isMarked = (one: Living): boolean => mark !== undefined && one.mark !== undefined && one.mark <= mark;
  const adopters = new Set([0, 1, ...ancestorsOf(self, byId)]);
  const isOrphan = (one: Living): boolean => {
    const seen = new Set<Living>();
    let top = one;
    for (let next: Living | undefined = one; next !== undefined && isMarked(next) && !seen.has(next);) {
      seen.add(next);
      top = next;
      next = byId.get(next.parent);
    }
    return adopters.has(top.parent);
  };
  return living
    .filter((one) => one.id !== self && one.id !== leader)
    .filter(
      (one) =>
        one.group === leader ||
        one.session === leader ||
        one.mark === (mark ?? Number.NaN) ||
        (isMarked(one) && isOrphan(one)),
    )
    .map(({ id }) => id);
}

function ancestorsOf(self: number, byId: ReadonlyMap<number, Living>): readonly number[] {
  const found = new Set<number>();
  for (let next = byId.get(self)?.parent; next !== undefined && !found.has(next); next = byId.get(next)?.parent) {
    found.add(next);
  }
  return [...found];
}

/** What became of the processes that a stranger started. */
export type Cleared =
  /** They have ended, every one. */
  | "all"
  /** None is known, but one that left the process group would not be. */
  | "as far as known"
  /** Some live on though they were killed, as one does that starts another before it dies. */
  | "not all";

/** Milliseconds in which killed processes have to be gone. */
const PATIENCE = 3000;

/** Ends what the process left behind. It has ended itself. */
export async function clear(leader: number, enclosure: Enclosure): Promise<Cleared> {
  if (enclosure.kind === "namespace") {
    return "all"; // the kernel has ended what was in it
  }
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    killGroup(leader);
    const living = livingProcesses();
    if (living === undefined) {
      return "as far as known";
    }
    const left = survivorsAmong(living, leader, markOf(enclosure), process.pid);
    left.forEach(kill);
    if (left.length === 0) {
      return enclosure.kind === "marked" ? "all" : "as far as known";
    }
    if (Date.now() > deadline) {
      return "not all";
    }
    await pause(10);
  }
}

/** Ends a process and its group at once, without a look at what became of it. */
export function killAtOnce(leader: number, enclosure: Enclosure): void {
  killGroup(leader);
  if (enclosure.kind !== "namespace") {
    survivorsAmong(livingProcesses() ?? [], leader, markOf(enclosure), process.pid).forEach(kill);
  }
}

function markOf(enclosure: Enclosure): Mark | undefined {
  return enclosure.kind === "marked" ? enclosure.mark : undefined;
}

function killGroup(leader: number): void {
  kill(-leader);
}

function kill(id: number): void {
  try {
    process.kill(id, "SIGKILL");
  } catch {
    // It has ended already.
  }
}

/** Every process of the machine that has not ended; `undefined` if there is no /proc. */
function livingProcesses(): readonly Living[] | undefined {
  try {
    return fs
      .readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => readLiving(name) ?? []);
  } catch {
    return undefined;
  }
}

function readLiving(name: string): Living | undefined {
  try {
    const stat = parseStat(fs.readFileSync(`/proc/${name}/stat`, "utf8"));
    return stat.state === "Z" ? undefined : { id: Number(name), ...stat, mark: readMark(name) };
  } catch {
    return undefined; // it has just ended
  }
}

function parseStat(stat: string): { state: string; parent: number; group: number; session: number } {
  // The name, in brackets, may hold anything; what follows is separated by spaces.
  const [state = "", parent, group, session] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return { state, parent: Number(parent), group: Number(group), session: Number(session) };
}

function readMark(name: string): Mark | undefined {
  try {
    const limits = fs.readFileSync(`/proc/${name}/limits`, "utf8");
    const hard = /^Max msgqueue size\s+\S+\s+(?<hard>\d+)/m.exec(limits)?.groups?.["hard"];
    return hard === undefined ? undefined : Number(hard);
  } catch {
    return undefined; // of another user, of whom the program started none
  }
}

/** What a look at an account before a deployment came to. */
import type { Collision, Consequence, SettingValue, Undecided } from "../../account/collisions/collision";

export interface PreflightReport {
  readonly project: string;
  readonly stack: string;
  /** 12 digits. */
  readonly account: string;
  /** ARN of who read it. */
  readonly caller: string;
  /** The regions in which the stack declares something. */
  readonly regions: readonly string[];
  /** Resources that the stack would create. */
  readonly resources: number;
  readonly collisions: readonly Collision[];
  readonly undecided: readonly Undecided[];
  /** The settings that resolve the collisions, without their namespace; empty where none does. */
  readonly settings: Readonly<Record<string, SettingValue>>;
  /** Settings of the stack that those disable, so that they have to go. */
  readonly unset: readonly string[];
  /** Whether it was said what the stack owns already. */
  readonly knowsDeployed: boolean;
  /** Calls that AWS answered. */
  readonly calls: number;
  readonly elapsedSeconds: number;
}

export type PreflightOutcome = "clear" | "collisions";

export function outcomeOf({ collisions }: PreflightReport): PreflightOutcome {
  return collisions.length === 0 ? "clear" : "collisions";
}

export const CONSEQUENCES: readonly Consequence[] = [
  "refused",
  "collides",
  "limit",
  "overwritten",
  "missing",
  "charged twice",
];

/** The gravest first. */
export function inOrder(collisions: readonly Collision[]): readonly Collision[] {
  return [...collisions].sort(
    (one, other) => CONSEQUENCES.indexOf(one.consequence) - CONSEQUENCES.indexOf(other.consequence),
  );
}

/** Collisions of the same kind, such as Config rules with names in use, as one. */
export interface CollisionGroup {
  readonly first: Collision;
  readonly all: readonly Collision[];
}

export function grouped(collisions: readonly Collision[]): readonly CollisionGroup[] {
  const groups = new Map<string, Collision[]>();
  for (const collision of inOrder(collisions)) {
    const { what, where, consequence, explanation, settings } = collision;
    const key = JSON.stringify([what, where, consequence, explanation, settings]);
    groups.set(key, [...(groups.get(key) ?? []), collision]);
  }
  return [...groups.values()].flatMap((all) => (all[0] === undefined ? [] : [{ first: all[0], all }]));
}

/** The form of an attack on the gate: what is tried, what comes of it, and the code that tries it. */

/** What is attacked. */
export const ATTACK_CLASSES = {
  program: "The program under check reaches for the gate, for the machine or for more time",
  silence: "Something is not checked, and the verdict could pass over it",
  configuration: "The judged folder configures its own judgment",
  reports: "A report is stale, redirected or half written",
  output: "Text of a stranger poses as text of the gate",
  secrets: "A secret leaves by an output",
  endings: "A run does not end, or not cleanly",
  policies: "A document says in an overlooked form what no rule would let pass",
} as const;

export type AttackClass = keyof typeof ATTACK_CLASSES;

export interface Attack {
  /** Lower case and hyphens, for ever: `debugger-by-signal`. */
  readonly id: string;
  readonly class: AttackClass;
  /** What the attacker does, as a sentence: "The program leaves a process behind that rewrites the pack." */
  readonly attack: string;
  /** What stops or reports it, as a sentence: "The pack starts after every process of the program has ended." */
  readonly outcome: string;
  /** What is left, and what to do about it, as sentences. @default - nothing */
  readonly remains?: string;
  /** Tries it, and fails where the outcome is another. */
  readonly run: () => Promise<void> | void;
}

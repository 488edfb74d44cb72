/** How a mistake in a setting is reported. Pure: needs no Pulumi runtime. */

/** One mistake in a stack's settings, worded for the person who has to fix it. */
export interface Mistake {
  /**
   * The setting as a stack file spells it, with the position inside it: `ai-governance-baseline:eksClusters[0].name`.
   */
  readonly path: string;
  /** What is wrong, as the rest of a sentence that starts with the path. */
  readonly problem: string;
  /** The value that was given, shortened, or `nothing`. */
  readonly got: string;
  /** The values that are accepted. */
  readonly allowed: string;
  /** What to do. */
  readonly fix: string;
}

/** How the problem begins of a setting that another one disables. */
export const WOULD_BE_IGNORED = "would be ignored";

const LONGEST_VALUE_SHOWN = 120;

/**
 * A value as a message shows it: one line of JSON, shortened, or `nothing` if there is none.
 * Control characters are escaped so that a value cannot control the reader's terminal.
 */
export function shown(value: unknown): string {
  if (value === undefined) {
    return "nothing";
  }
  const text = JSON.stringify(value).replace(
    // JSON.stringify does not escape C1 controls, and terminals interpret them like escape sequences.
    /[\u007f-\u009f]/g,
    (character) => `\\u00${character.charCodeAt(0).toString(16)}`,
  );
  return text.length > LONGEST_VALUE_SHOWN ? `${text.slice(0, LONGEST_VALUE_SHOWN)}... (shortened)` : text;
}

/** All mistakes, one paragraph each, under a line with their number. */
export function describeMistakes(mistakes: readonly Mistake[]): string {
  const count = mistakes.length === 1 ? "1 mistake" : `${mistakes.length} mistakes`;
  const paragraphs = mistakes.map(
    ({ path, problem, got, allowed, fix }) =>
      `  ${path} ${problem}\n    got:     ${got}\n    allowed: ${allowed}\n    fix:     ${fix}`,
  );
  return [`The settings have ${count}; nothing was declared.`, ...paragraphs].join("\n");
}

/** What is told of a setting that cannot be used. Pure: no Pulumi runtime. */

/** One mistake in a stack's settings, in the words of the one who has to mend it. */
export interface Mistake {
  /** The option, as a stack file spells it, with the place inside it: `ai-governance-baseline:eksClusters[0].name`. */
  readonly path: string;
  /** What is wrong, as the end of a sentence that begins with the path. */
  readonly problem: string;
  /** The value as it was given, shortened, or `nothing`. */
  readonly got: string;
  /** The values that would have been accepted. */
  readonly allowed: string;
  /** What to do. */
  readonly fix: string;
}

const LONGEST_VALUE_SHOWN = 120;

/**
 * A value as a message shows it: JSON on one line, shortened, `nothing` where there is none.
 * Control characters are escaped, so that a stray value cannot repaint the reader's terminal.
 */
export function shown(value: unknown): string {
  if (value === undefined) {
    return "nothing";
  }
  const text = JSON.stringify(value).replace(
    // C1 controls pass through JSON.stringify unescaped; terminals obey them as they obey escape sequences.
    /[\u007f-\u009f]/g,
    (character) => `\\u00${character.charCodeAt(0).toString(16)}`,
  );
  return text.length > LONGEST_VALUE_SHOWN ? `${text.slice(0, LONGEST_VALUE_SHOWN)}... (shortened)` : text;
}

/** Every mistake, one paragraph each, under a line that counts them. */
export function describeMistakes(mistakes: readonly Mistake[]): string {
  const count = mistakes.length === 1 ? "1 mistake" : `${mistakes.length} mistakes`;
  const paragraphs = mistakes.map(
    ({ path, problem, got, allowed, fix }) =>
      `  ${path} ${problem}\n    got:     ${got}\n    allowed: ${allowed}\n    fix:     ${fix}`,
  );
  return [`The settings have ${count}; nothing was declared.`, ...paragraphs].join("\n");
}

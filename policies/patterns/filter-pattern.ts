/**
 * JSON filter patterns of CloudWatch Logs, parsed into plain data:
 * {@link https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html}.
 */

/** A property of a log event: `$.userIdentity.type` is `["userIdentity", "type"]`; `*` stands for any key or item. */
export type Selector = readonly string[];

export type Operator = "=" | "!=" | ">" | "<" | ">=" | "<=";

export type Comparison =
  | { readonly kind: "value"; readonly selector: Selector; readonly operator: Operator; readonly value: Literal }
  | { readonly kind: "is"; readonly selector: Selector; readonly constant: "NULL" | "TRUE" | "FALSE" }
  | { readonly kind: "not-exists"; readonly selector: Selector };

/** What a property is compared with. */
export interface Literal {
  /** Without quotes; `*` stands for any run of characters. */
  readonly text: string;
  /** The number that an unquoted text is. */
  readonly number: number | undefined;
  /** Between percent signs, and so a regular expression. */
  readonly isExpression: boolean;
}

export type Condition =
  { readonly all: readonly Condition[] } | { readonly any: readonly Condition[] } | { readonly comparison: Comparison };

/** Whether the pattern is one for JSON events; the others are terms, regular expressions and lists of fields. */
export function isJsonPattern(pattern: string): boolean {
  return pattern.trim().startsWith("{");
}

/** @see {@link https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutMetricFilter.html} */
const MOST_CHARACTERS = 1024;

/** @throws {Error} that says what was expected, and where */
export function parseFilterPattern(pattern: string): Condition {
  if (pattern.length > MOST_CHARACTERS) {
    throw new Error(`it has ${pattern.length} characters, and CloudWatch Logs takes ${MOST_CHARACTERS}`);
  }
  return new Parser(pattern.trim()).parse();
}

class Parser {
  private position = 0;

  constructor(private readonly text: string) {}

  parse(): Condition {
    this.expect(/\{/y, "{");
    const condition = this.alternatives();
    this.expect(/\}/y, "}");
    this.expect(/$/y, "the end");
    return condition;
  }

  private alternatives(): Condition {
    const any = [this.conjunction()];
    while (this.take(/\|\|/y) !== undefined) {
      any.push(this.conjunction());
    }
    const [only] = any;
    return any.length === 1 && only !== undefined ? only : { any };
  }

  private conjunction(): Condition {
    const all = [this.operand()];
    while (this.take(/&&/y) !== undefined) {
      all.push(this.operand());
    }
    const [only] = all;
    return all.length === 1 && only !== undefined ? only : { all };
  }

  private operand(): Condition {
    if (this.take(/\(/y) === undefined) {
      return { comparison: this.comparison() };
    }
    const condition = this.alternatives();
    this.expect(/\)/y, ")");
    return condition;
  }

  private comparison(): Comparison {
    const selector = this.selector();
    if (this.take(/NOT\s+EXISTS\b/iy) !== undefined) {
      return { kind: "not-exists", selector };
    }
    const constant = this.take(/IS\s+(NULL|TRUE|FALSE)\b/iy)?.[1]?.toUpperCase();
    if (constant === "NULL" || constant === "TRUE" || constant === "FALSE") {
      return { kind: "is", selector, constant };
    }
    const operator = this.expect(/!=|>=|<=|=|>|</y, "a comparison")[0] as Operator; // each that the expression takes is one
    return { kind: "value", selector, operator, value: this.literal() };
  }

  private selector(): Selector {
    this.expect(/\$/y, "a selector such as $.eventName");
    const steps: string[] = [];
    for (let step = this.step(); step !== undefined; step = this.step()) {
      steps.push(step);
    }
    if (steps.length === 0) {
      throw this.failure("a selector such as $.eventName");
    }
    return steps;
  }

  private step(): string | undefined {
    const step = this.take(/\.([\w-]+|\*)|\.?\[\s*(\d+|\*|'[^']*'|"[^"]*")\s*\]/y);
    return step?.[1] ?? step?.[2]?.replace(/^(['"])(.*)\1$/, "$2");
  }

  private literal(): Literal {
    const [, quoted, expression, plain] = this.expect(
      /"((?:[^"\\]|\\.)*)"|%([^%]*)%|([^\s"%(){}&|=!<>]+)/y,
      "a value, in quotation marks unless it is one word",
    );
    const text = quoted?.replaceAll(/\\(.)/g, "$1") ?? expression ?? plain ?? "";
    const number = plain === undefined ? NaN : Number(plain);
    return { text, number: Number.isNaN(number) ? undefined : number, isExpression: expression !== undefined };
  }

  private take(token: RegExp): RegExpExecArray | undefined {
    this.position += /^\s*/.exec(this.text.slice(this.position))?.[0].length ?? 0;
    token.lastIndex = this.position;
    const match = token.exec(this.text) ?? undefined;
    this.position += match?.[0].length ?? 0;
    return match;
  }

  private expect(token: RegExp, what: string): RegExpExecArray {
    const match = this.take(token);
    if (match === undefined) {
      throw this.failure(what);
    }
    return match;
  }

  private failure(what: string): Error {
    const rest = this.text.slice(this.position, this.position + 20);
    return new Error(`it needs ${what} ${rest === "" ? "at the end" : `where it has ${JSON.stringify(rest)}`}`);
  }
}

/** A selector as the pattern writes it. */
export function selectorText(selector: Selector): string {
  return `$${selector.map((step) => (/^(\d+|\*)$/.test(step) ? `[${step}]` : `.${step}`)).join("")}`;
}

/** A comparison as a pattern writes it. */
export function comparisonText(comparison: Comparison): string {
  const selector = selectorText(comparison.selector);
  switch (comparison.kind) {
    case "not-exists":
      return `${selector} NOT EXISTS`;
    case "is":
      return `${selector} IS ${comparison.constant}`;
    case "value": {
      const { text, number, isExpression } = comparison.value;
      const value = number === undefined ? (isExpression ? `%${text}%` : JSON.stringify(text)) : text;
      return `${selector} ${comparison.operator} ${value}`;
    }
  }
}

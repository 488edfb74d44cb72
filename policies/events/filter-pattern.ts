/**
 * CloudWatch Logs filter patterns for JSON events, read into a tree.
 *
 * Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 */

/** What a pattern asks of one property. */
export interface Condition {
  /** As it is written: `$.userIdentity.type`. */
  readonly selector: string;
  readonly operator:
    "=" | "!=" | ">" | ">=" | "<" | "<=" | "is null" | "is true" | "is false" | "exists" | "not exists";
  /** A text in which `*` stands for any run of characters, or a number as it is written; none for the operators in words. */
  readonly value: string;
  /** Whether the value is a regular expression. */
  readonly isExpression: boolean;
}

export type Pattern =
  | { readonly kind: "condition"; readonly condition: Condition }
  | { readonly kind: "and" | "or"; readonly parts: readonly Pattern[] };

/** Reads `{ ... }`. `undefined` for another form, such as terms, or one that cannot be read. */
export function parseJsonPattern(text: string): Pattern | undefined {
  const inner = /^\s*\{(?<inner>[\s\S]*)\}\s*$/.exec(text)?.groups?.["inner"];
  if (inner === undefined) {
    return undefined;
  }
  const tokens = tokensOf(inner);
  if (tokens === undefined) {
    return undefined;
  }
  const reader = new Reader(tokens);
  const pattern = reader.either();
  return reader.isAtEnd ? pattern : undefined;
}

interface Token {
  readonly kind: "operator" | "quoted" | "expression" | "plain";
  readonly text: string;
}

const TOKEN =
  /\s*(?:(?<operator>&&|\|\||!=|>=|<=|[=<>()])|"(?<quoted>(?:[^"\\]|\\.)*)"|%(?<expression>[^%]*)%|(?<plain>(?:[^\s()=<>!&|"%[]|\[[^\]]*\])+))/y;

function tokensOf(text: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  const form = new RegExp(TOKEN);
  while (form.lastIndex < text.trimEnd().length) {
    const { operator, quoted, expression, plain } = form.exec(text)?.groups ?? {};
    if (operator !== undefined) {
      tokens.push({ kind: "operator", text: operator });
    } else if (quoted !== undefined) {
      tokens.push({ kind: "quoted", text: quoted.replace(/\\(.)/g, "$1") });
    } else if (expression !== undefined) {
      tokens.push({ kind: "expression", text: expression });
    } else if (plain !== undefined) {
      tokens.push({ kind: "plain", text: plain });
    } else {
      return undefined;
    }
  }
  return tokens;
}

const COMPARISONS = ["=", "!=", ">", ">=", "<", "<="] as const;

/** Deeper than anybody writes, and shallower than what would exhaust the stack. */
const DEEPEST = 100;

class Reader {
  private at = 0;
  private depth = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  get isAtEnd(): boolean {
    return this.at === this.tokens.length;
  }

  either(): Pattern | undefined {
    return this.joined("||", "or", () => this.both());
  }

  private both(): Pattern | undefined {
    return this.joined("&&", "and", () => this.single());
  }

  private joined(operator: string, kind: "and" | "or", next: () => Pattern | undefined): Pattern | undefined {
    const parts: Pattern[] = [];
    do {
      const part = next();
      if (part === undefined) {
        return undefined;
      }
      parts.push(part);
    } while (this.takes(operator));
    const [first, ...more] = parts;
    return more.length === 0 ? first : { kind, parts };
  }

  private single(): Pattern | undefined {
    if (!this.takes("(")) {
      return this.condition();
    }
    if (++this.depth > DEEPEST) {
      return undefined;
    }
    const inner = this.either();
    this.depth--;
    return this.takes(")") ? inner : undefined;
  }

  private condition(): Pattern | undefined {
    const selector = this.next();
    if (selector?.kind !== "plain" || !selector.text.startsWith("$")) {
      return undefined;
    }
    const operator = this.next();
    const comparison = COMPARISONS.find((candidate) => operator?.kind === "operator" && operator.text === candidate);
    if (comparison !== undefined) {
      const value = this.next();
      return value === undefined || value.kind === "operator"
        ? undefined
        : conditionOf(selector.text, comparison, value.text, value.kind === "expression");
    }
    const words = operator?.kind === "plain" ? operator.text.toLowerCase() : "";
    if (words === "exists") {
      return conditionOf(selector.text, "exists");
    }
    const two = `${words} ${this.next()?.text.toLowerCase() ?? ""}`;
    const known = (["is null", "is true", "is false", "not exists"] as const).find((candidate) => candidate === two);
    return known === undefined ? undefined : conditionOf(selector.text, known);
  }

  private next(): Token | undefined {
    return this.tokens[this.at++];
  }

  private takes(operator: string): boolean {
    const token = this.tokens[this.at];
    const found = token?.kind === "operator" && token.text === operator;
    this.at += found ? 1 : 0;
    return found;
  }
}

function conditionOf(selector: string, operator: Condition["operator"], value = "", isExpression = false): Pattern {
  return { kind: "condition", condition: { selector, operator, value, isExpression } };
}

/** Every condition, in the order of the text. */
export function conditionsOf(pattern: Pattern): readonly Condition[] {
  return pattern.kind === "condition" ? [pattern.condition] : pattern.parts.flatMap(conditionsOf);
}

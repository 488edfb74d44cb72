/**
 * CloudWatch Logs Insights, as far as this project's queries use its language: `fields`, `filter`, `stats`, `unnest`, `sort` and `limit` over
 * records in JSON, whose fields are named by their paths.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax.html
 */
import type { Row } from "../athena/athena";

type Record_ = Readonly<Record<string, unknown>>;
type Scalar = string | number | undefined;
type Expression = (record: Record_) => Scalar | boolean;

export function askInsights(query: string, records: readonly Record_[]): readonly Row[] {
  let rows: readonly Record_[] = records;
  for (const command of commandsOf(query)) {
    const [, verb = "", rest = ""] = /^(\w+)\s+([^]*)$/.exec(command) ?? [];
    switch (verb) {
      case "fields":
        rows = rows.map((row) => ({ ...row, ...shownIn(rest, row) }));
        break;
      case "filter": {
        const parser = new Parser(rest);
        const condition = parser.whole();
        rows = rows.filter((row) => condition(row) === true);
        break;
      }
      case "stats":
        rows = counted(rest, rows);
        break;
      case "unnest": {
        const [, list = "", into = ""] = /^(\S+) into (\w+)$/.exec(rest) ?? [];
        rows = rows.flatMap((row) => {
          const items = valueAt(row, list);
          return (Array.isArray(items) ? (items as readonly unknown[]) : [items]).map((item) => ({
            ...row,
            [into]: item,
          }));
        });
        break;
      }
      case "sort":
      case "limit":
        break;
      default:
        throw new Error(`Not a command: ${command}`);
    }
  }
  return rows;
}

/** Commands are divided by bars outside of texts and patterns. */
function commandsOf(query: string): readonly string[] {
  const commands: string[] = [];
  let command = "";
  for (const [token] of query.matchAll(/"(?:\\.|[^"\\])*"|(?<= like )\/(?:\\.|[^/\\])*\/|`[^`]*`|[^]/g)) {
    if (token === "|") {
      commands.push(command.trim());
      command = "";
    } else {
      command += token;
    }
  }
  return [...commands, command.trim()];
}

function shownIn(text: string, row: Record_): Record_ {
  return Object.fromEntries(
    separated(text).map((part) => {
      const [expression = "", name] = part.split(/ as (?=\w+$)/);
      const [, parsed] = /^jsonParse\((.*)\)$/.exec(expression) ?? [];
      return [
        name ?? expression,
        parsed === undefined ? new Parser(expression).whole()(row) : (JSON.parse(String(row[parsed])) as unknown),
      ];
    }),
  );
}

function counted(text: string, rows: readonly Record_[]): readonly Record_[] {
  const [measures = "", by = ""] = text.split(/ by (?=[^()]*(?:\([^()]*\)[^()]*)*$)/);
  const groups = new Map<string, Record_[]>();
  const names = by === "" ? [] : separated(by);
  for (const row of rows) {
    const key = JSON.stringify(names.map((name) => groupOf(name, row)));
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups].map(([key, of]) => ({
    ...Object.fromEntries((JSON.parse(key) as readonly unknown[]).map((value, index) => [names[index] ?? "", value])), // as it was written
    ...Object.fromEntries(
      separated(measures).map((part) => {
        const [, verb = "", field = "", name = ""] = /^(\w+)\((.*)\) as (\w+)$/.exec(part) ?? [];
        const values = of.map((row) => new Parser(field).whole()(row)).filter((value) => value !== undefined);
        return [name, MEASURES[verb]?.(values)];
      }),
    ),
  }));
}

function groupOf(name: string, row: Record_): Scalar | boolean {
  return name.startsWith("bin(") ? String(row["@timestamp"]).slice(0, 13) : new Parser(name).whole()(row);
}

type Values = readonly (string | number | boolean)[];

const MEASURES: Readonly<Record<string, (values: Values) => unknown>> = {
  count: (values) => values.length,
  count_distinct: (values) => new Set(values).size,
  sum: (values) => values.reduce((sum, value) => Number(sum) + Number(value), 0),
  min: (values) => [...values].sort()[0],
  max: (values) => [...values].sort().at(-1),
};

/** Parts between commas outside of brackets. */
function separated(text: string): readonly string[] {
  return [...text.matchAll(/(?:\([^()]*(?:\([^()]*\)[^()]*)*\)|[^,(])+/g)].map(([part]) => part.trim());
}

const TOKEN =
  /\s*("(?:\\.|[^"\\])*"|\/(?:\\.|[^/\\])*\/|`[^`]*`|-?\d+(?:\.\d+)?(?![\w.])|[@\w][\w.]*|!=|>=|<=|[=<>()[\],])/y;

/** Conditions, from the loosest to the tightest: or, and, not, comparison. */
class Parser {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(text: string) {
    const tokens: string[] = [];
    TOKEN.lastIndex = 0;
    while (TOKEN.lastIndex < text.trimEnd().length) {
      const from = TOKEN.lastIndex;
      const [, token] = TOKEN.exec(text) ?? [];
      if (token === undefined) {
        throw new Error(`Not a token: ${text.slice(from)}`);
      }
      tokens.push(token);
    }
    this.#tokens = tokens;
  }

  whole(): Expression {
    const expression = this.#or();
    if (this.#at < this.#tokens.length) {
      throw new Error(`Left over: ${this.#tokens.slice(this.#at).join(" ")}`);
    }
    return expression;
  }

  #or(): Expression {
    const parts = [this.#and()];
    while (this.#took("or")) {
      parts.push(this.#and());
    }
    return parts.length === 1 ? (parts[0] ?? never) : (record) => parts.some((part) => part(record) === true);
  }

  #and(): Expression {
    const parts = [this.#not()];
    while (this.#took("and")) {
      parts.push(this.#not());
    }
    return parts.length === 1 ? (parts[0] ?? never) : (record) => parts.every((part) => part(record) === true);
  }

  #not(): Expression {
    if (this.#took("not")) {
      const part = this.#not();
      return (record) => part(record) !== true;
    }
    return this.#comparison();
  }

  #comparison(): Expression {
    const left = this.#operand();
    if (this.#took("in")) {
      this.#expect("[");
      const values = [this.#operand()];
      while (this.#took(",")) {
        values.push(this.#operand());
      }
      this.#expect("]");
      return (record) => values.some((value) => isSame(left(record), value(record)));
    }
    const isNegated = this.#tokens[this.#at] === "not" && this.#tokens[this.#at + 1] === "like";
    this.#at += isNegated ? 1 : 0;
    if (this.#took("like")) {
      const [, pattern = ""] = /^\/(?:\(\?i\))?([^]*)\/$/.exec(this.#next()) ?? [];
      const form = new RegExp(pattern, "i");
      return (record) => {
        const value = left(record);
        return value !== undefined && form.test(String(value)) !== isNegated;
      };
    }
    for (const operator of ["=", "!=", "<", ">="]) {
      if (this.#took(operator)) {
        const right = this.#operand();
        return (record) => compare(operator, left(record), right(record));
      }
    }
    return left;
  }

  #operand(): Expression {
    const token = this.#next();
    if (token === "(") {
      const inner = this.#or();
      this.#expect(")");
      return inner;
    }
    if (token.startsWith('"')) {
      const text = token.slice(1, -1).replaceAll(/\\(.)/g, "$1");
      return () => text;
    }
    if (/^-?\d/.test(token)) {
      return () => Number(token);
    }
    if (token === "ispresent" || token === "coalesce") {
      this.#expect("(");
      const inner = [this.#operand()];
      while (this.#took(",")) {
        inner.push(this.#operand());
      }
      this.#expect(")");
      return (record) => {
        const first = inner.map((one) => one(record)).find((value) => value !== undefined);
        return token === "ispresent" ? first !== undefined : first;
      };
    }
    return (record) => fieldOf(record, token.replaceAll("`", ""));
  }

  #took(token: string): boolean {
    const isNext = this.#tokens[this.#at] === token;
    this.#at += isNext ? 1 : 0;
    return isNext;
  }

  #next(): string {
    const token = this.#tokens[this.#at++];
    if (token === undefined) {
      throw new Error("The query ends too early.");
    }
    return token;
  }

  #expect(token: string): void {
    const next = this.#next();
    if (next !== token) {
      throw new Error(`${next} stands where ${token} should.`);
    }
  }
}

const never: Expression = () => undefined;

function isSame(one: Scalar | boolean, other: Scalar | boolean): boolean {
  return one !== undefined && other !== undefined && String(one) === String(other);
}

function compare(operator: string, left: Scalar | boolean, right: Scalar | boolean): boolean {
  if (left === undefined || right === undefined) {
    return false;
  }
  switch (operator) {
    case "=":
      return isSame(left, right);
    case "!=":
      return !isSame(left, right);
    case "<":
      return Number(left) < Number(right);
    default:
      return Number(left) >= Number(right);
  }
}

/** Of a field that holds others there is no value. What is true is 1, as Insights shows it. */
function fieldOf(record: Record_, path: string): Scalar {
  const value = valueAt(record, path);
  if (typeof value === "boolean") {
    return value ? 1 : 0;
  }
  return typeof value === "string" || typeof value === "number" ? value : undefined;
}

function valueAt(record: Record_, path: string): unknown {
  return (
    record[path] ??
    path
      .split(".")
      .reduce<unknown>(
        (at, step) => (typeof at === "object" && at !== null ? (at as Record_)[step] : undefined),
        record,
      )
  ); // an object, by the test
}

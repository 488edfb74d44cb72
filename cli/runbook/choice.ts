/** Which runbooks are asked, of what time, and with which parameters. Pure functions of what the user wrote. */
import { RUNBOOK_IDS, type RunbookId, runbookOf } from "../../runbooks/catalogue";
import { DEFAULTS, type Given, type ParameterName, PARAMETERS } from "../../runbooks/parameters";
import type { Window } from "../../runbooks/queries/window";
import type { Category } from "../../runbooks/runbook";
import { nearest } from "../../settings/did-you-mean";
import { UsageError } from "../failure";

export interface Choice {
  readonly ids?: readonly string[];
  readonly all?: boolean;
  readonly category?: Category;
}

/** @throws UsageError where none is chosen, or one is not there */
export function chosenRunbooks({ ids = [], all = false, category }: Choice): readonly RunbookId[] {
  if (all || (category !== undefined && ids.length === 0)) {
    return RUNBOOK_IDS.filter((id) => category === undefined || runbookOf(id).category === category);
  }
  if (ids.length === 0) {
    throw new UsageError(
      "No runbook is named. Name one or more, or take --all or --category. `baseline runbook list` lists them.",
    );
  }
  return [...new Set(ids.map(known))];
}

function known(id: string): RunbookId {
  const found = RUNBOOK_IDS.find((one) => one === id);
  if (found === undefined) {
    const near = nearest(id, RUNBOOK_IDS);
    throw new UsageError(
      `There is no runbook ${JSON.stringify(id)}. ${near === undefined ? "" : `Did you mean ${near}? `}\`baseline runbook list\` lists them.`,
    );
  }
  return found;
}

/** @param written as `name=value`, where the values of a list stand between commas. @throws UsageError for what is none */
export function givenParameters(written: readonly string[] = []): Given {
  const given: Record<string, readonly string[] | number> = {};
  for (const text of written) {
    const [, name = "", value = ""] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
    const parameter = Object.hasOwn(PARAMETERS, name) ? PARAMETERS[name as ParameterName] : undefined; // by the test before
    if (parameter === undefined) {
      throw new UsageError(
        `--parameter is ${JSON.stringify(text)}. Allowed: NAME=VALUE with the names ${Object.keys(PARAMETERS).join(", ")}.`,
      );
    }
    given[name] =
      parameter.type === "list"
        ? value
            .split(",")
            .map((one) => one.trim())
            .filter((one) => one !== "")
        : wholeNumber(name, value, parameter.least);
  }
  return { ...DEFAULTS, ...given };
}

function wholeNumber(name: string, value: string, least: number): number {
  const number = Number(value);
  if (value.trim() === "" || !Number.isInteger(number) || number < least) {
    throw new UsageError(`The parameter ${name} is ${JSON.stringify(value)}. Allowed: whole numbers from ${least} on.`);
  }
  return number;
}

export interface TimeOptions {
  readonly from?: string;
  readonly to?: string;
  readonly last?: string;
}

const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/**
 * The time that is asked about, or all times where none is named.
 *
 * @throws UsageError for a time that is none, or that ends before it begins
 */
export function windowOf({ from, to, last }: TimeOptions, now: Date): Window {
  if (from === undefined && to === undefined && last === undefined) {
    return { kind: "all" };
  }
  const end = to === undefined ? now : timeOf("--to", to);
  const begin = last === undefined ? (from === undefined ? new Date(0) : timeOf("--from", from)) : before(end, last);
  if (begin >= end) {
    throw new UsageError(`The time from ${text(begin)} to ${text(end)} is none: it ends before it begins.`);
  }
  return { kind: "between", from: text(begin), to: text(end) };
}

function before(end: Date, last: string): Date {
  const [, count = "", unit = ""] = /^(\d{1,5})([mhd])$/.exec(last) ?? [];
  const length = UNITS[unit];
  if (length === undefined) {
    throw new UsageError(
      `--last is ${JSON.stringify(last)}. Allowed: a number of minutes, hours or days, such as 30m, 12h or 7d.`,
    );
  }
  return new Date(end.getTime() - Number(count) * length);
}

const TIME = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/;

function timeOf(option: string, written: string): Date {
  const time = new Date(written);
  if (!TIME.test(written) || Number.isNaN(time.getTime())) {
    throw new UsageError(
      `${option} is ${JSON.stringify(written)}. Allowed: a day or a time with its zone, such as 2026-11-20 or 2026-11-20T08:00:00Z.`,
    );
  }
  return time;
}

function text(time: Date): string {
  return time.toISOString().replace(/\.\d+Z$/, "Z");
}

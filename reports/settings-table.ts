/** The settings of a stack with what decided each, for a terminal and for scripts. */
import { createColors } from "picocolors";
import { jsonText } from "./json-text";
import { labelledLines } from "./labelled";
import { counted } from "./summary";
import { nameText, oneLine } from "./text";

/** What decides a setting, and in which order they are told: the strongest first. */
export const DECIDERS = {
  "stack file": (name: string) => name,
  environments: (name: string) => `Environments that ${name} names`,
  "project file": (name: string) => name,
  profile: (name: string) => `The profile ${name}`,
  "project default": (name: string) => `Defaults in ${name}`,
  schema: (name: string) => `Defaults of ${name}`,
} as const satisfies Readonly<Record<string, (name: string) => string>>;

export interface SettingPlace {
  readonly kind: keyof typeof DECIDERS;
  /** The file, the profile or the schema. */
  readonly name: string;
}

export interface DecidedSetting {
  /** With its namespace, as a stack file has it. */
  readonly key: string;
  /** Without secrets. */
  readonly value: unknown;
  readonly origin: SettingPlace;
}

export interface StackSettings {
  readonly project: string;
  readonly stack: string;
  readonly settings: readonly DecidedSetting[];
}

/** What stands in the place of a secret. */
export const SECRET = "[secret]";

export interface TableLook {
  /** Columns of the terminal; at least 60 are used. */
  readonly width: number;
  readonly color: boolean;
}

/** Under each that decides something its settings; the project's own without their namespace. */
export function settingsTable({ project, stack, settings }: StackSettings, look: TableLook): string {
  const colors = createColors(look.color);
  const width = Math.max(60, look.width);
  const kinds = Object.keys(DECIDERS);
  const heads = [...new Set(settings.map(({ origin }) => headOf(origin)))];
  const rank = (head: string): number =>
    Math.min(
      ...settings.filter(({ origin }) => headOf(origin) === head).map(({ origin }) => kinds.indexOf(origin.kind)),
    );
  const labels = settings.map(({ key }) => labelOf(key, project).length);
  const widest = Math.max(0, ...labels);
  const sections = heads
    .sort((one, other) => rank(one) - rank(other))
    .map((head) => {
      const rows = settings
        .filter(({ origin }) => headOf(origin) === head)
        // Names of all sections stand in columns of one width.
        .map(({ key, value }) => [labelOf(key, project).padEnd(widest), valueTexts(value)] as const);
      return [colors.bold(head), ...labelledLines(rows, width - 2, colors).map((line) => `  ${line}`)];
    });
  return [
    `${nameText(project)}/${nameText(stack)}: ${counted(settings.length, "setting")}\n`,
    ...sections.map((lines) => `${lines.join("\n")}\n`),
  ].join("\n");
}

export function settingsJson(settings: StackSettings): string {
  return jsonText(settings);
}

function headOf({ kind, name }: SettingPlace): string {
  return DECIDERS[kind](nameText(name));
}

function labelOf(key: string, project: string): string {
  return nameText(key.startsWith(`${project}:`) ? key.slice(project.length + 1) : key);
}

/** Longer objects have a line for each of their fields. */
const LONGEST_OBJECT = 40;

/** A line for each item of a list, and for each field of an object that is no short one. */
function valueTexts(value: unknown): readonly string[] {
  if (Array.isArray(value) && value.length > 0) {
    return value.map(textOf);
  }
  const isLong = typeof value === "object" && value !== null && JSON.stringify(value).length > LONGEST_OBJECT;
  return isLong && !Array.isArray(value)
    ? Object.entries(value).map(([name, inner]) => `${nameText(name)}: ${textOf(inner)}`)
    : [textOf(value)];
}

function textOf(value: unknown): string {
  return oneLine(typeof value === "string" && value !== "" ? value : JSON.stringify(value));
}

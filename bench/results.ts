/** What was measured, as a page, and whether every target was met. */
import * as fs from "node:fs";
import * as os from "node:os";
import type { Aim, Measured } from "./aims";
import { isHeld } from "./aims";
import type { Comparison } from "./measure";

/** A comparison as a measurement. */
export function ratio(aim: Aim, { ours, reference, ratio: figure, least, greatest }: Comparison, more = ""): Measured {
  const ms = (value: number): string => `${Math.round(value)} ms`;
  const range = `${least.toFixed(2)} to ${greatest.toFixed(2)}`;
  return { aim, figure, detail: `${ms(ours)} / ${ms(reference)}; ${range}${more === "" ? "" : `; ${more}`}` };
}

export interface Page {
  readonly title: string;
  /** Lines beneath the title. */
  readonly about: readonly string[];
  /** Where it is kept. */
  readonly file: string;
}

/** Prints the page and keeps it, or checks the targets. @returns the exit code */
export function conclude(
  measured: readonly Measured[],
  aims: Readonly<Record<string, Aim>>,
  page: Page,
  isCheck: boolean,
): number {
  const text = textOf(measured, page);
  process.stdout.write(text);
  if (!isCheck) {
    fs.writeFileSync(page.file, text);
    return 0;
  }
  const missed = Object.values(aims).filter((aim) => !measured.some((one) => one.aim === aim && isHeld(one)));
  for (const { what, limit } of missed) {
    console.error(`bench: target missed or not measured: ${what} <= ${limit}`);
  }
  return missed.length === 0 ? 0 : 1;
}

function textOf(measured: readonly Measured[], { title, about }: Page): string {
  return [
    `# ${title}`,
    "",
    ...about,
    "",
    `Node.js ${process.version}, ${os.cpus().length} processors.`,
    "",
    "| What | Measured | Target | Met | Why this target |",
    "|---|---|---|---|---|",
    ...measured.map((one) => {
      const { what, limit, unit, reason } = one.aim;
      const suffix = unit === "ratio" ? "" : ` ${unit}`;
      return `| ${what} | ${one.figure.toFixed(2)}${suffix} (${one.detail}) | ${limit}${suffix} | ${isHeld(one) ? "yes" : "no"} | ${reason} |`;
    }),
    "",
  ].join("\n");
}

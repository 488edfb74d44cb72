/** What the command says, safe for a terminal and for the log of a CI system, whatever it quotes. */
import { withoutLogCommands } from "../reports/log-commands";
import { cut, visible } from "../reports/text";
import { EXIT_DEFECT } from "./failure";

/** A result, which a report has made, on standard output. */
export function print(report: string): void {
  process.stdout.write(withoutLogCommands(report));
}

/** Of a message that quotes much. */
const MOST_LINES = 200;
const LONGEST_LINE = 2000;

/** Anything else, on standard error. Lines after the first are indented, so that what is quoted is not taken for a result. */
export function say(message: string): void {
  const lines = visible(message).split("\n");
  const shown = lines.slice(0, MOST_LINES).map((line) => cut(line, LONGEST_LINE));
  const more = lines.length > shown.length ? [`... (${lines.length - shown.length} lines more)`] : [];
  process.stderr.write(withoutLogCommands(`${[...shown, ...more].join("\n  ")}\n`));
}

/**
 * Ends the command when a result cannot be written. Whoever reads the output may close the pipe early, which must not
 * change the result.
 */
export function endOnFullOutput(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", ({ code, message }: NodeJS.ErrnoException) => {
      if (code === "EPIPE") {
        return;
      }
      if (stream === process.stdout) {
        say(`The result cannot be written to standard output: ${message}.`);
      }
      process.exit(EXIT_DEFECT);
    });
  }
}

/**
 * Progress on standard error: on a terminal, one line that says what is done and for how many seconds, and is gone in the end;
 * plain lines elsewhere, one for each stage.
 */
import { withoutLogCommands } from "../reports/log-commands";
import { oneLine } from "../reports/text";
import { wrap } from "../reports/wrap";

export interface Progress {
  stage(text: string): void;
  /** Updates the line on a terminal. Prints nothing elsewhere, where it would flood the log. */
  detail(text: string): void;
  done(): void;
}

/** For runs that are told to say nothing but their result. */
export const SILENT: Progress = { stage: () => undefined, detail: () => undefined, done: () => undefined };

const CLEAR_LINE = "\r\u001B[2K";

/** How many characters a line has: the names in it are a stranger's. */
const LONGEST_LINE = 200;

/** Logs of CI systems are not looked at while they grow, though some are written through a terminal. */
function isWatched({ isTTY }: NodeJS.WriteStream): boolean {
  return isTTY && (process.env["CI"] ?? "") === "";
}

export function progress(stream: NodeJS.WriteStream): Progress {
  const line = (text: string): string => withoutLogCommands(oneLine(text, LONGEST_LINE));
  if (isWatched(stream)) {
    return liveLine(stream, line);
  }
  return {
    stage: (text) => stream.write(`${line(text)}\n`),
    detail: () => undefined,
    done: () => undefined,
  };
}

/** Columns of a terminal that does not know its own. */
const USUAL_WIDTH = 80;

function liveLine(stream: NodeJS.WriteStream, line: (text: string) => string): Progress {
  let shown = "";
  let begun = Date.now();
  let ticks: NodeJS.Timeout | undefined;
  const draw = (): void => {
    const seconds = Math.floor((Date.now() - begun) / 1000);
    const time = seconds === 0 ? "" : `, ${seconds} s`;
    // A line that is wrapped could not be cleared as one.
    const room = Math.max(1, (stream.columns || USUAL_WIDTH) - 1 - time.length);
    const [text = ""] = wrap(line(shown), room);
    stream.write(`${CLEAR_LINE}${text}${time}`);
  };
  const done = (): void => {
    if (ticks !== undefined) {
      clearInterval(ticks);
      ticks = undefined;
      stream.write(CLEAR_LINE);
    }
  };
  // A signal ends the process wherever it is.
  process.once("exit", done);
  const show = (text: string): void => {
    shown = text;
    ticks ??= setInterval(draw, 1000).unref();
    draw();
  };
  return {
    stage: (text) => {
      begun = Date.now();
      show(text);
    },
    detail: show,
    done,
  };
}

/** Progress on standard error: one updating line on a terminal, plain lines elsewhere. */
import { withoutLogCommands } from "../reports/log-commands";
import { oneLine } from "../reports/text";

export interface Progress {
  stage(text: string): void;
  /** Updates the line on a terminal. Prints nothing elsewhere, where it would flood the log. */
  detail(text: string): void;
  done(): void;
}

/** Tells on a terminal what is done and for how many seconds, until it is done. */
export async function telling<Result>(status: Progress, text: string, act: () => Promise<Result>): Promise<Result> {
  const begun = Date.now();
  status.detail(text);
  const ticks = setInterval(() => status.detail(`${text}, ${Math.round((Date.now() - begun) / 1000)} s`), 1000);
  try {
    return await act();
  } finally {
    clearInterval(ticks);
  }
}

const CLEAR_LINE = "\r\u001B[2K";

/** How many characters a line has: the names in it are a stranger's. */
const LONGEST_LINE = 200;

export function progress(stream: NodeJS.WriteStream): Progress {
  const line = (text: string): string => withoutLogCommands(oneLine(text, LONGEST_LINE));
  if (stream.isTTY) {
    const show = (text: string): void => {
      stream.write(`${CLEAR_LINE}${line(text)}`);
    };
    return { stage: show, detail: show, done: () => stream.write(CLEAR_LINE) };
  }
  return {
    stage: (text) => stream.write(`${line(text)}\n`),
    detail: () => undefined,
    done: () => undefined,
  };
}

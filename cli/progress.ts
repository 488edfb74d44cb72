/** Progress on standard error: one updating line on a terminal, plain lines elsewhere. */

export interface Progress {
  stage(text: string): void;
  /** Updates the line on a terminal. Prints nothing elsewhere, where it would flood the log. */
  detail(text: string): void;
  done(): void;
}

const CLEAR_LINE = "\r\u001B[2K";

export function progress(stream: NodeJS.WriteStream): Progress {
  if (stream.isTTY) {
    const show = (text: string): void => {
      stream.write(`${CLEAR_LINE}${text}`);
    };
    return { stage: show, detail: show, done: () => stream.write(CLEAR_LINE) };
  }
  return {
    stage: (text) => stream.write(`${text}\n`),
    detail: () => undefined,
    done: () => undefined,
  };
}

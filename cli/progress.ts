/** What is being done, told on standard error: one line that changes at a terminal, plain lines elsewhere. */

export interface Progress {
  stage(text: string): void;
  /** Changes the line at a terminal; says nothing elsewhere, where it would fill a log. */
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

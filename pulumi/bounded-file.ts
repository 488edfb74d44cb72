/** Files of a stranger, which may be endless, or wait for a writer that never comes. */
import * as fs from "node:fs";

/**
 * The text of a regular file. Links are followed, as package managers make them.
 *
 * @param limit bytes that it may have at most
 * @returns `undefined` if there is none, if it is larger, or if it is a pipe, a device or a folder
 */
export function readBounded(file: string, limit: number): string | undefined {
  let open: number | undefined;
  try {
    // Opening a device can have effects, so it is looked at first; what it is may change meanwhile, so it is looked at again.
    if (!fs.statSync(file).isFile()) {
      return undefined;
    }
    open = fs.openSync(file, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK);
    const { size } = fs.fstatSync(open);
    return fs.fstatSync(open).isFile() && size <= limit ? readUpTo(open, size) : undefined;
  } catch {
    return undefined;
  } finally {
    if (open !== undefined) {
      fs.closeSync(open);
    }
  }
}

/** Files of /proc say that they are empty, and one that is written to grows: it is read no further than it was. */
function readUpTo(open: number, size: number): string {
  const buffer = Buffer.alloc(size);
  let read = 0;
  for (let more = -1; more !== 0 && read < size; read += more) {
    more = fs.readSync(open, buffer, read, size - read, null);
  }
  return buffer.toString("utf8", 0, read);
}

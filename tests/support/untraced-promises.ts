/** How a stack trace becomes text; there only while source maps are installed. */
interface Traces {
  prepareStackTrace?: (error: Error, frames: NodeJS.CallSite[]) => unknown;
}

/**
 * Pulumi's SDK takes a stack trace for every promise that it waits for, thousands in a program, and shows one only while it looks for
 * leaks. Through source maps that is four fifths of the time in which a program is recorded.
 */
export function leavePromisesUntraced(): void {
  // mocha has lifted Node.js's limit, so that each of these traces would go back to the beginning.
  Error.stackTraceLimit = 30;
  const traces: Traces = Error;
  const { prepareStackTrace } = traces;
  if (prepareStackTrace === undefined) {
    throw new Error("No source maps are installed: this has to be called after ts-node is registered");
  }
  traces.prepareStackTrace = (error, frames) =>
    frames[0]?.getFunctionName() === "debuggablePromise" ? String(error) : prepareStackTrace(error, frames);
}

// Loaded first in the process of a program: Pulumi's SDK waits for its promises without a stack trace of each.
//
// The SDK takes one for every promise that it waits for, thousands in a program, and shows them only while it looks for leaks.
// Through the source maps of TypeScript they take a quarter of a preview's time, and more than half of a test's.
"use strict";
const { createRequire } = require("node:module");
const path = require("node:path");

/** Of the program's own SDK, whose modules it will find; undefined where that has no such module. */
function tracingOf(folder) {
  try {
    return createRequire(path.join(folder, "package.json"))("@pulumi/pulumi/runtime/debuggable");
  } catch {
    return undefined;
  }
}

const tracing = process.env.PULUMI_DEBUG_PROMISE_LEAKS === undefined ? tracingOf(process.cwd()) : undefined;
const traced = tracing?.debuggablePromise;
if (typeof traced === "function") {
  tracing.debuggablePromise = (...args) => {
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    try {
      return traced(...args);
    } finally {
      Error.stackTraceLimit = stackTraceLimit;
    }
  };
}

// Loaded first in the process of a program: a resource that an ES module declares at its top has its line.
//
// The SDK finds the line in a stack trace, by an expression that asks for the name of a function and a plain path. The top of an ES
// module is no function, and an ES module is named by its address.
"use strict";
const { createRequire } = require("node:module");
const path = require("node:path");

/** Of an ES module in TypeScript the trace has the lines of the compiled text, which are none of the program's. */
const FRAME =
  /^\s*at (?:.* \()?(?:async )?(?:file:\/\/(?!.*\.[cm]?tsx?:))?(?<file>(?:\/|[A-Za-z]:[\\/]|node:).*?):(?<line>[0-9]+):(?<column>[0-9]+)\)?$/;

/** The class of the program's own SDK; undefined where it has none. */
function resourceOf(folder) {
  try {
    return createRequire(path.join(folder, "package.json"))("@pulumi/pulumi/resource").Resource;
  } catch {
    return undefined;
  }
}

const Resource = resourceOf(process.cwd());
if (Resource?.framePositionRegExp instanceof RegExp) {
  Resource.framePositionRegExp = FRAME;
}

// Loaded first in the program's process, so that errors are printed without colors.
//
// Pulumi's runner always prints errors with colors. Node.js colors the packages in a stack trace, and some versions,
// such as 20.20, loop forever on a line where a path ends right after a package's name. The source maps of
// @pulumi/pulumi produce such lines, so the process would consume memory for a minute before it printed its error.
"use strict";
const util = require("node:util");

util.inspect = new Proxy(util.inspect, {
  apply: (inspect, self, [value, options, ...rest]) => {
    const wanted = typeof options === "object" && options !== null ? { ...options, colors: false } : options;
    return Reflect.apply(inspect, self, [value, wanted, ...rest]);
  },
});

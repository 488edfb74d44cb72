// Loaded into the program's and the pack's process before anything else: errors are told without colours.
//
// Pulumi's runner prints errors with colours whatever it prints to. Node.js colours the packages in a stack trace, and
// some of its versions (20.20 is one) never return from a line in which a path ends right after a package's name, as the
// source maps of @pulumi/pulumi make them: the process would eat memory for a minute before it told its error.
"use strict";
const util = require("node:util");

util.inspect = new Proxy(util.inspect, {
  apply: (inspect, self, [value, options, ...rest]) => {
    const wanted = typeof options === "object" && options !== null ? { ...options, colors: false } : options;
    return Reflect.apply(inspect, self, [value, wanted, ...rest]);
  },
});

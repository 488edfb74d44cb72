// Mocha's usual report, and beside it the numbers (passed, failed, skipped), in the file named by MOCHA_RESULTS.
"use strict";
const { writeFileSync } = require("node:fs");
const { reporters, Runner } = require("mocha");

module.exports = class extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once(Runner.constants.EVENT_RUN_END, () => {
      const { passes, failures, pending } = this.stats;
      writeFileSync(process.env.MOCHA_RESULTS, `${passes} ${failures} ${pending}\n`);
    });
  }
};

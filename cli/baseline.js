#!/usr/bin/env node
// The `baseline` command. Runs the sources if they are next to this file, as in a checkout, and otherwise the build.
"use strict";
const fs = require("node:fs");
const path = require("node:path");

const sources = path.join(__dirname, "main.ts");
if (fs.existsSync(sources)) {
  require("../tools/run-typescript.js").runTypeScript(sources);
} else {
  process.setSourceMapsEnabled(true);
  require("./dist/main.js");
}

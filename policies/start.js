// Starts the pack: the sources where they lie beside this file, as in a checkout, else what was built of them. Pulumi's
// runner would compile TypeScript with type checking, which costs seconds at every preview.
"use strict";
const fs = require("node:fs");
const path = require("node:path");

const sources = path.join(__dirname, "index.ts");
if (fs.existsSync(sources)) {
  require("../tools/run-typescript.js").runTypeScript(sources);
} else {
  process.setSourceMapsEnabled(true);
  require("./dist/index.js");
}

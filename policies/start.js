// Pulumi's runner for policy packs compiles TypeScript with type checking, which costs seconds at every preview. So the
// pack starts from a JavaScript file.
"use strict";
const path = require("node:path");
const { runTypeScript } = require("./run-typescript.js");

runTypeScript(module, path.join(__dirname, "index.ts"));

// Pulumi's runner for policy packs compiles TypeScript with type checking, which costs seconds at every preview.
// So the pack starts from this JavaScript file, which bundles index.ts in memory without checking types: always the
// sources as they stand, and nothing built that could be stale.
"use strict";
const path = require("node:path");
const { buildSync } = require("esbuild");

const [bundle] = buildSync({
  entryPoints: [path.join(__dirname, "index.ts")],
  bundle: true,
  format: "cjs",
  logLevel: "error",
  packages: "external",
  platform: "node",
  target: "node20",
  write: false,
}).outputFiles;

module._compile(bundle.text, path.join(__dirname, "index.ts"));

// `npm run build`: builds the four published packages, each into its own `dist` folder.
"use strict";
const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
const { buildSync } = require("esbuild");

const ROOT = path.join(__dirname, "..");
const TEXTS = ["LICENSE", "CHANGELOG.md"];

/** Package -> the entry point of its bundle. What programs import is not bundled. */
const BUNDLES = { policies: "index.ts", cli: "main.ts" };

const wanted = process.argv.slice(2);
for (const name of wanted.length === 0 ? ["components", "telemetry", "policies", "cli"] : wanted) {
  const folder = path.join(ROOT, name);
  fs.rmSync(path.join(folder, "dist"), { recursive: true, force: true });
  if (name in BUNDLES) {
    bundle(folder, BUNDLES[name]);
  } else {
    execFileSync(
      process.execPath,
      [require.resolve("typescript/bin/tsc"), "-p", path.join(folder, "tsconfig.build.json")],
      {
        stdio: "inherit",
      },
    );
  }
  for (const text of TEXTS) {
    fs.copyFileSync(path.join(ROOT, text), path.join(folder, "dist", text));
  }
}
// These files run in the processes of the program and of the pack, so they are loaded by path and not bundled.
if (fs.existsSync(path.join(ROOT, "cli", "dist"))) {
  for (const name of [
    "plain-errors.js",
    "untraced-promises.js",
    "unknown-answers.js",
    "module-lines.js",
    "pack-guard.js",
  ]) {
    fs.copyFileSync(path.join(ROOT, "pulumi", name), path.join(ROOT, "cli", "dist", name));
  }
}

function bundle(folder, entry) {
  buildSync({
    entryPoints: [path.join(folder, entry)],
    bundle: true,
    format: "cjs",
    outdir: path.join(folder, "dist"),
    packages: "external",
    platform: "node",
    sourcemap: "linked",
    target: "node20",
  });
}

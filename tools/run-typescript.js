// Runs a TypeScript file in this checkout without type checking. Bundling it, without its dependencies, takes tens of
// milliseconds. The bundle is named after its content, so it is never stale. Published packages contain JavaScript and
// do not need this.
"use strict";
const { createHash } = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");
const { buildSync } = require("esbuild");

/** From this folder, node_modules resolve the same way as from the sources. */
const CACHE = path.join(__dirname, "..", "node_modules", ".cache", "ai-governance-baseline");

/** @param {string} file absolute path of the TypeScript file. */
exports.runTypeScript = (file) => {
  process.setSourceMapsEnabled(true);
  require(kept(bundle(file)));
};

/** @param {string} file absolute path of the TypeScript file. */
function bundle(file) {
  try {
    const { outputFiles } = buildSync({
      entryPoints: [file],
      bundle: true,
      // These must be the paths of the sources, not of the bundle.
      define: { __dirname: JSON.stringify(path.dirname(file)), __filename: JSON.stringify(file) },
      format: "cjs",
      logLevel: "silent",
      outdir: CACHE,
      packages: "external",
      platform: "node",
      sourcemap: "inline",
      sourcesContent: false,
      target: "node20",
      write: false,
    });
    return outputFiles[0].text;
  } catch (failure) {
    for (const { location, text } of failure.errors ?? [{ text: String(failure) }]) {
      console.error(location ? `${location.file}:${location.line}:${location.column}: ${text}` : text);
    }
    return process.exit(1);
  }
}

/** @param {string} text the bundle. @returns the path of a file that contains it. */
function kept(text) {
  const file = path.join(CACHE, `${createHash("sha256").update(text).digest("hex")}.cjs`);
  // The name is no proof of the content: anybody can compute it.
  if (!fs.existsSync(file) || fs.readFileSync(file, "utf8") !== text) {
    fs.mkdirSync(CACHE, { recursive: true });
    // Concurrent processes never see a partial file.
    const unfinished = `${file}.${process.pid}`;
    try {
      fs.writeFileSync(unfinished, text);
      fs.renameSync(unfinished, file);
    } catch (failure) {
      fs.rmSync(unfinished, { force: true });
      console.error(`The bundle of the sources cannot be written: ${failure.message}`);
      return process.exit(70);
    }
  }
  return file;
}

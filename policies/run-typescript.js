// Runs a TypeScript file as it stands, without checking its types and without building anything that could be stale:
// it is bundled in memory, packages left out, in some tens of milliseconds.
"use strict";
const { buildSync } = require("esbuild");

/**
 * @param {NodeJS.Module} caller the module that runs the file: its folder is where packages are looked for.
 * @param {string} file absolute path of the TypeScript file.
 */
exports.runTypeScript = (caller, file) => {
  caller._compile(bundle(file), file);
};

function bundle(file) {
  try {
    const { outputFiles } = buildSync({
      entryPoints: [file],
      bundle: true,
      format: "cjs",
      logLevel: "silent",
      packages: "external",
      platform: "node",
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

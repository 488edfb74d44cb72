/** TypeScript's parser, for the declarations of a program's packages. */
import * as fs from "node:fs";
import { createRequire } from "node:module";
import * as path from "node:path";
import { compileFunction } from "node:vm";
import type * as typescript from "typescript";

/**
 * Loading it takes a quarter of a second, which few programs need. By then the program runs and could have changed the file,
 * so its text is read beforehand, in milliseconds, and compiled from memory on first use.
 */
export function typescriptParser(): () => typeof typescript {
  const file = createRequire(__filename).resolve("typescript");
  const text = fs.readFileSync(file, "utf8");
  let loaded: typeof typescript | undefined;
  return () => (loaded ??= evaluate(file, text));
}

function evaluate(file: string, text: string): typeof typescript {
  const module = { exports: {} };
  const body = compileFunction(text, ["module", "exports", "require", "__filename", "__dirname"], { filename: file });
  // Reason for the cast: the compiled function has no declared type.
  (body as (...args: readonly unknown[]) => void)(
    module,
    module.exports,
    createRequire(file),
    file,
    path.dirname(file),
  );
  // Reason for the cast: it is the library whose types these are.
  return module.exports as typeof typescript;
}

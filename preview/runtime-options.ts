/** What `Pulumi.yaml` may say about how its program is run: what the CLI allows, within the program's folder. Pure. */
import * as path from "node:path";

/** Options of the Node.js runtime in `Pulumi.yaml`. */
export interface RuntimeOptions {
  /** @default true */
  readonly typescript: boolean;
  readonly tsconfig: string | undefined;
  /** Options of Node.js, each with its value. */
  readonly nodeargs: readonly string[];
}

/** The option is not allowed. The message says which are. */
export class RuntimeOptionError extends Error {}

/**
 * Options of Node.js that change how the program itself is loaded and run. Those that open a port, write files elsewhere or
 * run something else are not among them.
 */
const NODE_OPTIONS = {
  withValue: [
    ...["-r", "--require", "--import", "--loader", "--experimental-loader", "-C", "--conditions"],
    ...[
      "--max-old-space-size",
      "--max-semi-space-size",
      "--stack-size",
      "--stack-trace-limit",
      "--unhandled-rejections",
    ],
    ...["--disable-warning", "--dns-result-order", "--input-type", "--experimental-default-type"],
  ],
  alone: [
    ...["--enable-source-maps", "--preserve-symlinks", "--preserve-symlinks-main", "--no-warnings", "--no-deprecation"],
    ...["--trace-warnings", "--trace-deprecation", "--trace-uncaught", "--throw-deprecation", "--pending-deprecation"],
    ...["--experimental-vm-modules", "--experimental-strip-types", "--experimental-transform-types"],
    ...["--experimental-require-module", "--experimental-specifier-resolution=node", "--use-openssl-ca"],
    ...["--experimental-json-modules", "--experimental-import-meta-resolve", "--no-experimental-strip-types"],
  ],
} as const;

/**
 * Reads `nodeargs`.
 *
 * @throws {@link RuntimeOptionError} for an option that is not allowed, and for a word that is no option: Node.js would run it
 *   in the place of Pulumi's runner
 */
export function nodeArguments(text: string): readonly string[] {
  const words = text.split(/\s+/).filter((word) => word !== "");
  const found: string[] = [];
  while (words.length > 0) {
    const word = words.shift() ?? "";
    const [name = ""] = word.split("=", 1);
    const takesValue = isOneOf(NODE_OPTIONS.withValue, name);
    if (!takesValue && !isOneOf(NODE_OPTIONS.alone, word)) {
      throw new RuntimeOptionError(
        `the nodeargs "${text}" contain "${word}", which the gate does not pass to a program. ` +
          `It passes ${[...NODE_OPTIONS.withValue, ...NODE_OPTIONS.alone].join(", ")}. Remove the others.`,
      );
    }
    found.push(word);
    if (takesValue && name === word && !name.endsWith("-size") && name !== "--stack-trace-limit") {
      const value = words.shift();
      if (value === undefined || value.startsWith("-")) {
        throw new RuntimeOptionError(`the nodeargs "${text}" give ${word} no value. Write one after it.`);
      }
      found.push(value);
    }
  }
  return found;
}

function isOneOf(names: readonly string[], name: string): boolean {
  return names.includes(name.startsWith("--") ? name.replaceAll("_", "-") : name);
}

/** @param file a path in the program's folder. @param what what names it: `main` */
export function requireInside(folder: string, file: string, what: string, realPath: (file: string) => string): string {
  const isInside = (home: string, inner: string): boolean => inner === home || inner.startsWith(`${home}${path.sep}`);
  const resolved = path.resolve(folder, file);
  if (path.isAbsolute(file) || !isInside(folder, resolved) || !isInside(realPath(folder), realPath(resolved))) {
    throw new RuntimeOptionError(
      `${what} is "${file}", which is outside the program's folder. Name a path in the folder, relative to it.`,
    );
  }
  return file;
}

/** The grammar of Trino, the dialect of Athena's queries. The package is made for bundlers only, so that it is bundled here. */
import { buildSync } from "esbuild";
import { runInThisContext } from "node:vm";

interface Grammar {
  validate(sql: string): readonly { readonly message: string }[];
}

let loaded: Grammar | undefined;

function load(): Grammar {
  const { outputFiles } = buildSync({
    stdin: { contents: 'export { TrinoSQL } from "dt-sql-parser";', resolveDir: __dirname },
    bundle: true,
    platform: "node",
    format: "cjs",
    write: false,
  });
  const module = { exports: {} as { TrinoSQL: new () => Grammar } }; // what the bundle exports
  (runInThisContext(`(module, exports) => {${outputFiles[0]?.text ?? ""}}`) as (...of: readonly unknown[]) => void)(
    module,
    module.exports,
  );
  return new module.exports.TrinoSQL();
}

/** What is wrong with a statement in Trino's dialect; nothing where it can be read. */
export function trinoMistakes(sql: string): readonly string[] {
  return (loaded ??= load()).validate(sql).map(({ message }) => message);
}

/**
 * Which properties a function's answer or a resource has, as the type declarations of the program's own packages say:
 * what only an account can tell is unknown property by property, and nothing is mistaken for absent.
 */
import * as fs from "node:fs";
import { createRequire } from "node:module";
import * as path from "node:path";

/** `package:module:Name`, where the module of a package that Terraform is behind repeats the name: `aws:ec2/getAmi:getAmi`. */
const TOKEN = /^(?<pkg>[a-z0-9-]+):(?<module>[A-Za-z0-9_./-]*):(?<name>[A-Za-z0-9_]+)$/;

/** A property of an interface or a class, at the depth of its members. */
const MEMBER = /^ {4}(?:readonly )?(?<name>\w+)\??: /gm;

export class DeclaredProperties {
  private readonly resolve: NodeJS.RequireResolve;

  /** @param folder the program's folder, from which it finds its packages. */
  constructor(folder: string) {
    this.resolve = createRequire(path.join(folder, "package.json")).resolve;
  }

  /** Properties of a function's answer; `undefined` when no package declares the function. */
  ofFunction(token: string): readonly string[] | undefined {
    return this.members(token, (name) => `export interface ${upperFirst(name)}Result {`);
  }

  /** Properties of a resource; `undefined` when no package declares the type. */
  ofResource(type: string): readonly string[] | undefined {
    return this.members(type, (name) => `export declare class ${name} extends pulumi.CustomResource {`);
  }

  private members(token: string, opening: (name: string) => string): readonly string[] | undefined {
    const { pkg, module, name } = TOKEN.exec(token)?.groups ?? {};
    if (pkg === undefined || module === undefined || name === undefined) {
      return undefined;
    }
    for (const file of [module, `${module}/${lowerFirst(name)}`]) {
      const declaration = this.read(`@pulumi/${pkg}/${file.replace(/^index(?:\/|$)/, "")}`);
      const start = declaration?.indexOf(opening(name)) ?? -1;
      if (declaration !== undefined && start !== -1) {
        const body = declaration.slice(start, declaration.indexOf("\n}", start));
        return [...body.matchAll(MEMBER)].flatMap(({ groups }) => groups?.["name"] ?? []);
      }
    }
    return undefined;
  }

  private read(specifier: string): string | undefined {
    try {
      return fs.readFileSync(this.resolve(specifier).replace(/\.js$/, ".d.ts"), "utf8");
    } catch {
      return undefined;
    }
  }
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function upperFirst(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

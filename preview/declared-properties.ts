/**
 * The properties of a function's result or a resource, from the type declarations of the program's packages. With these
 * names, values that only an account knows can be unknown property by property instead of appearing absent.
 */
import * as fs from "node:fs";
import { createRequire } from "node:module";
import * as path from "node:path";
import type * as typescript from "typescript";

/** `package:module:Name`. In Terraform-based packages, the module repeats the name: `aws:ec2/getAmi:getAmi`. */
const TOKEN = /^(?<pkg>[a-z0-9-]+):(?<module>[A-Za-z0-9_./-]*):(?<name>[A-Za-z0-9_]+)$/;

/** In bytes; ten times the largest declaration file of a provider. */
const LARGEST_FILE = 4 * 1024 * 1024;

/** Base types that add no properties to a declaration. */
const WITHOUT_OWN_PROPERTIES = ["pulumi.CustomResource"];

export class DeclaredProperties {
  private readonly resolve: NodeJS.RequireResolve;

  /** @param folder the program's folder, where its packages are resolved from. */
  constructor(folder: string) {
    this.resolve = createRequire(path.join(folder, "package.json")).resolve;
  }

  /**
   * Properties of a function's result; `undefined` if no package declares the function in a form that can be fully
   * read.
   */
  ofFunction(token: string): readonly string[] | undefined {
    return this.members(token, (name) => `${upperFirst(name)}Result`);
  }

  /** Properties of a resource; `undefined` if no package declares the type in a form that can be fully read. */
  ofResource(type: string): readonly string[] | undefined {
    return this.members(type, (name) => name);
  }

  private members(token: string, declarationOf: (name: string) => string): readonly string[] | undefined {
    const { pkg, module, name } = TOKEN.exec(token)?.groups ?? {};
    if (pkg === undefined || module === undefined || name === undefined) {
      return undefined;
    }
    for (const file of [module, `${module}/${lowerFirst(name)}`]) {
      const text = this.read(`@pulumi/${pkg}/${file.replace(/^index(?:\/|$)/, "")}`);
      const found = text === undefined ? undefined : declaredMembers(text, declarationOf(name));
      if (found !== undefined) {
        return found;
      }
    }
    return undefined;
  }

  private read(specifier: string): string | undefined {
    try {
      const file = this.resolve(specifier).replace(/\.js$/, ".d.ts");
      const { size } = fs.lstatSync(file);
      return fs.statSync(file).isFile() && size <= LARGEST_FILE ? fs.readFileSync(file, "utf8") : undefined;
    } catch {
      return undefined;
    }
  }
}

/**
 * The property names of the interface or class with the given name; `undefined` if there is none, or if some of its
 * properties are inherited or have a computed name.
 */
function declaredMembers(text: string, name: string): readonly string[] | undefined {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded on first use only
  const ts = require("typescript") as typeof typescript;
  const source = ts.createSourceFile("declaration.d.ts", text, ts.ScriptTarget.Latest);
  const declaration = source.statements.find(
    (statement): statement is typescript.InterfaceDeclaration | typescript.ClassDeclaration =>
      (ts.isInterfaceDeclaration(statement) || ts.isClassDeclaration(statement)) && statement.name?.text === name,
  );
  const inherited = (declaration?.heritageClauses ?? []).flatMap(({ types }) =>
    types.map((type) => type.getText(source)),
  );
  if (declaration === undefined || !inherited.every((type) => WITHOUT_OWN_PROPERTIES.includes(type))) {
    return undefined;
  }
  const properties = declaration.members.filter(
    (member): member is typescript.PropertySignature | typescript.PropertyDeclaration =>
      (ts.isPropertySignature(member) || ts.isPropertyDeclaration(member)) && !isPrivateOrStatic(ts, member),
  );
  const names = properties.map((property) =>
    ts.isIdentifier(property.name) || ts.isStringLiteral(property.name) ? property.name.text : undefined,
  );
  const known = names.filter((property) => property !== undefined);
  return known.length === names.length ? known : undefined;
}

function isPrivateOrStatic(
  ts: typeof typescript,
  member: typescript.PropertySignature | typescript.PropertyDeclaration,
): boolean {
  const hidden = [ts.SyntaxKind.StaticKeyword, ts.SyntaxKind.PrivateKeyword];
  return (member.modifiers ?? []).some(({ kind }) => hidden.includes(kind));
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function upperFirst(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/**
 * The properties of a function's result or a resource, from the type declarations of the program's packages. With these
 * names, values that only an account knows can be unknown property by property instead of appearing absent.
 */
import { readBounded } from "../pulumi/bounded-file";
import { fileOfPackage } from "../pulumi/runner";
import type * as typescript from "typescript";
import { typescriptParser } from "./typescript-parser";

/** `package:module:Name`. In Terraform-based packages, the module repeats the name: `aws:ec2/getAmi:getAmi`. */
const TOKEN = /^(?<pkg>[a-z0-9-]+):(?<module>[A-Za-z0-9_./-]*):(?<name>[A-Za-z0-9_]+)$/;

/** In bytes; ten times the largest declaration file of a provider. */
const LARGEST_FILE = 4 * 1024 * 1024;

/**
 * The work that a program can cause in this process, by naming ever more functions. Beyond it no properties are known, and a
 * function's whole answer is unknown.
 */
const MOST_FILES = 200;
const LONGEST_TIME = 10_000;

/** Base types that add no properties to a declaration. */
const WITHOUT_OWN_PROPERTIES = ["pulumi.CustomResource"];

export class DeclaredProperties {
  private readonly known = new Map<string, readonly string[] | undefined>();
  private files = 0;
  /** Milliseconds. */
  private spent = 0;

  private readonly parser = typescriptParser();

  /** @param folder the program's folder, where its packages are looked for. */
  constructor(private readonly folder: string) {}

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
    const key = `${token} ${declarationOf("name")}`;
    if (!this.known.has(key) && this.files < MOST_FILES && this.spent < LONGEST_TIME) {
      const started = performance.now();
      this.known.set(key, this.read(token, declarationOf));
      this.spent += performance.now() - started;
    }
    return this.known.get(key);
  }

  private read(token: string, declarationOf: (name: string) => string): readonly string[] | undefined {
    const { pkg, module, name } = TOKEN.exec(token)?.groups ?? {};
    if (pkg === undefined || module === undefined || name === undefined) {
      return undefined;
    }
    for (const file of [module, `${module}/${lowerFirst(name)}`]) {
      const text = this.declarations(`@pulumi/${pkg}`, file.replace(/^index(?:\/|$)/, ""));
      const found = text === undefined ? undefined : declaredMembers(this.parser(), text, declarationOf(name));
      if (found !== undefined) {
        return found;
      }
    }
    return undefined;
  }

  private declarations(pkg: string, module: string): string | undefined {
    const candidates = module === "" ? ["index.d.ts", "bin/index.d.ts"] : [`${module}.d.ts`, `${module}/index.d.ts`];
    const file = module.split("/").includes("..") ? undefined : fileOfPackage(this.folder, pkg, candidates);
    this.files += file === undefined ? 0 : 1;
    return file === undefined ? undefined : readBounded(file, LARGEST_FILE);
  }
}

/**
 * The property names of the interface or class with the given name; `undefined` if there is none, or if some of its
 * properties are inherited or have a computed name.
 */
function declaredMembers(ts: typeof typescript, text: string, name: string): readonly string[] | undefined {
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

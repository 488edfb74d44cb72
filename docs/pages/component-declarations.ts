/** What the sources of the components say of themselves: each class that the package exports, its options and its outputs. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import * as ts from "typescript";

/** A paragraph or more, as a docstring has it, with what its tags say. */
export interface Docstring {
  readonly text: string;
  /** Values of `@default`, `@see`, `@throws` and others, by the tag's name. */
  readonly tags: Readonly<Record<string, readonly string[]>>;
}

/** An option of a component, or something that it gives. */
export interface Member {
  readonly name: string;
  /** TypeScript's text. */
  readonly type: string;
  readonly isOptional: boolean;
  readonly doc: Docstring;
}

export interface ComponentDeclaration {
  readonly name: string;
  readonly doc: Docstring;
  readonly options: readonly Member[];
  readonly outputs: readonly Member[];
}

const COMPONENTS = join(__dirname, "../../components");

/** In the order of their names. */
export function componentDeclarations(): readonly ComponentDeclaration[] {
  const declarations = sources().flatMap((source) => source.statements.filter(isDeclaration));
  const named = new Map(declarations.map((declaration) => [declaration.name?.text ?? "", declaration]));
  return declarations
    .filter(ts.isClassDeclaration)
    .filter(isComponent)
    .map((declaration) => describe(declaration, named))
    .sort((one, other) => one.name.localeCompare(other.name, "en"));
}

type Declaration = ts.ClassDeclaration | ts.InterfaceDeclaration | ts.TypeAliasDeclaration;
type Named = ReadonlyMap<string, Declaration>;

function sources(): readonly ts.SourceFile[] {
  return readdirSync(COMPONENTS, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.startsWith("dist"))
    .sort()
    .map((file) =>
      ts.createSourceFile(file, readFileSync(join(COMPONENTS, file), "utf8"), ts.ScriptTarget.Latest, true),
    );
}

function isDeclaration(node: ts.Statement): node is Declaration {
  return ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);
}

function isComponent(declaration: ts.ClassDeclaration): boolean {
  const isExported = declaration.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
  const bases = declaration.heritageClauses?.flatMap(({ types }) => types.map((type) => type.getText())) ?? [];
  return isExported && bases.includes("pulumi.ComponentResource");
}

function describe(declaration: ts.ClassDeclaration, named: Named): ComponentDeclaration {
  const name = declaration.name?.text ?? "";
  const options = declaration.members.find(ts.isConstructorDeclaration)?.parameters[1]?.type;
  return {
    name,
    doc: docstringOf(declaration),
    options: options === undefined ? [] : membersOf(options, named),
    outputs: declaration.members
      .filter(ts.isPropertyDeclaration)
      .filter(isPublic)
      .map((property) => member(property)),
  };
}

function isPublic(property: ts.PropertyDeclaration): boolean {
  const hidden: readonly ts.SyntaxKind[] = [ts.SyntaxKind.PrivateKeyword, ts.SyntaxKind.StaticKeyword];
  return property.modifiers?.some(({ kind }) => hidden.includes(kind)) !== true;
}

/** The properties of a type, those included that it takes over; each name once, as one of the alternatives has it. */
function membersOf(type: ts.TypeNode, named: Named): readonly Member[] {
  const found = propertiesOf(type, named);
  return [...new Map(found.map((one) => [one.name, one])).values()];
}

function propertiesOf(type: ts.TypeNode, named: Named): readonly Member[] {
  if (ts.isTypeLiteralNode(type)) {
    return type.members.filter(ts.isPropertySignature).map(member);
  }
  if (ts.isUnionTypeNode(type) || ts.isIntersectionTypeNode(type)) {
    return type.types.flatMap((one) => propertiesOf(one, named));
  }
  if (ts.isTypeReferenceNode(type)) {
    return ofReference(type.typeName.getText(), type.typeArguments ?? [], named);
  }
  return [];
}

function ofReference(name: string, of: readonly ts.TypeNode[], named: Named): readonly Member[] {
  const [whole, keys] = of;
  if ((name === "Pick" || name === "Omit") && whole !== undefined && keys !== undefined) {
    const chosen = new Set([...keys.getText().matchAll(/"([^"]+)"/g)].map(([, key]) => key));
    return propertiesOf(whole, named).filter((one) => chosen.has(one.name) === (name === "Pick"));
  }
  if ((name === "Partial" || name === "Readonly") && whole !== undefined) {
    return propertiesOf(whole, named).map((one) => ({ ...one, isOptional: one.isOptional || name === "Partial" }));
  }
  const declaration = named.get(name);
  if (declaration === undefined || ts.isClassDeclaration(declaration)) {
    return [];
  }
  if (ts.isTypeAliasDeclaration(declaration)) {
    return propertiesOf(declaration.type, named);
  }
  const inherited = declaration.heritageClauses?.flatMap(({ types }) => types) ?? [];
  return [
    ...declaration.members.filter(ts.isPropertySignature).map(member),
    ...inherited.flatMap(({ expression, typeArguments = [] }) =>
      ofReference(expression.getText(), typeArguments, named),
    ),
  ];
}

function member(property: ts.PropertySignature | ts.PropertyDeclaration): Member {
  return {
    name: property.name.getText(),
    type: (property.type?.getText() ?? "").replaceAll(/\/\*\*.*?\*\/\s*/gs, "").replaceAll(/\s+/g, " "),
    isOptional: property.questionToken !== undefined,
    doc: docstringOf(property),
  };
}

function docstringOf(node: ts.Node): Docstring {
  const [doc] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).slice(-1);
  const tags = new Map<string, readonly string[]>();
  for (const tag of doc?.tags ?? []) {
    tags.set(tag.tagName.text, [...(tags.get(tag.tagName.text) ?? []), tagText(tag)]);
  }
  return { text: plain(ts.getTextOfJSDocComment(doc?.comment) ?? ""), tags: Object.fromEntries(tags) };
}

/** What a tag says: the type of `@throws` and the address of `@see` belong to it. */
function tagText(tag: ts.JSDocTag): string {
  return plain(
    tag
      .getText()
      .replace(/^@\w+\s*/, "")
      .replaceAll(/\n\s*\*\s?/g, " ")
      .trim(),
  );
}

/** Links to other declarations become their names. */
function plain(text: string): string {
  return text
    .replaceAll(/\{@link\s+([^}|\s]+)(?:[^}]*)\}/g, "`$1`")
    .replaceAll(/\n(?!\n)/g, " ")
    .trim();
}

/** docs/architecture.md says which room may import which; here every import is held against it. */
import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import * as ts from "typescript";
import { REPOSITORY } from "./support/prod-state";

interface Import {
  readonly from: string;
  readonly to: string;
  /** Whether nothing is left of it in JavaScript. */
  readonly isType: boolean;
}

/** A room's name, as the table writes it: `cli/`, `index.ts`. */
type Room = string;

interface Row {
  readonly room: Room;
  readonly mayImport: string;
}

const PAGE = fs.readFileSync(path.join(REPOSITORY, "docs", "architecture.md"), "utf8");
const ROWS: readonly Row[] = [...PAGE.matchAll(/^\| `(?<room>[\w.]+)\/?`\s*\|[^|]*\|(?<mayImport>[^|]*)\|$/gm)].map(
  ({ groups }) => ({ room: groups?.["room"] ?? "", mayImport: groups?.["mayImport"]?.trim() ?? "" }),
);
const ROOMS: readonly Room[] = ROWS.map(({ room }) => room);

const FILES: readonly string[] = ROOMS.flatMap((room) =>
  room.endsWith(".ts")
    ? [room]
    : fs
        .readdirSync(path.join(REPOSITORY, room), { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".ts") && !/(^|\/)(dist|node_modules)\//.test(file))
        .map((file) => `${room}/${file}`),
);

const IMPORTS: readonly Import[] = FILES.flatMap(importsOf);

describe("the architecture", () => {
  it("has its rooms in a table, in the order of the arrows", () => {
    assert.deepEqual(ROOMS, [
      ...["index.ts", "cli", "reports", "gate", "cost", "preview", "query", "controls"],
      ...[
        "account",
        "policies",
        "components",
        "runbooks",
        "functions",
        "telemetry",
        "settings",
        "pulumi",
        "processes",
        "facts",
      ],
    ]);
    assert.ok(IMPORTS.length > 500, String(IMPORTS.length));
  });

  for (const { room, mayImport } of ROWS) {
    it(`lets ${room} import ${mayImport}`, () => {
      const forbidden = IMPORTS.filter(({ from, to }) => roomOf(from) === room && roomOf(to) !== room)
        .filter(({ to, isType }) => !isAllowed(mayImport, to, isType))
        .map(({ from, to }) => `${from} -> ${to}`);
      assert.deepEqual(forbidden, []);
    });
  }

  it("has no circle of files, not even by their types", () => {
    assert.deepEqual(circleIn(IMPORTS), []);
  });
});

function isAllowed(mayImport: string, file: string, isType: boolean): boolean {
  const to = roomOf(file);
  const named = [...mayImport.matchAll(/`([\w.]+)`/g)].map(([, name]) => name);
  // A folder of a room that is left out otherwise.
  const folders = [...mayImport.matchAll(/`([\w.]+\/[\w./]+)`/g)].map(([, folder]) => `${folder ?? ""}/`);
  if (mayImport.startsWith("everything but")) {
    return to !== "index.ts" && (!named.includes(to) || folders.some((folder) => file.startsWith(folder)));
  }
  return named.includes(to) && (isType || !mayImport.startsWith("types of"));
}

function roomOf(file: string): Room {
  return file.split("/")[0] ?? "";
}

function importsOf(file: string): readonly Import[] {
  const text = fs.readFileSync(path.join(REPOSITORY, file), "utf8");
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier !== undefined) {
      found.push(...importOf(file, node.moduleSpecifier, isTypeOnly(node)));
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      found.push(...importOf(file, node.arguments[0], false));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) {
    return node.isTypeOnly;
  }
  const { importClause } = node;
  const names = importClause?.namedBindings;
  return (
    importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword ||
    (names !== undefined && ts.isNamedImports(names) && names.elements.every((element) => element.isTypeOnly))
  );
}

function importOf(file: string, specifier: ts.Node | undefined, isType: boolean): readonly Import[] {
  if (specifier === undefined || !ts.isStringLiteral(specifier) || !specifier.text.startsWith(".")) {
    return [];
  }
  const base = path.posix.join(path.posix.dirname(file), specifier.text);
  const candidates = [`${base}.ts`, base.replace(/\.js$/, ".ts"), `${base}/index.ts`];
  const to = candidates.find((candidate) => FILES.includes(candidate));
  // A JSON file, such as the version in a package.json, is no room.
  return to === undefined ? [] : [{ from: file, to, isType }];
}

/** The files of one circle, in its order; empty when there is none. */
function circleIn(imports: readonly Import[]): readonly string[] {
  const targets = new Map<string, string[]>();
  for (const { from, to } of imports) {
    targets.set(from, [...(targets.get(from) ?? []), to]);
  }
  const done = new Set<string>();
  const walk = (file: string, way: readonly string[]): readonly string[] => {
    const start = way.indexOf(file);
    if (start !== -1) {
      return [...way.slice(start), file];
    }
    if (done.has(file)) {
      return [];
    }
    for (const target of targets.get(file) ?? []) {
      const circle = walk(target, [...way, file]);
      if (circle.length > 0) {
        return circle;
      }
    }
    done.add(file);
    return [];
  };
  return [...targets.keys()].map((file) => walk(file, [])).find((circle) => circle.length > 0) ?? [];
}

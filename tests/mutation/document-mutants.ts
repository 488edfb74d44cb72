/** One edit each of a policy document that stands in a property as JSON. */
import type { WireMap, WireValue } from "../../pulumi/stack-state";
import { type Edit, type Kind, editAt } from "./mutants";

interface Statement {
  readonly Sid?: string;
  readonly Effect?: string;
  readonly Principal?: WireValue;
  readonly Action?: WireValue;
  readonly Resource?: WireValue;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, WireValue>>>>;
  readonly DataIdentifier?: WireValue;
}

export function isPolicyDocument(text: string): boolean {
  return text.startsWith("{") && text.includes('"Statement"');
}

/** The edits of the document at a property's path. Statements are named by their Sid, which all of ours have. */
export function documentEdits(text: string, path: readonly string[]): readonly Edit[] {
  const { Statement: statements } = JSON.parse(text) as { readonly Statement: readonly Statement[] }; // see isPolicyDocument
  return statements.flatMap((statement, index) => {
    const edit = (
      kind: Kind,
      inner: readonly string[],
      change: (old: WireValue | undefined) => WireValue | undefined,
    ): Edit => ({
      kind,
      path: [...path, statement.Sid ?? String(index), ...inner].join("."),
      make: (map) => editDocument(map, path, ["Statement", String(index), ...inner], change),
    });
    return [edit("drop-statement", [], () => undefined), ...elementEdits(statement, edit)];
  });
}

type Make = (
  kind: Kind,
  inner: readonly string[],
  change: (old: WireValue | undefined) => WireValue | undefined,
) => Edit;

function elementEdits(statement: Statement, edit: Make): readonly Edit[] {
  const elements = Object.keys(statement).map((element) => edit("delete", [element], () => undefined));
  const { Effect, Principal, Action, Resource, Condition = {}, DataIdentifier } = statement;
  return [
    ...elements,
    ...(Effect === undefined ? [] : [edit("reverse", ["Effect"], () => (Effect === "Allow" ? "Deny" : "Allow"))]),
    ...(Principal === undefined || Principal === "*"
      ? []
      : [edit("everyone", ["Principal"], () => "*"), edit("everyone", ["Principal", "AWS"], () => "*")]),
    ...(Action === undefined
      ? []
      : [edit("every-action", ["Action"], () => "*"), ...itemDrops(Action, ["Action"], edit)]),
    ...(Action === undefined ? [] : serviceWide(Action, edit)),
    ...(Resource === undefined || Resource === "*"
      ? []
      : [edit("every-resource", ["Resource"], () => "*"), ...itemDrops(Resource, ["Resource"], edit)]),
    ...(DataIdentifier === undefined ? [] : itemDrops(DataIdentifier, ["DataIdentifier"], edit)),
    ...Object.entries(Condition).flatMap(([operator, keys]) =>
      Object.keys(keys)
        .flatMap((key) => [
          edit("drop-condition", ["Condition"], (old) => withoutCondition(old, operator, key)),
          edit("open-condition", ["Condition", operator, key], () => "*"),
        ])
        .map((one, index): Edit => ({
          ...one,
          path: `${one.path.split(".Condition")[0] ?? ""}.Condition.${operator}.${Object.keys(keys)[Math.floor(index / 2)] ?? ""}`,
        })),
    ),
  ];
}

function serviceWide(action: WireValue, edit: Make): readonly Edit[] {
  const [first] = [action].flat() as readonly string[]; // actions are text, or a list of texts
  const wide = `${first?.split(":")[0] ?? ""}:*`;
  return wide === first ? [] : [{ ...edit("every-action", ["Action"], () => wide), value: wide }];
}

function itemDrops(value: WireValue, path: readonly string[], edit: Make): readonly Edit[] {
  return Array.isArray(value) && value.length > 1
    ? value.map((_, index) => edit("drop-item", [...path, String(index)], () => undefined))
    : [];
}

/** A condition operator without keys would be another mistake than the one meant. */
function withoutCondition(conditions: WireValue | undefined, operator: string, key: string): WireValue | undefined {
  const left = editAt(conditions, [operator, key], () => undefined) as WireMap; // a map stays a map
  const kept = Object.entries(left).filter(([, keys]) => Object.keys(keys as WireMap).length > 0); // keys of an operator
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

function editDocument(
  map: WireMap,
  path: readonly string[],
  inner: readonly string[],
  change: (old: WireValue | undefined) => WireValue | undefined,
): WireMap {
  const edited = editAt(map, path, (text) =>
    typeof text === "string" ? JSON.stringify(editAt(JSON.parse(text) as WireValue, inner, change)) : text,
  );
  return edited as WireMap; // a map stays a map
}

/** Components of other packages that a plugin implements, as the resources that they declare for what they are given. */
import type { WireMap, WireValue } from "../../pulumi/stack-state";
import { UNKNOWN_VALUE, isWireMap } from "../../pulumi/wire";

/** A resource that the component declares as its child. */
export interface Child {
  /** By which the others of the component refer to it. */
  readonly key: string;
  readonly type: string;
  readonly name: string;
  readonly inputs: (outputsOf: (key: string) => WireMap) => WireMap;
  /** Properties into which outputs of other children flow -> their keys. @default none */
  readonly uses?: Readonly<Record<string, readonly string[]>>;
}

export interface KnownComponent {
  /** The engine's token. */
  readonly type: string;
  /** Where its plugin's source says so. */
  readonly source: string;
  /** @param inputs as the program gave them; some may be unknown. */
  readonly children: (name: string, inputs: WireMap) => readonly Child[];
  /** What else it declares, which is not judged, as a clause. @default - nothing */
  readonly unseen?: string;
}

/** The argument, or a part of it: unknown where it, or what holds it, is unknown; undefined where it is left out. */
export function argument(inputs: WireMap, ...path: readonly string[]): WireValue | undefined {
  return path.reduce<WireValue | undefined>(
    (value, name) => (value === UNKNOWN_VALUE ? UNKNOWN_VALUE : isWireMap(value) ? value[name] : undefined),
    inputs,
  );
}

/** The properties that are given. */
export function given(properties: Readonly<Record<string, WireValue | undefined>>): WireMap {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  );
}

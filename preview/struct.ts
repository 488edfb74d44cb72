/** Between the wire's structs and plain data. */
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { Map as MessageMap } from "google-protobuf";
import type { WireMap } from "../state/stack-state";

export function structOf(map: WireMap): Struct {
  // Every wire value is JSON, which is what the declaration of fromJavaScript means by its index of {}.
  return Struct.fromJavaScript(map);
}

export function mapOf(struct: Struct | undefined): WireMap {
  // A struct holds JSON values only.
  return struct?.toJavaScript() ?? {};
}

/** The entries of a message's map, its values as messages. */
export function entriesOf<T>(map: MessageMap<string, T>): [string, T][] {
  const entries: [string, T][] = [];
  map.forEach((value, key) => entries.push([key, value]));
  return entries;
}

/** Converts between protobuf structs and plain data. */
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { Map as MessageMap } from "google-protobuf";
import type { WireMap } from "./stack-state";

export function structOf(map: WireMap): Struct {
  // Every wire value is JSON, which is what fromJavaScript's declared index type of {} means.
  return Struct.fromJavaScript(map);
}

export function mapOf(struct: Struct | undefined): WireMap {
  // A struct contains only JSON values.
  return struct?.toJavaScript() ?? {};
}

/** The entries of a message's map, with messages as values. */
export function entriesOf<T>(map: MessageMap<string, T>): [string, T][] {
  const entries: [string, T][] = [];
  map.forEach((value, key) => entries.push([key, value]));
  return entries;
}

/** The forms in which programs declare what the rules judge, and which they would pass over by their types. Pure. */
import { grouped } from "../groups";
import type { PropertyMap } from "../properties";
import { BUCKET_FORMS } from "./buckets";
import type { Form, FormReader } from "./form";

const READERS: readonly FormReader[] = BUCKET_FORMS;

const BY_TOKEN: ReadonlyMap<string, readonly FormReader[]> = grouped(READERS.map((reader) => [reader.token, reader]));

/** What else a resource is, in the types that rules are about. */
export function formsOf(type: string, properties: PropertyMap): readonly Form[] {
  return (BY_TOKEN.get(type) ?? []).flatMap(({ read }) => read(properties));
}

export function hasForms(type: string): boolean {
  return BY_TOKEN.has(type);
}

/** Tokens of the types that can stand for a resource of the given type. */
export function otherForms(type: string): readonly string[] {
  return READERS.filter(({ gives }) => gives.includes(type)).map(({ token }) => token);
}

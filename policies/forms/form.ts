/** A resource of a current type, for which a resource of another form stands: an older type, or a part that is declared within another. */
import type { PropertyMap } from "../properties";

export interface Form {
  /** The engine's token of the current type. */
  readonly type: string;
  readonly properties: PropertyMap;
  /** The property of the declared resource that holds it. @default - the whole resource is of another form */
  readonly within?: string;
}

/** What resources of a type stand for. */
export interface FormReader {
  /** The engine's token of the declared type. */
  readonly token: string;
  /** The types that its forms can be of. */
  readonly gives: readonly string[];
  readonly read: (properties: PropertyMap) => readonly Form[];
}

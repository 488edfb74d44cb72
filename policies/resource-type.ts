/**
 * Typed handles of resource types: the token by which the engine knows the type, and the provider's declarations of its
 * properties, so that a mistyped property does not compile. The declarations are types only; nothing of a provider is loaded.
 */
import type { Input, Output, OutputInstance } from "@pulumi/pulumi";
import type { Value } from "./properties";

/** A resource type and its properties. */
export interface ResourceType<Properties extends object = object> {
  /** The engine's token, such as `aws:cloudtrail/trail:Trail`. */
  readonly token: string;
  /** Names a property, by its dotted path; a number is an index into a list. */
  readonly path: <Path extends PathOf<Properties>>(path: Path) => Path;
  /** Carries the type; never there. */
  readonly __properties?: Properties;
}

/** The engine's tokens of resource types. */
export type Tokens = readonly [string, ...string[]];

/** Several resource types, for a rule that asks the same of each. */
export interface OneOf<Properties extends object = object> {
  readonly tokens: Tokens;
  /** Carries the type; never there. */
  readonly __properties?: Properties;
}

/** What a rule on several types decides by, in words: the types have few properties in common. */
interface InWords {
  readonly logs: object;
  readonly permissions: object;
  readonly resources: object;
}

/** @throws Error without a token: a rule on no type would never be asked. */
export function oneOf(tokens: Iterable<string>): OneOf<InWords> {
  const [first, ...more] = new Set(tokens);
  if (first === undefined) {
    throw new Error("A rule needs the token of at least one resource type.");
  }
  return { tokens: [first, ...more] };
}

export function tokensOf(subject: ResourceType | OneOf): Tokens {
  return "tokens" in subject ? subject.tokens : [subject.token];
}

/** The values of a resource's properties as rules see them. Absent properties are absent, never `undefined` or `null`. */
export type PropertiesOf<Properties extends object> = Readonly<Partial<Record<keyof Properties & string, Value>>>;

/**
 * @template Args the provider's declaration of the arguments
 * @template Resource the provider's class, for a rule that reads outputs such as `arn`. @default - arguments only
 */
export function resourceType<Args extends object, Resource extends object = object>(
  token: string,
): ResourceType<Omit<OutputsOf<Resource>, keyof Args> & Args> {
  return { token, path: (path) => path };
}

/** The properties of a provider's class that are outputs; its methods are none. */
type OutputsOf<Resource extends object> = {
  [Name in keyof Resource as Resource[Name] extends Output<unknown> | undefined ? Name : never]: Resource[Name];
};

/** The dotted paths of properties, to a depth that holds every path of the providers' types in use here. */
export type PathOf<T> = PathWithin<T, [0, 0, 0, 0, 0, 0]>;

/** `Depth` has an item for each level that may still be entered: the types of some services are recursive. */
type PathWithin<T, Depth extends readonly 0[]> = Depth extends readonly [0, ...infer Rest extends readonly 0[]]
  ? IsAny<T> extends true
    ? never
    : T extends readonly (infer Item)[]
      ? `${number}` | `${number}.${PathWithin<Plain<Item>, Rest>}`
      : T extends object
        ? { [Name in keyof T & string]: Name | `${Name}.${PathWithin<Plain<T[Name]>, Rest>}` }[keyof T & string]
        : never
  : never;

type IsAny<T> = 0 extends 1 & T ? true : false;

/** What an input or output holds. */
type Plain<T> = NonNullable<
  T extends OutputInstance<infer Inner>
    ? Inner
    : T extends Promise<unknown>
      ? never
      : T extends Input<infer Inner>
        ? Inner
        : T
>;

/** The form of an observer: how a type of resource is read from an account, in the shape of Pulumi's inputs. */
import type { WireMap, WireValue } from "../pulumi/stack-state";
import type { CheckId } from "./checks";
import type { Form } from "./differences";
import type { Reader } from "./reader";

/** A resource that is read, by its identity. */
export interface Subject {
  /** The provider's id: an ARN or a name. */
  readonly id: string;
  readonly region: string;
  /** As declared; empty for what the stack only adopts. */
  readonly inputs: WireMap;
  /** The inputs of the component that declared it; empty if there is none. */
  readonly component: WireMap;
  /** The resources of the stack that refer to it. */
  readonly dependents: readonly Dependent[];
}

export interface Dependent {
  readonly type: string;
  readonly id: string;
  readonly inputs: WireMap;
}

/** Properties that one question, or a few, answer together. */
export interface Part<Property extends string = string> {
  readonly properties: readonly Property[];
  /** @returns the properties that the account has set; `undefined` if there is no such thing in the account. */
  readonly read: (reader: Reader, subject: Subject) => Promise<Properties | undefined>;
}

/** Properties as AWS's SDK gives them: what is not set may be there as `undefined`. */
export type Properties = Readonly<Record<string, WireValue | undefined>>;

/** What a condition finds wrong. */
export interface Problem {
  readonly result: "fail" | "undecided";
  /** The field of AWS's answer. */
  readonly property: string;
  readonly message: string;
}

/** Something about a resource that is not a property which a stack declares, such as its last error. */
export interface Condition {
  readonly check: CheckId;
  /** @returns nothing if all is well. */
  readonly read: (reader: Reader, subject: Subject) => Promise<readonly Problem[]>;
}

export interface Observer<Property extends string = string> {
  readonly type: string;
  /** The check of whether it exists and is as declared. */
  readonly check: CheckId;
  /** Checks of their own for single properties. */
  readonly checks: Readonly<Partial<Record<Property, CheckId>>>;
  /** The first part decides whether the resource exists. */
  readonly parts: readonly [Part<Property>, ...Part<Property>[]];
  /** Properties that are not compared, each with the reason. */
  readonly notCompared: Readonly<Partial<Record<Property, string>>>;
  /** How the values of a property are compared. @default as plain data */
  readonly forms: Readonly<Partial<Record<Property, Form>>>;
  /** What the provider makes of a property that is not declared, where the account is held to it; `null`: not set. */
  readonly defaults: Readonly<Partial<Record<Property, WireValue>>>;
  readonly conditions: readonly Condition[];
}

/** An observer as it is written. */
type ObserverDeclaration<Property extends string> = Pick<Observer<Property>, "type" | "check" | "parts"> &
  Partial<Observer<Property>>;

/** An observer of a type whose inputs the provider declares as `Args`. */
export function observer<Args extends object>(declaration: ObserverDeclaration<keyof Args & string>): Observer {
  return { checks: {}, notCompared: {}, forms: {}, defaults: {}, conditions: [], ...declaration };
}

/** Properties that no observer compares. */
export const NEVER_COMPARED: Readonly<Record<string, string>> = {
  tags: "Tags are not evidence, and the organization may add its own.",
  tagsAll: "Tags are not evidence, and the organization may add its own.",
  region: "A resource is looked for in its region only.",
};

/** Plain data of an SDK's answer, with names in lower camel case as Pulumi has them. */
export function camelCased(value: unknown): WireValue | undefined {
  if (Array.isArray(value)) {
    return value.map((item) => camelCased(item) ?? null);
  }
  if (value instanceof Date) {
    return value.toISOString();
  }
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
    return Object.fromEntries(entries.map(([name, inner]) => [lowerFirst(name), camelCased(inner) ?? null]));
  }
  // What remains of an SDK's answer is a text, a number, a boolean or nothing.
  return value as WireValue | undefined;
}

/** `Id` is `id`, `ID` too. */
function lowerFirst(name: string): string {
  return /^[A-Z]+$/.test(name) ? name.toLowerCase() : `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}

/** The text of an input, or nothing. */
export function textOf(value: WireValue | undefined): string {
  return typeof value === "string" ? value : "";
}

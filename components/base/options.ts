/** How components refuse a wrong option: one error form, and one check for plain values and Outputs alike. */
import * as pulumi from "@pulumi/pulumi";

/** What an error about an option says, in this order. */
export interface Refusal {
  /** The option's path, as {@link optionOf} writes it: `AuditTrail "audit": bucketRetentionDays`. */
  readonly path: string;
  /** The value that was given. */
  readonly got: unknown;
  /** The values that are allowed, in words. */
  readonly allowed: string;
  /** How to put it right: one sentence, with its full stop. */
  readonly fix: string;
}

/**
 * A mistake in a component's options. As a `pulumi.RunError` it reaches the user as its message, without a stack trace.
 */
export class OptionError extends pulumi.RunError {
  constructor(refusal: Refusal) {
    super(`${refusal.path} is ${show(refusal.got)}. Allowed: ${refusal.allowed}. ${refusal.fix}`);
  }
}

/** A check of one value: returns when the value is good and throws an {@link OptionError} that names `path` when not. */
export type Check<T> = (value: T, path: string) => void;

/** Options that something else makes meaningless. */
export interface Ignoring<Name extends string> {
  readonly ignored: readonly Name[];
  /** What would ignore them, such as `content "off"`. */
  readonly by: string;
  /** What can be done instead of removing the option, such as `choose another content mode`. @default - nothing */
  readonly otherwise?: string;
}

/** The path of an option of a component instance, for error messages. */
export function optionOf(className: string, name: string): (option: string) => string {
  return (option) => `${className} "${name}": ${option}`;
}

/**
 * The input, checked: a plain value at once, an Output or a promise by the same check when it resolves.
 * An Output that is unknown at preview is checked when the update knows it.
 *
 * @throws {OptionError} at once for a plain value that the check refuses; for an Output, when it resolves
 */
export function validated<T extends string | number | readonly object[]>(
  input: pulumi.Input<T>,
  path: string,
  check: Check<T>,
): pulumi.Input<T> {
  if (pulumi.Output.isInstance(input) || input instanceof Promise) {
    // The cast only names the type: T is plain, and pulumi.output hands plain values through as they are.
    const resolved = pulumi.output(input) as unknown as pulumi.Output<T>;
    return resolved.apply((value) => {
      check(value, path);
      return value;
    });
  }
  check(input, path);
  return input;
}

/**
 * Refuses options that would be ignored.
 *
 * @throws {OptionError} for the first of them that is given
 */
export function refuseIgnored<Name extends string>(
  args: Readonly<Partial<Record<NoInfer<Name>, unknown>>>,
  { ignored, by, otherwise }: Ignoring<Name>,
  option: (name: string) => string,
): void {
  for (const name of ignored) {
    if (args[name] !== undefined) {
      throw new OptionError({
        path: option(name),
        got: args[name],
        allowed: `nothing with ${by}, which would ignore it`,
        fix: otherwise === undefined ? `Remove ${name}.` : `Remove ${name} or ${otherwise}.`,
      });
    }
  }
}

/** The values that are not undefined: for arguments that may be left out but, by their type, not be undefined. */
export function given<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const defined = Object.entries(values).filter(([, value]) => value !== undefined);
  // The entries are those of `values`, and the filter has removed what the type excludes.
  return Object.fromEntries(defined) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

/** A check that a number is a whole one within bounds, both included. */
export function wholeNumber(bounds: { readonly minimum: number; readonly maximum: number; readonly unit: string }) {
  return (value: number, path: string): void => {
    if (Number.isInteger(value) && value >= bounds.minimum && value <= bounds.maximum) {
      return;
    }
    throw new OptionError({
      path,
      got: value,
      allowed: `a whole number of ${bounds.unit} from ${bounds.minimum} to ${bounds.maximum}`,
      fix: `Set ${lastWord(path)} to a value in that range, or leave it out for the default.`,
    });
  };
}

/** A check that a string has a given form. `form` is that form in words. */
export function matching(pattern: RegExp, form: string, fix: string): Check<string> {
  return (value, path) => {
    if (!pattern.test(value)) {
      throw new OptionError({ path, got: value, allowed: form, fix });
    }
  };
}

function lastWord(path: string): string {
  return path.slice(path.lastIndexOf(" ") + 1);
}

function show(value: unknown): string {
  return typeof value === "number" ? String(value) : JSON.stringify(isPlain(value) ? value : "set");
}

/** Whether a value can be shown: an Output cannot, nor can what holds one. */
function isPlain(value: unknown): boolean {
  if (pulumi.Output.isInstance(value) || value instanceof Promise) {
    return false;
  }
  return typeof value !== "object" || value === null || Object.values(value).every(isPlain);
}

/** The values that are there. */
export function present<T>(values: readonly (T | undefined)[]): readonly T[] {
  return values.filter((value) => value !== undefined);
}

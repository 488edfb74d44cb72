/** The kinds of settings, each with its Pulumi type, the allowed values in words and the zod schema. */
import { type RetentionClass, allowedRetention } from "../facts/logs/retention-classes";
import { z } from "zod";

/**
 * The default of a setting whose value comes from the profile. It is an explicit word because the Pulumi CLI requires a
 * value for every declared setting that has no default. The CLI has no type for "a number, or this word", so such
 * settings are declared as strings in `Pulumi.yaml`.
 * @see https://github.com/pulumi/pulumi/issues/21797
 */
export const FROM_PROFILE = "profile";

/** The value of an optional identifier that is not set, for the same reason. */
export const NONE = "none";

/** How to write a setting in a stack file. */
export interface SettingForm<Schema extends z.ZodType = z.ZodType> {
  /** The type in Pulumi's config declaration. */
  readonly type: "string" | "boolean" | "array" | "object";
  /** The type of an array's items. */
  readonly items?: "string" | "object";
  /** The allowed values, in words. */
  readonly allowed: string;
  /** A valid value, for the fix in a message. */
  readonly example: unknown;
  /** Parses the value in a stack file: the raw text, or the decoded JSON of an array or object. */
  readonly schema: Schema;
  /** Whether a stack has to encrypt it. @default false */
  readonly secret?: boolean;
}

/** A setting in this project's namespace. */
export interface SettingDeclaration<Schema extends z.ZodType = z.ZodType> extends SettingForm<Schema> {
  readonly default: unknown;
  readonly description: string;
}

export function declare<Schema extends z.ZodType>(setting: SettingDeclaration<Schema>): SettingDeclaration<Schema> {
  return setting;
}

export function oneOf<const Values extends readonly string[]>(values: Values) {
  return {
    type: "string",
    allowed: values.join(", "),
    schema: z.enum(values, { error: "is not one of the allowed values" }),
  } as const;
}

export const switchedOnOrOff = {
  type: "boolean",
  allowed: "true, false",
  schema: z.enum(["true", "false"], { error: "is neither true nor false" }).transform((text) => text === "true"),
} as const;

/** Decimal digits only: `Number` would also accept "0x16d", "1e3", " 365 " and an empty string. */
const wholeNumber = z
  .string({ error: "is not a whole number" })
  .regex(/^(0|[1-9]\d{0,8})$/, { error: "is not a whole number", abort: true })
  .transform(Number);

export function daysBetween(minimum: number, maximum: number) {
  const error = `is outside ${minimum} to ${maximum} days`;
  return {
    type: "string",
    allowed: `a whole number of days from ${minimum} to ${maximum}, or "${FROM_PROFILE}"`,
    schema: wholeNumber.pipe(z.number().min(minimum, { error }).max(maximum, { error })),
  } as const;
}

export function percentBetween(minimum: number, maximum: number) {
  const error = `is outside ${minimum} to ${maximum} percent`;
  return {
    type: "string",
    allowed: `a whole number of percent from ${minimum} to ${maximum}, or "${FROM_PROFILE}"`,
    schema: wholeNumber.pipe(z.number().min(minimum, { error }).max(maximum, { error })),
  } as const;
}

/** Retention periods that CloudWatch Logs accepts, within the limits of the log's class. */
export function logRetention(retentionClass: RetentionClass) {
  const days = allowedRetention(retentionClass);
  const error = `is not an allowed retention period for a log group of class "${retentionClass}"`;
  return {
    type: "string",
    allowed: `${days.join(", ")} (days), or "${FROM_PROFILE}"`,
    schema: wholeNumber.pipe(z.literal(days, { error })),
  } as const;
}

const noTwin = "duplicates an earlier item in the list";

/** A list whose items must have different identities. */
export function listOf<Item extends z.ZodType>(item: Item, identity: (value: z.output<Item>) => string) {
  return z.array(item, { error: "is not a list" }).check((context) => {
    const seen = new Set<string>();
    for (const [index, value] of context.value.entries()) {
      const key = identity(value);
      if (seen.has(key)) {
        context.issues.push({ code: "custom", message: noTwin, input: value, path: [index] });
      }
      seen.add(key);
    }
  });
}

export function listOfTexts(form: RegExp, error: string) {
  return listOf(z.string({ error }).regex(form, { error }), (text) => text.toLowerCase());
}

export function optionalIdentifier(form: RegExp, error: string) {
  return z
    .string({ error })
    .refine((text) => text === NONE || form.test(text), { error })
    .transform((text) => (text === NONE ? undefined : text));
}

/** The forms that settings take: each the type of a stack file's text, the words for a message and the zod schema. */
import { z } from "zod";
import { type RetentionClass, allowedRetention } from "../components/retention";

/**
 * The default of a setting whose value the profile gives. It is a word of its own because the Pulumi command line demands
 * a value for every declared setting that has no default, and has no type for "a number, or this word"; such settings are
 * therefore declared as strings there.
 * @see https://github.com/pulumi/pulumi/issues/21797
 */
export const FROM_PROFILE = "profile";

/** What an optional identifier says when there is none, for the same reason. */
export const NONE = "none";

/** How a setting is written in a stack file. */
export interface SettingForm<Schema extends z.ZodType = z.ZodType> {
  /** The type in Pulumi's own config declaration. */
  readonly type: "string" | "boolean" | "array" | "object";
  /** The type of an array's items. */
  readonly items?: "string" | "object";
  /** The values allowed, in words. */
  readonly allowed: string;
  /** A value that would be accepted, for the advice in a message. */
  readonly example: unknown;
  /** Takes what a stack file holds: the raw text, or for arrays and objects the decoded JSON. */
  readonly schema: Schema;
}

/** A setting of this project's own namespace. */
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
    schema: z.enum(values, { error: "is not one of the values allowed" }),
  } as const;
}

export const switchedOnOrOff = {
  type: "boolean",
  allowed: "true, false",
  schema: z.enum(["true", "false"], { error: "is neither true nor false" }).transform((text) => text === "true"),
} as const;

/** Decimal digits only: `Number` alone would also take "0x16d", "1e3", " 365 " and the empty text. */
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

/** Days that CloudWatch Logs accepts as a retention, within the bounds of the class of log. */
export function logRetention(retentionClass: RetentionClass) {
  const days = allowedRetention(retentionClass);
  const error = `is not a retention that a log group of class "${retentionClass}" may have`;
  return {
    type: "string",
    allowed: `${days.join(", ")} (days), or "${FROM_PROFILE}"`,
    schema: wholeNumber.pipe(z.literal(days, { error })),
  } as const;
}

const noTwin = "names the same thing as an earlier item of the list";

/** A list whose items differ from one another in `identity`. */
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

/**
 * An organization's policy: floors that neither a stack's configuration nor its exemptions lower.
 *
 * Only the reading of it needs the validator, so whoever needs the types alone imports them as types.
 */
import { z } from "zod";

/** The level below which a policy cannot be configured; `default` is the pack's own. */
const floorLevel = z.enum(["advisory", "mandatory", "default"]);

const bound = z
  .strictObject({
    rule: z.string().min(1),
    setting: z.string().min(1),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    equals: z.json().optional(),
  })
  .refine(
    ({ minimum, maximum, equals }) =>
      equals === undefined
        ? minimum !== undefined || maximum !== undefined
        : minimum === undefined && maximum === undefined,
    "must have a minimum, a maximum or both, or else equals",
  )
  .refine(
    ({ minimum = -Infinity, maximum = Infinity }) => minimum <= maximum,
    "has a minimum above its maximum, which no value meets",
  );

const exemptionLimits = z.strictObject({
  longestDays: z.int().min(1).optional(),
  approvers: z.array(z.string().trim().min(1)).min(1).optional(),
  ownerMayApprove: z.boolean().default(false),
  never: z.array(z.string().min(1)).default([]),
  statedByProgram: z.boolean().default(false),
});

const organizationPolicy = z.strictObject({
  levels: z.record(z.string(), floorLevel).default({}),
  settings: z.array(bound).default([]),
  /** Ids of rules that must come to a result, so that a stack cannot leave out what they are about. */
  mustCheck: z.array(z.string().min(1)).default([]),
  exemptions: exemptionLimits.optional(),
});

export type FloorLevel = z.infer<typeof floorLevel>;

/** What a rule's setting must be: a number within bounds, or one value. */
export type SettingBound = z.infer<typeof bound>;

/** What exemptions may be; the pack applies it. */
export type OrganizationExemptionLimits = z.infer<typeof exemptionLimits>;

/** Levels by rule, `all` for every rule that is not named; bounds of settings; rules that must judge; limits of exemptions. */
export type OrganizationPolicy = z.infer<typeof organizationPolicy>;

/** The organization's policy, or every mistake in it. */
export type ParsedOrganizationPolicy =
  | { readonly ok: true; readonly policy: OrganizationPolicy }
  | { readonly ok: false; readonly mistakes: readonly string[] };

/** @param content the decoded file. */
export function parseOrganizationPolicy(content: unknown): ParsedOrganizationPolicy {
  const parsed = organizationPolicy.safeParse(content);
  return parsed.success
    ? { ok: true, policy: parsed.data }
    : {
        ok: false,
        mistakes: parsed.error.issues.map(
          ({ path, message }) => `${path.length === 0 ? "the document" : path.join(".")}: ${message}`,
        ),
      };
}

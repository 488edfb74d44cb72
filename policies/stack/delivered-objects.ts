/** How soon a bucket's lifecycle takes away what a service delivers into it. */
import { type Value, UNKNOWN, at, isList, isMap, show } from "../properties";
import { type BUCKET, BUCKET_LIFECYCLE } from "../resources";
import { type Results, all } from "../result";
import { type Truth, every, is, must, not, some } from "../truth";
import type { Stack, StackResourceOf } from "./stack";

/** What is delivered, and who says where. */
export interface Delivery {
  /** Dotted path of the reference to the bucket, which findings name. */
  readonly property: string;
  /** What is put before AWSLogs/ in every key. */
  readonly prefix: Value | undefined;
}

/** Objects of a delivery stay for the least period, in days. */
export function keepsDelivered(
  stack: Stack,
  bucket: StackResourceOf<typeof BUCKET>,
  { property, prefix }: Delivery,
  minimumDays: number,
): Results {
  const rules = stack
    .referencing(bucket, BUCKET_LIFECYCLE, "bucket")
    .flatMap(({ properties }) => rulesOf(properties.rules));
  return all(
    ...rules.map((rule) => {
      const { words, isEarly } = expiryOf(rule, minimumDays);
      return must(
        not(every([not(is(at(rule, "status"), "Disabled")), isEarly, mayTakeIn(rule, prefix)])),
        property,
        `references the bucket ${bucket.name}, whose objects expire ${words}; keep them for at least ${minimumDays} days`,
      );
    }),
  );
}

function rulesOf(rules: Value | undefined): readonly Value[] {
  return isList(rules) ? rules : rules === UNKNOWN ? [{ expiration: UNKNOWN }] : [];
}

function expiryOf(rule: Value, minimumDays: number): { readonly words: string; readonly isEarly: Truth } {
  const days = at(rule, "expiration.days");
  const date = at(rule, "expiration.date");
  // On a date every object goes, whatever its age.
  return date !== undefined && date !== UNKNOWN
    ? { words: `on ${show(date)}`, isEarly: true }
    : {
        words: `after ${show(days)} days`,
        isEarly: some([isOpen(date), isOpen(days), typeof days === "number" && days < minimumDays]),
      };
}

function isOpen(value: Value | undefined): Truth {
  return value === UNKNOWN && UNKNOWN;
}

/** Services deliver objects without tags, so a rule for a tag takes in none of them. */
function mayTakeIn(rule: Value, prefix: Value | undefined): Truth {
  const filter = at(rule, "filter");
  if (filter === UNKNOWN) {
    return UNKNOWN;
  }
  const hasTags = ["filter.tag", "filter.and.tags"].map((path): Truth => {
    const tag = at(rule, path);
    return tag === UNKNOWN ? UNKNOWN : isMap(tag) && Object.keys(tag).length > 0;
  });
  const prefixes = ["prefix", "filter.prefix", "filter.and.prefix"];
  return every([not(some(hasTags)), ...prefixes.map((path) => overlaps(at(rule, path), prefix))]);
}

/** Whether some delivered key begins with the rule's prefix. */
function overlaps(own: Value | undefined, prefix: Value | undefined): Truth {
  if (own === undefined || own === "") {
    return true;
  }
  if (typeof own !== "string" || (prefix !== undefined && typeof prefix !== "string")) {
    return UNKNOWN;
  }
  const delivered = `${prefix === undefined || prefix === "" ? "" : `${prefix.replace(/\/$/, "")}/`}AWSLogs/`;
  return own.startsWith(delivered) || delivered.startsWith(own);
}

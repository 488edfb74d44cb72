/** Sets of texts that wildcard patterns describe, and whether some text is in one and not in others. */
import { type Truth, not } from "../truth";
import { UNKNOWN } from "../properties";

/** A run of characters, or one: of the given ones, or any. */
export interface Letters {
  /** @default any character */
  readonly of?: string;
  /** Any number of them, none included. @default one */
  readonly many?: boolean;
}

/** The texts that there can be: a sequence of letters. */
export type Domain = readonly Letters[];

const LOWER = "abcdefghijklmnopqrstuvwxyz";
const DIGITS = "0123456789";

export const ANY_TEXT: Domain = [{ many: true }];

/** Every action of every service, in lower case. AWS has no service and no action that begins with a digit. */
export const ANY_ACTION: Domain = [
  { of: LOWER },
  { of: `${LOWER}${DIGITS}-`, many: true },
  { of: ":" },
  { of: LOWER },
  { of: LOWER + DIGITS, many: true },
];

/** Every action of one service. */
export function actionsOf(service: string): Domain {
  return [...literally(`${service.toLowerCase()}:`), { of: LOWER }, { of: LOWER + DIGITS, many: true }];
}

/** Every text that begins so and goes on with a lower-case letter, as the names and kinds of resources do. */
export function anythingAfter(prefix: string): Domain {
  return [...literally(prefix), { of: LOWER }, { many: true }];
}

/** Every object of every bucket. */
export function objectsAfter(prefix: string): Domain {
  return [
    ...literally(prefix),
    { of: LOWER },
    { of: `${LOWER}${DIGITS}-.`, many: true },
    { of: "/" },
    { of: LOWER },
    { many: true },
  ];
}

/** One text alone. */
export function literally(text: string): Domain {
  return lettersOf(text).map((of) => ({ of }));
}

/** By the units in which patterns are compared. */
function lettersOf(text: string): readonly string[] {
  return Array.from({ length: text.length }, (_, index) => text.charAt(index));
}

/** Bounds the work on patterns that somebody has made up to be hard. */
const MOST_STATES = 2000;

/**
 * Whether there is a text of which the wanted is true, told from which of the patterns it matches. `*` stands for any run of
 * characters, `?` for one. Unknown where the patterns are too many and too entangled to tell.
 */
export function someText(
  domain: Domain,
  patterns: readonly string[],
  wanted: (matches: (pattern: string) => boolean) => boolean,
): Truth {
  const globs = [...new Set(patterns)].map((pattern) => ({ pattern, glob: pattern.replace(/\*+/g, "*") }));
  const letters = alphabetOf(domain, globs);
  const start: State = {
    inDomain: closedDomain(domain, [0]),
    inGlobs: globs.map(({ glob }) => closed(glob, [0])),
  };
  const seen = new Set([keyOf(start)]);
  const open = [start];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    const { inDomain, inGlobs } = state;
    if (inDomain.includes(domain.length)) {
      const matched = new Set(
        globs.filter(({ glob }, index) => inGlobs[index]?.includes(glob.length)).map(({ pattern }) => pattern),
      );
      if (wanted((pattern) => matched.has(pattern))) {
        return true;
      }
    }
    for (const letter of letters) {
      const next: State = {
        inDomain: afterInDomain(domain, inDomain, letter),
        inGlobs: globs.map(({ glob }, index) => after(glob, inGlobs[index] ?? [], letter)),
      };
      const key = keyOf(next);
      if (next.inDomain.length > 0 && !seen.has(key)) {
        if (seen.size >= MOST_STATES) {
          return UNKNOWN;
        }
        seen.add(key);
        open.push(next);
      }
    }
  }
  return false;
}

/** Whether every text of the domain matches one of the patterns. */
export function coverDomain(patterns: readonly string[], domain: Domain): Truth {
  return not(someText(domain, patterns, (matches) => !patterns.some(matches)));
}

/** Whether a text matches both patterns. */
export function overlap(one: string, other: string): Truth {
  return someText(ANY_TEXT, [one, other], (matches) => matches(one) && matches(other));
}

/** Where in the domain and in each pattern one may be after some text. */
interface State {
  readonly inDomain: readonly number[];
  readonly inGlobs: readonly (readonly number[])[];
}

function keyOf({ inDomain, inGlobs }: State): string {
  return `${inDomain.join()}|${inGlobs.map((places) => places.join()).join("|")}`;
}

/** A star takes in what any place before it still could, so those need not be kept. */
function closed(glob: string, places: readonly number[]): readonly number[] {
  const all = new Set(places.flatMap((place) => (glob[place] === "*" ? [place, place + 1] : [place])));
  const star = Math.max(-1, ...[...all].filter((place) => glob[place] === "*"));
  return [...all].filter((place) => place >= star).sort((one, other) => one - other);
}

function after(glob: string, places: readonly number[], letter: string): readonly number[] {
  return places.length === 0
    ? places
    : closed(
        glob,
        places.flatMap((place) => {
          const wanted = glob[place];
          return wanted === "*" ? [place] : wanted === "?" || wanted === letter ? [place + 1] : [];
        }),
      );
}

function closedDomain(domain: Domain, places: readonly number[]): readonly number[] {
  const all = new Set<number>();
  for (const place of places) {
    let here = place;
    all.add(here);
    while (domain[here]?.many === true) {
      all.add(++here);
    }
  }
  return [...all].sort((one, other) => one - other);
}

function afterInDomain(domain: Domain, places: readonly number[], letter: string): readonly number[] {
  return closedDomain(
    domain,
    places.flatMap((place) => {
      const letters = domain[place];
      return letters !== undefined && (letters.of?.includes(letter) ?? true)
        ? [letters.many === true ? place : place + 1]
        : [];
    }),
  );
}

/** A letter that no pattern writes out is like every other such letter that the domain takes at the same places. */
function alphabetOf(domain: Domain, globs: readonly { readonly glob: string }[]): readonly string[] {
  const written = new Set(
    globs.flatMap(({ glob }) => lettersOf(glob)).filter((letter) => letter !== "*" && letter !== "?"),
  );
  const others = new Map<string, string>();
  for (const letter of ["\u0001", ...domain.flatMap(({ of = "" }) => lettersOf(of))]) {
    if (!written.has(letter)) {
      others.set(domain.map(({ of }) => ((of?.includes(letter) ?? true) ? 1 : 0)).join(""), letter);
    }
  }
  return [...written, ...others.values()];
}

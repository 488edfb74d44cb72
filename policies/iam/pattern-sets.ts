/** Sets of texts that wildcard patterns describe, and whether some text is in one and not in others. */
import { type Truth, not, some } from "../truth";
import { UNKNOWN } from "../properties";
import { UNWRITTEN } from "../wildcards";

/** A run of characters, or one: of the given ones, or any. */
export interface Letters {
  /** @default any character */
  readonly of?: string;
  /** Characters that it is none of. @default none */
  readonly but?: string;
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

/** The texts that match the pattern: `*` stands for any run of characters, `?` for one. */
export function textsOf(pattern: string): Domain {
  return lettersOf(pattern).map((letter) => (letter === "*" ? { many: true } : letter === "?" ? {} : { of: letter }));
}

/** Resources that there can be, in two parts of their ARNs. */
export interface Resources {
  /** What tells partition, region and account; nothing where the pattern tells them itself. */
  readonly beginnings: Domain;
  readonly endings: Domain;
  /** Those of the endings that AWS or somebody gives as names. */
  readonly names: Domain;
}

/** Where resources are, and whose. */
export interface Owner {
  /** @default any */
  readonly partition?: string;
  /** An id of 12 digits. @default any */
  readonly account?: string;
}

/** The services whose ARNs have no account, or not all of them. */
const WITHOUT_ACCOUNT: readonly string[] = ["s3", "bedrock"];

/**
 * The resources of a pattern. An ARN without a partition, such as `arn::s3:::logs/*`, is that of the owner, in any region; a star
 * where a name begins in it stands for a name.
 */
export function resourcesOf(pattern: string, { partition, account }: Owner = {}): Resources {
  const [, service, ending] = /^arn::([^:]*):::(.*)$/s.exec(pattern) ?? [];
  if (service === undefined || ending === undefined) {
    return { beginnings: [], endings: textsOf(pattern), names: textsOf(pattern) };
  }
  const accounts: Domain =
    account === undefined || WITHOUT_ACCOUNT.includes(service) ? [{ of: DIGITS, many: true }] : literally(account);
  return {
    beginnings: [
      ...literally("arn:"),
      ...(partition === undefined ? [{ of: `${LOWER}-`, many: true }] : literally(partition)),
      ...literally(`:${service}:`),
      { of: `${LOWER}${DIGITS}-`, many: true },
      { of: ":" },
      ...accounts,
      { of: ":" },
    ],
    endings: endingsOf(service, ending),
    names: textsOf(ending).flatMap((letters, index) => {
      const isName = letters.many === true && /^[:/]?$/.test(ending.charAt(index - 1));
      const rest = letters.many === true ? { ...letters, but: ":" } : letters;
      return isName ? [{ of: FIRST_OF_NAME[service] ?? LOWER }, rest] : [rest];
    }),
  };
}

/** A star at the end of a segment reaches beyond its colon, so that it matters where there can be a colon. */
function endingsOf(service: string, ending: string): Domain {
  return textsOf(ending).map((letters, index) =>
    letters.many === true && !(WITH_COLONS.includes(service) && ending.charAt(index - 1) === "/")
      ? { ...letters, but: ":" }
      : letters,
  );
}

/** The services of which what stands behind a slash may hold a colon: keys of objects, ids of models. */
const WITH_COLONS: readonly string[] = ["s3", "bedrock"];

/** What a name begins with, where it is made up by the service: keys have UUIDs. */
const FIRST_OF_NAME: Readonly<Record<string, string>> = { kms: `${DIGITS}abcdef` };

/** A text of the domain that hardly anybody writes. */
export function sampleOf(domain: Domain): Domain {
  return domain.flatMap(({ of, many }) =>
    many === true ? (of === undefined ? literally(UNWRITTEN) : []) : [{ of: of?.charAt(of.length - 1) ?? UNWRITTEN }],
  );
}

/** Bounds the work on patterns that somebody has made up to be hard. */
const MOST_STATES = 2000;

/** Which of the patterns a text matches. */
export type Matches = (pattern: string) => boolean;

/**
 * Whether there is a text of which the wanted is true, told from which of the patterns it matches. `*` stands for any run of
 * characters, `?` for one. Unknown where the patterns are too many and too entangled to tell.
 */
export function someText(domain: Domain, patterns: readonly string[], wanted: (matches: Matches) => boolean): Truth {
  const globs = globsIn(domain, patterns);
  return walk({ domain, globs, budget: { states: MOST_STATES } }, startOf(globs), (places) =>
    wanted(matchesAt(globs, places)),
  );
}

/** Whether some of the endings makes, behind a beginning, a text of which the wanted is true. */
export type SomeEnding = (endings: Domain, wanted: (matches: Matches) => boolean) => Truth;

/**
 * Whether there is a beginning of which the wanted is true, told from the texts that it begins.
 *
 * @param endings the endings that are asked for, or more
 */
export function someBeginning(
  beginnings: Domain,
  endings: Domain,
  patterns: readonly string[],
  wanted: (someEnding: SomeEnding) => Truth,
): Truth {
  const globs = globsIn([...beginnings, ...endings], patterns);
  const budget = { states: MOST_STATES };
  return walk({ domain: beginnings, globs, budget }, startOf(globs), (begun) =>
    wanted((domain, wantedOf) =>
      walk({ domain, globs, budget }, begun, (places) => wantedOf(matchesAt(globs, places))),
    ),
  );
}

/** Whether every text of the domain matches one of the patterns. */
export function coverDomain(patterns: readonly string[], domain: Domain): Truth {
  return not(someText(domain, patterns, (matches) => !patterns.some(matches)));
}

interface Glob {
  readonly pattern: string;
  readonly glob: string;
}

/** The patterns that some text of the domain matches; no other can tell its texts apart. */
function globsIn(domain: Domain, patterns: readonly string[]): readonly Glob[] {
  return [...new Set(patterns)]
    .map((pattern) => ({ pattern, glob: pattern.replace(/\*+/g, "*") }))
    .filter(({ glob }) => isMetIn(domain, glob));
}

/** Whether some text of the domain matches the pattern. It takes no more steps than the product of both lengths. */
export function isMetIn(domain: Domain, glob: string): boolean {
  const open: (readonly [number, number])[] = [[0, 0]];
  const seen = new Set([0]);
  const reach = (inDomain: number, inGlob: number): void => {
    const key = inDomain * (glob.length + 1) + inGlob;
    if (!seen.has(key)) {
      seen.add(key);
      open.push([inDomain, inGlob]);
    }
  };
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    const [inDomain, inGlob] = place;
    const [letters, wanted] = [domain[inDomain], glob[inGlob]];
    if (letters === undefined && wanted === undefined) {
      return true;
    }
    if (letters?.many === true) {
      reach(inDomain + 1, inGlob);
    }
    if (wanted === "*") {
      reach(inDomain, inGlob + 1);
    }
    if (
      letters !== undefined &&
      wanted !== undefined &&
      (wanted === "*" || wanted === "?" || accepts(letters, wanted))
    ) {
      reach(letters.many === true ? inDomain : inDomain + 1, wanted === "*" ? inGlob : inGlob + 1);
    }
  }
  return false;
}

/** Where one may be in each pattern after some text. */
type Places = readonly (readonly number[])[];

function startOf(globs: readonly Glob[]): Places {
  return globs.map(({ glob }) => closed(glob, [0]));
}

function matchesAt(globs: readonly Glob[], places: Places): Matches {
  const matched = new Set(
    globs.filter(({ glob }, index) => places[index]?.includes(glob.length)).map(({ pattern }) => pattern),
  );
  return (pattern) => matched.has(pattern);
}

interface Walk {
  readonly domain: Domain;
  readonly globs: readonly Glob[];
  /** How many states may be looked at still. */
  readonly budget: { states: number };
}

/** Whether the wanted is true of the places after some text of the domain, from the places on where one begins. */
function walk({ domain, globs, budget }: Walk, from: Places, wanted: (places: Places) => Truth): Truth {
  const letters = alphabetOf(domain, globs);
  const start: State = { inDomain: closedDomain(domain, [0]), inGlobs: from };
  const seen = new Set([keyOf(start)]);
  const asked = new Map<string, Truth>();
  const open = [start];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    const { inDomain, inGlobs } = state;
    if (inDomain.includes(domain.length)) {
      const key = placesKey(inGlobs);
      const found = asked.get(key) ?? wanted(inGlobs);
      asked.set(key, found);
      if (found === true) {
        return true;
      }
    }
    for (const letter of letters) {
      const nextInDomain = afterInDomain(domain, inDomain, letter);
      if (nextInDomain.length === 0) {
        continue;
      }
      const next: State = {
        inDomain: nextInDomain,
        inGlobs: globs.map(({ glob }, index) => after(glob, inGlobs[index] ?? [], letter)),
      };
      const key = keyOf(next);
      if (!seen.has(key)) {
        if (budget.states-- <= 0) {
          return UNKNOWN;
        }
        seen.add(key);
        open.push(next);
      }
    }
  }
  return some([...asked.values()]);
}

/** Where in the domain and in each pattern one may be after some text. */
interface State {
  readonly inDomain: readonly number[];
  readonly inGlobs: Places;
}

function keyOf({ inDomain, inGlobs }: State): string {
  return `${inDomain.join()}|${placesKey(inGlobs)}`;
}

function placesKey(places: Places): string {
  return places.map((each) => each.join()).join("|");
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
      return letters !== undefined && accepts(letters, letter) ? [letters.many === true ? place : place + 1] : [];
    }),
  );
}

function accepts({ of, but }: Letters, letter: string): boolean {
  return (of?.includes(letter) ?? true) && but?.includes(letter) !== true;
}

/** A letter that no pattern writes out is like every other such letter that the domain takes at the same places. */
function alphabetOf(domain: Domain, globs: readonly Glob[]): readonly string[] {
  const written = new Set(
    globs.flatMap(({ glob }) => lettersOf(glob)).filter((letter) => letter !== "*" && letter !== "?"),
  );
  const others = new Map<string, string>();
  for (const letter of [UNWRITTEN, ...domain.flatMap(({ of = "", but = "" }) => lettersOf(of + but))]) {
    if (!written.has(letter)) {
      others.set(domain.map((letters) => (accepts(letters, letter) ? 1 : 0)).join(""), letter);
    }
  }
  return [...written, ...others.values()];
}

/**
 * Secrets of a stack, and texts without them. A pack sees secrets in plain text and quotes what it likes of them, so that
 * a text is searched for any part of a secret and not for the whole.
 */
import type { ResourceState, StackState, WireMap, WireValue } from "./stack-state";
import {
  OUTPUT_SIGNATURE,
  SECRET_SIGNATURE,
  SIGNATURE_KEY,
  UNKNOWN_VALUE,
  isWireMap,
  mapWireMap,
  signatureOf,
} from "./wire";

/** What stands in the place of a secret. */
const MASK = "[secret]";

/** Any so many characters of a secret are masked, wherever they stand. */
const WINDOW = 8;

/** A whole secret of fewer characters is masked where its own resource is told of, because words would be garbled elsewhere. */
const SHORTEST_ANYWHERE = 4;

/** More windows than this take more memory than a gate has. Then every text is masked as a whole. */
const MOST_WINDOWS = 1_000_000;

export interface SecretsOptions {
  /** Secrets beyond the resources', such as those of the stack's settings. */
  readonly texts?: readonly string[];
  /** Texts that tell nothing because everybody knows them, such as those of the rules. */
  readonly known?: readonly string[];
}

export class Secrets {
  /** By length, {@link SHORTEST_ANYWHERE} to {@link WINDOW}. */
  private readonly parts = new Map<number, Set<string>>();
  /** URN -> short values. */
  private readonly short = new Map<string, Set<string>>();
  private readonly ofStack = new Set<string>();
  private overflows = false;

  constructor(resources: readonly ResourceState[], { texts = [], known = [] }: SecretsOptions = {}) {
    this.take(leavesOfTexts(texts));
    for (const resource of resources) {
      const leaves = leavesOf(resource);
      if (!leaves.isEmpty) {
        this.take(leaves);
        this.short.set(resource.urn, leaves.short);
        leaves.short.forEach((text) => !isBoolean(text) && this.ofStack.add(text));
      }
    }
    if (!this.isEmpty) {
      // A name is shown with every finding, so that it is no secret any more.
      [...known, ...resources.flatMap(({ urn, type }) => [urn, type])].forEach((text) => {
        this.forget(text);
      });
    }
  }

  get isEmpty(): boolean {
    return this.parts.size === 0 && this.short.size === 0;
  }

  /** The text, with a mask for each part of a secret. */
  mask(text: string): string {
    return this.maskWithin(text, 0, text.length, this.found(text));
  }

  /**
   * A finding about a resource. A secret can begin in its property and end in its message.
   *
   * A short secret cannot be told from other words, so a message that has one of its resource's, or for a resource without
   * a state, of any, is replaced as a whole.
   */
  maskFinding<Told extends { readonly property?: string; readonly message: string }>(
    urn: string,
    told: Told,
    instead: string,
  ): Told {
    const { property = "", message } = told;
    const text = `${property} ${message}`;
    const found = this.found(text);
    const isShort = this.quotesShort(this.short.get(urn) ?? this.ofStack, message);
    return {
      ...told,
      ...(property === "" ? {} : { property: this.maskWithin(text, 0, property.length, found) }),
      message: isShort ? instead : this.maskWithin(text, property.length + 1, text.length, found),
    };
  }

  /** The text between two places, with a mask for each part of a secret that reaches into it. */
  private maskWithin(text: string, start: number, stop: number, found: readonly Place[]): string {
    if (this.overflows) {
      return MASK;
    }
    let shown = "";
    let end = start;
    let isMasked = false;
    for (const { from, to } of found) {
      if (to > start && from < stop) {
        shown += isMasked && from <= end ? "" : text.slice(end, Math.max(from, start)) + MASK;
        end = Math.max(end, to);
        isMasked = true;
      }
    }
    return shown + text.slice(Math.min(end, stop), stop);
  }

  private quotesShort(short: ReadonlySet<string>, text: string): boolean {
    if (short.size === 0) {
      return false;
    }
    const isEdge = (index: number): boolean => !(isWord(text[index - 1]) && isWord(text[index]));
    for (let from = 0; from < text.length; from += 1) {
      for (let length = 1; isEdge(from) && length < WINDOW && from + length <= text.length; length += 1) {
        if (isEdge(from + length) && short.has(text.slice(from, from + length))) {
          return true;
        }
      }
    }
    return false;
  }

  /** The places of all parts, in order. */
  private found(text: string): readonly Place[] {
    const folded = fold(text);
    const places = this.placesIn(folded);
    if (!folded.includes(" ")) {
      return places;
    }
    const indexes = Array.from(folded.matchAll(/[^ ]/g), ({ index }) => index);
    const wrapped = this.placesIn(folded.replaceAll(" ", "")).map(({ from, to }) => ({
      from: indexes[from] ?? 0,
      to: (indexes[to - 1] ?? 0) + 1,
    }));
    return [...places, ...wrapped].sort((one, other) => one.from - other.from);
  }

  private placesIn(folded: string): readonly Place[] {
    const places: Place[] = [];
    for (let from = 0; from < folded.length; from += 1) {
      // The longest one first: none is then within another.
      for (let length = WINDOW; length >= SHORTEST_ANYWHERE; length -= 1) {
        if (this.parts.get(length)?.has(folded.slice(from, from + length)) === true) {
          places.push({ from, to: from + length });
          break;
        }
      }
    }
    return places;
  }

  private take({ long, whole }: Leaves): void {
    whole.forEach((text) => {
      this.add(fold(text));
    });
    for (const text of long) {
      for (const form of foldedForms(formsOf(text))) {
        for (let from = 0; from + WINDOW <= form.length && !this.overflows; from += 1) {
          this.add(form.slice(from, from + WINDOW));
        }
      }
    }
  }

  private add(part: string): void {
    const parts = this.parts.get(part.length) ?? new Set();
    this.parts.set(part.length, parts.add(part));
    this.overflows ||= parts.size > MOST_WINDOWS;
  }

  private forget(text: string): void {
    for (const folded of foldedForms([text])) {
      for (const [length, parts] of this.parts) {
        for (let from = 0; from + length <= folded.length; from += 1) {
          parts.delete(folded.slice(from, from + length));
        }
      }
    }
  }
}

/** Where a part of a secret stands in a text. */
interface Place {
  readonly from: number;
  readonly to: number;
}

/**
 * Without case and kinds of space, which a report changes. Only letters whose other case has the same length, so that
 * places in the text stay what they are.
 */
function fold(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()).replace(/\s/g, " ");
}

/** As they are searched for: with their spaces and without, because whoever quotes a long text breaks its lines. */
function foldedForms(texts: readonly string[]): ReadonlySet<string> {
  const folded = texts.map(fold);
  return new Set([...folded, ...folded.map((text) => text.replaceAll(" ", ""))]);
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /\w/.test(character);
}

function isBoolean(text: string): boolean {
  return text === "true" || text === "false";
}

/** Texts that are longer are only searched for as they are. */
const LONGEST_ENCODED = 65_536;

/** The text as it stands in a message that quotes it, or in JSON, an address or an encoding in one. */
function formsOf(text: string): readonly string[] {
  if (text.length > LONGEST_ENCODED) {
    return [text];
  }
  const bytes = Buffer.from(text, "utf8");
  // Three bytes are four characters, so an encoded text looks different after one or two bytes of something else.
  const base64 = [0, 1, 2].map((before) =>
    Buffer.concat([Buffer.alloc(before), bytes])
      .toString("base64")
      .slice(Math.ceil((before * 4) / 3), -4),
  );
  return [
    text,
    JSON.stringify(text).slice(1, -1),
    encodeURIComponent(text.replace(/\p{Cs}/gu, "\uFFFD")),
    bytes.toString("hex"),
    ...base64,
    ...base64.map((form) => form.replaceAll("+", "-").replaceAll("/", "_")),
  ];
}

/** How often a text is taken apart: a document in a document. */
const DEEPEST = 4;

/** The values in secrets. */
class Leaves {
  /** Texts of which any part is secret. */
  readonly long = new Set<string>();
  /** Those that are a value themselves, and no part of a document. */
  readonly copied = new Set<string>();
  /** Shorter values that are secret as a whole, wherever they stand. */
  readonly whole = new Set<string>();
  /** Values that are too short to be told from other words. */
  readonly short = new Set<string>();

  get isEmpty(): boolean {
    return this.long.size === 0 && this.short.size === 0;
  }

  /** @param depth how many documents the value stands in. */
  add(value: WireValue, depth = 0): void {
    const waiting: WireValue[] = [value];
    for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
      if (isSecret(part)) {
        secretContent(part).forEach((inner) => waiting.push(inner));
      } else if (isWireMap(part)) {
        const inner = Object.entries(part).filter(([name]) => name !== SIGNATURE_KEY);
        inner.forEach(([name, content]) => {
          this.addName(name);
          waiting.push(content);
        });
      } else if (typeof part === "object" && part !== null) {
        // Not a spread: a list can have more elements than a call has arguments.
        part.forEach((item: WireValue) => waiting.push(item));
      } else if (part !== null) {
        const texts = String(part).split(UNKNOWN_VALUE);
        texts.forEach((text) => {
          this.addText(text, depth);
        });
      }
    }
  }

  /** A short name, such as `key`, says nothing. */
  private addName(name: string): void {
    if (name.length >= WINDOW) {
      this.long.add(name);
    }
  }

  private addText(text: string, depth: number): void {
    if (text.length >= WINDOW) {
      this.long.add(text);
      if (depth === 0) {
        this.copied.add(text);
      }
    } else if (text !== "") {
      this.short.add(text);
      if (text.length >= SHORTEST_ANYWHERE && depth === 0 && !isBoolean(text)) {
        this.whole.add(text);
      }
    }
    if (depth < DEEPEST && text.length >= SHORTEST_ANYWHERE) {
      openedForms(text).forEach((inner) => {
        this.add(inner, depth + 1);
      });
    }
  }
}

/** What an encoded text or a document holds. */
function openedForms(text: string): readonly WireValue[] {
  const forms = [jsonOf(text), base64Of(text), addressOf(text)];
  return forms.filter((form) => form !== undefined).filter((form) => form !== text);
}

function jsonOf(text: string): WireValue | undefined {
  if (!/^\s*["[{]/.test(text)) {
    return undefined;
  }
  try {
    return JSON.parse(text) as WireValue; // JSON contains only wire values
  } catch {
    return undefined;
  }
}

function base64Of(text: string): string | undefined {
  if (!/^[\w+/-]{12,}={0,2}$/.test(text)) {
    return undefined;
  }
  const decoded = Buffer.from(text, "base64").toString("utf8");
  return /[\p{Cc}\uFFFD]/u.test(decoded.replace(/\s/g, "")) ? undefined : decoded;
}

function addressOf(text: string): string | undefined {
  try {
    return text.includes("%") ? decodeURIComponent(text) : undefined;
  } catch {
    return undefined;
  }
}

function leavesOfTexts(texts: readonly string[]): Leaves {
  const leaves = new Leaves();
  texts.forEach((text) => {
    leaves.add(text);
  });
  return leaves;
}

function leavesOf({ inputs, outputs, additionalSecretOutputs = [] }: ResourceState): Leaves {
  const leaves = new Leaves();
  const waiting: WireValue[] = [inputs, outputs];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    if (isSecret(part)) {
      leaves.add(part);
    } else if (typeof part === "object" && part !== null) {
      Object.values(part).forEach((inner: WireValue) => waiting.push(inner));
    }
  }
  for (const name of additionalSecretOutputs) {
    leaves.add(outputs[name] ?? null);
  }
  return leaves;
}

function isSecret(part: WireValue | undefined): part is WireMap {
  const signature = signatureOf(part);
  return (
    signature === SECRET_SIGNATURE || (signature === OUTPUT_SIGNATURE && isWireMap(part) && part["secret"] === true)
  );
}

/** What tells nothing of a secret's content. */
const WRAPPING: Readonly<Record<string, readonly string[]>> = {
  [SECRET_SIGNATURE]: [SIGNATURE_KEY, "ciphertext", "plaintext"],
  [OUTPUT_SIGNATURE]: [SIGNATURE_KEY, "secret", "dependencies"],
};

/** What a secret holds: a value, the JSON of one, or whatever else it was put in. */
function secretContent(part: WireMap): readonly WireValue[] {
  const wrapping = WRAPPING[signatureOf(part) ?? ""] ?? [];
  const content = Object.entries(part).filter(([name]) => !wrapping.includes(name));
  const { plaintext } = part;
  return [...(plaintext === undefined ? [] : [openedPlaintext(plaintext)]), ...content.map(([, value]) => value)];
}

/** What is no JSON is the secret itself. */
function openedPlaintext(plaintext: WireValue): WireValue {
  try {
    return typeof plaintext === "string" ? (JSON.parse(plaintext) as WireValue) : plaintext; // JSON contains only wire values
  } catch {
    return plaintext;
  }
}

/** Pulumi's form of a secret that cannot be decrypted. */
const WITHHELD: WireMap = { [SIGNATURE_KEY]: SECRET_SIGNATURE, ciphertext: "" };

/**
 * The state in a form that is safe to write to disk. A preview has no secrets manager, so secret values are removed, and
 * masked where a copy of one stands in the open.
 *
 * @param texts secrets beyond the resources', such as those of the stack's settings
 */
export function withholdSecrets(state: StackState, texts: readonly string[] = []): StackState {
  const { resources } = state.deployment;
  const copies = new Copies([...leavesOfTexts(texts).copied, ...resources.flatMap((one) => [...leavesOf(one).copied])]);
  const withhold = (part: WireValue): WireValue =>
    isSecret(part) ? WITHHELD : typeof part === "string" ? copies.mask(part) : part;
  const withheld = resources.map((resource): ResourceState => {
    const { id, provider, inputs, outputs, additionalSecretOutputs = [] } = resource;
    const secretOutputs = additionalSecretOutputs
      .filter((name) => name in outputs)
      .map((name) => [name, WITHHELD] as const);
    return {
      ...resource,
      ...(id === undefined ? {} : { id: copies.mask(id) }),
      ...(provider === undefined ? {} : { provider: copies.mask(provider) }),
      inputs: mapWireMap(inputs, withhold),
      outputs: { ...mapWireMap(outputs, withhold), ...Object.fromEntries(secretOutputs) },
    };
  });
  return { ...state, deployment: { ...state.deployment, resources: withheld } };
}

/** Texts that are masked as a whole: a part of one, such as an ARN in a policy, stands in many values in the open. */
class Copies {
  /** By their first characters. */
  private readonly texts = new Map<string, string[]>();

  constructor(texts: readonly string[]) {
    for (const text of new Set(texts)) {
      const start = text.slice(0, WINDOW);
      const others = this.texts.get(start) ?? [];
      others.push(text);
      this.texts.set(start, others);
    }
    // The longest one first: another can be its beginning.
    this.texts.forEach((others) => others.sort((one, other) => other.length - one.length));
  }

  mask(text: string): string {
    let shown = "";
    let end = 0;
    for (let from = 0; this.texts.size > 0 && from + WINDOW <= text.length; from += 1) {
      const found = this.texts.get(text.slice(from, from + WINDOW))?.find((copy) => text.startsWith(copy, from));
      if (found !== undefined) {
        shown += text.slice(end, from) + MASK;
        end = from + found.length;
        from = end - 1;
      }
    }
    return shown + text.slice(end);
  }
}

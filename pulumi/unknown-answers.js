// Loaded first in the process of a program: what an awaited function answers can be taken apart where it is unknown.
//
// The SDK has no unknown value for code that awaits an answer: it hands over an empty object, and the program fails on its first
// index, loop or method, although all that it does with the answer is to pass it on. Here a placeholder stands for each unknown, of
// which every part is one, too. Where it becomes an input of a resource, the SDK sends an unknown. Where it becomes part of a text, it
// leaves a mark of characters that no text may hold (the noncharacters U+FDD0 to U+FDEF), and any piece of that is a mark. The preview
// reads both as unknown (preview/placeholders.ts). What a program computes from one by comparison is decided by nobody.
//
// Only the public functions that plain answers come from are changed: an answer as an output is the SDK's own affair.
"use strict";
const { createRequire } = require("node:module");
const path = require("node:path");

/** How many items a list has of which nobody knows the items: availability zones come in threes, and so do programs that count them. */
const ITEMS = 3;

/** The mark of a number is its hexadecimal digits, from this character on. */
const FIRST_MARK = 0xfdd0;
const DIGITS = 4;
const WHOLLY_MARKED = /^[\uFDD0-\uFDEF]+$/;

let count = 0;

function nextMark() {
  const digits = (count++).toString(16).padStart(DIGITS, "0");
  return String.fromCharCode(...[...digits].map((digit) => FIRST_MARK + parseInt(digit, 16)));
}

const isPlaceholder = (value) => typeof value === "object" && value !== null && value.__pulumiUnknown === true;

/** @param size how many items it has when it is used as a list. */
function placeholder(size = ITEMS) {
  const parts = new Map();
  let mark;
  const text = () => (mark ??= nextMark());
  const part = (name) => {
    if (!parts.has(name)) {
      parts.set(name, placeholder());
    }
    return parts.get(name);
  };
  const items = () => Array.from({ length: size }, (_, index) => part(String(index)));
  const methods = {
    toString: text,
    toLocaleString: text,
    toJSON: text,
    valueOf: text,
    join: text,
    at: (index) => part(String(index)),
    find: (visit) => (items().forEach(visit), part("0")),
    findLast: (visit) => (items().forEach(visit), part("0")),
    filter: (visit) => (items().forEach(visit), placeholder(size)),
    slice: (...range) => placeholder(Math.max(1, items().slice(...range).length)),
    concat: (...more) => (more.some(Array.isArray) ? items().concat(...more) : placeholder(size)),
  };
  // A copy of its properties, as libraries make them of what they know nothing of, is an unknown of the SDK.
  return new Proxy(
    { __pulumiUnknown: true },
    {
      get: (_, name) => {
        if (typeof name === "symbol") {
          return {
            [Symbol.toPrimitive]: (hint) => (hint === "number" ? NaN : text()),
            [Symbol.iterator]: () => items()[Symbol.iterator](),
            [Symbol.isConcatSpreadable]: true,
          }[name];
        }
        if (name === "__pulumiUnknown") {
          return true;
        }
        if (name === "length") {
          return size;
        }
        // A promise, and what the SDK marks its own objects with, it is not.
        if (name === "then" || name === "constructor" || name.startsWith("__")) {
          return undefined;
        }
        if (Object.hasOwn(methods, name)) {
          return methods[name];
        }
        // Texts and lists share the names of some methods; what these answer is unknown for both.
        if (name in String.prototype || name in Number.prototype) {
          return () => placeholder();
        }
        return typeof [][name] === "function" ? (...args) => items()[name](...args) : part(name);
      },
      has: (own, name) => name in own || (typeof name === "string" && Number(name) < size),
    },
  );
}

/** A result with a placeholder for each unknown in it, and for the whole where nothing of it is known. */
function withPlaceholders(result) {
  const isNothing = typeof result === "object" && result !== null && Object.keys(result).length === 0;
  return isNothing ? placeholder() : replaced(result, () => placeholder());
}

/** The value with something else in the place of each unknown, in plain objects and lists. */
function replaced(value, replacement) {
  if (isPlaceholder(value)) {
    return replacement(value);
  }
  if (Array.isArray(value)) {
    return value.map((item) => replaced(item, replacement));
  }
  const isPlain = typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
  return isPlain
    ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, replaced(inner, replacement)]))
    : value;
}

/** The module of the program's own SDK; undefined where that has no such module. */
function moduleOfProgram(name) {
  try {
    return createRequire(path.join(process.cwd(), "package.json"))(`@pulumi/pulumi/${name}`);
  } catch {
    return undefined;
  }
}

function change(owner, name, changed) {
  const original = owner?.[name];
  if (typeof original === "function") {
    owner[name] = changed(original);
  }
}

// Older versions copy the functions of the one module into the other while they load.
for (const owner of new Set([moduleOfProgram("runtime/invoke"), moduleOfProgram("runtime")])) {
  const marked = (args) => replaced(args, String);
  for (const name of ["invoke", "invokeSingle"]) {
    change(owner, name, (invoke) => {
      const changed = (token, args, ...rest) => invoke(token, marked(args), ...rest).then(withPlaceholders);
      return invoke.isChanged ? invoke : Object.assign(changed, { isChanged: true });
    });
  }
  for (const name of ["invokeOutput", "invokeSingleOutput"]) {
    change(owner, name, (invoke) => {
      const changed = (token, args, ...rest) => invoke(token, marked(args), ...rest);
      return invoke.isChanged ? invoke : Object.assign(changed, { isChanged: true });
    });
  }
}

// A name is written into the message as a text, whatever it is.
for (const request of ["RegisterResourceRequest", "ReadResourceRequest"]) {
  for (const setter of ["setName", "setId"]) {
    change(moduleOfProgram("proto/resource_pb")?.[request]?.prototype, setter, (set) => {
      return function (value) {
        return set.call(this, isPlaceholder(value) ? String(value) : value);
      };
    });
  }
}

// What is read from a text of which nothing is known is not known either.
change(
  JSON,
  "parse",
  (parse) =>
    (text, ...rest) =>
      isPlaceholder(text) || (typeof text === "string" && WHOLLY_MARKED.test(text))
        ? placeholder()
        : parse(text, ...rest),
);
change(
  Buffer,
  "from",
  (from) =>
    (value, ...rest) =>
      isPlaceholder(value) || (typeof value === "string" && WHOLLY_MARKED.test(value))
        ? from(String(value))
        : from(value, ...rest),
);

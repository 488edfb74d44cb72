/** Writes XML 1.0 from plain data. Source for the allowed characters: https://www.w3.org/TR/xml/#charsets. */

import { withoutLogCommands } from "./log-commands";

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children?: readonly XmlElement[];
  /** Text content; an element has either text or children. */
  readonly text?: string;
}

/** Characters that are not allowed in a document, not even as references. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Newlines and tabs are written as references, because parsers would otherwise normalize them. */
const SPECIAL: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** The text escaped for attributes and element content; forbidden characters become `\u{..}`. */
export function xmlText(text: string): string {
  return text
    .replace(FORBIDDEN, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`)
    .replace(/[&<>"\t\n\r]/g, (character) => SPECIAL[character] ?? character);
}

/** A whole document. */
export function xmlDocument(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${withoutLogCommands(element(root, ""), reference)}`;
}

/** Commands stand in texts only, of which a reference is the same character. */
function reference(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}

function element({ name, attributes, children = [], text }: XmlElement, indent: string): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlText(String(value))}"`);
  const start = `${indent}<${name}${written.join("")}`;
  if (text !== undefined) {
    return `${start}>${xmlText(text)}</${name}>\n`;
  }
  if (children.length === 0) {
    return `${start}/>\n`;
  }
  return `${start}>\n${children.map((child) => element(child, `${indent}  `)).join("")}${indent}</${name}>\n`;
}

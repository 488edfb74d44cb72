/** The few forms of Markdown that generated pages are made of. */

/** A table; cells may hold anything, since what would break a row is escaped. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

export function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join("\n");
}

export function code(text: string): string {
  return `\`${text}\``;
}

/** Blocks apart by an empty line, with one at the end of the page. */
export function page(...blocks: readonly string[]): string {
  return `${blocks.join("\n\n")}\n`;
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}

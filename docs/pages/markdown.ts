/** The Markdown elements of the generated pages. */

/** A table. Cells can contain any text, because characters that would break a row are escaped. */
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

/** Blocks separated by empty lines, with a newline at the end of the page. */
export function page(...blocks: readonly string[]): string {
  return `${blocks.join("\n\n")}\n`;
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}

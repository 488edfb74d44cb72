/** A value in a query of Insights, in which nothing that is given can be more than a value. */
export function insightsText(value: string): string {
  return `"${value.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}

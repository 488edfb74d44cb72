/** What was written of an organization's policies, for a terminal. */
import { alignedRows } from "./columns";

/** A policy that was written. */
interface WrittenPolicy<Kind extends string> {
  readonly kind: Kind;
  readonly type: string;
  readonly content: string;
}

/** What was written, and what was not. */
export interface WrittenPolicies<Kind extends string> {
  readonly policies: readonly WrittenPolicy<Kind>[];
  readonly leftOut: readonly { readonly kind: Kind; readonly reason: string }[];
  /** Relative to where the command runs. */
  readonly folder: string;
  readonly fileOf: (kind: Kind) => string;
}

/** A line a policy with its file, its type in AWS Organizations and its length, and a line for each that was not needed. */
export function organizationPoliciesReport<Kind extends string>({
  policies,
  leftOut,
  folder,
  fileOf,
}: WrittenPolicies<Kind>): string {
  const rows = policies.map(({ kind, type, content }) => [fileOf(kind), type, `${content.length} characters`]);
  const lines = [
    ...(policies.length === 0 ? [] : [`Policies for AWS Organizations, in ${folder}:`, ...alignedRows(rows)]),
    ...leftOut.map(({ kind, reason }) => `Not written: ${kind}, because ${reason}.`),
  ];
  return `${lines.join("\n")}\n`;
}

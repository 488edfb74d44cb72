/** Whether a resource's own policy refuses the calls that take it away to all but those whom it names. */
import type { Value } from "../properties";
import { type Results, fail, pass, undecided } from "../result";
import { type Statement, parseDocument } from "./policy-document";
import { unreadable } from "./statements";

/** @param leftOpen those of the calls that the statements do not refuse */
export function removalsRefused(
  policy: Value | undefined,
  path: string,
  leftOpen: (statements: readonly Statement[]) => readonly string[],
): Results {
  const document = parseDocument(policy);
  switch (document.kind) {
    case "unknown":
      return undecided(path);
    case "unparseable":
      return unreadable(path, document.problem);
    default: {
      const open = leftOpen(document.kind === "document" ? document.statements : []);
      return open.length === 0
        ? pass
        : fail(path, `leaves ${open.join(", ")} to whomever IAM allows; deny them to all but break-glass principals`);
    }
  }
}

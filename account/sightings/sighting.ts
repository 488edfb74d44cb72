/** One question to the account, whose failure is an answer too. */
import type { Reading } from "../collisions/observed";
import { ReadError } from "../reader";

/** What a question shows. Any error but one of reading is a defect. */
export async function reading<T>(question: () => Promise<T>): Promise<Reading<T>> {
  try {
    return { seen: await question() };
  } catch (error) {
    if (error instanceof ReadError) {
      return { unreadable: { action: error.actions[0] ?? error.operation, why: oneSentence(error.message) } };
    }
    throw error;
  }
}

function oneSentence(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return /[.!?]$/.test(line) ? line : `${line}.`;
}

/** Applies a function to what was seen. */
export function seenAs<T, U>(one: Reading<T>, use: (seen: T) => U): Reading<U> {
  return "seen" in one ? { seen: use(one.seen) } : one;
}

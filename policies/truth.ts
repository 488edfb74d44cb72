/** Three-valued logic, for questions to which some of the answers are known only at the update. */
import { type Value, UNKNOWN, type Unknown } from "./properties";
import { type Results, fail, pass, undecided } from "./result";

export type Truth = boolean | Unknown;

/** Whether the value is the wanted one. */
export function is(value: Value | undefined, wanted: string | number | boolean): Truth {
  return same(value, wanted);
}

/** Whether both are the same value. */
export function same(one: Value | undefined, other: Value | undefined): Truth {
  return one === UNKNOWN || other === UNKNOWN ? UNKNOWN : one === other;
}

/** True when one is true, whatever the unknown ones turn out to be. */
export function some(truths: readonly Truth[]): Truth {
  return truths.includes(true) || (truths.includes(UNKNOWN) ? UNKNOWN : false);
}

/** False when one is false, whatever the unknown ones turn out to be. */
export function every(truths: readonly Truth[]): Truth {
  return !truths.includes(false) && (truths.includes(UNKNOWN) ? UNKNOWN : true);
}

export function not(truth: Truth): Truth {
  return truth === UNKNOWN ? UNKNOWN : !truth;
}

/** True passes, an unknown is undecided, false fails with the message. */
export function must(truth: Truth, property: string, message: string): Results {
  if (truth === UNKNOWN) {
    return undecided(property);
  }
  return truth ? pass : fail(property, message);
}

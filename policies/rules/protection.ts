import { type Judgements, fail, pass } from "../judgement";
import type { JudgedResource } from "../rule";

/** Pulumi must refuse to delete the resource. */
export function mustBeProtected({ protect }: JudgedResource): Judgements {
  return protect ? pass : fail("protect", "is false; it must be true");
}

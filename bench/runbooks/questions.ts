/** What is asked, by a runbook and otherwise. */
import type { RunbookId } from "../../runbooks/catalogue";

export type QuestionName = "rare" | "all";

export interface Question {
  readonly runbook: RunbookId;
  /** The shell's way: what jq prints of the files in `$1`, and what is made of it. Duplicates count once. */
  readonly shell: string;
}

const UNCOMPRESSED = 'find "$1" -name "*.json.gz" -print0 | xargs -0 zcat';

export const QUESTIONS: Readonly<Record<QuestionName, Question>> = {
  rare: {
    runbook: "trail-tampered-with",
    shell: `${UNCOMPRESSED} | jq -r -f bench/runbooks/rare.jq | sort -r -u | wc -l`,
  },
  all: {
    runbook: "calls-by-caller",
    shell: `${UNCOMPRESSED} | jq -r -f bench/runbooks/all.jq | sort -u | cut -f1-3 | sort | uniq -c | sort -rn | wc -l`,
  },
};

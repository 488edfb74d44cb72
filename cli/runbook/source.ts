/** What a runbook is asked of, whichever engine it is. */
import type { Answer } from "../../query/answer";
import type { FileEngine } from "../../query/files/file-engine";
import type { RunbookId } from "../../runbooks/catalogue";
import type { Given } from "../../runbooks/parameters";
import type { Query } from "../../runbooks/queries/query";
import type { Window } from "../../runbooks/queries/window";

export interface SourceOptions {
  readonly logs?: string;
  readonly athena?: string;
  readonly database?: string;
  readonly insights?: boolean;
  readonly logEvents?: boolean;
  readonly trailLogGroup?: string;
  readonly invocationLogGroup?: string;
  readonly clusterLogGroup?: readonly string[];
  readonly eventHistory?: boolean;
  readonly region?: string;
  readonly publicKeys?: string;
  readonly memory: string;
  /** Of an answer that are kept, in memory and in the reports. */
  readonly mostRows: number;
}

/** What is asked, of what time, and with which parameters. */
export interface Plan {
  readonly ids: readonly RunbookId[];
  readonly given: Given;
  readonly window: Window;
}

/** What is asked, and what of it is known when it has answered. */
export interface Source {
  readonly name: string;
  readonly source: string;
  readonly caller: string | null;
  /** Where log files are asked. */
  readonly files: FileEngine | undefined;
  /** A runbook's query as a question, or nothing where it cannot be asked. */
  questionOf(id: RunbookId, query: Query): Question | undefined;
  close(): void;
}

export interface Question {
  /** In the engine's own language. */
  readonly text: string;
  answer(): Promise<Answer>;
}

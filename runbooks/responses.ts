/** What an automation does when a runbook has found something, by its id, which is permanent. */
import type { RunbookId } from "./catalogue";

export interface Response {
  /** One sentence, as the automation's own description. */
  readonly description: string;
  /** The runbooks whose findings it answers. */
  readonly answers: readonly [RunbookId, ...RunbookId[]];
}

export const RESPONSES = {
  "disable-endpoint": {
    description: "Takes a SageMaker endpoint out of service; its configuration and model stay.",
    answers: ["endpoints-deployed", "ungoverned-inference"],
  },
  "restore-trail-logging": {
    description: "Starts the logging of the trail.",
    answers: ["trail-tampered-with", "evidence-tampered-with", "feeds-silent"],
  },
  "restore-invocation-logging": {
    description: "Restores the logging of model invocations as it is declared.",
    answers: ["invocation-logging-changed", "calls-not-logged", "feeds-silent"],
  },
  "restore-log-retention": {
    description: "Sets the retention of a log group to what is declared.",
    answers: ["retention-shortened"],
  },
  "cancel-key-deletion": {
    description: "Cancels the deletion of a key and enables it.",
    answers: ["keys-disabled"],
  },
} as const satisfies Readonly<Record<string, Response>>;

export type ResponseId = keyof typeof RESPONSES;

export const RESPONSE_IDS = Object.keys(RESPONSES) as readonly ResponseId[]; // Object.keys loses the key types

/** The response of an id, whose own type is narrower than what is asked of it. */
export function responseOf(id: ResponseId): Response {
  return RESPONSES[id];
}

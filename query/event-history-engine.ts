/**
 * Runbooks asked of CloudTrail's event history, which every account has, whatever became of its trails: management events of the last
 * 90 days in one region, without data events, and slowly.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html
 */
import { CloudTrailClient, type LookupAttribute, LookupEventsCommand } from "@aws-sdk/client-cloudtrail";

import type { Condition } from "../runbooks/queries/condition";
import { isOfRecords, type Query, type RecordsQuery } from "../runbooks/queries/query";
import { requiredValues } from "../runbooks/queries/required-values";
import type { Answer } from "./answer";
import { answerFrom } from "./records-at-hand";

/** Days that the event history reaches back. */
export const HISTORY_DAYS = 90;

/** Records that meet a condition are all that can be asked: nothing is counted or joined. */
export function isOfHistory(query: Query): query is RecordsQuery {
  return isOfRecords(query) && query.tables.includes("cloudtrail_events");
}

export class EventHistoryEngine {
  readonly #client: CloudTrailClient;

  constructor(region: string) {
    // AWS answers two calls in a second.
    this.#client = new CloudTrailClient({ region, maxAttempts: 10, retryMode: "adaptive" });
  }

  /** @throws what AWS's SDK throws */
  ask(query: RecordsQuery, { from, to }: { readonly from: string; readonly to: string }): Promise<Answer> {
    return answerFrom(this.#lookedUp(query.where, from, to), query, "cloudtrail_events");
  }

  async *#lookedUp(where: Condition, from: string, to: string): AsyncGenerator {
    for (const attributes of lookupsOf(where)) {
      yield* this.#records(attributes, from, to);
    }
  }

  async *#records(attributes: LookupAttribute[], from: string, to: string): AsyncGenerator {
    let next: string | undefined;
    do {
      const page = await this.#client.send(
        new LookupEventsCommand({
          LookupAttributes: attributes,
          StartTime: new Date(from),
          EndTime: new Date(to),
          MaxResults: 50,
          NextToken: next,
        }),
      );
      for (const { CloudTrailEvent } of page.Events ?? []) {
        if (CloudTrailEvent !== undefined) {
          yield JSON.parse(CloudTrailEvent);
        }
      }
      next = page.NextToken;
    } while (next !== undefined);
  }
}

/** One look for each service that the condition names: a look takes one attribute. Where it names none, everything is read. */
export function lookupsOf(where: Condition): readonly LookupAttribute[][] {
  const sources = requiredValues(where, "eventSource");
  return sources === undefined
    ? [[]]
    : sources.map((source) => [{ AttributeKey: "EventSource", AttributeValue: source }]);
}

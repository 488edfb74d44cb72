/**
 * Runbooks asked of CloudTrail's event history, which every account has, whatever became of its trails: management events of the last
 * 90 days in one region, without data events, and slowly.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html
 */
import { CloudTrailClient, type LookupAttribute, LookupEventsCommand } from "@aws-sdk/client-cloudtrail";

import type { Condition } from "../runbooks/queries/condition";
import { meets, valueAt } from "../runbooks/queries/evaluation";
import type { Query, RecordsQuery } from "../runbooks/queries/query";
import { requiredValues } from "../runbooks/queries/required-values";
import { TABLE_VIEWS } from "../runbooks/queries/tables";
import type { Answer, Row } from "./answer";

/** Days that the event history reaches back. */
export const HISTORY_DAYS = 90;

/** Records that meet a condition are all that can be asked: nothing is counted or joined. */
export function isOfHistory(query: Query): query is RecordsQuery {
  return query.kind === "records" && query.tables.includes("cloudtrail_events");
}

export class EventHistoryEngine {
  readonly #client: CloudTrailClient;

  constructor(region: string) {
    // AWS answers two calls in a second.
    this.#client = new CloudTrailClient({ region, maxAttempts: 10, retryMode: "adaptive" });
  }

  /** @throws what AWS's SDK throws */
  async ask(query: RecordsQuery, { from, to }: { readonly from: string; readonly to: string }): Promise<Answer> {
    const { first, last, newestBy } = TABLE_VIEWS.cloudtrail_events;
    const shown = { ...first, ...query.show, ...last };
    const rows = new Map<string, Row>();
    for (const attributes of lookupsOf(query.where)) {
      for await (const record of this.#records(attributes, from, to)) {
        if (meets(record, query.where)) {
          const row = Object.fromEntries(
            Object.entries(shown).map(([column, fields]) => [column, valueAt(record, fields) ?? null]),
          );
          rows.set(String(row["eventid"]), row);
        }
      }
    }
    const newest = (row: Row): string => String(row[newestBy]);
    return {
      columns: Object.keys(shown),
      rows: [...rows.values()].sort((one, other) => (newest(one) < newest(other) ? 1 : -1)),
    };
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

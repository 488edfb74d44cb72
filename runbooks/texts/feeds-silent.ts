import type { Answered, TextQuery } from "../queries/query";
import { text } from "../queries/sql-text";

/** How a time begins that says an hour. Whatever else stands there sorts anywhere. */
const HOUR = "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:";

/** @param silentHours whole hours between two records, of which fewer are no silence */
export function feedsSilent(silentHours: number): TextQuery {
  return {
    kind: "text",
    tables: ["cloudtrail_events", "kubernetes_audit"],
    sql: ({ within, tables }) => {
      const heard = tables.map((table) =>
        [
          table === "cloudtrail_events"
            ? "SELECT concat('CloudTrail ', coalesce(recipientaccountid, '')) AS feed, substr(eventtime, 1, 13) AS hour, max(eventid) AS eventid"
            : "SELECT 'Kubernetes' AS feed, substr(requestreceivedtimestamp, 1, 13) AS hour, max(auditid) AS eventid",
          `FROM ${table}`,
          `WHERE ${[...within(table), `regexp_like(${table === "cloudtrail_events" ? "eventtime" : "requestreceivedtimestamp"}, ${text(HOUR)})`].join(" AND ")}`,
          "GROUP BY 1, 2",
        ].join("\n"),
      );
      return [
        `WITH heard AS (\n${heard.join("\nUNION ALL\n")}\n),`,
        "gaps AS (",
        "  SELECT feed, hour AS silent_since, lead(hour) OVER (PARTITION BY feed ORDER BY hour) AS heard_again, max(hour) OVER () AS newest, eventid",
        "  FROM heard",
        "),",
        "measured AS (",
        "  SELECT feed, silent_since, heard_again,",
        "    date_diff('hour', date_parse(silent_since, '%Y-%m-%dT%H'), date_parse(coalesce(heard_again, newest), '%Y-%m-%dT%H')) - 1 AS silent_hours, eventid",
        "  FROM gaps",
        ")",
        `SELECT feed, silent_since, heard_again, silent_hours, eventid FROM measured WHERE silent_hours >= ${silentHours} ORDER BY silent_hours DESC`,
      ].join("\n");
    },
    insights: {
      tables: ["cloudtrail_events", "kubernetes_audit"],
      needs: "any",
      text: [
        "filter ispresent(eventID) or ispresent(auditID)",
        "stats max(coalesce(eventID, auditID)) as eventid by recipientAccountId, bin(1h)",
      ],
      // Insights tells the hours, and looks from none to the next.
      rows: (hours) => silences(hours, silentHours),
    },
  };
}

interface Heard {
  readonly feed: string;
  /** `2026-11-11T08`. */
  readonly hour: string;
  readonly eventid: string;
}

const HOUR_MS = 3_600_000;

function silences(hours: readonly Answered[], silentHours: number): readonly Answered[] {
  const heard = hours.flatMap(heardIn).sort((one, other) => (one.hour < other.hour ? -1 : 1));
  const newest = heard.at(-1)?.hour;
  return heard
    .map(({ feed, hour, eventid }, index) => {
      const again = heard.slice(index + 1).find((later) => later.feed === feed)?.hour;
      const silent = (startOf(again ?? newest ?? hour) - startOf(hour)) / HOUR_MS - 1;
      return { feed, silent_since: hour, heard_again: again ?? null, silent_hours: silent, eventid };
    })
    .filter(({ silent_hours }) => silent_hours >= silentHours)
    .sort((one, other) => other.silent_hours - one.silent_hours);
}

function heardIn({ recipientAccountId: account, hour, eventid }: Answered): readonly Heard[] {
  const [, day, at] = /^(\d{4}-\d\d-\d\d)[ T](\d\d)/.exec(String(hour)) ?? [];
  const feed = account === undefined || account === null || account === "" ? "Kubernetes" : `CloudTrail ${account}`;
  return day === undefined || at === undefined ? [] : [{ feed, hour: `${day}T${at}`, eventid: String(eventid) }];
}

function startOf(hour: string): number {
  return Date.parse(`${hour}:00:00Z`);
}

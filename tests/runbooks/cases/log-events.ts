/** A case as events of a log group. */
import { gunzipSync } from "node:zlib";

import { type RunbookId, runbookOf } from "../../../runbooks/catalogue";
import { type Objects, TODAY } from "../../support/athena/athena";
import { CASES } from "./index";
import { objectsIn } from "./objects";

const DAY_MS = 86_400_000;

type Json = Readonly<Record<string, unknown>>;

/** The records of a case from the days that its runbook looks back, with what CloudWatch Logs adds to each. */
export function eventsOf(id: RunbookId): readonly Json[] {
  const from = new Date(Date.parse(`${TODAY}T00:00:00Z`) - runbookOf(id).days * DAY_MS).toISOString().slice(0, 10);
  return recordsIn(objectsIn(CASES[id])).filter((record) => timeOf(record) >= from);
}

function recordsIn(buckets: Readonly<Record<string, Objects>>): readonly Json[] {
  return Object.values(buckets).flatMap((objects) =>
    Object.values(objects).flatMap((body): readonly Json[] => {
      const value = JSON.parse(gunzipSync(body).toString()) as Json & { readonly Records?: readonly Json[] }; // what the samples are
      return (value.Records ?? [value]).map((record) => ({
        ...record,
        "@timestamp": timeOf(record),
        "@message": JSON.stringify(record),
      }));
    }),
  );
}

function timeOf(record: Json): string {
  const time = record["eventTime"] ?? record["timestamp"] ?? record["requestReceivedTimestamp"];
  return typeof time === "string" ? time : "";
}

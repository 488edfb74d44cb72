/** What runbooks can be asked of: a folder of log files, the archive, log groups, and the event history. */
import * as fs from "node:fs";

import { UsageError } from "../failure";
import type { Progress } from "../progress";
import { accountSource, logGroupsOf } from "./account-sources";
import { fileSource } from "./file-source";
import type { Plan, Source, SourceOptions } from "./source";

/** @throws UsageError where it is not one of them, or something of it is missing */
export function checkSource(options: SourceOptions): void {
  const { logs, athena, insights = false, logEvents = false, eventHistory = false, region, database } = options;
  const named = [logs !== undefined, athena !== undefined, insights, logEvents, eventHistory].filter(
    (one) => one,
  ).length;
  if (named !== 1) {
    throw new UsageError(
      "Say what is asked, one of: --logs FOLDER for log files, --athena WORKGROUP for the archive, --insights for log groups, --log-events for their newest events, --event-history for what CloudTrail remembers of 90 days.",
    );
  }
  if (logs === undefined && region === undefined) {
    throw new UsageError("--region is missing. Name the region of what is asked, such as eu-central-1.");
  }
  if (athena !== undefined && database === undefined) {
    throw new UsageError("--athena needs --database: the database with the baseline's tables.");
  }
  if ((insights || logEvents) && Object.keys(logGroupsOf(options)).length === 0) {
    throw new UsageError(
      `${insights ? "--insights" : "--log-events"} needs one or more of --trail-log-group, --invocation-log-group and --cluster-log-group.`,
    );
  }
  if (logs !== undefined && fs.statSync(logs, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new UsageError(`--logs is ${JSON.stringify(logs)}. Allowed: a folder that holds log files.`);
  }
}

/** @throws UsageError where it cannot be asked */
export async function openSource(plan: Plan, options: SourceOptions, status: Progress): Promise<Source> {
  if (options.logs !== undefined) {
    return fileSource(options.logs, plan, options, status);
  }
  try {
    return await accountSource(plan, options);
  } catch (error) {
    throw new UsageError(
      `The account cannot be asked: ${error instanceof Error ? error.message : String(error)}. Give credentials as AWS's own tools find them, and the names of what the baseline stood up.`,
    );
  }
}

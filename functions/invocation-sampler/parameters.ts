/** What the function is told by its environment. */

/** How records are sorted, and where they go. */
export interface Parameters {
  /** The share of sessions, and of requests without one, of which whole records are kept: 1 to 100. */
  readonly percent: number;
  /** The key of `requestMetadata` under which an application names its session. */
  readonly sessionKey: string;
  /** Takes the metadata of every record. */
  readonly metadataLogGroup: string;
  /** Takes the whole records that are kept. */
  readonly samplesLogGroup: string;
  /** The stream of both log groups that the function writes to. */
  readonly logStream: string;
}

/** A variable with which the function cannot work. */
export class ParameterError extends Error {}

/** @throws {@link ParameterError} */
export function parseParameters(environment: Readonly<Record<string, string | undefined>>): Parameters {
  return {
    percent: percent(text(environment, "SAMPLE_PERCENT")),
    sessionKey: text(environment, "SESSION_KEY"),
    metadataLogGroup: text(environment, "METADATA_LOG_GROUP"),
    samplesLogGroup: text(environment, "SAMPLES_LOG_GROUP"),
    logStream: text(environment, "LOG_STREAM"),
  };
}

function text(environment: Readonly<Record<string, string | undefined>>, name: string): string {
  const value = environment[name];
  if (value === undefined || value === "") {
    throw new ParameterError(`${name} is not set`);
  }
  return value;
}

function percent(value: string): number {
  if (!/^([1-9]\d?|100)$/.test(value)) {
    throw new ParameterError(`SAMPLE_PERCENT is ${JSON.stringify(value)}; it is a whole number from 1 to 100`);
  }
  return Number(value);
}

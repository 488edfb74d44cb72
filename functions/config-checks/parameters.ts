/** The parameters of a rule, which AWS Config keeps as texts, and hands on as one. */
import type { DeclaredLogging, DeclaredRetention } from "./decisions";

/** What a rule asks for. */
export type Check =
  | ({ readonly check: "invocation-logging" } & DeclaredLogging)
  | ({ readonly check: "log-retention" } & DeclaredRetention);

/** A rule's parameters, which the function cannot work with. */
export class ParameterError extends Error {}

/**
 * @param text a JSON object of texts, as `ruleParameters` of an event
 * @throws {@link ParameterError}
 */
export function parseParameters(text: string): Check {
  const parameters = texts(text);
  switch (parameters["check"]) {
    case "invocation-logging": {
      const { logGroupName, bucketName } = parameters;
      return {
        check: "invocation-logging",
        ...(logGroupName === undefined ? {} : { logGroupName }),
        ...(bucketName === undefined ? {} : { bucketName }),
        delivered: list(parameters["delivered"]),
        notDelivered: list(parameters["notDelivered"]),
      };
    }
    case "log-retention":
      return {
        check: "log-retention",
        prefixes: list(parameters["prefixes"]),
        minimumDays: days(parameters, "minimumDays"),
        maximumDays: days(parameters, "maximumDays"),
      };
    default:
      throw new ParameterError(
        `check is ${JSON.stringify(parameters["check"] ?? null)}; it can be invocation-logging or log-retention`,
      );
  }
}

function texts(text: string): Readonly<Record<string, string>> {
  const value: unknown = JSON.parse(text);
  const entries = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}

function list(text: string | undefined): readonly string[] {
  return text === undefined || text === "" ? [] : text.split(",");
}

function days(parameters: Readonly<Record<string, string>>, name: string): number {
  const text = parameters[name] ?? "";
  if (!/^[1-9]\d{0,4}$/.test(text)) {
    throw new ParameterError(`${name} is ${JSON.stringify(text)}; it is a whole number of days`);
  }
  return Number(text);
}

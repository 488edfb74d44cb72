/** Conditions and questions that several runbooks share. */
import { MODEL_CALLS } from "../../facts/eventbridge/events";
import { all, any, type Condition, type Fields, is, isNot } from "./condition";
import type { CountsQuery, RecordsQuery, Shown } from "./query";

/** Calls of a service, by the names that CloudTrail writes. @param service the event source without `.amazonaws.com` */
export function calls(service: string, names: readonly string[]): Condition {
  return all(is("eventSource", `${service}.amazonaws.com`), is("eventName", ...names));
}

/** Calls of several services. */
export function callsOf(names: Readonly<Record<string, readonly string[]>>): Condition {
  return any(...Object.entries(names).map(([service, of]) => calls(service, of)));
}

/** Records of the trail, one a row. */
export function trail(where: Condition, show: Shown = {}): RecordsQuery {
  return { kind: "records", tables: ["cloudtrail_events"], where, show };
}

export function trailCounts(of: Omit<CountsQuery, "kind" | "tables">): CountsQuery {
  return { kind: "counts", tables: ["cloudtrail_events"], ...of };
}

/** Calls that run a model. Those of the endpoint `bedrock-mantle` are data events, in no invocation log. */
export const INFERENCE: Condition = any(calls("bedrock", MODEL_CALLS), calls("bedrock-mantle", ["CreateInference"]));

/** The model that a call names: each operation by a parameter of its own. */
export const MODEL: Fields = [
  "requestParameters.modelId",
  "requestParameters.baseModelIdentifier",
  "requestParameters.modelArn",
  "requestParameters.importedModelName",
  "requestParameters.model",
];

/** Values other than those; none given leaves nothing out. */
export function noneOf(field: Fields, values: readonly string[]): readonly Condition[] {
  return values.length === 0 ? [] : [isNot(field, ...values)];
}

/** Only these values; none given leaves nothing out. */
export function oneOf(field: Fields, values: readonly string[]): readonly Condition[] {
  return values.length === 0 ? [] : [is(field, ...values)];
}

/** How services write that a call was refused. */
export const REFUSED: Condition = is(
  "errorCode",
  "AccessDenied",
  "AccessDeniedException",
  "Client.UnauthorizedOperation",
  "UnauthorizedOperation",
);

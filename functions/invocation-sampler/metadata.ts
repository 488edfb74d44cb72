/**
 * What of an invocation record is no body: a list of what is copied, each field in the one form that it can have. What is not on the list
 * is left out, so that a field that Bedrock adds is no prompt that is kept.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-invocation-logging.html
 */

/** A JSON object whose fields nobody has looked at. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Takes a value that has the form of a field; of any other, and of none, `undefined` is left. */
type Form = (value: unknown) => unknown;

/** Identifiers, names and times: no sentence is one. */
const word = matching(/^[\w.:/@+=,-]{1,512}$/);
const arn = matching(/^arn:[!-~]{1,2044}$/);
const contentType = matching(/^[\w.+-]{1,64}\/[\w.+-]{1,64}(; ?charset=[\w-]{1,32})?$/);
const count: Form = (value) =>
  typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : undefined;

/** Words of the API's own. @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html */
const guardrailAction = matching(/^(NONE|INTERVENED)$/);
const stopReason = matching(
  /^(end_turn|tool_use|max_tokens|stop_sequence|guardrail_intervened|content_filtered|malformed_model_output|malformed_tool_use|model_context_window_exceeded)$/,
);
/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailConfiguration.html */
const guardrailId = /^([a-z0-9]{8,20}|arn:aws(-[a-z]+)*:bedrock:[a-z0-9-]{1,20}:\d{12}:guardrail\/[a-z0-9]{8,20})$/;
const guardrailVersion = matching(/^([1-9]\d{0,7}|DRAFT)$/);

/** Applications choose both, and Bedrock takes nothing else. @see https://docs.aws.amazon.com/bedrock/latest/userguide/cost-mgmt-request-metadata.html */
const requestMetadataKey = /^[\w\s.:/=+$@,#-]{1,256}$/;
const requestMetadataValue = /^[\w\s.:/=+$@,#-]{0,256}$/;
const MOST_REQUEST_METADATA = 16;

const FIELDS: Readonly<Record<string, Form>> = {
  schemaType: word,
  schemaVersion: word,
  timestamp: word,
  accountId: word,
  region: word,
  requestId: word,
  operation: word,
  modelId: word,
  inferenceRegion: word,
  status: word,
  errorCode: word,
  identity: objectOf({ arn }),
  requestMetadata: requestMetadataOf,
  input: objectOf({
    inputContentType: contentType,
    inputTokenCount: count,
    cacheReadInputTokenCount: count,
    cacheWriteInputTokenCount: count,
  }),
  output: objectOf({ outputContentType: contentType, outputTokenCount: count }),
};

const record = objectOf(FIELDS);

/** A record without its bodies. Of these nothing is left but which guardrail looked at them, what it did, and why the answer ended. */
export function metadataOf(invocation: JsonObject): JsonObject {
  const guardrail = guardrailOf(invocation);
  return { ...asObject(record(invocation)), ...(Object.keys(guardrail).length === 0 ? {} : { guardrail }) };
}

/** The value as an object; of what is none, one without fields. */
export function asObject(value: unknown): JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function guardrailOf(invocation: JsonObject): JsonObject {
  const request = asObject(asObject(invocation["input"])["inputBodyJson"]);
  const config = asObject(request["guardrailConfig"]);
  const answers = parts(asObject(invocation["output"])["outputBodyJson"]);
  const ids = [config["guardrailIdentifier"], ...answers.flatMap(assessedBy)].filter(
    (id): id is string => typeof id === "string" && guardrailId.test(id),
  );
  return defined({
    ids: ids.length === 0 ? undefined : [...new Set(ids)].sort(),
    version: guardrailVersion(config["guardrailVersion"]),
    action: first(answers, (answer) => guardrailAction(answer["amazon-bedrock-guardrailAction"])),
    stopReason: first(answers, (answer) =>
      stopReason(answer["stopReason"] ?? asObject(answer["messageStop"])["stopReason"]),
    ),
  });
}

/** An answer that is streamed is a list of parts. */
function parts(body: unknown): readonly JsonObject[] {
  return (Array.isArray(body) ? body : [body]).map(asObject);
}

/** In the trace of an answer, what a guardrail assessed is under its id. */
function assessedBy(answer: JsonObject): readonly string[] {
  const traces = [answer["trace"], asObject(answer["metadata"])["trace"], answer["amazon-bedrock-trace"]].map(asObject);
  return traces
    .map(({ guardrail }) => asObject(guardrail))
    .flatMap(({ inputAssessment, input }) => [inputAssessment, input].flatMap((one) => Object.keys(asObject(one))));
}

function requestMetadataOf(value: unknown): unknown {
  const entries = Object.entries(asObject(value)).filter(
    ([key, text]) => requestMetadataKey.test(key) && typeof text === "string" && requestMetadataValue.test(text),
  );
  return entries.length === 0 ? undefined : Object.fromEntries(entries.slice(0, MOST_REQUEST_METADATA));
}

function matching(form: RegExp): Form {
  return (value) => (typeof value === "string" && form.test(value) ? value : undefined);
}

function objectOf(fields: Readonly<Record<string, Form>>): Form {
  return (value) => {
    const from = asObject(value);
    const kept = defined(Object.fromEntries(Object.entries(fields).map(([name, form]) => [name, form(from[name])])));
    return Object.keys(kept).length === 0 ? undefined : kept;
  };
}

function defined(fields: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function first(answers: readonly JsonObject[], find: (answer: JsonObject) => unknown): unknown {
  return answers.map(find).find((value) => value !== undefined);
}

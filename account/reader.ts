/** Reads an account with AWS's SDK: which client is asked, how often, how many at once, and what an error means. */
import { setMaxListeners } from "node:events";
import {
  type InputOf,
  type IamAction,
  type Operation,
  type OperationId,
  type OutputOf,
  SERVICES,
  type ServiceId,
  actionsOf,
  operationOf,
  serviceOf,
} from "./operations";

/** Why something could not be read. */
export type Obstacle = "access-denied" | "no-credentials" | "throttled" | "unreachable" | "refused";

/** A read that failed, although what was asked for may well exist. */
export class ReadError extends Error {
  constructor(
    readonly obstacle: Obstacle,
    readonly operation: OperationId,
    readonly region: string,
    /** What AWS or the SDK said. */
    readonly reason: string,
  ) {
    const what = obstacle === "access-denied" ? actionsOf(operation).join(" and ") : operation;
    super(`${what} in ${region} ${OBSTACLES[obstacle]}: ${reason}`);
  }

  /** The actions that the caller has to be allowed. */
  get actions(): readonly IamAction[] {
    return actionsOf(this.operation);
  }
}

/** What each obstacle is called in a message, after the operation. */
const OBSTACLES: Readonly<Record<Obstacle, string>> = {
  "access-denied": "is not allowed to the caller",
  "no-credentials": "has no usable credentials",
  throttled: "was throttled to the last attempt",
  unreachable: "got no answer",
  refused: "was refused",
};

export interface Reader {
  /** The region of the account's global services. */
  readonly homeRegion: string;
  /**
   * Calls an operation. The same question is asked once only, so that everything is judged by one answer.
   * @returns `undefined` if there is nothing of what was asked for.
   * @throws {@link ReadError}
   */
  read<Id extends OperationId>(operation: Id, region: string, input: InputOf<Id>): Promise<OutputOf<Id> | undefined>;
  /** Every page of an operation. @param next the input that asks for the page after this one, if there is one. */
  readPages<Id extends OperationId>(
    operation: Id,
    region: string,
    input: InputOf<Id>,
    next: (page: OutputOf<Id>) => InputOf<Id> | undefined,
  ): Promise<readonly OutputOf<Id>[]>;
}

export interface ReaderOptions {
  readonly homeRegion: string;
  /** Calls at the same time. @default 16 */
  readonly concurrency?: number;
  /** Attempts for each call, the first included. @default 8 */
  readonly attempts?: number;
  /** Ends the calls that are under way, and those that wait. @default never */
  readonly signal?: AbortSignal;
  /** Called after each call that AWS answered. */
  readonly onCall?: (calls: number) => void;
}

/** The part of an SDK client that is used here. */
interface Client {
  send(command: object, options: { readonly abortSignal?: AbortSignal }): Promise<unknown>;
}

/** Milliseconds. The SDK has no limits of its own. */
const TIMEOUTS = { connectionTimeout: 5000, requestTimeout: 30_000 };

/** Endpoints and credentials are found as AWS's own tools find them: environment, profile, role. */
export function accountReader(options: ReaderOptions): Reader {
  const { homeRegion, concurrency = 16, attempts = 8, onCall = () => undefined, signal } = options;
  if (signal !== undefined) {
    // Every call under way listens to it; Node.js warns of more than ten listeners.
    setMaxListeners(0, signal);
  }
  const sending = signal === undefined ? {} : { abortSignal: signal };
  const clients = new Map<string, Client>();
  const answers = new Map<string, Promise<unknown>>();
  const inTurn = limited(concurrency);
  let calls = 0;

  const clientOf = (service: ServiceId, region: string): Client => {
    const key = `${service} ${region}`;
    const known = clients.get(key);
    if (known !== undefined) {
      return known;
    }
    const { client: ServiceClient } = SERVICES[service];
    const settings = {
      region,
      maxAttempts: attempts,
      retryMode: "adaptive",
      followRegionRedirects: true,
      requestHandler: TIMEOUTS,
    };
    const client: Client = new ServiceClient(settings);
    clients.set(key, client);
    return client;
  };

  const call = async (id: OperationId, region: string, input: object): Promise<unknown> => {
    const { command, ...means } = operationOf(id);
    // The table pairs each command with its input, which its common type cannot say.
    const Command = command as unknown as new (given: object) => object;
    try {
      const output = await clientOf(serviceOf(id), region).send(new Command(input), sending);
      onCall(++calls);
      return output;
    } catch (error) {
      const failure = failureOf(error);
      if (isAbsence(failure, means)) {
        onCall(++calls);
        return undefined;
      }
      throw new ReadError(obstacleOf(failure), id, region, failure.message.split("\n", 1)[0] ?? "");
    }
  };

  const read: Reader["read"] = <Id extends OperationId>(id: Id, region: string, input: InputOf<Id>) => {
    const where = SERVICES[serviceOf(id)].scope === "global" ? homeRegion : region;
    const question = JSON.stringify([id, where, input]);
    const answer = answers.get(question) ?? inTurn(() => call(id, where, input));
    answers.set(question, answer);
    // The table pairs each operation with its output.
    return answer as Promise<OutputOf<Id> | undefined>;
  };

  const readPages: Reader["readPages"] = async (id, region, input, next) => {
    const pages = [];
    let asked: typeof input | undefined = input;
    while (asked !== undefined) {
      const page = await read(id, region, asked);
      if (page === undefined) {
        break;
      }
      pages.push(page);
      asked = next(page);
    }
    return pages;
  };

  return { homeRegion, read, readPages };
}

/** Runs at most so many tasks at the same time, in the order in which they were given. */
function limited(atOnce: number): <T>(task: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (task) => {
    if (running >= atOnce) {
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else {
      running += 1;
    }
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next === undefined) {
        running -= 1;
      } else {
        next(); // takes over this task's place
      }
    }
  };
}

/** An error of the SDK, as far as it says what happened. */
export interface Failure {
  /** AWS's error code, or the SDK's own name of the error. */
  readonly code: string;
  readonly message: string;
  /** `undefined` if there was no answer. */
  readonly status: number | undefined;
}

export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) {
    return { code: "", message: String(error), status: undefined };
  }
  const { name, message, Code, code, $metadata } = error as Error & SdkErrorFields;
  // An answer that the SDK has no model for has the code only in a field of its own.
  const codes = [Code, name === "Error" ? code : name].filter((text) => text !== undefined);
  return { code: codes[0] ?? name, message: message || (codes[0] ?? name), status: $metadata?.httpStatusCode };
}

/** The SDK adds these to an error: https://github.com/smithy-lang/smithy-typescript (ServiceException). */
interface SdkErrorFields {
  readonly Code?: string;
  readonly code?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html */
const CREDENTIAL_ERRORS = new Set([
  "CredentialsProviderError",
  "TokenProviderError",
  "ExpiredToken",
  "ExpiredTokenException",
  "InvalidClientTokenId",
  "InvalidAccessKeyId",
  "InvalidSignatureException",
  "SignatureDoesNotMatch",
  "UnrecognizedClientException",
  "MissingAuthenticationToken",
  "AuthFailure",
]);

const THROTTLING_ERRORS = new Set([
  "Throttling",
  "ThrottlingException",
  "ThrottledException",
  "TooManyRequestsException",
  "RequestLimitExceeded",
  "RequestThrottled",
  "SlowDown",
]);

const DENIALS = new Set(["AccessDenied", "AccessDeniedException", "AuthorizationError", "AuthorizationErrorException"]);

/** Whether an error means that there is nothing of what was asked for. Pure. */
export function isAbsence(
  { code, message }: Failure,
  { absent = [], absentMessage }: Pick<Operation, "absent" | "absentMessage">,
): boolean {
  return absent.includes(code) || (absentMessage !== undefined && message.includes(absentMessage));
}

/** What stands in the way of a read. Pure. */
export function obstacleOf({ code, status }: Failure): Obstacle {
  if (CREDENTIAL_ERRORS.has(code)) {
    return "no-credentials";
  }
  if (DENIALS.has(code)) {
    return "access-denied";
  }
  if (THROTTLING_ERRORS.has(code) || status === 429) {
    return "throttled";
  }
  if (status === undefined || status >= 500) {
    return "unreachable";
  }
  return status === 403 ? "access-denied" : "refused";
}

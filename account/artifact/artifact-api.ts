/**
 * Calls AWS Artifact. Three questions by GET need no client of their own: they are signed by the SDK's signer, with credentials as the SDK
 * finds them.
 */
import { Sha256 } from "@aws-crypto/sha256-js";
import { defaultProvider } from "@aws-sdk/credential-provider-node";
import { SignatureV4 } from "@smithy/signature-v4";
import {
  ARTIFACT_ENDPOINT,
  ARTIFACT_OPERATIONS,
  ARTIFACT_REGION,
  type ArtifactOperation,
} from "../../facts/artifact-api";

/** A call that came to nothing. */
export class ArtifactError extends Error {
  constructor(
    readonly operation: ArtifactOperation,
    /** AWS's code of the error; empty where there was no answer. */
    readonly code: string,
    reason: string,
  ) {
    super(`artifact:${operation} ${code === "" ? "got no answer" : `was refused (${code})`}: ${reason}`);
  }
}

export interface ArtifactApi {
  /** The answer of an operation. @throws {@link ArtifactError} */
  call(
    operation: ArtifactOperation,
    parameters: Readonly<Record<string, string>>,
  ): Promise<Readonly<Record<string, unknown>>>;
}

const ATTEMPTS = 5;
const TIMEOUT_MS = 30_000;
const FIRST_WAIT_MS = 500;

export function artifactApi(): ArtifactApi {
  // As the SDK's clients take it from the environment.
  const endpoint = new URL(
    process.env["AWS_ENDPOINT_URL_ARTIFACT"] ?? process.env["AWS_ENDPOINT_URL"] ?? ARTIFACT_ENDPOINT,
  );
  const signer = new SignatureV4({
    credentials: defaultProvider(),
    region: ARTIFACT_REGION,
    service: "artifact",
    sha256: Sha256,
  });

  const once = async (operation: ArtifactOperation, query: Readonly<Record<string, string>>): Promise<Response> => {
    const { path } = ARTIFACT_OPERATIONS[operation];
    const { protocol, hostname, port, host } = endpoint;
    const { headers } = await signer.sign({
      method: "GET",
      protocol,
      hostname,
      ...(port === "" ? {} : { port: Number(port) }),
      path,
      query: { ...query },
      headers: { host },
    });
    const url = new URL(path, endpoint);
    url.search = new URLSearchParams(query).toString().replaceAll("+", "%20");
    return fetch(url, { headers, signal: AbortSignal.timeout(TIMEOUT_MS) });
  };

  return {
    call: async (operation, parameters) => {
      for (let attempt = 1; ; attempt++) {
        const response = await once(operation, parameters).catch((error: unknown) => {
          throw new ArtifactError(operation, "", reasonOf(error));
        });
        if (response.ok) {
          return (await response.json()) as Readonly<Record<string, unknown>>; // an object, by the API's model
        }
        const isPassing = response.status === 429 || response.status >= 500;
        if (!isPassing || attempt === ATTEMPTS) {
          throw await refused(operation, response);
        }
        await new Promise((resolve) => setTimeout(resolve, FIRST_WAIT_MS * 2 ** (attempt - 1)));
      }
    },
  };
}

async function refused(operation: ArtifactOperation, response: Response): Promise<ArtifactError> {
  const body: unknown = await response.json().catch(() => ({}));
  const message = typeof body === "object" && body !== null && "message" in body ? String(body.message) : "";
  const code = response.headers.get("x-amzn-errortype")?.split(":")[0] ?? `HTTP ${response.status}`;
  return new ArtifactError(operation, code, message === "" ? response.statusText : message);
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : "";
  return `${error instanceof Error ? error.message : String(error)}${cause}`;
}

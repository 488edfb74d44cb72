/**
 * A server that answers calls of AWS's SDK in the wire format of the service, for services that no simulator has. What it answers is
 * written by hand after the API's reference: it shows what becomes of an answer, and not that AWS gives it.
 */
import { type IncomingMessage, createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface Answer {
  readonly status?: number;
  /** JSON, or the text of another format. */
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A call, by the method and the URL's parts. */
export interface Asked {
  readonly method: string;
  readonly pathname: string;
  readonly query: Readonly<Record<string, string>>;
  /** The service and region of the signature: `trustedadvisor`. */
  readonly service: string;
  readonly region: string;
  readonly body: string;
}

export interface AnsweringServer {
  readonly endpoint: string;
  /** All calls so far. */
  readonly asked: readonly Asked[];
  /** What makes AWS's SDK call this server and nobody else. */
  readonly environment: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** @param answer nothing for a call that nobody should make, which is answered as unknown. */
export async function answeringServer(answer: (asked: Asked) => Answer | undefined): Promise<AnsweringServer> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const call = askedBy(request, Buffer.concat(chunks).toString("utf8"));
      asked.push(call);
      const given = call.service === "sts" ? IDENTITY : (answer(call) ?? UNKNOWN);
      const isText = typeof given.body === "string";
      response
        .writeHead(given.status ?? 200, { "content-type": isText ? "text/xml" : "application/json", ...given.headers })
        .end(isText ? given.body : JSON.stringify(given.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // a server that listens on a port has no other address
  const endpoint = `http://127.0.0.1:${port}`;
  return {
    endpoint,
    asked,
    environment: { AWS_ENDPOINT_URL: endpoint, AWS_ACCESS_KEY_ID: "test", AWS_SECRET_ACCESS_KEY: "test" },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function askedBy({ method = "", url = "", headers }: IncomingMessage, body: string): Asked {
  const { pathname, searchParams } = new URL(url, "http://localhost");
  const [, region = "", service = ""] =
    /Credential=[^/]+\/\d+\/([^/]+)\/([^/]+)\//.exec(headers.authorization ?? "") ?? [];
  return { method, pathname, query: Object.fromEntries(searchParams), service, region, body };
}

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html */
const IDENTITY: Answer = {
  body: `<GetCallerIdentityResponse><GetCallerIdentityResult>
<Arn>arn:aws:iam::111122223333:user/auditor</Arn><Account>111122223333</Account>
</GetCallerIdentityResult></GetCallerIdentityResponse>`,
};

const UNKNOWN: Answer = { status: 404, body: { message: "Nobody should ask this." } };

/** An error as services with a REST-JSON API give it. */
export function refusal(status: number, code: string, message: string): Answer {
  return { status, body: { message }, headers: { "x-amzn-errortype": code } };
}

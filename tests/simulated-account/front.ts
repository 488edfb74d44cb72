/** A server in front of a simulated account that answers some calls as AWS does where moto cannot: refusals, closed regions. */
import * as http from "node:http";
import type { AddressInfo } from "node:net";

/** A call to AWS. */
export interface FrontCall {
  /** `ListAliases`; the path where a service is called by paths. */
  readonly operation: string;
  /** `sts`, by the signature. */
  readonly service: string;
  /** By the signature. */
  readonly region: string;
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly body: string;
}

/** What is answered in the account's place; nothing where the account answers. */
export type FrontAnswer = { readonly status: number; readonly code: string } | "silence" | undefined;

export interface Front {
  readonly endpoint: string;
  close(): Promise<void>;
}

export async function frontOf(endpoint: string, answer: (call: FrontCall) => FrontAnswer): Promise<Front> {
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks);
      const given = answer(callOf(request, body.toString("latin1")));
      if (given === undefined) {
        pass(endpoint, request, body, response);
      } else if (given !== "silence") {
        refuse(response, given);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // a server that listens on a port has no other address
  return {
    endpoint: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Refuses these operations as IAM does; `*` stands for all but the one that nobody can be refused. */
export function refusing(...operations: readonly string[]): (call: FrontCall) => FrontAnswer {
  return ({ operation, service }) =>
    service !== "sts" && (operations.includes("*") || operations.includes(operation))
      ? { status: 403, code: "AccessDeniedException" }
      : undefined;
}

/** A region that the account has not enabled knows none of its credentials. */
export function regionNotEnabled(closed: string): (call: FrontCall) => FrontAnswer {
  return ({ service, region }) =>
    region === closed
      ? { status: 403, code: service === "sts" ? "InvalidClientTokenId" : "UnrecognizedClientException" }
      : undefined;
}

/** The operations of services that are called by paths. */
const BY_PATH: Readonly<Record<string, string>> = {
  "/logging/modelinvocations": "GetModelInvocationLoggingConfiguration",
};

function callOf({ headers, method = "GET", url = "" }: http.IncomingMessage, body: string): FrontCall {
  const target = headers["x-amz-target"];
  const named =
    typeof target === "string" ? target.split(".").at(-1) : /(?:^|&)Action=(?<name>\w+)/.exec(body)?.groups?.["name"];
  const scope = /Credential=[^/]+\/\d+\/(?<region>[^/]+)\/(?<service>[^/]+)\//.exec(
    headers.authorization ?? "",
  )?.groups;
  return {
    operation: named ?? BY_PATH[url] ?? url,
    service: scope?.["service"] ?? "",
    region: scope?.["region"] ?? "",
    method,
    url,
    body,
  };
}

function pass(endpoint: string, request: http.IncomingMessage, body: Buffer, response: http.ServerResponse): void {
  const { method, headers, url = "/" } = request;
  const passed = http.request(`${endpoint}${url}`, { method: method ?? "GET", headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  passed.on("error", () => response.destroy());
  passed.end(body);
}

/** Each protocol finds the code where it looks for it: a header, JSON, or XML. */
function refuse(response: http.ServerResponse, { status, code }: Exclude<FrontAnswer, "silence" | undefined>): void {
  const isQuery = code === "InvalidClientTokenId";
  response.writeHead(status, {
    "content-type": isQuery ? "text/xml" : "application/json",
    "x-amzn-errortype": code,
  });
  response.end(
    isQuery
      ? `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>The security token is invalid</Message></Error></ErrorResponse>`
      : JSON.stringify({ __type: code, message: "The caller is not allowed to do this" }),
  );
}

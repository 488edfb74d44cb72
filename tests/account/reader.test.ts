/** The reader, with AWS's real SDK and a server that answers as AWS does. */
import assert from "node:assert/strict";
import { type IncomingMessage, type Server, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { callerOf } from "../../account/caller";
import { ReadError, accountReader, failureOf, obstacleOf } from "../../account/reader";
import { inEnvironment } from "../support/environment";

/** Status, content type and body. */
type Answer = readonly [number, string, string];

const JSON_11 = "application/x-amz-json-1.1";
const XML = "application/xml";

describe("the reader", () => {
  let server: Server;
  let answers: Answer[];
  let asked: number;
  let atOnce: number;
  let mostAtOnce: number;

  before((done) => {
    server = createServer((request: IncomingMessage, response) => {
      asked += 1;
      atOnce += 1;
      mostAtOnce = Math.max(mostAtOnce, atOnce);
      request.resume();
      const [status, type, body] = answers.shift() ?? [200, JSON_11, "{}"];
      setTimeout(() => {
        atOnce -= 1;
        response.writeHead(status, { "content-type": type }).end(body);
      }, 5);
    }).listen(0, "127.0.0.1", done);
  });

  after((done) => {
    server.close(done);
    server.closeAllConnections();
  });

  beforeEach(() => {
    [answers, asked, atOnce, mostAtOnce] = [[], 0, 0, 0];
  });

  const reading = <T>(run: (reader: ReturnType<typeof accountReader>) => Promise<T>, more = {}): Promise<T> =>
    inEnvironment(
      {
        AWS_ENDPOINT_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, // of a server that listens
        AWS_ACCESS_KEY_ID: "test",
        AWS_SECRET_ACCESS_KEY: "test",
      },
      () => run(accountReader({ homeRegion: "eu-central-1", attempts: 2, ...more })),
    );

  it("gives nothing where the message says so of an error that means something else as well", async () => {
    const denied = (message: string): Answer => [
      403,
      "application/json",
      JSON.stringify({ __type: "AccessDeniedException", message }),
    ];
    answers = [denied("Macie is not enabled")];
    const session = (reader: ReturnType<typeof accountReader>) =>
      reader.read("macie2:GetMacieSession", "eu-west-1", {});
    assert.equal(await reading(session), undefined);
    answers = [denied("User is not authorized to perform: macie2:GetMacieSession")];
    await assert.rejects(reading(session), { obstacle: "access-denied" });
  });

  it("gives nothing for what does not exist", async () => {
    answers = [[400, JSON_11, '{"__type":"TrailNotFoundException","message":"Unknown trail"}']];
    assert.equal(
      await reading((reader) => reader.read("cloudtrail:GetTrail", "eu-central-1", { Name: "none" })),
      undefined,
    );
  });

  it("names the IAM action that is not allowed, which need not be the operation's name", async () => {
    answers = [[403, XML, "<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>"]];
    await assert.rejects(
      reading((reader) => reader.read("s3:GetBucketEncryption", "us-east-1", { Bucket: "evidence" })),
      (error) =>
        error instanceof ReadError &&
        error.obstacle === "access-denied" &&
        error.message === "s3:GetEncryptionConfiguration in us-east-1 is not allowed to the caller: Access Denied",
    );
    assert.equal(asked, 1, "a refusal is not asked for again");
  });

  it("asks again when it is throttled, and says so when that does not help", async () => {
    const throttled: Answer = [400, JSON_11, '{"__type":"ThrottlingException","message":"Rate exceeded"}'];
    answers = [throttled];
    const found = await reading((reader) => reader.read("kms:ListAliases", "eu-central-1", {}));
    assert.ok(found !== undefined);
    answers = [throttled, throttled];
    await assert.rejects(
      reading((reader) => reader.read("kms:ListAliases", "eu-central-1", {})),
      (error) => error instanceof ReadError && error.obstacle === "throttled",
    );
  });

  it("asks the same question once, and a global service in the home region only", async () => {
    answers = [[200, "text/xml", "<GetRoleResponse><GetRoleResult/></GetRoleResponse>"]];
    await reading((reader) =>
      Promise.all(
        ["eu-central-1", "us-east-1"].map((region) => reader.read("iam:GetRole", region, { RoleName: "delivery" })),
      ),
    );
    assert.equal(asked, 1);
  });

  it("bounds the calls in flight", async () => {
    const names = Array.from({ length: 12 }, (_, index) => `trail-${index}`);
    await reading(
      (reader) => Promise.all(names.map((Name) => reader.read("cloudtrail:GetTrail", "eu-central-1", { Name }))),
      { concurrency: 3 },
    );
    assert.equal(asked, 12);
    assert.equal(mostAtOnce, 3);
  });

  it("reads every page", async () => {
    answers = [
      [200, JSON_11, '{"Aliases":[{"AliasName":"alias/one"}],"NextMarker":"more"}'],
      [200, JSON_11, '{"Aliases":[{"AliasName":"alias/two"}]}'],
    ];
    const pages = await reading((reader) =>
      reader.readPages("kms:ListAliases", "eu-central-1", {}, ({ NextMarker: Marker }) =>
        Marker === undefined ? undefined : { Marker },
      ),
    );
    assert.deepEqual(
      pages.flatMap(({ Aliases = [] }) => Aliases).map(({ AliasName }) => AliasName),
      ["alias/one", "alias/two"],
    );
  });

  it("tells credentials that are not usable from an account that cannot be reached", async () => {
    answers = [[403, "text/xml", "<ErrorResponse><Error><Code>InvalidClientTokenId</Code></Error></ErrorResponse>"]];
    await assert.rejects(
      reading(callerOf),
      (error) => error instanceof ReadError && error.obstacle === "no-credentials",
    );
    await assert.rejects(
      // Port 9 discards, and nothing listens on it here.
      reading((reader) => inEnvironment({ AWS_ENDPOINT_URL: "http://127.0.0.1:9" }, () => callerOf(reader))),
      (error) => error instanceof ReadError && error.obstacle === "unreachable",
    );
  });

  it("knows an obstacle by AWS's code and by the status", () => {
    const obstacle = (code: string, status?: number) => obstacleOf({ code, message: "", status });
    assert.equal(obstacle("AccessDeniedException", 400), "access-denied");
    assert.equal(obstacle("403", 403), "access-denied");
    assert.equal(obstacle("ExpiredToken", 403), "no-credentials");
    assert.equal(obstacle("SlowDown", 503), "throttled");
    assert.equal(obstacle("Anything", 429), "throttled");
    assert.equal(obstacle("InternalFailure", 500), "unreachable");
    assert.equal(obstacle("ECONNREFUSED"), "unreachable");
    assert.equal(obstacle("ValidationException", 400), "refused");
    assert.deepEqual(failureOf("no error at all"), { code: "", message: "no error at all", status: undefined });
  });
});

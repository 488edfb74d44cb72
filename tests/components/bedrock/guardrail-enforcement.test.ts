import assert from "node:assert/strict";
import http from "node:http";
import type { AddressInfo } from "node:net";

import { enforcementProvider } from "../../../components/bedrock/guardrail-enforcement";
import { inEnvironment } from "../../support/environment";

const ARN = "arn:aws:bedrock:eu-central-1:111122223333:guardrail/a1b2c3d4e5f6";
const OTHER = "arn:aws:bedrock:eu-central-1:111122223333:guardrail/zzzzzzzzzzzz";
const WANTED = { region: "eu-central-1", guardrailArn: ARN, guardrailVersion: "2" };
const enforced = (guardrailArn: string, guardrailVersion = "2") => ({
  configId: "abc",
  guardrailArn,
  guardrailVersion,
});

/** A region that enforces what it is told, and the calls that change it. */
async function inRegion(found: object | undefined, act: () => Promise<unknown>): Promise<readonly string[]> {
  const calls: string[] = [];
  const server = http.createServer((request, answer) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      if (request.method !== "GET") {
        calls.push(`${request.method ?? ""} ${request.url ?? ""} ${Buffer.concat(parts).toString()}`.trim());
      }
      answer.setHeader("content-type", "application/json");
      answer.end(
        JSON.stringify(request.method === "GET" ? { guardrailsConfig: found ? [found] : [] } : { configId: "abc" }),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // of a server that listens on a port
  try {
    await inEnvironment(
      { AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`, AWS_ACCESS_KEY_ID: "test", AWS_SECRET_ACCESS_KEY: "test" },
      act,
    );
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  return calls;
}

const put = (configId: object) =>
  `PUT /enforcedGuardrailsConfiguration ${JSON.stringify({
    guardrailInferenceConfig: { guardrailIdentifier: ARN, guardrailVersion: "2" },
    ...configId,
  })}`;

describe("the enforcement of a guardrail", () => {
  const { create, diff, update, delete: remove } = enforcementProvider;

  it("is set where a region enforces none, and is the region's", async () => {
    const calls = await inRegion(undefined, async () => {
      assert.deepEqual(await create(WANTED), { id: "eu-central-1", outs: WANTED });
    });
    assert.deepEqual(calls, [put({})]);
  });

  it("replaces another version of the same guardrail", async () => {
    const calls = await inRegion(enforced(ARN, "1"), async () => {
      assert.deepEqual(await update?.("eu-central-1", { ...WANTED, guardrailVersion: "1" }, WANTED), { outs: WANTED });
    });
    assert.deepEqual(calls, [put({ configId: "abc" })]);
  });

  it("does not replace another guardrail, and says how to remove it", async () => {
    const calls = await inRegion(enforced(OTHER), () =>
      assert.rejects(
        async () => create(WANTED),
        /guardrail\/zzzzzzzzzzzz is enforced in eu-central-1 already.*--config-id abc/,
      ),
    );
    assert.deepEqual(calls, []);
  });

  for (const [title, found, changes] of [
    ["what is wanted", enforced(ARN), false],
    ["another version", enforced(ARN, "1"), true],
    ["another guardrail", enforced(OTHER), true],
    ["none", undefined, true],
  ] as const) {
    it(`${changes ? "changes" : "stays"} where the region enforces ${title}`, async () => {
      await inRegion(found, async () => {
        const answer = await diff?.("eu-central-1", WANTED, WANTED);
        assert.deepEqual([answer?.changes, answer?.replaces], [changes, []]);
      });
    });
  }

  it("is replaced in another region", async () => {
    await inRegion(enforced(ARN), async () => {
      const answer = await diff?.("us-east-1", { ...WANTED, region: "us-east-1" }, WANTED);
      assert.deepEqual([answer?.changes, answer?.replaces], [true, ["region"]]);
    });
  });

  it("is removed, unless another guardrail is enforced by now, or none", async () => {
    const removed = (found: object | undefined) => inRegion(found, async () => remove?.("eu-central-1", WANTED));
    assert.deepEqual(await removed(enforced(ARN, "7")), ["DELETE /enforcedGuardrailsConfiguration/abc"]);
    assert.deepEqual(await removed(enforced(OTHER)), []);
    assert.deepEqual(await removed(undefined), []);
  });
});

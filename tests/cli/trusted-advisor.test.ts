/**
 * `baseline trusted-advisor`, with AWS's SDK and a server that answers in the format of the Trusted Advisor API. No simulator has
 * that API: no answer of AWS was seen here.
 */
import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { parse as parseCsv } from "csv-parse/sync";
import type { TrustedAdvisorDocument } from "../../reports/trusted-advisor/json";
import { type Answer, type AnsweringServer, type Asked, answeringServer, refusal } from "../support/aws-answers";
import { assertRefused, baseline, removeTemporaryFolders, temporaryFolder } from "./command";

const PREFIX = "arn:aws:trustedadvisor::111122223333:recommendation";
const RESOURCES = /^\/v1\/recommendations\/(?<id>[^/]+)\/resources$/;

/** As https://docs.aws.amazon.com/trustedadvisor/latest/APIReference/API_ListRecommendations.html describes them. */
function summary(id: string, status: string, counts: readonly [number, number, number]) {
  const [errorCount, warningCount, okCount] = counts;
  return {
    id,
    arn: `${PREFIX}/${id}`,
    name: `Recommendation ${id}`,
    status,
    type: "standard",
    source: "ta_check",
    pillars: ["security"],
    awsServices: ["iam"],
    resourcesAggregates: { errorCount, warningCount, okCount },
    createdAt: "2026-11-01T00:00:00.000Z",
    lastUpdatedAt: "2026-11-25T00:00:00.000Z",
  };
}

function resource(id: string, status: string, more: object = {}) {
  const recommendationArn = `${PREFIX}/open`;
  const lastUpdatedAt = "2026-11-25T00:00:00.000Z";
  return {
    id,
    arn: id,
    awsResourceId: id,
    regionCode: "eu-central-1",
    status,
    metadata: {},
    lastUpdatedAt,
    recommendationArn,
    ...more,
  };
}

/** Two pages of recommendations; of the gravest, two pages of resources. */
function account({ pathname, query }: Asked): Answer | undefined {
  if (pathname === "/v1/recommendations") {
    return query["nextToken"] === undefined
      ? {
          body: {
            recommendationSummaries: [summary("fine", "ok", [0, 0, 4]), summary("near", "warning", [0, 0, 0])],
            nextToken: "2",
          },
        }
      : { body: { recommendationSummaries: [summary("open", "error", [2, 0, 1])] } };
  }
  const id = decodeURIComponent(RESOURCES.exec(pathname)?.groups?.["id"] ?? "");
  if (id === `${PREFIX}/near`) {
    return { body: { recommendationResourceSummaries: [] } };
  }
  if (id === `${PREFIX}/open`) {
    return query["nextToken"] === undefined
      ? {
          body: {
            recommendationResourceSummaries: [resource("key-1", "error"), resource("key-2", "ok")],
            nextToken: "2",
          },
        }
      : { body: { recommendationResourceSummaries: [resource("key-3", "error", { exclusionStatus: "excluded" })] } };
  }
  return undefined;
}

describe("baseline trusted-advisor", function () {
  this.timeout(60_000);
  let server: AnsweringServer;
  let answer: (asked: Asked) => Answer | undefined;

  before(async () => {
    server = await answeringServer((asked) => answer(asked));
  });

  beforeEach(() => {
    answer = account;
  });

  after(async () => {
    await server.close();
    removeTemporaryFolders();
  });

  async function read(...args: readonly string[]) {
    const out = path.join(temporaryFolder(), "reports");
    const { environment } = server;
    return { ...(await baseline(["trusted-advisor", "--out", out, ...args], { environment })), out };
  }

  it("reads every page of the security pillar, the gravest first, and the resources that are not in order", async () => {
    const { code, stdout, stderr } = await read("--format", "json");
    assert.equal(code, 0, stderr);
    const { summary: total, recommendations } = JSON.parse(stdout) as TrustedAdvisorDocument; // by the report's own tests
    assert.deepEqual(total.recommendations, { error: 1, warning: 1, ok: 1 });
    assert.equal(total.account, "111122223333");
    assert.deepEqual(
      recommendations.map(({ name, status }) => `${status} ${name}`),
      ["error Recommendation open", "warning Recommendation near", "ok Recommendation fine"],
    );
    assert.deepEqual(recommendations[0]?.resources, [
      { id: "key-1", region: "eu-central-1", status: "error", excluded: false },
      { id: "key-3", region: "eu-central-1", status: "error", excluded: true },
    ]);
    const calls = server.asked.filter(({ service }) => service === "trustedadvisor");
    assert.ok(calls.every(({ region, method }) => region === "us-east-1" && method === "GET"));
    assert.equal(calls.find(({ pathname }) => pathname === "/v1/recommendations")?.query["pillar"], "security");
    assert.ok(!calls.some(({ pathname }) => decodeURIComponent(pathname).endsWith("/fine/resources")));
  });

  it("asks for another pillar, or for all of them", async () => {
    const from = server.asked.length;
    await read("--pillar", "service_limits");
    await read("--pillar", "all");
    const pillars = server.asked
      .slice(from)
      .filter(({ pathname, query }) => pathname === "/v1/recommendations" && query["nextToken"] === undefined)
      .map(({ query }) => query["pillar"]);
    assert.deepEqual(pillars, ["service_limits", undefined]);
  });

  it("prints and writes every form of its report", async () => {
    const { code, stdout, out } = await read();
    assert.equal(code, 0);
    assert.deepEqual(fs.readdirSync(out).sort(), ["trusted-advisor.csv", "trusted-advisor.json", "trusted-advisor.md"]);
    assert.ok(
      stdout.startsWith(
        `ACTION  Recommendation open
  iam, 2 of 3 resources, and 1 excluded, refreshed 2026-11-25
  key-1, eu-central-1
  key-3, eu-central-1, excluded

INVESTIGATE  Recommendation near
  iam, 0 of 0 resources, refreshed 2026-11-25

READ: 1 recommendation to act on, 1 to investigate, 1 in order
`,
      ),
      stdout,
    );
    const csv = parseCsv<Record<string, string>>(fs.readFileSync(path.join(out, "trusted-advisor.csv"), "utf8"), {
      columns: true,
    });
    assert.deepEqual(
      csv.map(({ recommendation, resource: of, excluded }) => [recommendation, of, excluded]),
      [
        ["Recommendation open", "key-1", "no"],
        ["Recommendation open", "key-3", "yes"],
        ["Recommendation near", "", ""],
        ["Recommendation fine", "", ""],
      ],
    );
    assert.match(
      fs.readFileSync(path.join(out, "trusted-advisor.md"), "utf8"),
      /^\| ACTION \| Recommendation open \| iam \|/m,
    );
  });

  it("ends with 1 where a recommendation has the status that it fails on", async () => {
    assert.equal((await read("--fail-on", "error")).code, 1);
    answer = ({ pathname }) =>
      pathname === "/v1/recommendations"
        ? { body: { recommendationSummaries: [summary("fine", "ok", [0, 0, 1])] } }
        : undefined;
    assert.equal((await read("--fail-on", "error", "warning")).code, 0);
  });

  it("says that it takes a support plan or a permission where AWS refuses it", async () => {
    answer = () => refusal(403, "AccessDeniedException", "Access denied");
    const ended = await read();
    assertRefused(
      ended,
      2,
      /support plan, Business Support\+, Enterprise Support or Unified Operations/,
      /trusted-advisor\.json/,
    );
    assert.match(fs.readFileSync(path.join(ended.out, "trusted-advisor.md"), "utf8"), /NOT CHECKED/);
  });

  it("refuses a pillar that there is not", async () => {
    assertRefused(await read("--pillar", "safety"), 2, /Allowed choices are cost_optimizing/);
  });
});

/**
 * `baseline artifact`, with a server that answers in the format of the AWS Artifact API. No simulator has that API: no answer of AWS
 * was seen here. tests/simulated-account/artifact-api.test.ts holds the requests against AWS's own model of the service.
 */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import * as fs from "node:fs";
import * as path from "node:path";
import { type Answer, type AnsweringServer, type Asked, answeringServer, refusal } from "../support/aws-answers";
import { assertRefused, baseline, removeTemporaryFolders, temporaryFolder } from "./command";

const SOC = "report-aaaaaaaaaaaaaaa1";
const PCI = "report-bbbbbbbbbbbbbbb2";
const OLD = "report-ccccccccccccccc3";

function summary(id: string, name: string, more: object = {}) {
  return {
    id,
    name,
    version: 2,
    state: "PUBLISHED",
    arn: `arn:aws:artifact:us-east-1::report/${id}:2`,
    category: "Certifications And Attestations",
    series: "SOC",
    companyName: "Amazon Web Services",
    periodStart: "2025-10-01T00:00:00.000Z",
    periodEnd: "2026-09-30T00:00:00.000Z",
    acceptanceType: "EXPLICIT",
    ...more,
  };
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

interface Written {
  readonly reports: readonly { readonly id: string }[];
  readonly fetched: readonly {
    readonly report: { readonly id: string };
    readonly accepted: boolean;
    readonly terms?: { readonly file: string; readonly sha256: string };
    readonly document?: {
      readonly file: string;
      readonly sha256: string;
      readonly bytes: number;
      readonly wasThere: boolean;
    };
    readonly why?: string;
  }[];
  readonly complete: boolean;
}

describe("baseline artifact", function () {
  this.timeout(60_000);
  let server: AnsweringServer;
  let documents: Record<string, Answer>;
  let answer: (asked: Asked) => Answer | undefined;

  const pdf = (body: string): Answer => ({ body, headers: { "content-type": "application/pdf" } });

  /** Two pages of reports; each report's documents lie where the answer says. */
  const account = ({ pathname, query }: Asked): Answer | undefined => {
    const id = query["reportId"] ?? "";
    switch (pathname) {
      case "/v1/report/list":
        return query["nextToken"] === undefined
          ? {
              body: {
                reports: [summary(SOC, "SOC 2"), summary(OLD, "SOC 1", { state: "UNPUBLISHED" })],
                nextToken: "a b+c",
              },
            }
          : { body: { reports: [summary(PCI, "PCI DSS", { acceptanceType: "PASSTHROUGH", series: "PCI" })] } };
      case "/v1/report/getTermForReport":
        return { body: { documentPresignedUrl: `${server.endpoint}/documents/${id}-terms`, termToken: `token-${id}` } };
      case "/v1/report/get":
        return query["termToken"] === `token-${id}` && query["reportVersion"] === "2"
          ? { body: { documentPresignedUrl: `${server.endpoint}/documents/${id}` } }
          : refusal(400, "ValidationException", "termToken");
      default:
        return documents[pathname];
    }
  };

  before(async () => {
    server = await answeringServer((asked) => answer(asked));
  });

  beforeEach(() => {
    answer = account;
    documents = Object.fromEntries(
      [SOC, PCI].flatMap((id) => [
        [`/documents/${id}-terms`, pdf(`terms of ${id}`)],
        [`/documents/${id}`, pdf(`report ${id}`)],
      ]),
    );
  });

  after(async () => {
    await server.close();
    removeTemporaryFolders();
  });

  async function run(folder: string, ...args: readonly string[]) {
    const { environment } = server;
    return baseline(["artifact", "--out", folder, ...args], { environment });
  }

  async function fetched(folder: string, ...args: readonly string[]) {
    const ended = await run(folder, "--format", "json", ...args);
    assert.notEqual(ended.stdout, "", ended.stderr);
    return { ...ended, ...(JSON.parse(ended.stdout) as Written) }; // the command's own form
  }

  it("lists every report that is published, by name, and touches no folder", async () => {
    const folder = path.join(temporaryFolder(), "evidence");
    const { code, stdout } = await run(folder);
    assert.equal(code, 0);
    assert.ok(
      stdout.startsWith(
        `${PCI} v2, PCI DSS
  Certifications And Attestations, PCI, Amazon Web Services, 2025-10-01 to 2026-09-30

${SOC} v2, SOC 2
  Certifications And Attestations, SOC, Amazon Web Services, 2025-10-01 to 2026-09-30, its terms have to be accepted

2 reports
`,
      ),
      stdout,
    );
    assert.ok(!fs.existsSync(folder));
    const calls = server.asked.filter(({ service }) => service === "artifact");
    assert.deepEqual(
      calls.map(({ method, region, pathname, query }) => [method, region, pathname, query]),
      [
        ["GET", "us-east-1", "/v1/report/list", { maxResults: "100" }],
        ["GET", "us-east-1", "/v1/report/list", { maxResults: "100", nextToken: "a b+c" }],
      ],
    );
  });

  it("keeps the terms, and fetches nothing whose terms have to be accepted without the word for it", async () => {
    const folder = temporaryFolder();
    const from = server.asked.length;
    const { code, fetched: all, complete } = await fetched(folder, "--fetch", SOC);
    assert.equal(code, 1);
    assert.equal(complete, false);
    assert.equal(all.length, 1);
    assert.match(
      all[0]?.why ?? "",
      /^Its terms have to be accepted\. Read report-a+1-v2-terms\.pdf, .* --accept-terms\.$/,
    );
    assert.equal(all[0]?.accepted, false);
    assert.equal(fs.readFileSync(path.join(folder, `${SOC}-v2-terms.pdf`), "utf8"), `terms of ${SOC}`);
    assert.ok(!fs.existsSync(path.join(folder, `${SOC}-v2.pdf`)));
    assert.ok(!server.asked.slice(from).some(({ pathname }) => pathname === "/v1/report/get"));
  });

  it("fetches what asks for nothing without the word, and the rest with it, and writes a manifest with digests", async () => {
    const folder = temporaryFolder();
    assert.equal((await fetched(folder, "--fetch", PCI)).code, 0);
    const { code, fetched: all, stdout } = await fetched(folder, "--fetch", "all", "--accept-terms");
    assert.equal(code, 0);
    assert.deepEqual(
      all.map(({ report, accepted, terms, document }) => [report.id, accepted, terms?.sha256, document]),
      [PCI, SOC].map((id) => [
        id,
        id === SOC,
        sha256(`terms of ${id}`),
        {
          file: `${id}-v2.pdf`,
          bytes: `report ${id}`.length,
          sha256: sha256(`report ${id}`),
          wasThere: id === PCI,
        },
      ]),
    );
    const manifests = fs.readdirSync(folder).filter((name) => name.startsWith("manifest-"));
    assert.equal(manifests.length, 2);
    const [, last = ""] = manifests.sort();
    assert.deepEqual(
      (JSON.parse(fs.readFileSync(path.join(folder, last), "utf8")) as Written).fetched,
      (JSON.parse(stdout) as Written).fetched,
    );
  });

  it("sends no credentials to where the documents are", async () => {
    const from = server.asked.length;
    await fetched(temporaryFolder(), "--fetch", PCI);
    const downloads = server.asked.slice(from).filter(({ pathname }) => pathname.startsWith("/documents/"));
    assert.deepEqual(
      downloads.map(({ service }) => service),
      ["", ""],
    );
  });

  it("replaces nothing: other bytes under the name of a report stay, and it says so", async () => {
    const folder = temporaryFolder();
    fs.writeFileSync(path.join(folder, `${PCI}-v2.pdf`), "another");
    const { code, fetched: all } = await fetched(folder, "--fetch", PCI);
    assert.equal(code, 1);
    assert.match(all[0]?.why ?? "", /^Another document has the name of the file, and nothing is replaced/);
    assert.equal(fs.readFileSync(path.join(folder, `${PCI}-v2.pdf`), "utf8"), "another");
  });

  it("follows no link in the folder", async () => {
    const [folder, elsewhere] = [temporaryFolder(), path.join(temporaryFolder(), "elsewhere")];
    fs.symlinkSync(elsewhere, path.join(folder, `${PCI}-v2.pdf`));
    const { code } = await fetched(folder, "--fetch", PCI);
    assert.equal(code, 1);
    assert.ok(!fs.existsSync(elsewhere));
  });

  it("says what could not be fetched, and fetches the others", async () => {
    documents[`/documents/${SOC}`] = { status: 403, body: "Expired" };
    const folder = temporaryFolder();
    const { code, stdout } = await run(folder, "--fetch", SOC, PCI, "--accept-terms");
    assert.equal(code, 1);
    assert.match(stdout, /^NOT FETCHED {2}report-a+1 v2, SOC 2\n {2}Its document was refused with HTTP 403\.$/m);
    assert.match(
      stdout,
      /^FETCHED {2}report-b+2 v2, PCI DSS\n {2}report-b+2-v2\.pdf, 30 bytes, SHA-256 [0-9a-f]{64}$/m,
    );
    assert.match(stdout, /^2 reports, 1 fetched, 1 not fetched$/m);
  });

  it("asks again where AWS is busy, and no longer where it refuses", async () => {
    let busy = 2;
    answer = (asked) =>
      asked.pathname === "/v1/report/list" && busy-- > 0
        ? refusal(429, "ThrottlingException", "Slow down")
        : account(asked);
    assert.equal((await run(temporaryFolder())).code, 0);
    answer = () => refusal(403, "AccessDeniedException:http://internal", "Not allowed");
    const from = server.asked.length;
    assertRefused(
      await run(temporaryFolder()),
      2,
      /artifact:ListReports was refused \(AccessDeniedException\): Not allowed/,
      /docs\/permissions\/artifact\.json/,
    );
    assert.equal(server.asked.slice(from).filter(({ service }) => service === "artifact").length, 1);
  });

  it("refuses a report that there is not, and a word without reports", async () => {
    assertRefused(
      await run(temporaryFolder(), "--fetch", OLD),
      2,
      /--fetch is report-c+3, and AWS Artifact has no such report/,
    );
    assertRefused(await run(temporaryFolder(), "--accept-terms"), 2, /Name them with --fetch/);
  });
});

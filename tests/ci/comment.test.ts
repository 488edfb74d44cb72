/** The comment that updates itself, written by its own process to a server that answers as the two APIs do. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import * as path from "node:path";
import { removeTemporaryFolders, temporaryFile, temporaryFolder } from "../cli/command";
import { REPOSITORY } from "../support/prod-state";

interface Comment {
  readonly id: number;
  readonly login: string;
  readonly type: string;
  body: string;
}

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const MARKER = "<!-- ai-governance-gate: infra -->";

describe("The comment", () => {
  /** What the server has, whom its token belongs to, and what it was asked. */
  let comments: Comment[] = [];
  let tokenOf: string | undefined;
  let writes: string[] = [];
  let isClosed = false;
  let server: Server;
  let address = "";

  before(async () => {
    server = createServer((request, response) => {
      void answer(request).then(({ status, content }) => {
        response.writeHead(status, { "Content-Type": "application/json" });
        response.end(JSON.stringify(content));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    // A server that listens on a port has an address of this form.
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(() => {
    [comments, writes, tokenOf, isClosed] = [[], [], undefined, false];
  });
  after(() => {
    server.close();
    removeTemporaryFolders();
  });

  async function answer(request: IncomingMessage): Promise<{ status: number; content: unknown }> {
    let text = "";
    for await (const chunk of request) {
      text += String(chunk);
    }
    const { pathname, searchParams } = new URL(request.url ?? "", address);
    const method = request.method ?? "";
    if (pathname === "/user") {
      return tokenOf === undefined
        ? { status: 403, content: {} }
        : { status: 200, content: { login: tokenOf, username: tokenOf } };
    }
    const list = pathname === "/repos/org/app/issues/7/comments" || pathname === "/projects/5/merge_requests/7/notes";
    if (method === "GET" && list) {
      const [page, size] = [Number(searchParams.get("page")), Number(searchParams.get("per_page"))];
      const shown = comments.slice((page - 1) * size, page * size);
      const content = shown.map(({ id, body, login, type }) => ({
        id,
        body,
        user: { login, type },
        author: { username: login },
      }));
      return { status: 200, content };
    }
    if (isClosed) {
      return { status: 403, content: {} };
    }
    const { body } = JSON.parse(text) as { body: string }; // what the APIs ask for
    writes.push(`${method} ${pathname}`);
    const found = comments.find(({ id }) => pathname.endsWith(`/${id}`));
    if (found !== undefined) {
      found.body = body;
    } else {
      assert.ok(list, pathname);
      comments.push({ id: comments.length + 100, login: tokenOf ?? "app[bot]", type: "Bot", body });
    }
    return { status: 200, content: {} };
  }

  function run(args: readonly string[], environment: Readonly<Record<string, string>>): Promise<Ended> {
    const env = { PATH: process.env["PATH"], ...environment };
    const child = spawn(process.execPath, [path.join(REPOSITORY, "ci/comment.js"), ...args], { env });
    return new Promise((resolve) => {
      let [stdout, stderr] = ["", ""];
      child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString("utf8")));
      child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString("utf8")));
      child.once("close", (code) => resolve({ code, stdout, stderr }));
    });
  }

  function github(event: unknown = { pull_request: { number: 7 } }): Readonly<Record<string, string>> {
    return {
      GITHUB_ACTIONS: "true",
      GITHUB_TOKEN: "secret-of-the-job",
      GITHUB_API_URL: address,
      GITHUB_REPOSITORY: "org/app",
      GITHUB_EVENT_PATH: temporaryFile("event.json", event),
      GITHUB_RUN_ID: "99",
    };
  }

  function gitlab(): Readonly<Record<string, string>> {
    return {
      GITLAB_CI: "true",
      GATE_NOTE_TOKEN: "secret-of-the-job",
      CI_API_V4_URL: address,
      CI_PROJECT_ID: "5",
      CI_MERGE_REQUEST_IID: "7",
      CI_PIPELINE_URL: "https://gitlab.example/org/app/-/pipelines/9",
    };
  }

  function reports(verdict: string): string {
    return path.dirname(temporaryFile("verdict.md", verdict));
  }

  const SYSTEMS = [
    ["GitHub", github, "POST /repos/org/app/issues/7/comments", "PATCH /repos/org/app/issues/comments/100"],
    ["GitLab", gitlab, "POST /projects/5/merge_requests/7/notes", "PUT /projects/5/merge_requests/7/notes/100"],
  ] as const;

  for (const [name, environment, created, updated] of SYSTEMS) {
    it(`is written once on ${name}, and then updated in its place`, async () => {
      tokenOf = name === "GitLab" ? "gate-bot" : undefined;
      assert.equal((await run(["infra", reports("## FAIL\n")], environment())).code, 0);
      assert.equal((await run(["infra", reports("## PASS\n")], environment())).code, 0);
      assert.deepEqual(writes, [created, updated]);
      const [only, ...others] = comments;
      assert.equal(others.length, 0);
      assert.match(only?.body ?? "", new RegExp(`^${MARKER}\\n## PASS\\n\\n\\[All reports of this run\\]\\(https://`));
    });

    it(`is found on a later page of ${name}`, async () => {
      tokenOf = "gate-bot";
      comments = Array.from({ length: 100 }, (_, id) => ({ id, login: "a", type: "User", body: "talk" }));
      comments.push({ id: 4711, login: "gate-bot", type: "Bot", body: `${MARKER}\r\n## FAIL` });
      await run(["infra", reports("## PASS\n")], environment());
      assert.equal(comments.length, 101);
      assert.match(comments[100]?.body ?? "", /## PASS/);
    });
  }

  it("leaves somebody else's comment with the same first line alone", async () => {
    comments = [{ id: 1, login: "mallory", type: "User", body: `${MARKER}\nmine` }];
    await run(["infra", reports("## FAIL\n")], github());
    tokenOf = "gate-user";
    await run(["infra", reports("## FAIL\n")], github());
    assert.equal(comments[0]?.body, `${MARKER}\nmine`);
    assert.equal(comments.length, 3);
  });

  it("is one for each name", async () => {
    await run(["infra", reports("## FAIL\n")], github());
    await run(["infra-2", reports("## FAIL\n")], github());
    assert.equal(comments.length, 2);
  });

  it("is not longer than GitHub accepts, and ends with the link", async () => {
    await run(["infra", reports("x".repeat(70_000))], github());
    assert.equal(comments[0]?.body.length, 65_536);
    assert.match(comments[0].body, /\/org\/app\/actions\/runs\/99\)\n$/);
  });

  it("says so where the gate left no report", async () => {
    assert.equal((await run(["infra", temporaryFolder()], github())).code, 0);
    assert.match(comments[0]?.body ?? "", /NOT CHECKED: the gate wrote no report/);
  });

  it("is none outside of a pull request", async () => {
    const { code, stdout } = await run(["infra", reports("## FAIL\n")], github({ ref: "refs/heads/main" }));
    assert.deepEqual([code, comments.length], [0, 0]);
    assert.match(stdout, /not of a pull request/);
  });

  it("says what it lacks, in one line and without the token", async () => {
    isClosed = true;
    const mistakes: readonly (readonly [readonly string[], Readonly<Record<string, string>>, number, RegExp])[] = [
      [["infra"], github(), 2, /Two arguments are needed/],
      [["in--> fra", "x"], github(), 2, /The name is "in--> fra"; it may hold letters/],
      [["infra", "x"], {}, 2, /Neither GITHUB_ACTIONS nor GITLAB_CI/],
      [["infra", "x"], { GITHUB_ACTIONS: "true", GITHUB_TOKEN: "t" }, 2, /GITHUB_API_URL, .* are not set/],
      [["infra", "x"], github(), 1, /answered with 403\. The token needs permission to comment/],
    ];
    for (const [args, environment, expected, message] of mistakes) {
      const { code, stderr } = await run(args, environment);
      assert.equal(code, expected, stderr);
      assert.match(stderr, message);
      assert.doesNotMatch(stderr, /secret-of-the-job|\n./);
    }
  });
});

// Writes the Markdown report into one comment of a pull request (GitHub) or one note of a merge request (GitLab), and the
// next time into the same. The comment is told by a hidden first line with the name of the check, and by its author: with
// the same line, somebody else's comment stays as it is.
//
//   node ci/comment.js NAME REPORT_FOLDER
//
// The environment says the rest, as the CI systems set it: GITHUB_ACTIONS with GITHUB_TOKEN, GITHUB_API_URL,
// GITHUB_REPOSITORY, GITHUB_EVENT_PATH, GITHUB_SERVER_URL and GITHUB_RUN_ID; or GITLAB_CI with GATE_NOTE_TOKEN, CI_API_V4_URL,
// CI_PROJECT_ID, CI_MERGE_REQUEST_IID and CI_PIPELINE_URL.
//
// Exit codes: 0 written, or nothing to write to; 1 refused by the API; 2 bad arguments or environment.
// Depends on nothing, so that a job that only publishes installs nothing.
"use strict";
const fs = require("node:fs");
const path = require("node:path");

/** GitHub refuses a longer body: https://docs.github.com/en/rest/issues/comments. */
const LONGEST_BODY = 65_536;
const ROWS_PER_PAGE = 100;
/** The comments that are looked through, so that no answer of a server makes this run without end. */
const MOST_PAGES = 100;
const REQUEST_MS = 30_000;

/** What the two systems call the same things. `found` is a comment as the API gives it. */
const SYSTEMS = {
  github: {
    needs: ["GITHUB_TOKEN", "GITHUB_API_URL", "GITHUB_REPOSITORY", "GITHUB_EVENT_PATH"],
    request: ({ GITHUB_EVENT_PATH }) => JSON.parse(fs.readFileSync(GITHUB_EVENT_PATH, "utf8")).pull_request?.number,
    api: ({ GITHUB_API_URL }) => GITHUB_API_URL,
    headers: ({ GITHUB_TOKEN }) => ({
      Authorization: `Bearer ${GITHUB_TOKEN}`,
      Accept: "application/vnd.github+json",
      "X-GitHub-Api-Version": "2022-11-28",
    }),
    comments: ({ GITHUB_REPOSITORY }, request) => `/repos/${GITHUB_REPOSITORY}/issues/${request}/comments`,
    comment: ({ GITHUB_REPOSITORY }, request, id) => `/repos/${GITHUB_REPOSITORY}/issues/comments/${id}`,
    update: "PATCH",
    login: (user) => user.login,
    author: (found) => found.user?.login,
    // The token of a workflow may not ask who it is. It is a bot, and what a bot wrote under this line is this one's.
    isOfUnnamed: (found) => found.user?.type === "Bot",
    run: ({ GITHUB_SERVER_URL = "https://github.com", GITHUB_REPOSITORY, GITHUB_RUN_ID }) =>
      GITHUB_RUN_ID === undefined
        ? undefined
        : `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}`,
  },
  gitlab: {
    needs: ["GATE_NOTE_TOKEN", "CI_API_V4_URL", "CI_PROJECT_ID"],
    request: ({ CI_MERGE_REQUEST_IID }) => CI_MERGE_REQUEST_IID,
    api: ({ CI_API_V4_URL }) => CI_API_V4_URL,
    headers: ({ GATE_NOTE_TOKEN }) => ({ "PRIVATE-TOKEN": GATE_NOTE_TOKEN }),
    comments: ({ CI_PROJECT_ID }, request) => `/projects/${CI_PROJECT_ID}/merge_requests/${request}/notes`,
    comment: ({ CI_PROJECT_ID }, request, id) => `/projects/${CI_PROJECT_ID}/merge_requests/${request}/notes/${id}`,
    update: "PUT",
    login: (user) => user.username,
    author: (found) => found.author?.username,
    isOfUnnamed: () => false,
    run: ({ CI_PIPELINE_URL }) => CI_PIPELINE_URL,
  },
};

/** @returns {string} the text of the comment: the hidden line, the report, and where all reports are. */
function bodyOf(marker, folder, run) {
  const file = path.join(folder, "verdict.md");
  const report = fs.existsSync(file)
    ? fs.readFileSync(file, "utf8")
    : "## ⚠️ NOT CHECKED: the gate wrote no report\n\nThe log of the run says why.\n";
  const link = run === undefined ? "" : `\n[All reports of this run](${run})\n`;
  const room = LONGEST_BODY - marker.length - link.length - 1;
  return `${marker}\n${report.slice(0, room)}${link}`;
}

/** A function that asks the API. It throws what a person can act on. */
function asker(system, env) {
  return async (method, where, content) => {
    const response = await fetch(`${system.api(env)}${where}`, {
      method,
      headers: { ...system.headers(env), "Content-Type": "application/json" },
      signal: AbortSignal.timeout(REQUEST_MS),
      ...(content === undefined ? {} : { body: JSON.stringify(content) }),
    });
    if (!response.ok) {
      throw new Error(`${method} ${where} was answered with ${response.status}`);
    }
    return response.json();
  };
}

/** @returns the comment that an earlier run wrote, or undefined. */
async function earlier(ask, system, comments, marker) {
  const me = await ask("GET", "/user").then(system.login, () => undefined);
  const isMine = (found) => (me === undefined ? system.isOfUnnamed(found) : system.author(found) === me);
  for (let page = 1; page <= MOST_PAGES; page++) {
    const list = await ask("GET", `${comments}?per_page=${ROWS_PER_PAGE}&page=${page}`);
    const found = list.find((one) => one.body?.split(/\r?\n/, 1)[0] === marker && isMine(one));
    if (found !== undefined || list.length < ROWS_PER_PAGE) {
      return found;
    }
  }
  return undefined;
}

/** @returns {Promise<string>} what was done, for the log. */
async function comment(system, name, folder, env) {
  const request = system.request(env);
  if (request === undefined) {
    return "No comment: this run is not of a pull request or merge request.";
  }
  const marker = `<!-- ai-governance-gate: ${name} -->`;
  const ask = asker(system, env);
  const comments = system.comments(env, request);
  const found = await earlier(ask, system, comments, marker);
  const body = bodyOf(marker, folder, system.run(env));
  if (found === undefined) {
    await ask("POST", comments, { body });
    return "The comment was written.";
  }
  await ask(system.update, system.comment(env, request, found.id), { body });
  return "The comment was updated.";
}

/** @returns {string | undefined} what is wrong with the arguments or the environment. */
function mistake([name, folder], system, env) {
  if (name === undefined || folder === undefined) {
    return "Two arguments are needed: node ci/comment.js NAME REPORT_FOLDER";
  }
  if (!/^[\w.-]+( [\w.-]+)*$/.test(name)) {
    return `The name is ${JSON.stringify(name)}; it may hold letters, digits, ".", "_", "-" and single spaces. Choose another.`;
  }
  if (system === undefined) {
    return "Neither GITHUB_ACTIONS nor GITLAB_CI is set to true; run this in a job of GitHub Actions or GitLab CI.";
  }
  const missing = system.needs.filter((variable) => !env[variable]);
  return missing.length === 0
    ? undefined
    : `${missing.join(", ")} ${missing.length === 1 ? "is" : "are"} not set; set it in the job that comments.`;
}

async function main(args, env) {
  const system = env.GITHUB_ACTIONS === "true" ? SYSTEMS.github : env.GITLAB_CI === "true" ? SYSTEMS.gitlab : undefined;
  const wrong = mistake(args, system, env);
  if (wrong !== undefined) {
    console.error(wrong);
    return 2;
  }
  const [name, folder] = args;
  try {
    console.log(await comment(system, name, folder, env));
    return 0;
  } catch (failure) {
    console.error(`The comment could not be written: ${failure.message}. The token needs permission to comment.`);
    return 1;
  }
}

main(process.argv.slice(2), process.env).then((code) => {
  process.exitCode = code;
});

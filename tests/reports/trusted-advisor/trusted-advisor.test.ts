import assert from "node:assert/strict";
import type { Recommendation } from "../../../account/trusted-advisor/recommendations";
import { trustedAdvisorCsv } from "../../../reports/trusted-advisor/csv";
import { trustedAdvisorDocument, trustedAdvisorJson } from "../../../reports/trusted-advisor/json";
import { trustedAdvisorMarkdown } from "../../../reports/trusted-advisor/markdown";
import { type TrustedAdvisorReport, resourcesText } from "../../../reports/trusted-advisor/report";
import { trustedAdvisorTerminal } from "../../../reports/trusted-advisor/terminal";

function recommendation(more: Partial<Recommendation> = {}): Recommendation {
  return {
    arn: "arn:aws:trustedadvisor::111122223333:recommendation/one",
    name: "MFA on the root user",
    status: "error",
    pillars: ["security"],
    source: "ta_check",
    services: ["iam"],
    updatedAt: "2026-11-25T00:00:00.000Z",
    counts: { error: 1, warning: 0, ok: 2 },
    resources: [{ id: "root", region: "us-east-1", status: "error", excluded: false }],
    ...more,
  };
}

function report(more: Partial<TrustedAdvisorReport> = {}): TrustedAdvisorReport {
  return {
    account: "111122223333",
    caller: "arn:aws:iam::111122223333:user/auditor",
    at: "2026-11-26T12:00:00.000Z",
    pillar: "security",
    recommendations: [recommendation()],
    failOn: [],
    ...more,
  };
}

function terminal(more: Partial<TrustedAdvisorReport> = {}): string {
  return trustedAdvisorTerminal(report(more), { width: 120, color: false, reportsFolder: "out" });
}

describe("the report of Trusted Advisor's recommendations", () => {
  it("shows in the terminal what is not in order, and ends with the count and the place", () => {
    assert.equal(
      terminal({ recommendations: [recommendation(), recommendation({ status: "ok", name: "Fine", resources: [] })] }),
      `ACTION  MFA on the root user
  iam, 1 of 3 resources, refreshed 2026-11-25
  root, us-east-1

READ: 1 recommendation to act on, 0 to investigate, 1 in order
Trusted Advisor, pillar security, account 111122223333, read as arn:aws:iam::111122223333:user/auditor at
2026-11-26T12:00:00.000Z
Reports: out
`,
    );
  });

  it("shows the first resources and counts the others, and says where nothing was ever refreshed", () => {
    const resources = Array.from({ length: 7 }, (_, index) => ({
      id: `key-${index}`,
      region: "eu-central-1",
      status: "error" as const,
      excluded: false,
    }));
    const text = terminal({ recommendations: [recommendation({ resources, updatedAt: undefined })] });
    assert.match(text, /never refreshed\n {2}key-0, eu-central-1\n(.*\n){4} {2}and 2 more\n/);
  });

  it("fails on the statuses that it was told", () => {
    assert.match(terminal({ failOn: ["error"] }), /^FAIL: 1 recommendation to act on/m);
    assert.match(terminal({ failOn: ["warning"] }), /^READ: /m);
    assert.equal(trustedAdvisorDocument(report({ failOn: ["error"] })).summary.accepted, false);
  });

  it("counts the resources that somebody excluded apart", () => {
    const excluded = { id: "a", region: "", status: "error", excluded: true } as const;
    assert.equal(resourcesText(recommendation({ resources: [excluded] })), "1 of 3 resources, and 1 excluded");
  });

  it("is JSON with the summary and all recommendations", () => {
    const document = trustedAdvisorDocument(report());
    assert.deepEqual(document.summary.recommendations, { error: 1, warning: 0, ok: 0 });
    assert.deepEqual(document.recommendations, [recommendation()]);
    assert.deepEqual(JSON.parse(trustedAdvisorJson(report())), document);
  });

  it("is Markdown and CSV in which names are no code", () => {
    const hostile = [recommendation({ name: "=1+1|<b>@team" })];
    const markdown = trustedAdvisorMarkdown(report({ recommendations: hostile }));
    assert.doesNotMatch(markdown, /<b>|@team/);
    assert.match(trustedAdvisorCsv(report({ recommendations: hostile })), /^'=1\+1/m);
  });
});

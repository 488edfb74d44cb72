import assert from "node:assert/strict";
import { parse as parseCsv } from "csv-parse/sync";
import type { Access, AccessHolder, AccessReview } from "../../../account/access/access";
import { accessReviewCsv } from "../../../reports/access-review/csv";
import { accessReviewDocument, accessReviewJson } from "../../../reports/access-review/json";
import { accessReviewMarkdown } from "../../../reports/access-review/markdown";
import { type AccessReviewReport, isUnused, mayText } from "../../../reports/access-review/report";
import { accessReviewTerminal } from "../../../reports/access-review/terminal";

const ROLE = "arn:aws:iam::111122223333:role/auditor";
const OUTSIDER = "arn:aws:iam::444455556666:root";

const auditor: AccessHolder = {
  kind: "role",
  id: ROLE,
  outside: false,
  trusts: ["arn:aws:iam::444455556666:role/auditor"],
  lastUsed: "2026-11-20T10:00:00.000Z",
};
const outsider: AccessHolder = { kind: "account", id: OUTSIDER, outside: true, trusts: [] };

function access(holder: string, store: string, more: Partial<Access> = {}): Access {
  return {
    holder,
    store,
    kinds: ["read"],
    actions: ["logs:GetLogEvents"],
    by: ["own"],
    conditional: false,
    certain: true,
    ...more,
  };
}

const STORES: AccessReview["stores"] = [
  ...["a", "b", "c", "d", "e"].map((name) => ({
    kind: "log group" as const,
    name,
    arn: `arn:aws:logs:eu-central-1:111122223333:log-group:${name}`,
    region: "eu-central-1",
  })),
  { kind: "bucket", name: "evidence", arn: "arn:aws:s3:::evidence", region: "eu-central-1" },
];

function report(more: Partial<AccessReviewReport> = {}, review: Partial<AccessReview> = {}): AccessReviewReport {
  return {
    project: "baseline",
    stack: "prod",
    account: "111122223333",
    caller: "arn:aws:iam::111122223333:user/reviewer",
    at: "2026-11-26T12:00:00.000Z",
    unusedDays: 90,
    failOn: [],
    review: {
      stores: STORES,
      holders: [auditor, outsider],
      access: [
        ...STORES.filter(({ kind }) => kind === "log group").map(({ arn }) => access(ROLE, arn)),
        access(OUTSIDER, "arn:aws:s3:::evidence", { by: ["bucket policy"], actions: ["s3:GetObject"] }),
      ],
      notReviewed: [],
      identities: 7,
      ...review,
    },
    ...more,
  };
}

function terminal(of: AccessReviewReport): string {
  return accessReviewTerminal(of, { width: 120, color: false, reportsFolder: "out" });
}

describe("the report of an access review", () => {
  it("says in the terminal who may do what with which stores, the count last", () => {
    const text = terminal(report());
    assert.ok(
      text.startsWith(
        `role  ${ROLE}
  last used: 2026-11-20; taken on by arn:aws:iam::444455556666:role/auditor
  read: all 5 log groups; by own

OUTSIDE  account  ${OUTSIDER}
  read: bucket evidence; by bucket policy
`,
      ),
      text,
    );
    assert.ok(
      text.endsWith(
        `REVIEWED: 2 readers of 6 stores, 1 from outside of the account
baseline/prod, account 111122223333 with 7 roles and users, read as arn:aws:iam::111122223333:user/reviewer at
2026-11-26T12:00:00.000Z; unused is what AWS knows no use of for 90 days
Reports: out
`,
      ),
      text,
    );
    assert.match(text, /root user may do everything, and is not listed/);
    assert.match(text, /Not considered: service control/);
  });

  it("names the first of several stores, and counts the rest", () => {
    const some = STORES.slice(0, 4).map(({ arn }) => access(ROLE, arn));
    assert.match(terminal(report({}, { access: some })), /^ {2}read: 4 log groups: a, b, c and 1 more; by own$/m);
  });

  it("keeps apart what may be done otherwise with another store", () => {
    const [a, b] = STORES.map(({ arn }) => arn);
    const both = [access(ROLE, a ?? ""), access(ROLE, b ?? "", { kinds: ["read", "unmask"], by: ["admin"] })];
    const text = terminal(report({}, { access: both, holders: [auditor] }));
    assert.match(text, /^ {2}read: log group a; by own\n {2}read, unmask: log group b; by admin$/m);
    assert.match(text, /REVIEWED: 1 reader of 6 stores, 1 may unmask$/m);
  });

  it("says what narrows an access", () => {
    assert.equal(mayText(access(ROLE, "a", { kinds: ["copy", "read"] })), "read, copy");
    assert.equal(
      mayText(access(ROLE, "a", { conditional: true, certain: false, withKey: false })),
      "read (but not decrypt, under conditions, perhaps)",
    );
    assert.equal(mayText(access(ROLE, "a", { withKey: true })), "read");
  });

  it("calls unused what AWS knows no use of for longer than the days, and nobody of whom it cannot know", () => {
    const at = "2026-11-26T12:00:00.000Z";
    const used = (lastUsed: string | null) => isUnused({ ...auditor, lastUsed }, at, 90);
    assert.equal(used("2026-08-28T12:00:00.000Z"), false);
    assert.equal(used("2026-08-28T11:59:59.999Z"), true);
    assert.equal(used(null), true);
    assert.equal(isUnused(outsider, at, 90), false);
    assert.match(terminal(report({ unusedDays: 1 })), /^UNUSED {2}role {2}/m);
  });

  it("fails on what it was told to fail on, and on nothing else", () => {
    assert.match(terminal(report({ failOn: ["outside", "unmask"] })), /^FAIL \(outside\): 2 readers/m);
    assert.equal(accessReviewDocument(report({ failOn: ["outside"] })).summary.accepted, false);
    assert.equal(accessReviewDocument(report({ failOn: ["unmask", "unused", "not-reviewed"] })).summary.accepted, true);
  });

  it("lists what was not reviewed", () => {
    const notReviewed = [{ what: "key k", region: "eu-central-1", why: "kms:GetKeyPolicy is not allowed" }];
    const of = report({ failOn: ["not-reviewed"] }, { notReviewed });
    assert.match(terminal(of), /^NOT REVIEWED .*\n {2}key k, eu-central-1: kms:GetKeyPolicy is not allowed$/m);
    assert.match(accessReviewMarkdown(of), /Not reviewed:\n\n- key k, eu-central-1: /);
    assert.equal(accessReviewDocument(of).summary.accepted, false);
  });

  it("is JSON with a summary, the review and its limits", () => {
    const document = accessReviewDocument(report());
    assert.deepEqual(document.summary, {
      project: "baseline",
      stack: "prod",
      account: "111122223333",
      caller: "arn:aws:iam::111122223333:user/reviewer",
      at: "2026-11-26T12:00:00.000Z",
      unusedDays: 90,
      stores: 6,
      identities: 7,
      holders: 2,
      concerns: { outside: 1, unmask: 0, unused: 0, "not-reviewed": 0 },
      failOn: [],
      accepted: true,
    });
    assert.equal(document.access.length, 6);
    assert.ok(document.limits.length > 2);
    assert.deepEqual(JSON.parse(accessReviewJson(report())), document);
  });

  it("is CSV with a line for each holder and store, and nothing that a spreadsheet computes", () => {
    const named = { ...outsider, id: "=cmd|'/c calc'!A1" };
    const csv = accessReviewCsv(
      report(
        {},
        {
          holders: [auditor, named],
          access: [
            access(ROLE, "arn:aws:s3:::evidence"),
            access(named.id, "arn:aws:s3:::evidence", { withKey: false }),
          ],
        },
      ),
    );
    const [first, second] = parseCsv<Record<string, string>>(csv, { columns: true });
    assert.deepEqual(first, {
      holder: ROLE,
      kind: "role",
      outside: "no",
      "last used": "2026-11-20T10:00:00.000Z",
      "taken on by": "arn:aws:iam::444455556666:role/auditor",
      store: "evidence",
      "kind of store": "bucket",
      region: "eu-central-1",
      "store ARN": "arn:aws:s3:::evidence",
      read: "yes",
      unmask: "no",
      copy: "no",
      "with key": "",
      "only under conditions": "no",
      certain: "yes",
      actions: "logs:GetLogEvents",
      by: "own",
      account: "111122223333",
      "read at": "2026-11-26T12:00:00.000Z",
      "read by": "arn:aws:iam::111122223333:user/reviewer",
    });
    assert.equal(second?.["holder"], "'=cmd|'/c calc'!A1");
    assert.equal(second["with key"], "no");
  });

  it("is Markdown in which names are literal", () => {
    const markdown = accessReviewMarkdown(
      report(
        {},
        { holders: [{ ...auditor, id: "role|<b>@team" }], access: [access("role|<b>@team", "arn:aws:s3:::evidence")] },
      ),
    );
    assert.match(markdown, /^## REVIEWED: 1 reader of 6 stores$/m);
    assert.doesNotMatch(markdown, /<b>|@team/);
    assert.match(markdown, /^\| <code>role/m);
  });
});

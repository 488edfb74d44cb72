import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { type Collision, SUBJECTS } from "../../../account/collisions/collision";
import { preflightDocument } from "../../../reports/preflight/json";
import { preflightMarkdown } from "../../../reports/preflight/markdown";
import { type PreflightReport, grouped } from "../../../reports/preflight/report";
import { preflightTerminal } from "../../../reports/preflight/terminal";
import { REPOSITORY } from "../../support/prod-state";

function collision(more: Partial<Collision> = {}): Collision {
  return {
    what: "AWS Config rule",
    where: "eu-central-1",
    declared: "urn:pulumi:prod::program::aws:cfg/rule:Rule::rule",
    observed: "rule",
    consequence: "overwritten",
    explanation: "There is a rule with this name.",
    settings: [],
    otherwise: "Delete it.",
    page: "docs/existing-accounts/recorders.md",
    ...more,
  };
}

function report(more: Partial<PreflightReport> = {}): PreflightReport {
  return {
    project: "baseline",
    stack: "prod",
    account: "111122223333",
    caller: "arn:aws:iam::111122223333:user/deployer",
    regions: ["eu-central-1"],
    resources: 2,
    collisions: [],
    undecided: [],
    settings: {},
    unset: [],
    knowsDeployed: false,
    calls: 1,
    elapsedSeconds: 1,
    ...more,
  };
}

function terminal(more: Partial<PreflightReport> = {}): string {
  return preflightTerminal(report(more), { width: 120, color: false, reportsFolder: "out" });
}

const PLACE =
  "baseline/prod, 2 resources to create in account 111122223333, eu-central-1; read as\narn:aws:iam::111122223333:user/deployer, 1 call in 1.0 s\n";

describe("the preflight report", () => {
  it("is short where nothing stands in the way", () => {
    assert.equal(terminal(), `CLEAR: nothing that was read stands in the way\n${PLACE}Reports: out\n`);
  });

  it("says what happens, to what, why, and what to do, and ends with the settings", () => {
    const settings = { trail: { mode: "existing", arn: "arn:x y" } };
    assert.equal(
      terminal({ collisions: [collision()], settings, unset: ["insights"] }),
      [
        "OVERWRITTEN  eu-central-1  AWS Config rule",
        "  aws:cfg:Rule rule meets rule",
        "  There is a rule with this name.",
        "  Delete it.",
        "  docs/existing-accounts/recorders.md",
        "",
        "COLLISIONS: 1 overwritten",
        `${PLACE}If this stack has been deployed before, pass what it owns: pulumi stack export --stack prod --file state.json, then`,
        "--state state.json",
        "Reports: out",
        "",
        "By commands:",
        "",
        "pulumi config rm --stack prod baseline:insights",
        "pulumi config set --stack prod --path baseline:trail.mode existing",
        "pulumi config set --stack prod --path baseline:trail.arn 'arn:x y'",
        "",
        "Or in Pulumi.prod.yaml:",
        "Without insights, which would then be ignored: see to it that what is adopted does the same.",
        "",
        "config:",
        "  baseline:trail:",
        "    mode: existing",
        "    arn: arn:x y",
        "",
      ].join("\n"),
    );
  });

  it("quotes what YAML would take for something else", () => {
    const settings = { recorder: { mode: "off", reason: "yes" } };
    assert.match(terminal({ settings }), /\n {4}mode: "off"\n {4}reason: "yes"\n$/);
  });

  it("does not ask for the state that it was given", () => {
    assert.doesNotMatch(terminal({ collisions: [collision()], knowsDeployed: true }), /stack export/);
  });

  it("says many of a kind once, the gravest kind first", () => {
    const rules = ["a", "b", "c", "d", "e", "f", "g"].map((observed) => collision({ observed }));
    const refused = collision({ consequence: "refused", what: "Region" });
    assert.deepEqual(
      grouped([...rules, refused]).map(({ first, all }) => [first.consequence, all.length]),
      [
        ["refused", 1],
        ["overwritten", 7],
      ],
    );
    assert.match(
      terminal({ collisions: rules }),
      /^OVERWRITTEN {2}eu-central-1 {2}AWS Config rule \(7\)\n(.*meets.*\n){5} {2}and 2 more\n/,
    );
  });

  it("names what is undecided, and the action that would decide it", () => {
    const undecided = [
      { what: "trails", where: "eu-central-1", why: "It is not allowed.", action: "cloudtrail:DescribeTrails" },
    ];
    assert.match(
      terminal({ undecided }),
      /^UNDECIDED .*\n {2}trails, eu-central-1: It is not allowed\. Allow cloudtrail:DescribeTrails to decide it\.\n\nCLEAR: nothing that was read stands in the way, 1 undecided\n/,
    );
  });

  it("counts every consequence for scripts", () => {
    const { summary } = preflightDocument(report({ collisions: [collision(), collision({ consequence: "limit" })] }));
    assert.equal(summary.outcome, "collisions");
    assert.deepEqual(summary.collisions, {
      refused: 0,
      collides: 0,
      limit: 1,
      overwritten: 1,
      missing: 0,
      "charged twice": 0,
    });
  });

  it("shows what somebody named in the account as text only", () => {
    const markdown = preflightMarkdown(report({ collisions: [collision({ observed: "a|b`<img>" })] }));
    assert.doesNotMatch(markdown, /<img>|a\|b/);
    assert.match(markdown, /^## COLLISIONS: 1 overwritten\n/);
    assert.ok(!terminal({ collisions: [collision({ observed: "\u001b[31mred" })] }).includes("\u001b"));
  });

  it("refers to pages that are there, and to each of them", () => {
    const files = fs
      .readdirSync(path.join(REPOSITORY, "docs/existing-accounts"))
      .filter((file) => file !== "README.md")
      .map((file) => file.replace(/\.md$/, ""));
    assert.deepEqual(files.sort(), [...SUBJECTS]);
  });
});

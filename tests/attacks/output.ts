import assert from "node:assert/strict";
import { parse as parseCsv } from "csv-parse/sync";
import fc from "fast-check";
import { type ResourceState, STACK_TYPE, sourcePlace } from "../../pulumi/stack-state";
import { parseStackState } from "../../pulumi/read-state";
import type { VerdictReport } from "../../reports/report";
import { sarifLog } from "../../reports/sarif";
import { terminalReport } from "../../reports/terminal";
import { assertPlain, baseline, program } from "../cli/command";
import { hostileReport } from "../reports/hostile";
import { finding, sampleReport } from "../reports/sample";
import type { Attack } from "./attack";
import { rendered } from "./support-reports";

/** A report in which the program has chosen the name of a resource, its place and what a rule quotes of it. */
function reportOn({ name = "logs", message = "is wrong", file = "index.ts", type = "a:b:C" }): VerdictReport {
  const urn = `urn:pulumi:dev::app::${type}::${name}`;
  const resource: ResourceState = { urn, type, custom: true, inputs: {}, outputs: {} };
  const findings = [finding({ urn, message, source: { file, line: 1, column: 1 } })];
  return {
    ...sampleReport,
    resources: [...sampleReport.resources, resource],
    evaluation: { ...sampleReport.evaluation, findings },
    controls: sampleReport.controls.map((control) => ({ ...control, failures: [`fail: ${name}: ${message}`] })),
  };
}

/** The text in each place that is the program's. */
function reportsWith(text: string): readonly VerdictReport[] {
  return [{ name: text }, { message: text }, { file: text }, { type: text }].map(reportOn);
}

function assertNone(reports: readonly VerdictReport[], pattern: RegExp, formats?: readonly string[]): void {
  for (const report of reports) {
    for (const [format, text] of Object.entries(rendered(report))) {
      if (formats === undefined || formats.includes(format)) {
        assert.doesNotMatch(text, pattern, format);
      }
    }
  }
}

/** The text of the Markdown report as HTML, which GitHub makes of it. */
async function htmlOf(report: VerdictReport): Promise<string> {
  const { parse } = await import("marked");
  return parse(rendered(report)["markdown"] ?? "", { async: false });
}

export const OUTPUT_ATTACKS: readonly Attack[] = [
  {
    id: "log-command-in-name",
    class: "output",
    attack: "A name or a quoted value is a command of GitHub's logs: ::error::, ::add-mask::, ::stop-commands::.",
    outcome: "No line of any output begins with one.",
    remains:
      "A line in a log can look like one of a compiler, and a workflow that matches such lines (setup-node does) then annotates it. Remove the matchers, or write the output to a file.",
    run: () => {
      assertNone(
        ["::error::broken", "\n::add-mask::PASS", " ::stop-commands::x", "x\r::set-output name=a::b"].flatMap(
          reportsWith,
        ),
        /^[^\S\n]*::/m,
      );
    },
  },
  {
    id: "log-command-after-wrapping",
    class: "output",
    attack: "A value has a command in the middle, where the line is wrapped, so that it begins a line of its own.",
    outcome: "Lines are searched as they are printed, after they were wrapped.",
    run: () => {
      for (let words = 0; words < 60; words += 1) {
        const message = `${"x".repeat(words)} ${"::error::a ".repeat(20)}`;
        for (const width of [60, 80, 120]) {
          assert.doesNotMatch(rendered(reportOn({ message, name: message }), width)["terminal"] ?? "", /^\s*::/m);
        }
      }
    },
  },
  {
    id: "log-command-anywhere",
    class: "output",
    attack:
      "A name is a command of Azure Pipelines, TeamCity or GitLab, which read it in the middle of a line as well.",
    outcome: "One character of it is escaped in every output.",
    run: () => {
      assertNone(
        [
          "##vso[task.setvariable variable=verdict]PASS",
          "a ##[error]b",
          "##teamcity[buildStatus status='SUCCESS']",
          "section_start:1:hidden",
          "section_end:1:hidden",
        ].flatMap(reportsWith),
        /##[\w.]*\[|section_(start|end):/,
      );
    },
  },
  {
    id: "terminal-sequence-in-name",
    class: "output",
    attack: "A name has terminal sequences that erase the lines above, color a FAIL green or set the window's title.",
    outcome: "Every control character is shown by its number.",
    run: () => {
      assertNone(
        ["\u001B[2J\u001B[1;1HPASS", "\u009B31m", "\u001B]0;title\u0007", "a\bb", "a\u0000b", "FAIL\rPASS"].flatMap(
          reportsWith,
        ),
        // The carriage returns of CSV end its lines.
        /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]|\r(?!\n)/,
      );
    },
  },
  {
    id: "invisible-characters",
    class: "output",
    attack:
      "A name has characters that nobody sees: reordering, joiners, tags, variation selectors, blanks, private ones.",
    outcome: "They are shown by their number in every output; in JSON as its own escapes, so that the data are exact.",
    remains: "Letters of different scripts that look alike are shown as they are. Compare URNs by machine.",
    run: () => {
      const codes = [
        ...[0x00ad, 0x034f, 0x061c, 0x115f, 0x180e, 0x200b, 0x200d, 0x202e, 0x2066, 0x2800, 0x3164, 0xe000, 0xfe0f],
        ...[0xfeff, 0xffa0, 0xfffb, 0x1d17a, 0xe0041, 0xe01ef],
      ];
      for (const code of codes) {
        const character = String.fromCodePoint(code);
        const reports = reportsWith(`audit${character}trail`);
        assertNone(reports, new RegExp(`audit${character}trail`, "u"));
      }
    },
  },
  {
    id: "piled-marks",
    class: "output",
    attack: "A name has a hundred accents on one letter, which grow over the lines above and below.",
    outcome: "From the fifth on, they are shown by their number.",
    run: () => {
      assertNone(reportsWith(`a${"\u0301".repeat(100)}`), /\u0301{5}/, ["terminal", "markdown", "junit", "csv"]);
    },
  },
  {
    id: "error-poses-as-verdict",
    class: "output",
    attack: "The program fails with an error whose lines read like the verdict, or command the CI system.",
    outcome: "What is quoted is indented under the gate's own line, and nothing in it is a command or invisible.",
    run: async () => {
      const { code, stdout, stderr } = await baseline(["check", "--program", program("poses-as-verdict")]);
      assert.equal(code, 3);
      assert.equal(stdout, "");
      assertPlain(stderr);
      assert.doesNotMatch(stderr, /^PASS|^\s*::|##vso\[|[\u001B\u202E]/m);
      assert.match(stderr, /^ {2}PASS: nothing mandatory fails$/m);
    },
  },
  {
    id: "table-forged",
    class: "output",
    attack: "A message ends its row and its table, and goes on with a verdict of its own.",
    outcome: "A message stays in its cell: its line breaks are spaces, and its bars are character references.",
    run: async () => {
      const message = "is wrong |\n| **PASS** | high |\n\n## ✅ PASS: nothing mandatory fails\n\n</details>";
      for (const report of reportsWith(message)) {
        const html = await htmlOf(report);
        assert.equal(html.match(/<h2/g)?.length, 1);
        assert.doesNotMatch(html, /<strong>PASS/);
        assert.equal(rendered(report)["terminal"]?.match(/^(PASS|FAIL):/gm)?.length, 1);
      }
    },
  },
  {
    id: "markdown-html",
    class: "output",
    attack:
      "A name has HTML or Markdown in it: a comment that hides the rest, a picture that reports who reads it, a link.",
    outcome: "All of it is text.",
    run: async () => {
      for (const text of [
        "<!-- hidden",
        "<img src=https://example.com/x.png>",
        "![x](https://example.com/x.png)",
        "[PASS](https://example.com)",
        "https://example.com www.example.com mailto:a@b.example",
        "`</code><h1>PASS</h1>",
        "</summary></details>",
        "$\\color{green}PASS$",
      ]) {
        for (const report of reportsWith(text)) {
          const html = await htmlOf(report);
          assert.doesNotMatch(html, /<(?:a|img|h1)\b|<!--/);
          assert.equal(html.match(/<\/details>/g)?.length, html.match(/<details>/g)?.length);
        }
      }
    },
  },
  {
    id: "markdown-references",
    class: "output",
    attack: "A message mentions a team, an issue, a commit or an emoji, which a comment turns into more than text.",
    outcome: "What GitHub reads as a reference after Markdown stands in code, where it reads none.",
    run: async () => {
      const texts = [
        "@everyone",
        "#12",
        "GH-12",
        "org/repo#1",
        "0123456789abcdef0123",
        ":white_check_mark:",
        "x:100:",
        "!7",
        "~bug",
      ];
      for (const text of texts) {
        for (const report of reportsWith(`see ${text} there`)) {
          const html = (await htmlOf(report)).replace(/<code>.*?<\/code>/g, "");
          assert.doesNotMatch(html, /@\w|#\d|GH-\d|[0-9a-f]{20}|:\w+:|!7|~bug/, text);
        }
      }
    },
  },
  {
    id: "markdown-bot-command",
    class: "output",
    attack: "The project's name is a command to a bot that reads comments: /approve, /lgtm.",
    outcome: "No line of the comment begins with it.",
    run: () => {
      assertNone([{ ...sampleReport, project: "/approve", region: "\n/lgtm" }], /^\/\w/m, ["markdown"]);
    },
  },
  {
    id: "csv-formula",
    class: "output",
    attack: "A name is a formula, which a spreadsheet computes when the auditor opens the file.",
    outcome: "No cell begins like a formula, also where a spreadsheet has another separator or ignores spaces.",
    run: () => {
      for (const start of ["=", "+", "-", "@", "\t=", "\r=", " =", "＝", "a;=", "a,=", 'a";=', "\u00ad="]) {
        for (const report of reportsWith(`${start}HYPERLINK("https://example.com";"PASS")`)) {
          for (const delimiter of [",", ";"]) {
            const rows = parseCsv(rendered(report)["csv"] ?? "", {
              delimiter,
              relax_quotes: true,
              relax_column_count: true,
            });
            rows.flat().forEach((cell) => {
              assert.doesNotMatch(cell, /^["\s]*[=+\-@＝＋－＠]/);
            });
          }
        }
      }
    },
  },
  {
    id: "sarif-link",
    class: "output",
    attack: "A message has a link in SARIF's own form, which code scanning shows in the repository's name.",
    outcome: "The bracket is escaped, so that it is text.",
    run: () => {
      const results = sarifLog(reportOn({ message: "see [the fix](https://example.com)" })).runs[0]?.results;
      assert.equal(results?.[0]?.message.text, "see [the fix\\](https://example.com)");
    },
  },
  {
    id: "source-leads-out",
    class: "output",
    attack:
      "A state says that a resource is declared in /etc/passwd, in ../../.ssh, at another address, or in malformed escapes.",
    outcome:
      "Such a place is none; any other is a path below the repository's root, with what is special in it encoded.",
    run: () => {
      for (const file of [
        "/etc/passwd",
        "../secrets",
        "%2e%2e/secrets",
        "a/../../secrets",
        "a\\..\\..\\secrets",
        "javascript:alert(1)",
        "C:/secrets",
        "%zz",
        "%E0%A4%A",
      ]) {
        assert.equal(sourcePlace(`project:///${file}#1`), undefined, file);
      }
      assert.deepEqual(sourcePlace("project:///a%20b/%23c%3F%25.ts#3,4"), { file: "a b/#c?%.ts", line: 3, column: 4 });
      const uriOf = (file: string) =>
        sarifLog(reportOn({ file })).runs[0]?.results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri;
      assert.equal(uriOf("a b/#c?%.ts"), "a%20b/%23c%3F%25.ts");
      assert.equal(uriOf("../../etc/passwd"), "etc/passwd");
    },
  },
  {
    id: "absurd-texts",
    class: "output",
    attack: "A name, a type, a path and a message have a million characters each.",
    outcome: "People are shown the beginning and how much is left out; JSON and SARIF name the resource in full.",
    run: () => {
      const absurd = "x".repeat(1_000_000);
      for (const report of reportsWith(absurd)) {
        const { terminal = "", markdown = "", junit = "", csv = "" } = rendered(report);
        for (const text of [terminal, markdown, junit, csv]) {
          assert.ok(text.length < (text === csv ? 4_000_000 : 40_000), String(text.length));
        }
        assert.match(terminal.replace(/\s+/g, " "), /\.\.\. ?\( ?\d+ ?characters ?more\)/);
      }
    },
  },
  {
    id: "deep-and-circular-parents",
    class: "output",
    attack: "A state has parents a hundred thousand deep, or in a circle, so that the tree overflows or hides them.",
    outcome:
      "The tree is walked without recursion and drawn in lines of bounded length, or folded with a count; a circle is refused.",
    run: () => {
      const urn = (index: number): string => `urn:pulumi:dev::app::a:b:C::at-${index}`;
      const resources = Array.from({ length: 100_000 }, (_, index): ResourceState => {
        const parent = index === 0 ? {} : { parent: urn(index - 1) };
        return { urn: urn(index), type: "a:b:C", custom: true, inputs: {}, outputs: {}, ...parent };
      });
      const read = parseStackState(JSON.stringify({ version: 3, deployment: { resources } }), "state.json");
      const report = { ...sampleReport, resources: read.deployment.resources };
      const lines = terminalReport(report, { width: 120, color: false, wholeTree: true }).split("\n");
      assert.ok(lines.length > 100_000 && lines.every((line) => line.length <= 120));
      assert.match(rendered(report)["terminal"] ?? "", /at-2 \(99997 resources\)/);
      const circle = [
        { urn: urn(0), type: "a:b:C", parent: urn(1) },
        { urn: urn(1), type: "a:b:C", parent: urn(0) },
        { urn: `urn:pulumi:dev::app::${STACK_TYPE}::app-dev`, type: STACK_TYPE },
      ];
      assert.throws(
        () => parseStackState(JSON.stringify({ version: 3, deployment: { resources: circle } }), "state.json"),
        /at-1.*refers to .*at-0.*, and that back to it/,
      );
    },
  },
  {
    id: "any-text",
    class: "output",
    attack: "The texts of a report are whatever a generator of hostile ones comes up with.",
    outcome: "No output has a command of a log, a control or an invisible character.",
    run: () => {
      fc.assert(
        fc.property(hostileReport, (report) => {
          assertNone(
            [report],
            /^\s*::|##[\w.]*\[|(?![\r\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/mu,
          );
        }),
        { numRuns: 50 },
      );
    },
  },
];

/**
 * The reports of a run that came to no result. They say so in every format, so that whoever publishes reports whatever
 * happens publishes neither nothing nor the result of another run.
 */
import type { Log } from "sarif";
import { noCodeQuality } from "./code-quality";
import { csvLines } from "./csv";
import { jsonText } from "./json-text";
import { markdownText } from "./markdown-text";
import { cut, oneLine, visible } from "./text";
import { xmlDocument } from "./xml";

/** Why there is no result. */
export interface NotChecked {
  /** What the command would have done: `baseline check`. */
  readonly command: string;
  readonly reason: string;
  readonly exitCode: number;
}

/** The verdict of a run that came to none. */
const NOT_CHECKED = "not-checked";

type Render = (run: NotChecked) => string;

/** By the format of the report. */
export const NOT_CHECKED_FORMATS = {
  json: ({ reason, exitCode }) => jsonText({ summary: { verdict: NOT_CHECKED, reason, exitCode }, findings: [] }),
  markdown: ({ command, reason }) =>
    `## ⛔ NOT CHECKED: ${markdownText(`${command} came to no result`)}\n\n${markdownText(reason)}\n`,
  sarif: (run) => jsonText(sarif(run)),
  junit: ({ command, reason }) =>
    xmlDocument({
      name: "testsuites",
      attributes: { name: command, tests: 1, failures: 0, errors: 1, skipped: 0 },
      children: [
        {
          name: "testsuite",
          attributes: { name: command, tests: 1, failures: 0, errors: 1, skipped: 0 },
          children: [
            {
              name: "testcase",
              attributes: { name: "came to a result", classname: command },
              children: [
                {
                  name: "error",
                  attributes: { message: oneLine(reason), type: NOT_CHECKED },
                  text: visible(cut(reason)),
                },
              ],
            },
          ],
        },
      ],
    }),
  "code-quality": ({ command, reason }) => noCodeQuality(command, reason),
  csv: ({ reason }) =>
    csvLines([
      ["status", "reason"],
      [NOT_CHECKED, reason],
    ]),
} as const satisfies Readonly<Record<string, Render>>;

/**
 * GitHub refuses the results of an execution without success, so that the alerts of the last run stay as they are:
 * results without an entry would close them.
 */
function sarif({ command, reason, exitCode }: NotChecked): Log {
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: command } },
        invocations: [
          {
            executionSuccessful: false,
            exitCode,
            toolExecutionNotifications: [{ level: "error", message: { text: visible(cut(reason)) } }],
          },
        ],
        results: [],
      },
    ],
  };
}

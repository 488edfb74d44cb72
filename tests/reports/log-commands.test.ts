import assert from "node:assert/strict";
import fc from "fast-check";
import { jsonText } from "../../reports/json-text";
import { withoutLogCommands } from "../../reports/log-commands";
import { hostileText } from "./hostile";

/** What the parsers of CI systems look for in a line, after colors and spaces. */
const COMMANDS = [/##[\w.]*\[/, /^::/, /^(---|\+\+\+|~~~|\^\^\^) /, /section_(start|end):/];

function commandsIn(text: string): readonly string[] {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.replace(/^(\s|\u001B\[1m)+/, ""));
  return lines.filter((line) => COMMANDS.some((command) => command.test(line)));
}

/** Texts in which a command is likely. */
const likely = fc
  .array(
    fc.constantFrom(
      "::",
      ":",
      "##",
      "#",
      "[",
      "vso",
      "--- ",
      "+++ ",
      "\n",
      " ",
      "section_",
      "start:",
      "x",
      "\u001B[1m",
    ),
  )
  .map((parts) => parts.join(""));

describe("The commands of CI systems", () => {
  for (const [system, command, shown] of [
    ["GitHub", "  ::error file=a::b", "  \\u{3a}:error file=a::b"],
    ["GitHub, under a color", "\u001B[1m::add-mask::b", "\u001B[1m\\u{3a}:add-mask::b"],
    ["GitHub, in the older form", "a ##[set-output name=b]c", "a \\u{23}#[set-output name=b]c"],
    ["Azure Pipelines", "a ##vso[task.setvariable variable=b]c", "a \\u{23}#vso[task.setvariable variable=b]c"],
    ["TeamCity", "##teamcity[buildStatus text='b']", "\\u{23}#teamcity[buildStatus text='b']"],
    ["GitLab", "section_start:1:b", "section\\u{5f}start:1:b"],
    ["Buildkite", "--- a\n+++ b\n~~~ c\n^^^ +++", "\\u{2d}-- a\n\\u{2b}++ b\n\\u{7e}~~ c\n\\u{5e}^^ +++"],
  ] as const) {
    it(`of ${system} are shown and do nothing`, () => {
      assert.deepEqual(commandsIn(command).length > 0, true);
      assert.equal(withoutLogCommands(command), shown);
    });
  }

  it("are none of these: a URN, a heading, a rule, a list", () => {
    for (const text of ["urn:pulumi:dev::app::a:b:C::n", "## a [b]", "-----", "- a", "a ::b", "+++a"]) {
      assert.equal(withoutLogCommands(text), text);
    }
  });

  it("are in no text", () => {
    fc.assert(
      fc.property(fc.oneof(likely, hostileText), (text) => {
        assert.deepEqual(commandsIn(withoutLogCommands(text)), []);
      }),
    );
  });

  it("are in no JSON, whose data stay what they are and whose text is visible", () => {
    fc.assert(
      fc.property(fc.oneof(likely, hostileText), (text) => {
        const json = jsonText({ text: [text] });
        assert.deepEqual(JSON.parse(json), { text: [text] });
        assert.deepEqual(commandsIn(json), []);
        assert.doesNotMatch(json, /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u);
      }),
    );
  });
});

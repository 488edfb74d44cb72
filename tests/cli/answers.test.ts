import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { programFolder } from "../preview/foreign-program";
import { assertRefused, check, removeTemporaryFolders, temporaryFile } from "./command";

const IMAGE = { function: "aws:ec2/getAmi:getAmi", result: { id: "ami-1" } };
const KEY = {
  function: "aws:kms/getKey:getKey",
  arguments: { keyId: "alias/shared" },
  result: { arn: "arn:aws:kms:eu-central-1:210987654321:key/1", keyId: "1" },
};

describe("baseline check --answers", function () {
  this.timeout(120_000);
  after(removeTemporaryFolders);

  const list = (answers: readonly object[], version = 1): string =>
    temporaryFile("answers.json", JSON.stringify({ version, answers }));

  it("answers the calls, names the file in the reports and hides nothing any more", async () => {
    const { stdout, stderr, out } = await check([
      "--program",
      programFolder("function-plain"),
      "--answers",
      list([IMAGE, KEY]),
    ]);
    assert.match(stdout, /Configured by answers .*answers\.json, SHA-256/);
    assert.doesNotMatch(stdout, /preview-complete/);
    assert.doesNotMatch(stderr, /does not call/);
    const report = fs.readFileSync(path.join(out, "findings.json"), "utf8");
    assert.match(report, /"kind": "answers"/);
    assert.doesNotMatch(report, /is known only to an account/);
  });

  it("answers no call with other arguments, and says what was not asked for", async () => {
    const other = { ...KEY, arguments: { keyId: "alias/other" } };
    const { stdout, stderr } = await check([
      "--program",
      programFolder("function-plain"),
      "--answers",
      list([IMAGE, other]),
    ]);
    assert.match(stdout, /preview-complete/);
    assert.match(
      stderr,
      /^Warning: --answers answers aws:kms\/getKey:getKey with the arguments \{"keyId":"alias\/other"\}, which the program does not call\.$/m,
    );
  });

  for (const [title, file, message] of [
    ["of another version", () => list([], 2), /is no list of answers at version: .*Allowed: \{"version": 1/],
    [
      "with a name that is no token",
      () => list([{ ...IMAGE, function: "getAmi" }]),
      /at answers\.0\.function: a function's token/,
    ],
    ["without a result", () => list([{ function: IMAGE.function }]), /at answers\.0\.result/],
    ["that is not there", () => "/nowhere/answers.json", /cannot be read: there is no such file/],
  ] as const) {
    it(`refuses a file ${title}`, async () => {
      assertRefused(await check(["--program", programFolder("function-plain"), "--answers", file()]), 2, message);
    });
  }

  it("refuses answers for a state, which asks nothing", async () => {
    const ended = await check(["--state", temporaryFile("state.json", "{}"), "--answers", list([])]);
    assertRefused(ended, 2, /--answers is for a program that calls functions/);
  });
});

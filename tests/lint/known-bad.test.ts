import assert from "node:assert/strict";
import * as path from "node:path";
import { ESLint } from "eslint";
import { REPOSITORY } from "../support/prod-state";

const SAMPLE = path.join(__dirname, "known-bad.ts");

describe("The lint rules", function () {
  this.timeout(120_000);

  it("fire on a sample that is known to be bad", async () => {
    const eslint = new ESLint({ cwd: REPOSITORY, ignore: false });
    const [result] = await eslint.lintFiles([SAMPLE]);
    const found = (result?.messages ?? []).map(({ line, ruleId }) => `${line} ${ruleId ?? "no rule"}`);
    for (const wanted of [
      "7 @pulumi/no-output-in-template-literal",
      // Pulumi's rule for instances looks for a type alias of that name, and the SDK has made it an interface since;
      // this rule finds what that one no longer does.
      "8 @typescript-eslint/restrict-template-expressions",
      "9 @typescript-eslint/no-explicit-any",
      "10 @typescript-eslint/no-non-null-assertion",
    ]) {
      assert.ok(found.includes(wanted), `${wanted} is not among: ${found.join(", ")}`);
    }
  });

  it("leave the sample out when the whole project is linted", async () => {
    assert.equal(await new ESLint({ cwd: REPOSITORY }).isPathIgnored(SAMPLE), true);
  });
});

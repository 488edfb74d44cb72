/** What Lambda is given is what its source makes. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as path from "node:path";
import * as vm from "node:vm";

import { CODE as CONFIG_CHECKS } from "../../functions/bundles/config-checks";
import { CODE as INVOCATION_SAMPLER } from "../../functions/bundles/invocation-sampler";
import { REPOSITORY } from "../support/prod-state";

describe("The bundles of functions", () => {
  it("are those that their sources make", () => {
    const checked = spawnSync(process.execPath, [path.join(REPOSITORY, "tools", "bundle-functions.js"), "--check"], {
      encoding: "utf8",
    });
    assert.deepEqual([checked.status, checked.stdout, checked.stderr], [0, "", ""]);
  });

  for (const [name, code, needed] of [
    [
      "config-checks",
      CONFIG_CHECKS,
      ["@aws-sdk/client-bedrock", "@aws-sdk/client-cloudwatch-logs", "@aws-sdk/client-config-service"],
    ],
    ["invocation-sampler", INVOCATION_SAMPLER, ["@aws-sdk/client-cloudwatch-logs", "node:crypto", "node:zlib"]],
  ] as const) {
    it(`are modules with a handler, which ask the runtime for AWS's SDK, Node's own modules and nothing else: ${name}`, () => {
      const asked: string[] = [];
      const module = { exports: {} as { handler?: unknown } };
      vm.runInNewContext(code, {
        module,
        require: (asks: string) => {
          asked.push(asks);
          return {};
        },
      });
      assert.equal(typeof module.exports.handler, "function");
      assert.deepEqual(asked.sort(), needed);
    });
  }
});

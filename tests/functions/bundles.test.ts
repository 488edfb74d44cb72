/** What Lambda is given is what its source makes. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as path from "node:path";
import * as vm from "node:vm";

import { CODE } from "../../functions/bundles/config-checks";
import { REPOSITORY } from "../support/prod-state";

describe("The bundles of functions", () => {
  it("are those that their sources make", () => {
    const checked = spawnSync(process.execPath, [path.join(REPOSITORY, "tools", "bundle-functions.js"), "--check"], {
      encoding: "utf8",
    });
    assert.deepEqual([checked.status, checked.stdout, checked.stderr], [0, "", ""]);
  });

  it("are modules with a handler, which ask the runtime for AWS's SDK and nothing else", () => {
    const asked: string[] = [];
    const module = { exports: {} as { handler?: unknown } };
    vm.runInNewContext(CODE, {
      module,
      require: (name: string) => {
        asked.push(name);
        return {};
      },
    });
    assert.equal(typeof module.exports.handler, "function");
    assert.ok(
      asked.every((name) => name.startsWith("@aws-sdk/client-")),
      asked.join(),
    );
    assert.equal(asked.length, 3);
  });
});

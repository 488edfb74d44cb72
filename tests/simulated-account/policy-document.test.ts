/** The preview's policy documents, held against those of the real Terraform AWS provider. */
import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { policyDocument } from "../../preview/aws/policy-document";
import type { WireMap, WireValue } from "../../pulumi/stack-state";
import { isWireList, isWireMap } from "../../pulumi/wire";
import { POLICY_DOCUMENTS, REFUSED_POLICY_DOCUMENTS } from "../preview/policy-documents";
import { requireSimulatedAccount } from "../support/account-tools";
import { hasTerraform, makeWorkspace, terraform } from "../support/real-provider/terraform";

/** The provider asks nobody, so it needs no account; it demands only that it is configured. */
const PROVIDER = {
  ...{ region: "us-east-1", access_key: "none", secret_key: "none" },
  ...{ skip_credentials_validation: true, skip_requesting_account_id: true, skip_metadata_api_check: true },
};

describe("a policy document, as the real provider makes it,", () => {
  let workspace = "";
  let made: Readonly<Record<string, { readonly json: string; readonly minified_json: string; readonly id: string }>>;

  before(async function () {
    requireSimulatedAccount(this);
    if (!hasTerraform()) {
      this.skip();
    }
    workspace = makeWorkspace();
    succeeded(await terraform(workspace, ["init"]));
    declare(workspace, Object.values(POLICY_DOCUMENTS));
    succeeded(await terraform(workspace, ["apply", "-auto-approve"]));
    const shown = JSON.parse(succeeded(await terraform(workspace, ["output", "-json"]))) as {
      readonly documents: { readonly value: typeof made };
    };
    made = shown.documents.value;
  });

  after(() => {
    if (workspace !== "") {
      fs.rmSync(workspace, { recursive: true });
    }
  });

  Object.entries(POLICY_DOCUMENTS).forEach(([title, args], index) => {
    it(`${title} is what the preview computes`, () => {
      const computed = policyDocument(args);
      const { json, minified_json: minifiedJson, id } = made[`document${index}`] ?? assert.fail();
      assert.deepEqual(
        { json: computed?.["json"], minifiedJson: computed?.["minifiedJson"], id: computed?.["id"] },
        { json, minifiedJson, id },
      );
    });
  });

  for (const [title, args] of Object.entries(REFUSED_POLICY_DOCUMENTS)) {
    it(`is refused of ${title}, and the preview computes none`, async () => {
      declare(workspace, [args]);
      const run = await terraform(workspace, ["plan"]);
      assert.deepEqual([run.succeeded, policyDocument(args)], [false, undefined], run.stderr);
    });
  }
});

function declare(folder: string, documents: readonly WireMap[]): void {
  const configuration = {
    provider: { aws: PROVIDER },
    data: {
      aws_iam_policy_document: Object.fromEntries(
        documents.map((args, index) => [`document${index}`, argumentsOf(args)]),
      ),
    },
    output: {
      documents: {
        value: Object.fromEntries(
          documents.map((_, index) => [`document${index}`, `\${data.aws_iam_policy_document.document${index}}`]),
        ),
      },
    },
  };
  fs.writeFileSync(path.join(folder, "documents.tf.json"), JSON.stringify(configuration));
}

/** Pulumi's plural names of what Terraform writes as repeated blocks. */
const BLOCKS: Readonly<Record<string, string>> = { statements: "statement", conditions: "condition" };

function argumentsOf(args: WireMap): WireMap {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [
      BLOCKS[name] ?? name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      argumentOf(value),
    ]),
  );
}

function argumentOf(value: WireValue): WireValue {
  if (isWireList(value)) {
    return value.map(argumentOf);
  }
  return isWireMap(value) ? argumentsOf(value) : value;
}

function succeeded(run: Awaited<ReturnType<typeof terraform>>): string {
  assert.ok(run.succeeded, run.stderr);
  return run.stdout;
}

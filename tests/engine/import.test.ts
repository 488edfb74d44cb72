/** An account that is not empty: what the pages say to import is imported by the real CLI, and nothing of it is made anew. */
import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import type { EngineEvent } from "@pulumi/pulumi/automation";
import type { ImportFile } from "../../pulumi/import-file";
import { urnParts } from "../../pulumi/stack-state";
import { blocksOf, importFileOf } from "../support/existing-account-pages";
import type { InAccount } from "./provider";
import { type EngineStack, suiteWorkspace } from "./workspace";

/** Made by hand, and different from what the baseline declares in all but its name. */
const ACCOUNT: readonly InAccount[] = [
  {
    type: "aws:cloudtrail/trail:Trail",
    id: "arn:aws:cloudtrail:eu-central-1:111122223333:trail/baseline-trail",
    inputs: { name: "baseline-trail", s3BucketName: "made-by-hand", region: "eu-central-1" },
  },
  {
    type: "aws:cloudwatch/logGroup:LogGroup",
    id: "/aws/cloudtrail/baseline-trail",
    inputs: { name: "/aws/cloudtrail/baseline-trail", region: "eu-central-1" },
  },
  {
    type: "aws:cloudwatch/logGroup:LogGroup",
    id: "/aws/eks/inference/cluster",
    inputs: { name: "/aws/eks/inference/cluster", region: "eu-central-1" },
  },
  {
    type: "aws:cfg/recorder:Recorder",
    id: "default",
    inputs: { name: "default", roleArn: "arn:aws:iam::111122223333:role/by-hand", region: "us-east-1" },
  },
  {
    type: "aws:cfg/deliveryChannel:DeliveryChannel",
    id: "default",
    inputs: { name: "default", s3BucketName: "made-by-hand", region: "us-east-1" },
  },
  {
    type: "aws:cfg/recorderStatus:RecorderStatus",
    id: "default",
    inputs: { name: "default", isEnabled: false, region: "us-east-1" },
  },
  {
    type: "aws:cfg/retentionConfiguration:RetentionConfiguration",
    id: "default",
    inputs: { retentionPeriodInDays: 90, region: "us-east-1" },
  },
  {
    type: "aws:bedrockmodel/invocationLoggingConfiguration:InvocationLoggingConfiguration",
    id: "us-east-1",
    inputs: { loggingConfig: { s3Config: { bucketName: "made-by-hand" } }, region: "us-east-1" },
  },
];
const PAGES_WITH_IMPORTS = ["trails", "recorders", "invocation-logging", "clusters"] as const;

describe("the real engine in an account that is not empty", function () {
  this.timeout(600_000);
  const workspace = suiteWorkspace(ACCOUNT);
  let folder: string;
  let stack: EngineStack;

  before(async () => {
    folder = workspace().copyOfProgram();
    takeOverNames(path.join(folder, "index.ts"));
    stack = await workspace().stack(folder, "prod");
  });

  for (const page of PAGES_WITH_IMPORTS) {
    it(`imports what ${page} says`, async () => {
      const { exitCode, stdout, stderr } = await importWith(importFileOf(page));
      assert.equal(exitCode, 0, `${stdout}${stderr}`);
      const imported = (await stack.resources()).map(({ type, urn, id = "" }) => `${type} ${urnParts(urn).name} ${id}`);
      for (const { type, name, logicalName = name, id = "" } of importFileOf(page).resources) {
        const [withoutRegion = ""] = id.split("@");
        assert.ok(imported.includes(`${type} ${logicalName} ${withoutRegion}`), `${type} ${logicalName}: ${stderr}`);
      }
    });
  }

  it("has all of the account in its state then", async () => {
    const ids = (await stack.resources()).flatMap(({ type, id }) => (type.startsWith("aws:") ? [`${type} ${id}`] : []));
    assert.deepEqual(ids.sort(), ACCOUNT.map(({ type, id }) => `${type} ${id}`).sort());
  });

  it("plans to change each of it in place, and to make nothing of it anew", async () => {
    const preview = await stack.preview({ pack: path.join(folder, "policies") });
    assert.ok(preview.succeeded, preview.printed);
    const steps = stepsOf(preview.events);
    const imported = PAGES_WITH_IMPORTS.flatMap((page) => importFileOf(page).resources);
    for (const { type, name, logicalName = name, component } of imported) {
      const planned = steps.get(`${type} ${logicalName}`);
      assert.ok(
        component === true ? ["same", "update"].includes(planned ?? "") : planned === "update",
        `${planned} ${name}`,
      );
    }
  });

  it("makes none of it again when it is updated", async () => {
    const update = await stack.up({ pack: path.join(folder, "policies") });
    assert.ok(update.succeeded, update.printed);
    const called = (...methods: readonly string[]): readonly string[] =>
      workspace()
        .provider.calls.filter(({ method, preview }) => methods.includes(method) && !preview)
        .map(({ urn }) => `${typeIn(urn)} ${urnParts(urn).name}`);
    const imported = PAGES_WITH_IMPORTS.flatMap((page) => importFileOf(page).resources)
      .filter(({ component }) => component !== true)
      .map(({ type, name, logicalName = name }) => `${type} ${logicalName}`);
    assert.deepEqual(
      called("create", "delete").filter((call) => imported.includes(call)),
      [],
    );
    assert.deepEqual(called("update").toSorted(), imported.toSorted());
    assert.ok(called("create").length > 50);
  });

  it("refuses an id that is not in the account", async () => {
    const { resources } = importFileOf("clusters");
    const wrong = resources.map((entry) =>
      entry.id === undefined ? entry : { ...entry, id: "/aws/eks/other/cluster" },
    );
    const empty = await workspace().stack(folder, "sandbox");
    const { exitCode, stdout, stderr } = await importWith({ resources: wrong }, "sandbox");
    assert.notEqual(exitCode, 0);
    assert.match(`${stdout}${stderr}`, /does not exist/);
    assert.deepEqual(
      (await empty.resources()).filter(({ type }) => type.startsWith("aws:")),
      [],
    );
  });

  function importWith(file: ImportFile, name = "prod") {
    const args = ["import", "--stack", name, "--file", workspace().write(file), "--generate-code=false", "--yes"];
    return workspace().command(args, folder);
  }

  /** Puts the page's code in place of what it replaces. */
  function takeOverNames(program: string): void {
    const [code = ""] = blocksOf("recorders", "ts");
    const plain = 'const baseline = new AccountBaseline("baseline", settings);\n';
    const text = fs.readFileSync(program, "utf8");
    assert.ok(text.includes(plain));
    fs.writeFileSync(program, text.replace(plain, code));
  }
});

function typeIn(urn: string): string {
  return urnParts(urn).qualifiedType.split("$").at(-1) ?? "";
}

/** Type and name -> what the engine plans for the resource. */
function stepsOf(events: readonly EngineEvent[]): ReadonlyMap<string, string> {
  return new Map(
    events.flatMap(({ resourcePreEvent }) => {
      const metadata = resourcePreEvent?.metadata;
      return metadata === undefined ? [] : [[`${metadata.type} ${urnParts(metadata.urn).name}`, metadata.op] as const];
    }),
  );
}

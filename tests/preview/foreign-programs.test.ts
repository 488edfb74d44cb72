import assert from "node:assert/strict";
import type { Preview } from "../../preview/preview";
import { RESOURCE_SIGNATURE, SECRET_SIGNATURE, SIGNATURE_KEY, UNKNOWN_VALUE } from "../../pulumi/wire";
import { evaluate } from "../../gate/evaluate";
import { sharedPack } from "../support/shared-pack";
import { withholdSecrets } from "../../pulumi/secrets";
import { byName, findingsOf, nameOf, previewOf, tailOf, text, verdictOf } from "./foreign-program";

interface Expected {
  /** `VERDICT RULE NAME`, sorted. */
  readonly findings: readonly string[];
  readonly passes: number;
}

const UNKEYED = "logs-log-group-customer-managed-key";
const RETENTION = "logs-log-group-retention-bounded";
const ROTATION = "kms-key-rotation-enabled";
const OPAQUE = "preview-complete";

/** The suite of one program: its verdict, and whatever else is to be seen. */
function program(
  name: string,
  title: string,
  expected: Expected,
  more: (preview: () => Preview) => void = () => undefined,
): void {
  describe(title, () => {
    let preview: Preview;
    before(async () => {
      preview = await previewOf(name);
    });
    it("gets its exact verdict", async () => {
      assert.deepEqual(await verdictOf(preview), expected);
    });
    more(() => preview);
  });
}

describe("a foreign program", () => {
  program(
    "components",
    "with components in components",
    { findings: [`fail ${UNKEYED} core-loose`, `fail ${RETENTION} core-loose`], passes: 1 },
    (preview) => {
      it("has the URNs, parents and protection of the engine", () => {
        const { "core-vault-key": key, "core-vault": vault, "core-loose": loose } = byName(preview());
        assert.equal(tailOf(key?.urn ?? ""), "acme:index:Platform$acme:storage:Vault$aws:kms/key:Key::core-vault-key");
        assert.equal(key?.parent, vault?.urn);
        assert.equal(tailOf(vault?.parent ?? ""), "acme:index:Platform::core");
        assert.deepEqual([key?.protect, vault?.protect, loose?.protect], [true, true, undefined]);
        assert.equal(key?.sourcePosition, "project:///index.ts#9,19");
      });
      it("shows what its components registered as outputs", () => {
        const { "core-vault-key": key, "core-vault": vault } = byName(preview());
        assert.deepEqual(vault?.outputs, { keyArn: `arn:aws:kms:eu-central-1:210987654321:key/${key?.id}` });
      });
    },
  );

  program(
    "stack-references",
    "that refers to another stack",
    {
      findings: [
        `fail ${UNKEYED} without`,
        `fail ${RETENTION} without`,
        `undecided ${RETENTION} by-apply`,
        `undecided ${OPAQUE} acme/shared/prod`,
      ],
      passes: 0,
    },
    (preview) => {
      it("has unknowns where the other stack's outputs would be", () => {
        const { "by-get": get, "by-require": require, "by-apply": apply } = byName(preview());
        assert.deepEqual(get?.inputs, { kmsKeyId: UNKNOWN_VALUE, retentionInDays: 365 });
        assert.deepEqual(require?.inputs, { kmsKeyId: UNKNOWN_VALUE, retentionInDays: 365 });
        assert.deepEqual(apply?.inputs, { kmsKeyId: UNKNOWN_VALUE, retentionInDays: UNKNOWN_VALUE });
      });
      it("is told which stack it refers to", () => {
        assert.deepEqual(
          preview().hidden.map(({ urn, reason }) => `${nameOf(urn)}: ${reason}`),
          [
            "acme/shared/prod: the outputs of the stack acme/shared/prod are known to its backend only; what depends on them is not checked",
          ],
        );
      });
    },
  );

  program("output-chains", "with chains of outputs", { findings: [], passes: 3 }, (preview) => {
    it("has every value that can be computed, and unknown what cannot", () => {
      const { group, role, policy, unknown, "output-chains-dev": stack } = byName(preview());
      assert.equal(group?.inputs["retentionInDays"], 400);
      assert.equal(role?.inputs["name"], `${group.id}-36`);
      assert.match(text(role.inputs["assumeRolePolicy"]), /"Service":"logs\.amazonaws\.com"/);
      assert.deepEqual(JSON.parse(text(policy?.inputs["policy"])), {
        Statement: { Effect: "Allow", Action: "logs:PutLogEvents", Resource: `${text(group.outputs["arn"])}:*` },
      });
      assert.equal(unknown?.inputs["policy"], UNKNOWN_VALUE);
      assert.deepEqual(stack?.outputs["parsed"], JSON.parse(text(role.inputs["assumeRolePolicy"])));
    });
    it("has the dependencies that its values carried", () => {
      const { group, policy, role } = byName(preview());
      assert.deepEqual(policy?.propertyDependencies, { policy: [group?.urn], role: [role?.urn] });
    });
  });

  const twoFunctions = (name: string): readonly string[] => [
    `undecided ${OPAQUE} ${name}`,
    `undecided ${OPAQUE} ${name}`,
  ];
  const functionsAreNamed = (preview: () => Preview): void => {
    it("names each function that was not answered", () => {
      assert.deepEqual(
        preview()
          .hidden.map(({ reason }) => reason.split(" is known ")[0])
          .sort(),
        ["the answer of the function aws:ec2/getAmi:getAmi", "the answer of the function aws:kms/getKey:getKey"],
      );
    });
  };

  program(
    "function-outputs",
    "that calls functions for outputs",
    { findings: twoFunctions("function-outputs-dev"), passes: 2 },
    (preview) => {
      functionsAreNamed(preview);
      it("has the answers that settings give, and unknowns for the others", () => {
        const { server, logs } = byName(preview());
        assert.deepEqual(server?.inputs, {
          ami: UNKNOWN_VALUE,
          instanceType: "t3.micro",
          tags: { owner: "210987654321" },
        });
        assert.equal(logs?.inputs["kmsKeyId"], UNKNOWN_VALUE);
      });
    },
  );

  program(
    "function-plain",
    "that awaits functions",
    { findings: twoFunctions("function-plain-dev"), passes: 2 },
    (preview) => {
      functionsAreNamed(preview);
      it("has unknowns for what the answers would hold, by itself and within a text", () => {
        const { server, direct, "in-text": inText, "function-plain-dev": stack } = byName(preview());
        assert.deepEqual(server?.inputs["ami"], UNKNOWN_VALUE);
        assert.deepEqual(server.inputs["tags"], { owner: "210987654321", region: "eu-central-1" });
        assert.equal(direct?.inputs["kmsKeyId"], UNKNOWN_VALUE);
        assert.equal(inText?.inputs["kmsKeyId"], UNKNOWN_VALUE);
        assert.deepEqual(stack?.outputs, { account: "210987654321" });
      });
    },
  );

  program(
    "function-plain-taken-apart",
    "that takes apart, loops over and indexes what it awaits",
    {
      findings: [
        ...["by-secret", "kept"].map((name) => `undecided ${RETENTION} ${name}`),
        ...Array.from({ length: 4 }, () => `undecided ${OPAQUE} function-plain-taken-apart-dev`),
      ],
      passes: 1,
    },
    (preview) => {
      it("has what it declares in a loop over items of which none is known", () => {
        const zones = Object.entries(byName(preview())).filter(([name]) => /^subnet-\d$/.test(name));
        assert.deepEqual(
          zones.map(([, { inputs }]) => [inputs["cidrBlock"], inputs["availabilityZone"]]),
          ["10.0.0.0/24", "10.0.1.0/24"].map((block) => [block, UNKNOWN_VALUE]),
        );
      });
      it("has unknowns for parts, texts, numbers and keys that come of them", () => {
        const resources = byName(preview());
        const {
          "taken-out": takenOut,
          kept,
          "by-secret": bySecret,
          "function-plain-taken-apart-dev": stack,
        } = resources;
        assert.deepEqual(takenOut?.inputs["availabilityZoneId"], UNKNOWN_VALUE);
        assert.deepEqual(takenOut.inputs["tags"], { first: UNKNOWN_VALUE });
        assert.equal(kept?.inputs["retentionInDays"], UNKNOWN_VALUE);
        assert.equal(bySecret?.inputs["retentionInDays"], UNKNOWN_VALUE);
        assert.equal(bySecret.inputs["tags"], UNKNOWN_VALUE);
        assert.deepEqual(stack?.outputs, {
          ...{ zone: UNKNOWN_VALUE, text: UNKNOWN_VALUE, encoded: UNKNOWN_VALUE, others: UNKNOWN_VALUE },
        });
      });
      it("keeps of a policy document what is known, by hand and by function", () => {
        const { written, computed, "computed-output": output, known } = byName(preview());
        const statementOf = (policy: unknown): unknown =>
          (JSON.parse(text(policy)) as { readonly Statement: readonly unknown[] }).Statement[0];
        const statement = { Effect: "Allow", Action: "kms:*", Resource: UNKNOWN_VALUE };
        assert.deepEqual(statementOf(written?.inputs["policy"]), statement);
        assert.deepEqual(statementOf(output?.inputs["policy"]), statement);
        assert.deepEqual(statementOf(computed?.inputs["policy"]), { ...statement, Resource: [UNKNOWN_VALUE, "a"] });
        assert.deepEqual(statementOf(known?.inputs["policy"]), { Effect: "Allow", Action: "*", Resource: "*" });
      });
      it("shows no mark of an unknown as a name, an id or a value", async () => {
        const { state, hidden, warnings } = preview();
        const bucket = state.deployment.resources.find(({ type }) => type === "aws:s3/bucket:Bucket");
        assert.match(nameOf(bucket?.urn ?? ""), /^\(unknown \d+\)$/);
        assert.deepEqual(
          [bucket?.id, bucket?.outputs["bucket"], bucket?.outputs["arn"]],
          [undefined, UNKNOWN_VALUE, UNKNOWN_VALUE],
        );
        const automatic = state.deployment.resources.find(({ type }) => type === "aws:sns/topic:Topic");
        assert.deepEqual(
          [automatic?.id, automatic?.outputs["name"], automatic?.outputs["arn"]],
          [undefined, UNKNOWN_VALUE, UNKNOWN_VALUE],
        );
        const shown = JSON.stringify([state, hidden, warnings, await findingsOf(preview())]);
        assert.doesNotMatch(shown, /[\uFDD0-\uFDEF]|\[object Object\]|__pulumiUnknown/);
        assert.doesNotMatch(JSON.stringify([hidden, warnings, await findingsOf(preview())]), new RegExp(UNKNOWN_VALUE));
      });
      it("is judged by the statements that are known, and undecided by those that are not", async () => {
        const { findings } = await evaluate(await sharedPack(), preview().state, {
          policyConfig: { all: "disabled", "iam-policy-not-admin": "mandatory" },
          opaque: [],
        });
        assert.deepEqual(Object.fromEntries(findings.map(({ urn, result }) => [nameOf(urn), result])), {
          ...{ narrow: "undecided", known: "fail", mixed: "fail" },
          ...{ written: "undecided", computed: "undecided", "computed-output": "undecided" },
          ...{ "of-anything": "undecided", whole: "undecided" },
        });
      });
    },
  );

  program(
    "function-transforms",
    "that transforms its calls",
    { findings: [`fail ${UNKEYED} logs`], passes: 1 },
    (preview) => {
      it("has the answer to the transformed call", () => {
        assert.equal(byName(preview())["logs"]?.inputs["name"], "logs-of-ap-southeast-2");
      });
    },
  );

  program("providers", "with providers of its own", { findings: [], passes: 0 }, (preview) => {
    it("has ARNs in the region and partition of the provider that each resource has", () => {
      const arns = preview()
        .state.deployment.resources.filter(({ type }) => type === "aws:sns/topic:Topic")
        .map(({ urn, outputs }) => `${nameOf(urn)} ${text(outputs["arn"]).split(":").slice(1, 4).join(":")}`);
      assert.deepEqual(arns.sort(), [
        "default aws:sns:eu-central-1",
        "explicit aws:sns:ap-northeast-1",
        "list-inherits aws-cn:sns:cn-north-1",
        "list-own aws:sns:ap-northeast-1",
        "map-inherits aws-cn:sns:cn-north-1",
        "map-own aws:sns:ap-northeast-1",
        "parent aws:sns:ap-northeast-1",
        "single-inherits aws-cn:sns:cn-north-1",
        "single-own aws:sns:ap-northeast-1",
      ]);
    });
    it("hands a resource's provider down to its children", () => {
      const { child, parent, tokyo } = byName(preview());
      assert.equal(child?.provider, `${tokyo?.urn}::${tokyo?.id}`);
      assert.equal(child.provider, parent?.provider);
    });
  });

  program("regions", "in several regions", { findings: [`fail ${ROTATION} key-cn-north-1`], passes: 2 }, (preview) => {
    it("has ARNs in each resource's own region and partition", () => {
      const arn = (name: string): string => text(byName(preview())[name]?.outputs["arn"]);
      assert.match(arn("key-us-gov-west-1"), /^arn:aws-us-gov:kms:us-gov-west-1:210987654321:key\//);
      assert.match(arn("key-cn-north-1"), /^arn:aws-cn:kms:cn-north-1:/);
      assert.match(arn("key-here"), /^arn:aws:kms:eu-central-1:/);
    });
  });

  program(
    "transforms",
    "with transforms",
    { findings: [`fail ${ROTATION} untouched`, `fail ${UNKEYED} older-form`], passes: 1 },
    (preview) => {
      it("declares what the transforms of resource, component and stack make of it", () => {
        const { own, "red-key": key, "red-logs": logs, "older-form": older, untouched } = byName(preview());
        assert.deepEqual(own?.inputs, { kmsKeyId: untouched?.outputs["arn"], name: "renamed", retentionInDays: 365 });
        assert.deepEqual(own.dependencies, [untouched?.urn]);
        assert.deepEqual([key?.inputs, key?.protect], [{ enableKeyRotation: true }, true]);
        assert.equal(logs?.inputs["retentionInDays"], 365);
        assert.equal(older?.inputs["name"], "older");
      });
    },
  );

  program("options", "with resource options", { findings: [`undecided ${RETENTION} logs`], passes: 2 }, (preview) => {
    it("keeps the options that a state has", () => {
      const { "new-name": key, logs, adopted, held, "after-component": after } = byName(preview());
      assert.deepEqual([key?.protect, key?.retainOnDelete], [true, true]);
      assert.deepEqual(logs?.ignoreChanges, ["retentionInDays", "tags"]);
      assert.deepEqual(logs.additionalSecretOutputs, ["arn"]);
      assert.deepEqual(logs.outputs["arn"], {
        [SIGNATURE_KEY]: SECRET_SIGNATURE,
        value: `arn:aws:logs:eu-central-1:210987654321:log-group:${logs.id}`,
      });
      assert.equal(adopted?.id, "existing");
      assert.equal(held?.retainOnDelete, undefined);
      assert.deepEqual([...(after?.dependencies ?? [])].sort(), [held?.urn, key?.urn].sort());
    });
  });

  program(
    "secrets",
    "with secrets",
    {
      findings: [
        `fail ${UNKEYED} loose`,
        `fail ${UNKEYED} quoted`,
        `fail ${RETENTION} loose`,
        `fail ${RETENTION} quoted`,
      ],
      passes: 0,
    },
    (preview) => {
      const SECRETS = ["correct-horse-battery-staple", "90210-1", "line one", "thirteen-months"];

      it("has unknowns for what nothing here has the key of", () => {
        const resources = byName(preview());
        for (const name of ["encrypted", "in-text", "nested", "plain-read"]) {
          assert.deepEqual(
            resources[name]?.inputs["secretString"],
            { [SIGNATURE_KEY]: SECRET_SIGNATURE, value: UNKNOWN_VALUE },
            name,
          );
        }
      });
      it("has none of its secrets in the state as it is written", () => {
        const written = JSON.stringify(withholdSecrets(preview().state));
        assert.deepEqual(
          SECRETS.filter((secret) => written.includes(secret)),
          [],
        );
        assert.equal(
          SECRETS.filter((secret) => JSON.stringify(preview().state).includes(secret)).length,
          SECRETS.length,
        );
      });
      it("has none of its secrets in a finding's message", async () => {
        const messages = (await findingsOf(preview())).map(({ message }) => message);
        assert.deepEqual(
          messages.filter((message) => SECRETS.some((secret) => message.includes(secret))),
          [],
        );
        assert.ok(
          messages.some((message) => message.includes("[secret]")),
          messages.join("\n"),
        );
      });
    },
  );

  program(
    "dynamic-providers",
    "with a dynamic provider",
    { findings: [`fail ${UNKEYED} logs`, `undecided ${RETENTION} logs`], passes: 0 },
    (preview) => {
      it("has an unknown for what the provider would compute", () => {
        assert.deepEqual(byName(preview())["logs"]?.inputs, { retentionInDays: UNKNOWN_VALUE });
      });
    },
  );

  const unkeyed: Expected = { findings: [`fail ${UNKEYED} logs`], passes: 1 };
  program("es-module", "that is an ES module with a top-level await", unkeyed, (preview) => {
    it("has the line of its top", () => {
      assert.equal(byName(preview())["logs"]?.sourcePosition, "project:///index.js#6,21");
    });
    it("has the values that it awaited", () => {
      assert.deepEqual(byName(preview())["logs"]?.inputs, { name: "logs-210987654321", retentionInDays: 365 });
    });
  });
  const typed = "that is an ES module in TypeScript, with a type that does not check";
  program("es-module-typescript", typed, unkeyed, (preview) => {
    it("has no line rather than one of the compiled text", () => {
      assert.equal(byName(preview())["logs"]?.sourcePosition, undefined);
    });
  });

  const loose: Expected = { findings: [`fail ${UNKEYED} logs`, `fail ${RETENTION} logs`], passes: 0 };
  program("javascript", "in plain JavaScript", loose);
  program("main-elsewhere", "in a folder of its own, with types that do not check", loose, (preview) => {
    it("has source positions from the project's folder", () => {
      assert.match(byName(preview())["logs"]?.sourcePosition ?? "", /^project:\/\/\/src\/program\.ts#\d+,\d+$/);
    });
    it("is given the documentation's account and says that it is a stand-in", () => {
      assert.deepEqual(
        [preview().environment.accountId, preview().environment.accountIsPlaceholder, preview().environment.region],
        ["123456789012", true, "us-east-1"],
      );
    });
  });
  program("async-function", "that exports an async function", loose, (preview) => {
    it("shows its outputs, secrets as such", () => {
      const { logs, "async-function-dev": stack } = byName(preview());
      assert.deepEqual(stack?.outputs, {
        name: logs?.id,
        list: [logs?.outputs["arn"]],
        nested: { secret: { [SIGNATURE_KEY]: SECRET_SIGNATURE, value: "very-secret-output" } },
        plain: 7,
      });
    });
  });
  program("hooks", "with hooks around its resources, none of which runs", loose);
  program("prints", "that prints whatever it likes", loose);

  program(
    "remote-components",
    "with components that a plugin implements",
    {
      findings: [
        `fail ${UNKEYED} of-call`,
        `fail ${UNKEYED} of-cluster`,
        `fail ${RETENTION} of-cluster`,
        `undecided ${RETENTION} of-call`,
        `undecided ${OPAQUE} cluster`,
        `undecided ${OPAQUE} remote-components-dev`,
      ],
      passes: 0,
    },
    (preview) => {
      it("has unknowns for their outputs and for what their methods answer", () => {
        const { "of-cluster": ofCluster, "of-call": ofCall, "remote-components-dev": stack } = byName(preview());
        assert.deepEqual(ofCluster?.inputs, { name: UNKNOWN_VALUE, retentionInDays: 7 });
        assert.deepEqual(ofCall?.inputs, { name: UNKNOWN_VALUE, retentionInDays: UNKNOWN_VALUE });
        assert.deepEqual([ofCluster.id, ofCluster.outputs["arn"]], [undefined, UNKNOWN_VALUE]);
        assert.deepEqual(stack?.outputs, { kubeconfig: UNKNOWN_VALUE });
      });
      it("names them", () => {
        assert.deepEqual(
          preview()
            .hidden.map(({ reason }) => reason.split(/ is a | is known | is judged /)[0])
            .sort(),
          ["eks:index:Cluster", "the answer of the function eks:index:Cluster/getKubeconfig"],
        );
      });
    },
  );

  program(
    "read-resources",
    "that reads what exists already",
    {
      findings: [
        `undecided ${RETENTION} logs`,
        // Of the others no rule that is asked could have read anything.
        ...["group", "key"].map((name) => `undecided ${OPAQUE} ${name}`),
      ],
      passes: 1,
    },
    (preview) => {
      it("has what the ids tell, and unknowns for everything else", () => {
        assert.deepEqual(byName(preview())["logs"]?.inputs["tags"], {
          bucket: "arn:aws:s3:::acme-shared",
          role: UNKNOWN_VALUE,
          roleId: UNKNOWN_VALUE,
          topic: "arn:aws:sns:eu-central-1:210987654321:alerts",
          topicName: "alerts",
          group: "arn:aws:logs:eu-west-1:210987654321:log-group:/acme/shared",
          vpc: "arn:aws:ec2:eu-central-1:210987654321:vpc/vpc-0123",
          cidr: UNKNOWN_VALUE,
        });
      });
      it("marks what it reads as external, with its provider", () => {
        const { key, logs } = byName(preview());
        assert.deepEqual([key?.external, key?.provider, logs?.external], [true, logs?.provider, undefined]);
      });
    },
  );

  program("kubernetes", "of Kubernetes objects", { findings: [], passes: 0 }, (preview) => {
    it("has automatic names where it gives none, and its own where it does", () => {
      const { state } = preview();
      const service = state.deployment.resources.find(({ type }) => type === "kubernetes:core/v1:Service");
      assert.match(JSON.stringify(service?.inputs["metadata"]), /^\{"annotations":\{"of":"web-[0-9a-f]{8}"\}\}$/);
      const namespace = state.deployment.resources.find(({ type }) => type === "kubernetes:core/v1:Namespace");
      assert.deepEqual(namespace?.outputs["metadata"], { name: "apps" });
    });
  });

  program(
    "helm-chart",
    "of Helm charts that are not there",
    { findings: Array.from({ length: 2 }, () => `undecided ${OPAQUE} helm-chart-dev`), passes: 0 },
    (preview) => {
      it("has none of their objects, and unknowns for what the program takes from them", () => {
        const { proxy, "of-chart": ofChart } = byName(preview());
        const { resources } = preview().state.deployment;
        assert.deepEqual(
          resources.filter(({ parent }) => parent === proxy?.urn),
          [],
        );
        assert.deepEqual(ofChart?.inputs["data"], { service: UNKNOWN_VALUE });
      });
      it("names the charts", () => {
        const of = (chart: string): string =>
          `the objects of the Helm chart ${chart} are made by a plugin from the chart; they are not visible and not checked`;
        assert.deepEqual(
          preview()
            .hidden.map(({ reason }) => reason)
            .sort(),
          [of("./charts/local"), of("nginx")],
        );
      });
    },
  );

  program("assets", "with assets and archives", { findings: [], passes: 0 }, (preview) => {
    it("keeps what they say of themselves, and reads and fetches nothing", () => {
      const { "from-assets": code, remote } = byName(preview());
      assert.match(JSON.stringify(code?.inputs["code"]), /"a\.js":\{[^}]*"text":"exports\.b = 1"\}/);
      assert.match(JSON.stringify(remote?.inputs["source"]), /"uri":"https:\/\/example\.com\/never-fetched"/);
    });
  });

  program(
    "references",
    "that gives resources as inputs",
    { findings: [`fail ${UNKEYED} group`, `fail ${RETENTION} group`], passes: 0 },
    (preview) => {
      it("keeps the references", () => {
        const { custom, "of-custom": ofCustom, group, box, policy } = byName(preview());
        const reference = { [SIGNATURE_KEY]: RESOURCE_SIGNATURE };
        assert.deepEqual(custom?.inputs["group"], { ...reference, urn: group?.urn, id: group?.id });
        assert.deepEqual(custom.inputs["box"], { ...reference, urn: box?.urn });
        assert.deepEqual(ofCustom?.inputs["custom"], { ...reference, urn: custom.urn, id: UNKNOWN_VALUE });
        assert.match(policy?.id ?? "", /^role-[0-9a-f]{7}:policy-[0-9a-f]{7}$/);
      });
    },
  );

  program(
    "strange-inputs",
    "with inputs of every kind",
    {
      findings: ["not-a-number", "nulls", "words"]
        .map((name) => `fail ${UNKEYED} ${name}`)
        .concat(["not-a-number", "nulls", "words"].map((name) => `fail ${RETENTION} ${name}`)),
      passes: 0,
    },
    (preview) => {
      it("has them as they are", () => {
        const { nothing, numbers, long, "unicode-\u{1f980} name": unicode } = byName(preview());
        assert.deepEqual(nothing?.inputs, { nil: null, list: [null, null, 0], empty: {}, none: [] });
        assert.deepEqual(numbers?.inputs, {
          nan: NaN,
          infinite: Infinity,
          negativeZero: -0,
          large: 2 ** 53,
          tiny: 5e-324,
        });
        assert.equal(text(long?.inputs["text"]).length, 300_000);
        assert.equal(unicode?.inputs["ключ"], "\u0000\u202e\ufeff\u{1f980}");
        assert.equal(({} as Record<string, unknown>)["polluted"], undefined);
      });
      it("can be written", () => {
        assert.ok(JSON.stringify(withholdSecrets(preview().state)).length > 300_000);
      });
    },
  );

  describe("of 500 resources", () => {
    it("gets its exact verdict, the same at every run", async () => {
      const [first, second] = await Promise.all([previewOf("large"), previewOf("large")]);
      assert.deepEqual(first.state, second.state);
      const { findings, passes } = await verdictOf(first);
      assert.equal(findings.filter((finding) => finding.startsWith(`fail ${UNKEYED} `)).length, 500);
      assert.deepEqual(
        findings.filter((finding) => finding.includes(RETENTION)),
        ["000", "100", "200", "300", "400"].map((number) => `fail ${RETENTION} logs-${number}`),
      );
      assert.equal(passes, 0);
    });
  });

  describe("that declares nothing", () => {
    it("has its stack and no finding at all, for its reader to say so", async () => {
      const preview = await previewOf("nothing-declared");
      assert.deepEqual(
        preview.state.deployment.resources.map(({ type }) => type),
        ["pulumi:pulumi:Stack"],
      );
      assert.deepEqual(await verdictOf(preview), { findings: [], passes: 0 });
    });
  });
});

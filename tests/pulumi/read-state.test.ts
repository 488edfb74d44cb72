import assert from "node:assert/strict";
import fc from "fast-check";
import { StateFileError, parseStackState } from "../../pulumi/read-state";
import { SECRET_SIGNATURE, SIGNATURE_KEY } from "../../pulumi/wire";

const RESOURCE = {
  urn: "urn:pulumi:dev::app::aws:kms/key:Key::key",
  custom: true,
  id: "1",
  type: "aws:kms/key:Key",
  inputs: { enableKeyRotation: true },
  outputs: { arn: "arn:aws:kms:::key/1" },
  created: "2026-01-01T00:00:00Z",
};

const exported = (resources: unknown, parts: object = {}): string =>
  JSON.stringify({
    version: 3,
    deployment: { manifest: { time: "2026-01-01T00:00:00Z", magic: "m", version: "v3.1.0" }, resources, ...parts },
  });

function refusal(text: string): string {
  let message = "";
  assert.throws(
    () => parseStackState(text, "state.json"),
    (error) => {
      assert.ok(error instanceof StateFileError, String(error));
      ({ message } = error);
      return true;
    },
  );
  assert.ok(!message.includes("\n"), message);
  return message;
}

describe("a state file", () => {
  it("is read in the form that pulumi stack export writes", () => {
    const known = Object.fromEntries(Object.entries(RESOURCE).filter(([field]) => field !== "created"));
    assert.deepEqual(parseStackState(exported([RESOURCE], { secrets_providers: { type: "passphrase" } }), "f"), {
      version: 3,
      deployment: {
        manifest: { time: "2026-01-01T00:00:00Z", magic: "m", version: "v3.1.0" },
        resources: [known],
      },
    });
  });
  it("can omit empty parts", () => {
    const text = exported([{ urn: RESOURCE.urn, type: RESOURCE.type, dependencies: null }]);
    assert.deepEqual(parseStackState(text, "f").deployment.resources, [
      { urn: RESOURCE.urn, type: RESOURCE.type, custom: false, inputs: {}, outputs: {} },
    ]);
  });
  it("can start with a byte order mark", () => {
    assert.equal(parseStackState(`\uFEFF${exported([RESOURCE])}`, "f").deployment.resources.length, 1);
  });
  it("does not include what has been replaced and is pending deletion", () => {
    const { resources } = parseStackState(exported([RESOURCE, { ...RESOURCE, id: "0", delete: true }]), "f").deployment;
    assert.deepEqual(
      resources.map(({ id }) => id),
      ["1"],
    );
  });
  it("includes what is pending deletion and has not been replaced: it still stands in the account", () => {
    const { resources } = parseStackState(exported([{ ...RESOURCE, delete: true }]), "f").deployment;
    assert.deepEqual(
      resources.map(({ urn }) => urn),
      [RESOURCE.urn],
    );
  });
  it("is refused if a URN stands for two resources, of which one would be judged for both", () => {
    const other = { ...RESOURCE, id: "2", inputs: { enableKeyRotation: false } };
    for (const resources of [
      [RESOURCE, other],
      [
        { ...RESOURCE, delete: true },
        { ...other, delete: true },
      ],
    ]) {
      assert.equal(
        refusal(exported(resources)),
        `state.json has more than one resource "${RESOURCE.urn}", of which only one could be judged. A URN is unique in a stack: repair the state (pulumi state delete, or pulumi up if a deletion is pending) and export it again.`,
      );
    }
  });
  it("is refused if a resource has another type than its URN, as which it would be judged", () => {
    assert.equal(
      refusal(exported([{ ...RESOURCE, type: "aws:s3/bucketObject:BucketObject" }])),
      `state.json is not a stack state: "${RESOURCE.urn}" has the type "aws:s3/bucketObject:BucketObject", and its URN another. Export the state again.`,
    );
    const child = { ...RESOURCE, urn: "urn:pulumi:dev::app::my:index:Parent$aws:kms/key:Key::a::b$c" };
    assert.equal(parseStackState(exported([child]), "f").deployment.resources.length, 1);
  });
  it("keeps secrets unchanged, including ciphertext", () => {
    const closed = { [SIGNATURE_KEY]: SECRET_SIGNATURE, ciphertext: "v1:abc:def" };
    const [resource] = parseStackState(exported([{ ...RESOURCE, inputs: { policy: closed } }]), "f").deployment
      .resources;
    assert.deepEqual(resource?.inputs, { policy: closed });
  });
  for (const [title, resources] of [
    ["of an empty stack", []],
    ["of a stack that was never deployed", null],
  ] as const) {
    it(`${title} has no resources, which is left to the caller to report`, () => {
      assert.deepEqual(parseStackState(exported(resources), "f").deployment.resources, []);
    });
  }

  describe("is rejected", () => {
    it("if it is truncated anywhere", () => {
      const text = exported([RESOURCE]);
      fc.assert(
        fc.property(fc.nat(text.length - 1), (length) => {
          assert.match(refusal(text.slice(0, length)), /^state\.json is not JSON \(.*\); it may have been cut off\./);
        }),
      );
    });
    it("if it is anything else", () => {
      fc.assert(
        fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
          assert.match(refusal(text), /^state\.json is not /);
        }),
      );
    });
    for (const [title, text, told] of [
      ["of another version", exported([]).replace('"version":3', '"version":4'), /version: .*expected 3/],
      ["without a version", '{"deployment":{"resources":[]}}', /version/],
      ["without a deployment", '{"version":3}', /deployment/],
      ["that is a checkpoint", '{"version":3,"checkpoint":{"stack":"dev","latest":{}}}', /deployment/],
      ["whose resources are an object", exported({}), /deployment\.resources/],
      ["whose resource has no URN", exported([{ type: "a:b:C" }]), /deployment\.resources\.0\.urn/],
      [
        "whose resource has another's URN",
        exported([RESOURCE, { ...RESOURCE, urn: "arn:aws:x" }]),
        /deployment\.resources\.1\.urn/,
      ],
      ["whose resource has no type", exported([{ urn: RESOURCE.urn }]), /deployment\.resources\.0\.type/],
      [
        "whose inputs are a list",
        exported([{ ...RESOURCE, inputs: [] }]),
        /deployment\.resources\.0\.inputs: must be an object/,
      ],
      [
        "whose outputs are a text",
        exported([{ ...RESOURCE, outputs: "x" }]),
        /deployment\.resources\.0\.outputs: must be an object/,
      ],
      [
        "whose dependencies are no texts",
        exported([{ ...RESOURCE, dependencies: [1] }]),
        /deployment\.resources\.0\.dependencies\.0/,
      ],
    ] as const) {
      it(title, () => {
        const message = refusal(text);
        assert.match(message, told);
        assert.match(message, /Give a file that `pulumi stack export --file FILE` wrote/);
      });
    }
    for (const [title, depth] of [
      ["deeper than any resource is", 500],
      ["so deep that reading it could exhaust the stack", 5000],
    ] as const) {
      it(`with properties ${title}`, () => {
        const deep = `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`;
        const text = exported([RESOURCE]).replace('{"enableKeyRotation":true}', deep);
        assert.match(refusal(text), /deployment\.resources\.0\.inputs: must be an object/);
      });
    }
    for (const [title, one, other] of [
      ["parents", { parent: "other" }, { parent: "key" }],
      ["dependencies", { dependencies: ["other"] }, { propertyDependencies: { p: ["key"] } }],
      ["providers", { provider: "other::id" }, { provider: "key::id" }],
    ] as const) {
      it(`with ${title} in a circle`, () => {
        const urns = (text: object): object =>
          JSON.parse(
            JSON.stringify(text).replace(/"(key|other)/g, '"urn:pulumi:dev::app::aws:kms/key:Key::$1'),
          ) as object; // as it was
        const circle = [
          { ...RESOURCE, ...urns(one) },
          { ...RESOURCE, urn: `${RESOURCE.urn.slice(0, -3)}other`, ...urns(other) },
        ];
        assert.match(refusal(exported(circle)), /Key::(key|other)" refers to .*, and that back to it/);
      });
    }
    it("if it is nested too deeply anywhere, without a stack overflow", () => {
      assert.match(refusal("[".repeat(200_000)), /^state\.json is not JSON/);
    });
  });

  it("can contain unsafe property names", () => {
    const text = exported([RESOURCE]).replace(
      '{"enableKeyRotation":true}',
      '{"__proto__":{"polluted":true},"constructor":1}',
    );
    const [resource] = parseStackState(text, "f").deployment.resources;
    assert.deepEqual(Object.keys(resource?.inputs ?? {}), ["__proto__", "constructor"]);
    assert.equal(({} as Record<string, unknown>)["polluted"], undefined);
  });
});

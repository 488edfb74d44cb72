import assert from "node:assert/strict";
import * as protocol from "@pulumi/pulumi/proto/analyzer_pb";
import { Answers, announcedRules } from "../../gate/answers";
import { PackError } from "../../gate/pack-process";
import type { Finding, Opaque } from "../../gate/finding";
import type { ConfiguredLevel } from "../../gate/policy-levels";
import type { ResourceState } from "../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../pulumi/wire";
import { BUCKET, STACK, type SaidPolicy, announcement, answer } from "./protocol-answers";

const POLICIES: readonly SaidPolicy[] = [
  { name: "private" },
  { name: "off" },
  { name: "of-keys", tags: ["wording:ai-governance-baseline", "type:aws:kms/key:Key"] },
  { name: "whole", scope: "stack" },
];
const LEVELS = new Map<string, ConfiguredLevel>([["off", "disabled"]]);

function answers(): Answers {
  return new Answers(announcedRules(announcement(...POLICIES), LEVELS), [STACK, BUCKET], []);
}

/** What comes of answers about the bucket and about the stack; the stack itself is answered with nothing. */
function found(
  about: Readonly<Parameters<typeof answer>>,
  stack: Readonly<Parameters<typeof answer>> = [],
  taking = answers(),
): readonly Finding[] {
  taking.takeResource(STACK, answer());
  taking.takeResource(BUCKET, answer(...about));
  taking.takeStack(answer(...stack));
  return taking.findings();
}

function refusal(act: () => unknown): string {
  let message = "";
  assert.throws(act, (error) => {
    assert.ok(error instanceof PackError, String(error));
    ({ message } = error);
    return true;
  });
  assert.ok(!message.includes("\n"), message);
  return message;
}

const results = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ rule, result, urn }) => `${urn.split("::").at(-1) ?? ""} ${rule} ${result}`);

describe("the answers of a pack", () => {
  it("make a pass of each announced rule that was asked and has nothing to say", () => {
    assert.deepEqual(results(found([])), ["app-dev private pass", "data private pass", "app-dev whole pass"]);
  });
  it("make no pass of a rule that does not apply", () => {
    const taking = answers();
    assert.deepEqual(results(found([[], ["private"]], [[], ["whole"]], taking)), ["app-dev private pass"]);
    // Also the rule about keys, for both resources, of which the stack has none.
    assert.equal(taking.notApplicable, 4);
  });
  it("are the findings of the resource that was asked about, or of the one that they name", () => {
    assert.deepEqual(results(found([[{ policy: "private" }, { policy: "private", urn: STACK.urn }]])), [
      "app-dev private pass",
      "data private fail",
      "app-dev private fail",
      "app-dev whole pass",
    ]);
  });
  it("are asked of a rule on several types where the stack has one of them, and about no other", () => {
    const tags = (...types: readonly string[]) => ["wording:ai-governance-baseline", ...types.map((t) => `type:${t}`)];
    const rules = announcement(
      { name: "of-both", scope: "stack", tags: tags("aws:kms/key:Key", BUCKET.type) },
      { name: "of-neither", scope: "stack", tags: tags("aws:kms/key:Key", "aws:kms/alias:Alias") },
    );
    const taking = new Answers(announcedRules(rules, new Map()), [STACK, BUCKET], []);
    taking.takeStack(answer());
    assert.deepEqual(results(taking.findings()), ["app-dev of-both pass"]);
    assert.deepEqual(
      taking.idleRules.map(({ id }) => id),
      ["of-neither"],
    );
    assert.equal(taking.notApplicable, 1);
  });

  describe("with what the preview could not see", () => {
    const OF_BUCKETS = announcement({
      name: "of-buckets",
      tags: ["wording:ai-governance-baseline", `type:${BUCKET.type}`],
    });
    const vpc: ResourceState = {
      ...BUCKET,
      urn: BUCKET.urn.replace("data", "vpc"),
      type: "aws:ec2/vpc:Vpc",
      external: true,
    };
    const told = (resources: readonly ResourceState[], hidden: Opaque): readonly string[] => {
      const taking = new Answers(announcedRules(OF_BUCKETS, new Map()), resources, [hidden]);
      resources.forEach((resource) => taking.needs(resource) && taking.takeResource(resource, answer()));
      taking.takeStack(answer());
      return results(taking.findings()).filter((result) => result.includes("preview-complete"));
    };

    it("are told of a function only where an unknown reaches a resource that a rule is about", () => {
      const hidden: Opaque = { urn: STACK.urn, reason: "is not known", hides: "dependents" };
      const unknown = (resource: ResourceState): ResourceState => ({
        ...resource,
        inputs: { tags: { of: UNKNOWN_VALUE } },
      });
      assert.deepEqual(told([STACK, BUCKET], hidden), []);
      assert.deepEqual(told([STACK, BUCKET, unknown(vpc)], hidden), []);
      assert.deepEqual(told([STACK, unknown(BUCKET), vpc], hidden), ["app-dev preview-complete undecided"]);
    });
    it("are told of what exists already only where a rule is about its type", () => {
      const hides = "resource";
      assert.deepEqual(told([STACK, BUCKET, vpc], { urn: vpc.urn, reason: "exists", hides }), []);
      assert.deepEqual(told([STACK, { ...BUCKET, external: true }], { urn: BUCKET.urn, reason: "exists", hides }), [
        "data preview-complete undecided",
      ]);
    });
    it("are told of what can be anything", () => {
      assert.deepEqual(told([STACK, BUCKET], { urn: STACK.urn, reason: "is a component" }), [
        "app-dev preview-complete undecided",
      ]);
    });
  });

  describe("are refused, as a whole,", () => {
    for (const [what, name, why] of [
      ["of a policy that was never announced", "public", "it has not announced"],
      ["of no policy", "", "it has not announced"],
      ["of a policy whose name only looks the same", "privat\u0435", "it has not announced"],
      ["of a disabled policy", "off", "was not asked, because it is disabled or the stack has no resource of its type"],
      ["of a policy without a resource to check", "of-keys", "was not asked, because it is disabled or"],
      ["of a policy about the whole stack", "whole", "it announced as a policy about the whole stack"],
    ] as const) {
      it(`for an answer ${what}, be it a finding or that it does not apply`, () => {
        for (const about of [[[{ policy: name }]], [[], [name]]] as const) {
          const message = refusal(() => found(about));
          assert.ok(
            message.includes(`about one resource for the policy ${JSON.stringify(name)}, which ${why}`),
            message,
          );
        }
      });
    }
    it("for an answer about the stack of a policy about resources", () => {
      assert.match(
        refusal(() => found([], [[{ policy: "private" }]])),
        /announced as a policy about one resource/,
      );
    });
    it("for a finding about a resource that does not exist", () => {
      const urn = `${BUCKET.urn}\u200B`;
      for (const stack of [false, true]) {
        const said = [[{ policy: stack ? "whole" : "private", urn }]] as const;
        assert.match(
          refusal(() => (stack ? found([], said) : found(said))),
          /which is no resource of the stack/,
        );
      }
    });
    it("where the stack was not asked about", () => {
      const taking = answers();
      taking.takeResource(STACK, answer());
      taking.takeResource(BUCKET, answer());
      assert.match(
        refusal(() => taking.findings()),
        /gave no answer about the stack/,
      );
    });
    it("where a resource was not asked about", () => {
      const taking = answers();
      taking.takeResource(STACK, answer());
      taking.takeStack(answer());
      assert.equal(
        refusal(() => taking.findings()),
        `The pack gave no answer about ${BUCKET.urn}, so the check is incomplete.`,
      );
    });
  });
});

describe("the announcement of a pack", () => {
  const refused = (...policies: readonly SaidPolicy[]): string =>
    refusal(() => announcedRules(announcement(...policies), new Map()));

  it("tells the rules with their scopes and configured levels", () => {
    assert.deepEqual(
      announcedRules(announcement(...POLICIES), LEVELS).map(({ id, scope, level }) => [id, scope, level]),
      [
        ["private", "resource", "mandatory"],
        ["off", "resource", "disabled"],
        ["of-keys", "resource", "mandatory"],
        ["whole", "stack", "mandatory"],
      ],
    );
  });
  it("is refused without policies", () => {
    assert.equal(
      refused(),
      'The pack "pack" announces no policies, so nothing would be checked. Name another pack with --pack.',
    );
  });
  it("is refused if it names a policy twice, or not at all", () => {
    assert.match(refused({ name: "a" }, { name: "b" }, { name: "a", scope: "stack" }), /the policy "a" twice/);
    assert.match(refused({ name: "a" }, { name: " " }), /a policy without a name/);
  });
  it("is refused if it does not say what a policy is about: asked elsewhere, it would be silent", () => {
    assert.match(refused({ name: "a", scope: "unsaid" }), /does not say whether its policy "a" checks/);
    assert.equal(protocol.PolicyType.POLICY_TYPE_UNKNOWN, 0);
  });
});

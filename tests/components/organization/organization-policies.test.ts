import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { OptionError } from "../../../components/base/options";
import { ORGANIZATION_POLICY_KINDS, organizationPolicies } from "../../../components/documents/organization/policies";
import {
  OrganizationPolicies,
  type OrganizationPoliciesArgs,
} from "../../../components/organization/organization-policies";
import { record, type Recording } from "../recorder";

const POLICY = "aws:organizations/policy:Policy";
const ATTACHMENT = "aws:organizations/policyAttachment:PolicyAttachment";
const COMPONENT = "ai-governance-baseline:index:OrganizationPolicies";

const ARGS: OrganizationPoliciesArgs = {
  governedRegions: ["eu-central-1"],
  deployers: ["arn:aws:iam::*:role/baseline-deployer"],
  targets: { workloads: "ou-abcd-12345678" },
};
const WHOLE: OrganizationPoliciesArgs = {
  ...ARGS,
  approvedModels: ["anthropic.claude-*"],
  organizationId: "o-a1b2c3d4e5",
  guardrails: { "eu-central-1": "arn:aws:bedrock:eu-central-1:123456789012:guardrail/abc123:1" },
};

function made(args: OrganizationPoliciesArgs): Promise<Recording> {
  return record(() => new OrganizationPolicies("ai", args));
}

describe("OrganizationPolicies", () => {
  it("are a policy of each kind, attached to each target", async () => {
    const recording = await made({ ...WHOLE, targets: { root: "r-abcd", sandbox: pulumi.output("123456789012") } });
    assert.deepEqual(
      recording.children(),
      [
        `${COMPONENT} ai`,
        ...ORGANIZATION_POLICY_KINDS.flatMap((kind) => [
          `${POLICY} ai-${kind}`,
          `${ATTACHMENT} ai-${kind}-root`,
          `${ATTACHMENT} ai-${kind}-sandbox`,
        ]),
      ].sort(),
    );
    assert.deepEqual(recording.inputs(ATTACHMENT, "ai-evidence-root"), {
      policyId: "ai-evidence-id",
      targetId: "r-abcd",
    });
    assert.equal(recording.inputs(ATTACHMENT, "ai-evidence-sandbox")["targetId"], "123456789012");
  });

  it("hold the documents of their kinds, and are kept", async () => {
    const recording = await made(WHOLE);
    for (const { kind, type, description, content } of organizationPolicies(WHOLE).policies) {
      assert.deepEqual(recording.inputs(POLICY, `ai-${kind}`), { name: `ai-${kind}`, type, description, content });
    }
    const protection = recording.registrations.filter(({ type }) => type !== COMPONENT).map(({ protect }) => protect);
    assert.deepEqual([...new Set(protection)], [true]);
    const loose = await made({ ...WHOLE, protect: false });
    assert.ok(loose.registrations.some(({ type, protect }) => type === POLICY && protect === false));
  });

  it("leave out what the options do not need, and what is not wanted", async () => {
    const kindsOf = (recording: Recording) =>
      recording.registrations.filter(({ type }) => type === POLICY).map(({ name }) => name.slice(3));
    const unneeded = ["models", "evidence-resources", "guardrails"];
    assert.deepEqual(
      kindsOf(await made(ARGS)),
      ORGANIZATION_POLICY_KINDS.filter((kind) => !unneeded.includes(kind)),
    );
    assert.deepEqual(kindsOf(await made({ ...ARGS, kinds: ["ai-opt-out", "masking"] })), ["ai-opt-out", "masking"]);
  });

  const MANY = Array.from(
    { length: 60 },
    (_, index) => `arn:aws:iam::123456789012:role/deployer-${index}-${"x".repeat(40)}`,
  );
  const REFUSED: readonly (readonly [string, Partial<OrganizationPoliciesArgs>, RegExp])[] = [
    ["a mistake", { deployers: [] }, /^OrganizationPolicies "ai": deployers is \[\]\. Allowed: ARNs of IAM roles/],
    ["no target", { targets: {} }, /targets is \{\}\. Allowed: at least one target/],
    [
      "a target that is none",
      { targets: { root: "o-a1b2c3d4e5" } },
      /targets\.root is "o-a1b2c3d4e5"\. Allowed: the id of a root/,
    ],
    [
      "a kind that the options do not need",
      { kinds: ["models"] },
      /kinds is \["models"\]\. Allowed: .* not models: approvedModels/,
    ],
    [
      "a policy that is too long",
      { deployers: MANY },
      /is "a policy evidence of \d+ characters"\. Allowed: 10240 characters/,
    ],
  ];
  for (const [title, change, message] of REFUSED) {
    it(`refuse ${title}`, () => {
      assert.throws(
        () => new OrganizationPolicies("ai", { ...ARGS, ...change }),
        (error: unknown) => {
          assert.ok(error instanceof OptionError);
          assert.match(error.message, message);
          return true;
        },
      );
    });
  }
});

import assert from "node:assert/strict";
import fc from "fast-check";
import { type OrganizationGovernance, mistakesIn } from "../../../../components/documents/organization/governance";
import {
  exceededLimit,
  ORGANIZATION_POLICY_KINDS,
  organizationPolicies,
} from "../../../../components/documents/organization/policies";
import {
  MAXIMUM_SERVICE_CONTROL_POLICIES,
  ORGANIZATION_POLICY_TYPES,
} from "../../../../facts/organizations/policy-types";
import { KNOWN_REGIONS } from "../../../../facts/regions";

const LEAST: OrganizationGovernance = {
  governedRegions: ["eu-central-1"],
  deployers: ["arn:aws:iam::*:role/baseline-deployer"],
};
const GUARDRAIL = "arn:aws:bedrock:eu-central-1:123456789012:guardrail/abc123:1";
const WHOLE: OrganizationGovernance = {
  ...LEAST,
  approvedModels: ["anthropic.claude-*"],
  organizationId: "o-a1b2c3d4e5",
  guardrails: { "eu-central-1": GUARDRAIL },
};

describe("The policies of an organization", () => {
  it("are one of each kind, and only what the decisions need", () => {
    const { policies, leftOut } = organizationPolicies(WHOLE);
    assert.deepEqual(
      policies.map(({ kind }) => kind),
      ORGANIZATION_POLICY_KINDS,
    );
    assert.deepEqual(leftOut, []);
    assert.deepEqual(organizationPolicies({ ...LEAST, mantle: "allow" }).leftOut, [
      { kind: "models", reason: "approvedModels names no model, so that any may be invoked" },
      { kind: "mantle", reason: "mantle is allowed" },
      { kind: "evidence-resources", reason: "organizationId does not tell who is within the organization" },
      { kind: "guardrails", reason: "guardrails names none" },
    ]);
    const [only, ...others] = organizationPolicies(WHOLE, ["masking"]).policies;
    assert.deepEqual([only?.kind, others], ["masking", []]);
  });

  it("fit with AWS's own policy where they are attached, and describe themselves", () => {
    const { policies } = organizationPolicies(WHOLE);
    const controls = policies.filter(({ type }) => type === "SERVICE_CONTROL_POLICY");
    assert.ok(controls.length + 1 <= MAXIMUM_SERVICE_CONTROL_POLICIES);
    assert.deepEqual(
      policies.filter(({ description }) => description === "" || description.length > 512),
      [],
    );
  });

  it("hold AWS's limits of size for any regions and a dozen principals", () => {
    const roles = fc
      .array(fc.stringMatching(/^[\w+=,.@-]{1,64}$/), { minLength: 1, maxLength: 12 })
      .map((names) => names.map((name) => `arn:aws:iam::123456789012:role/${name}`));
    fc.assert(
      fc.property(fc.subarray([...KNOWN_REGIONS], { minLength: 1 }), roles, (governedRegions, deployers) => {
        const { policies } = organizationPolicies({ ...WHOLE, governedRegions, deployers: deployers.slice(0, 4) });
        return policies.every((policy) => exceededLimit(policy) === undefined);
      }),
    );
  });

  it("are too long one character beyond the limit of their type", () => {
    const [policy] = organizationPolicies(LEAST, ["ai-opt-out"]).policies;
    assert.ok(policy !== undefined);
    const { maximumCharacters } = ORGANIZATION_POLICY_TYPES[policy.type] as { maximumCharacters: number }; // it has one
    assert.equal(exceededLimit({ ...policy, content: "x".repeat(maximumCharacters) }), undefined);
    assert.equal(exceededLimit({ ...policy, content: "x".repeat(maximumCharacters + 1) }), maximumCharacters);
    assert.equal(exceededLimit({ ...policy, type: "S3_POLICY", content: "x".repeat(100_000) }), undefined);
  });
});

describe("The declarative policies of an organization", () => {
  const content = (kind: (typeof ORGANIZATION_POLICY_KINDS)[number]): unknown =>
    JSON.parse(organizationPolicies(WHOLE, [kind]).policies[0]?.content ?? "");
  const NONE = { "@@operators_allowed_for_child_policies": ["@@none"] };

  it("opt out of every AI service, for units and accounts below too", () => {
    assert.deepEqual(content("ai-opt-out"), {
      services: { ...NONE, default: { ...NONE, opt_out_policy: { "@@assign": "optOut", ...NONE } } },
    });
  });

  it("block public images and snapshots and the serial console, and ask for tokens", () => {
    assert.deepEqual(content("instances"), {
      ec2_attributes: {
        exception_message: {
          "@@assign": "The organization's AI governance decides this. Ask whoever manages the organization.",
        },
        image_block_public_access: { state: { "@@assign": "block_new_sharing", ...NONE } },
        snapshot_block_public_access: { state: { "@@assign": "block_all_sharing", ...NONE } },
        serial_console_access: { status: { "@@assign": "disabled", ...NONE } },
        instance_metadata_defaults: {
          http_tokens: { "@@assign": "required", ...NONE },
          http_put_response_hop_limit: { "@@assign": "2", ...NONE },
          http_endpoint: { "@@assign": "enabled", ...NONE },
          instance_metadata_tags: { "@@assign": "no_preference", ...NONE },
        },
      },
    });
  });

  it("make no bucket public", () => {
    assert.deepEqual(content("public-buckets"), {
      s3_attributes: { public_access_block_configuration: { "@@assign": "all" } },
    });
  });

  it("put the guardrail of its region before every model and every prompt", () => {
    assert.deepEqual(content("guardrails"), {
      bedrock: {
        guardrail_inference: {
          "eu-central-1": {
            config_1: {
              identifier: { "@@assign": GUARDRAIL },
              selective_content_guarding: {
                system: { "@@assign": "comprehensive" },
                messages: { "@@assign": "comprehensive" },
              },
              model_enforcement: { included_models: { "@@assign": ["ALL"] } },
            },
          },
        },
      },
    });
  });
});

describe("What an organization decides", () => {
  it("is free of mistakes as the examples give it", () => {
    assert.deepEqual(mistakesIn(LEAST), []);
    const every = {
      inferenceRegions: ["eu-north-1", "unspecified"],
      breakGlassPrincipals: ["arn:aws:iam::123456789012:user/x"],
    };
    assert.deepEqual(mistakesIn({ ...WHOLE, ...every, trustedAccounts: ["999988887777"] }), []);
  });

  const MISTAKES: readonly Partial<OrganizationGovernance>[] = [
    { governedRegions: [] },
    { governedRegions: ["Frankfurt"] },
    { inferenceRegions: ["everywhere"] },
    { approvedModels: [] },
    { approvedModels: ["Claude!"] },
    { deployers: [] },
    { deployers: ["*"] },
    { breakGlassPrincipals: ["arn:aws:iam::123456789012:root"] },
    { organizationId: "o-short" },
    { trustedAccounts: ["12345678901"] },
    { guardrails: { "us-east-1": GUARDRAIL } },
    { guardrails: { "eu-central-1": GUARDRAIL.replace(/1$/, "DRAFT") } },
  ];
  for (const change of MISTAKES) {
    it(`is refused with ${JSON.stringify(change)}`, () => {
      const [mistake, ...others] = mistakesIn({ ...WHOLE, ...change });
      const [[option, got] = []] = Object.entries(change);
      assert.deepEqual([mistake?.option, mistake?.got, others], [option, got, []]);
      assert.ok(mistake !== undefined && mistake.allowed !== "" && mistake.fix.endsWith("."));
    });
  }
});

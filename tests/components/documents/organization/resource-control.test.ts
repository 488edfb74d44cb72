import assert from "node:assert/strict";
import type { OrganizationGovernance } from "../../../../components/documents/organization/governance";
import { guardEvidence } from "../../../../components/documents/organization/resource-control";
import { ACCOUNT, ADMINISTRATOR, isLetThrough, type SimulatedCall } from "../../../support/iam-simulator";
import { stackState } from "../../../support/prod-state";

const ORGANIZATION = "o-a1b2c3d4e5";
const DEPLOYER = `arn:aws:iam::${ACCOUNT}:role/baseline-deployer`;
const GOVERNANCE: OrganizationGovernance = {
  governedRegions: ["eu-central-1"],
  deployers: [DEPLOYER],
  trustedAccounts: ["999988887777"],
};
const POLICY = guardEvidence(GOVERNANCE, ORGANIZATION);

const BUCKET = "arn:aws:s3:::baseline-trail-1";
const OBJECT = `${BUCKET}/AWSLogs/1.gz`;
const KEY = `arn:aws:kms:eu-central-1:${ACCOUNT}:key/1`;
const WITHIN = {
  "aws:PrincipalOrgID": ORGANIZATION,
  "aws:PrincipalAccount": ACCOUNT,
  "aws:PrincipalIsAWSService": "false",
};
const OUTSIDE = { "aws:PrincipalOrgID": "o-zzzzzzzzzz", "aws:PrincipalIsAWSService": "false" };

/** A policy that lets everybody in, so that the control alone decides. */
const OPEN = {
  Version: "2012-10-17",
  Statement: [{ Sid: "Open", Effect: "Allow", Principal: "*", Action: "*", Resource: "*" }],
};

function passes(call: SimulatedCall): Promise<boolean> {
  return isLetThrough({ resourcePolicy: OPEN, resourceControlPolicies: [POLICY], context: WITHIN, ...call });
}

describe("The resource control policy for evidence", () => {
  it("refuses principals outside of the organization, but for trusted accounts, whatever the bucket's or key's policy says", async () => {
    for (const [action, resource] of [
      ["s3:GetObject", OBJECT],
      ["s3:ListBucket", BUCKET],
      ["kms:Decrypt", KEY],
    ] as const) {
      const by = (account: string): SimulatedCall => ({
        action,
        resource,
        principal: `arn:aws:iam::${account}:role/reader`,
        context: { ...OUTSIDE, "aws:PrincipalAccount": account },
      });
      assert.equal(await passes(by("111122223333")), false, action);
      assert.equal(await passes(by("999988887777")), true, action);
      assert.equal(await passes({ action, resource }), true, action);
    }
  });

  it("leaves buckets without evidence alone", async () => {
    const context = { ...OUTSIDE, "aws:PrincipalAccount": "111122223333" };
    const principal = "arn:aws:iam::111122223333:role/reader";
    assert.equal(await passes({ action: "s3:GetObject", resource: "arn:aws:s3:::team/a", principal, context }), true);
  });

  it("refuses what does not come over TLS", async () => {
    const context = { ...WITHIN, "aws:SecureTransport": "false" };
    assert.equal(await passes({ action: "s3:GetObject", resource: OBJECT, context }), false);
  });

  it("refuses to take evidence away, but for those who deploy", async () => {
    for (const [action, resource] of [
      ["s3:DeleteObjectVersion", OBJECT],
      ["s3:BypassGovernanceRetention", OBJECT],
      ["s3:PutBucketPolicy", BUCKET],
      ["s3:PutLifecycleConfiguration", BUCKET],
    ] as const) {
      assert.equal(await passes({ action, resource, principal: ADMINISTRATOR }), false, action);
      assert.equal(await passes({ action, resource, principal: DEPLOYER }), true, action);
    }
  });

  it("lets AWS's services deliver for accounts of the organization, and for no others", async () => {
    const deliver = (service: string, source: Readonly<Record<string, string>>): SimulatedCall => ({
      action: "s3:PutObject",
      resource: OBJECT,
      principal: service,
      context: { "aws:PrincipalIsAWSService": "true", ...source },
    });
    for (const service of ["cloudtrail.amazonaws.com", "config.amazonaws.com", "bedrock.amazonaws.com"]) {
      const home = { "aws:SourceAccount": ACCOUNT, "aws:SourceOrgID": ORGANIZATION };
      assert.equal(await passes(deliver(service, home)), true, service);
      const strange = { "aws:SourceAccount": "111122223333", "aws:SourceOrgID": "o-zzzzzzzzzz" };
      assert.equal(await passes(deliver(service, strange)), false, service);
      assert.equal(await passes(deliver(service, { "aws:SourceAccount": "111122223333" })), false, service);
      assert.equal(await passes(deliver(service, {})), true, `${service}, which does not say for whom`);
    }
  });

  it("lets every service do what the policies of the prod stack's buckets let it", async function () {
    this.timeout(120_000);
    const { resources } = (await stackState("prod")).deployment;
    let granted = 0;
    for (const { inputs } of resources.filter(({ type }) => type === "aws:s3/bucketPolicy:BucketPolicy")) {
      for (const statement of statementsOf(textOf(inputs["policy"]))) {
        const { Service: service } = statement.Principal as { readonly Service?: string }; // the form of our documents
        if (statement.Effect === "Allow" && service !== undefined) {
          const from = { "aws:SourceAccount": ACCOUNT, "aws:SourceOrgID": ORGANIZATION };
          for (const action of [statement.Action].flat()) {
            const resource = String([statement.Resource].flat()[0]).replaceAll("*", "x");
            const context = { "aws:PrincipalIsAWSService": "true", ...from };
            assert.equal(await passes({ action, resource, principal: service, context }), true, `${service} ${action}`);
            granted += 1;
          }
        }
      }
    }
    assert.ok(granted > 5, String(granted));
  });
});

interface BucketStatement {
  readonly Effect: string;
  readonly Principal: unknown;
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
}

function statementsOf(policy: string): readonly BucketStatement[] {
  return (JSON.parse(policy) as { readonly Statement: readonly BucketStatement[] }).Statement; // the form of our documents
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : assert.fail(`no text: ${JSON.stringify(value)}`);
}

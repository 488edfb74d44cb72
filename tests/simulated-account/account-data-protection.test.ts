/** What the setting accountDataProtection declares, applied to a simulated account by the real Terraform AWS provider, and verified there. */
import assert from "node:assert/strict";
import { CloudWatchLogs } from "@aws-sdk/client-cloudwatch-logs";
import { requireRealProvider } from "../support/account-tools";
import { type AppliedPart, HOME, applyPart } from "../support/real-provider/applied-part";

const POLICY = { policyName: `baseline-${HOME}-masking-policy`, policyType: "DATA_PROTECTION_POLICY" } as const;

describe("data that is masked in every log group, in an account", function () {
  this.timeout(300_000);
  let part: AppliedPart;
  let logs: CloudWatchLogs;

  before(async function () {
    requireRealProvider(this);
    part = await applyPart({ accountDataProtection: "all" }, ({ urn }) =>
      urn.includes("$ai-governance-baseline:index:AccountDataProtection$"),
    );
    logs = new CloudWatchLogs(part.account.clientSettings(HOME));
  });

  after(() => part.close());

  const said = () => part.said(part.deployed);

  it("is what was declared", async () => {
    assert.deepEqual(await said(), []);
    const { accountPolicies = [] } = await logs.describeAccountPolicies(POLICY);
    assert.deepEqual(
      accountPolicies.map(({ policyName, scope }) => [policyName, scope]),
      [[POLICY.policyName, "ALL"]],
    );
  });

  it("is seen to leave something out", async () => {
    const { accountPolicies: [policy] = [] } = await logs.describeAccountPolicies(POLICY);
    const policyDocument = policy?.policyDocument ?? "";
    const fewer = policyDocument.replaceAll(/"arn:aws:dataprotection::aws:data-identifier\/EmailAddress", ?/g, "");
    assert.notEqual(fewer, policyDocument);
    await logs.putAccountPolicy({ ...POLICY, policyDocument: fewer });
    const finding = `fail verify-logs-account-policy-as-declared ${POLICY.policyName}: lacks arn:aws:dataprotection::aws:data-identifier/EmailAddress in the account; the stack declares it`;
    // One for the statement that finds, one for the statement that masks.
    assert.deepEqual(await said(), [finding, finding]);
    await logs.putAccountPolicy({ ...POLICY, policyDocument });
    assert.deepEqual(await said(), []);
  });

  it("is seen to be gone", async () => {
    await logs.deleteAccountPolicy(POLICY);
    assert.deepEqual(await said(), [
      `fail verify-logs-account-policy-as-declared ${POLICY.policyName}: is missing in the account; the stack declares it (${POLICY.policyName} in ${HOME})`,
    ]);
  });
});

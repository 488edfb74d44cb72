/** What the setting accountDataProtection declares, applied to a simulated account by the real Terraform AWS provider, and verified there. */
import assert from "node:assert/strict";
import { CloudWatchLogs } from "@aws-sdk/client-cloudwatch-logs";
import { accountReader } from "../../account/reader";
import { verifyStack } from "../../account/stack";
import { type StackState, urnParts } from "../../pulumi/stack-state";
import { requireRealProvider } from "../support/account-tools";
import { emptyAccount } from "../support/accounts";
import { inEnvironment } from "../support/environment";
import { stackState } from "../support/prod-state";
import { deployedState } from "../support/real-provider/deployed-state";
import { providerSchema } from "../support/real-provider/provider-schema";
import { ProviderWorkspace, textOf } from "../support/real-provider/provider-workspace";
import type { SimulatedAccount } from "../support/simulated-account/simulated-account";

/** That of the sandbox stack. */
const ACCOUNT = "444455556666";
const HOME = "eu-central-1";
const POLICY = { policyName: `baseline-${HOME}-masking-policy`, policyType: "DATA_PROTECTION_POLICY" } as const;

describe("data that is masked in every log group, in an account", function () {
  this.timeout(300_000);
  let account: SimulatedAccount;
  let workspace: ProviderWorkspace;
  let deployed: StackState;
  let logs: CloudWatchLogs;

  before(async function () {
    requireRealProvider(this);
    const whole = await stackState("sandbox", { accountDataProtection: "all" });
    const resources = whole.deployment.resources.filter(
      ({ urn, type }) =>
        !type.startsWith("aws:") || urn.includes("$ai-governance-baseline:index:AccountDataProtection$"),
    );
    const previewed = { ...whole, deployment: { ...whole.deployment, resources } };
    account = await emptyAccount(ACCOUNT);
    logs = new CloudWatchLogs(account.clientSettings(HOME));
    workspace = await ProviderWorkspace.open(account);
    const applied = await workspace.apply(previewed);
    assert.deepEqual(applied.rejected.map(textOf), []);
    deployed = deployedState(previewed, applied, await providerSchema());
  });

  after(async () => {
    workspace.close();
    await account.stop();
  });

  const said = () =>
    inEnvironment(account.environment, async () => {
      const results = await verifyStack(accountReader({ homeRegion: HOME }), deployed);
      return results
        .filter(({ result }) => result !== "pass")
        .map(({ check, result, message, urn }) => `${result} ${check} ${urnParts(urn).name}: ${message}`);
    });

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

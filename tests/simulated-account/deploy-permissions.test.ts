/** The real provider deploys, updates and destroys the prod stack with the permissions of docs/permissions/deploy.json. */
import assert from "node:assert/strict";
import { deployPolicy } from "../../account/permissions/iam-policy";
import { matchesPattern } from "../../policies/wildcards";
import { type Front, type FrontAnswer, type FrontCall, frontOf } from "./front";
import { requireRealProvider } from "../support/account-tools";
import { DEPLOYMENT_TIMEOUT, emptyAccount } from "../support/accounts";
import { createNamedBuckets } from "../support/named-buckets";
import { stackState } from "../support/prod-state";
import { ProviderWorkspace, textOf } from "../support/real-provider/provider-workspace";
import type { SimulatedAccount } from "../support/simulated-account/simulated-account";
import { type CalledAction, calledAction } from "./called-actions";

/** Who has credentials may ask who they are; the provider asks IAM too, and is content with a refusal. */
const NO_PERMISSION_NEEDED = ["sts:GetCallerIdentity", "iam:GetUser"];

function isAllowed({ action, resource }: CalledAction): boolean {
  return deployPolicy().Statement.some(
    ({ Action, Resource }) =>
      Action.includes(action) &&
      (resource === undefined || Resource.some((pattern) => matchesPattern(pattern, resource))),
  );
}

describe("the deploy policy", function () {
  this.timeout(DEPLOYMENT_TIMEOUT);
  let account: SimulatedAccount;
  let front: Front;
  let workspace: ProviderWorkspace;
  const called = new Set<string>();
  const refused = new Set<string>();

  /** Refuses what the policy does not allow, as IAM would. */
  function enforce(call: FrontCall): FrontAnswer {
    const { action, resource } = calledAction(call);
    called.add(action);
    if (NO_PERMISSION_NEEDED.includes(action) || isAllowed(calledAction(call))) {
      return undefined;
    }
    refused.add(`${action} on ${resource ?? "?"}`);
    return { status: 403, code: "AccessDenied" };
  }

  before(async function () {
    requireRealProvider(this);
    account = await emptyAccount("111122223333");
    await createNamedBuckets(account, await stackState("prod"));
    front = await frontOf(account.endpoint, enforce);
    workspace = await ProviderWorkspace.open({
      ...account,
      environment: { ...account.environment, AWS_ENDPOINT_URL: front.endpoint },
    });
  });

  after(async () => {
    workspace.close();
    await front.close();
    await account.stop();
  });

  it("lets the real provider deploy the prod stack", async () => {
    const { rejected } = await workspace.apply(await stackState("prod"));
    assert.deepEqual(rejected.map(textOf), []);
    assert.deepEqual([...refused], []);
    assert.ok(called.has("cloudtrail:CreateTrail") && called.has("s3:PutBucketPolicy"), [...called].join(", "));
  });

  it("lets it destroy the stack again, but for the evidence that buckets hold", async () => {
    const rejected = (await workspace.destroy()).map(textOf);
    assert.deepEqual(
      rejected.filter((text) => !text.includes("api error BucketNotEmpty")),
      [],
    );
    assert.deepEqual([...refused], []);
    assert.ok(called.has("cloudtrail:DeleteTrail") && called.has("s3:DeleteBucket"), [...called].join(", "));
  });
});

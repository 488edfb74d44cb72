/** What a stack adopts is held to the rules of what it declares: the things of the prod stack, adopted by another one. */
import assert from "node:assert/strict";
import { type Adopted, adoptedBy, observeAdopted } from "../../account/adopted";
import { accountReader } from "../../account/reader";
import { evaluate } from "../../gate/evaluate";
import type { StackState } from "../../pulumi/stack-state";
import { requireRealProvider } from "../support/account-tools";
import { type DeployedAccount, DEPLOYMENT_TIMEOUT, deployedAccount } from "../support/accounts";
import { sharedPack } from "../support/shared-pack";
import { type Clients, clientsOf } from "./breakages";
import { inEnvironment } from "../support/environment";

const HOME = "eu-central-1";
const TRAIL = "arn:aws:cloudtrail:eu-central-1:111122223333:trail/baseline-trail";
const TOPIC = "arn:aws:sns:eu-central-1:111122223333:baseline-eu-central-1-alerts";
const BUCKET = "arn:aws:s3:::baseline-trail-bucket-111122223333-eu-central-1";

const ADOPTED: readonly Adopted[] = [
  { type: "aws:cloudtrail/trail:Trail", region: HOME, id: TRAIL },
  { type: "aws:cfg/recorder:Recorder", region: HOME, id: "baseline-eu-central-1-recorder-recorder" },
  {
    type: "aws:bedrockmodel/invocationLoggingConfiguration:InvocationLoggingConfiguration",
    region: HOME,
    id: HOME,
  },
  { type: "aws:cloudwatch/logGroup:LogGroup", region: HOME, id: "/aws/cloudtrail/baseline-trail" },
  { type: "aws:s3/bucket:Bucket", region: HOME, id: BUCKET },
  { type: "aws:sns/topic:Topic", region: HOME, id: TOPIC },
];

describe("what a stack adopts", function () {
  this.timeout(DEPLOYMENT_TIMEOUT);
  let deployed: DeployedAccount;
  let aws: Clients;

  before(async function () {
    requireRealProvider(this);
    deployed = await deployedAccount("prod");
    aws = clientsOf(deployed.account);
  });

  /** Each thing with what is wrong with it. */
  const wrong = async (adopted: readonly Adopted[] = ADOPTED): Promise<readonly string[]> => {
    const stack = adopting(adopted);
    const { state, results } = await inEnvironment(deployed.account.environment, () =>
      observeAdopted(accountReader({ homeRegion: HOME }), adoptedBy(stack.deployment.resources), stack, () => true),
    );
    const { findings, rules } = await evaluate(await sharedPack(), state, { policyConfig: {}, opaque: [] });
    const ofResources = new Set(rules.filter(({ scope }) => scope === "resource").map(({ id }) => id));
    const judged = findings.filter(({ rule, result }) => ofResources.has(rule) && result !== "pass");
    assert.ok(findings.some(({ result }) => result === "pass") || state.deployment.resources.length === 1);
    return [
      ...results.filter(({ result }) => result !== "pass").map(({ check, message }) => `${check}: ${message}`),
      ...judged.map(({ rule, property = "", message }) => `${rule}: ${property} ${message}`),
    ];
  };

  it("satisfies the rules where it is as the prod stack made it", async () => {
    const found = await wrong();
    // Who adopts a configuration did not switch audio off, and the provider cannot.
    assert.deepEqual(
      found.filter((text) => !text.startsWith("verify-bedrock-invocation-logging-audio")),
      [],
    );
  });

  it("fails the rule of what is not as it must be", async () => {
    await aws.cloudtrail.updateTrail({ Name: TRAIL, EnableLogFileValidation: false });
    try {
      const found = await wrong(ADOPTED.slice(0, 1));
      assert.equal(found.length, 1, found.join("\n"));
      assert.match(found[0] ?? "", /^cloudtrail-log-file-validation-enabled: enableLogFileValidation is false/);
    } finally {
      await aws.cloudtrail.updateTrail({ Name: TRAIL, EnableLogFileValidation: true });
    }
  });

  it("is missing by name where there is no such thing", async () => {
    const id = "arn:aws:cloudtrail:eu-central-1:111122223333:trail/none";
    const found = await wrong([{ type: "aws:cloudtrail/trail:Trail", region: HOME, id }]);
    assert.ok(
      found.includes(
        `verify-cloudtrail-trail-as-declared: is missing in the account; the stack adopts it (${id} in ${HOME})`,
      ),
      found.join("\n"),
    );
  });

  it("is undecided where its type is not read", async () => {
    assert.deepEqual(await wrong([{ type: "aws:dynamodb/table:Table", region: HOME, id: "table" }]), [
      "verify-complete: is not read by verify",
    ]);
  });
});

/** A stack that only adopts. */
function adopting(adopted: readonly Adopted[]): StackState {
  const type = "ai-governance-baseline:index:AccountBaseline";
  const stack = "urn:pulumi:prod::landing-zone::pulumi:pulumi:Stack::landing-zone-prod";
  const inputs = { profile: "regulated", invocationContent: "redacted", adopted: adopted.map((one) => ({ ...one })) };
  return {
    version: 3,
    deployment: {
      manifest: { time: "", magic: "", version: "v3.260.0" },
      resources: [
        { urn: stack, type: "pulumi:pulumi:Stack", custom: false, inputs: {}, outputs: {} },
        {
          urn: `urn:pulumi:prod::landing-zone::${type}::baseline`,
          type,
          custom: false,
          parent: stack,
          inputs,
          outputs: {},
        },
      ],
    },
  };
}

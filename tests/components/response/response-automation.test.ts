import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";

import { OptionError } from "../../../components/base/options";
import { approvedRunbook } from "../../../components/documents/automation";
import { automationTrust } from "../../../components/documents/config-remediations";
import { policyDocument, policyJson } from "../../../components/documents/iam";
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
import { ResponseAutomation, type ResponseAutomationArgs } from "../../../components/response/response-automation";
import { RESPONSE_IDS } from "../../../runbooks/responses";
import { PLACE, record, type Recording } from "../recorder";

const INDEX = "ai-governance-baseline:index";
const ROLE = "aws:iam/role:Role";
const ROLE_POLICY = "aws:iam/rolePolicy:RolePolicy";
const DOCUMENT = "aws:ssm/document:Document";
const TOPIC = "aws:sns/topic:Topic";
const TOPIC_POLICY = "aws:sns/topicPolicy:TopicPolicy";
const SUBSCRIPTION = "aws:sns/topicSubscription:TopicSubscription";
const TRAIL = "arn:aws:cloudtrail:eu-central-1:123456789012:trail/audit";
const KEY = "arn:aws:kms:eu-central-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const APPROVER = "arn:aws:iam::123456789012:role/data-governance";
const LOG_GROUP = { name: "/ai/invocations", days: 90 } as const;
const DECLARED = {
  textDataDeliveryEnabled: true,
  imageDataDeliveryEnabled: false,
  embeddingDataDeliveryEnabled: false,
  videoDataDeliveryEnabled: false,
  cloudWatchConfig: { logGroupName: "/ai/invocations", roleArn: "arn:aws:iam::123456789012:role/deliver" },
};
const ALL = {
  approvers: [APPROVER],
  trailArn: TRAIL,
  invocationLogging: DECLARED,
  logGroups: [LOG_GROUP],
  keyArns: [KEY],
} as const satisfies ResponseAutomationArgs;
const PLANNED: readonly PlannedResponse[] = [
  disableEndpoint(PLACE),
  restoreTrailLogging(TRAIL),
  restoreInvocationLogging(PLACE, DECLARED),
  restoreLogRetention(PLACE, [LOG_GROUP]),
  cancelKeyDeletion([KEY]),
];
const TOPIC_ARN = "arn:aws:sns:eu-central-1:123456789012:Automation-answer";

function made(args: ResponseAutomationArgs): Promise<Recording> {
  return record(() => new ResponseAutomation("answer", args));
}

describe("ResponseAutomation", () => {
  it("is a key, a topic, and for each response a role, its policy and a document", async () => {
    assert.deepEqual(
      (await made(ALL)).children(),
      [
        `${INDEX}:ResponseAutomation answer`,
        `${INDEX}:CustomerManagedKey answer-key`,
        "aws:kms/key:Key answer-key",
        "aws:kms/alias:Alias answer-key-alias",
        `${INDEX}:NotificationTopic answer-topic`,
        `${TOPIC} answer-topic`,
        `${TOPIC_POLICY} answer-topic-policy`,
        ...RESPONSE_IDS.flatMap((id) => [
          `${ROLE} answer-${id}-role`,
          `${ROLE_POLICY} answer-${id}-role-policy`,
          `${DOCUMENT} answer-${id}`,
        ]),
      ].sort(),
    );
  });

  for (const planned of PLANNED) {
    const { id, fix, statements } = planned;
    it(`has a document for ${id} that asks before it changes, and a role for its calls and the question`, async () => {
      const recording = await made(ALL);
      const { content, ...document } = recording.inputs(DOCUMENT, `answer-${id}`);
      assert.deepEqual(document, { name: `answer-${id}`, documentType: "Automation", documentFormat: "JSON" });
      assert.equal(
        content,
        approvedRunbook(fix, {
          approvers: [APPROVER],
          minimum: 1,
          topicArn: TOPIC_ARN,
          roleArn: `arn:aws:iam:${PLACE.region}:${PLACE.accountId}:role/answer-${id}-role`,
          message: approvalMessage(PLACE, planned),
        }),
      );
      assert.deepEqual(recording.inputs(ROLE, `answer-${id}-role`), {
        name: `answer-${id}-role`,
        description: `Systems Manager Automation runs the response answer-${id}`,
        assumeRolePolicy: policyJson([automationTrust(PLACE, PLACE.region)]),
      });
      const keyArn = keyOf(recording, id);
      assert.deepEqual(recording.inputs(ROLE_POLICY, `answer-${id}-role-policy`), {
        name: `answer-${id}-role-policy`,
        role: `answer-${id}-role`,
        policy: policyJson([...statements, ...askingStatements(PLACE, { topicArn: TOPIC_ARN, keyArn })]),
      });
      // The topic's ARN is made of its name and does not say by itself that the topic has to exist.
      assert.deepEqual(recording.registration(DOCUMENT, `answer-${id}`).dependsOn, [
        `${TOPIC_POLICY} answer-topic-policy`,
      ]);
    });
  }

  it("asks by an encrypted topic whose name Automation takes, which no service may publish to", async () => {
    const recording = await made({ ...ALL, subscribers: [{ protocol: "email", endpoint: "data@example.com" }] });
    assert.deepEqual(recording.inputs(TOPIC, "answer-topic"), {
      name: "Automation-answer",
      kmsMasterKeyId: keyOf(recording, "disable-endpoint"),
    });
    assert.deepEqual(recording.document(TOPIC_POLICY, "answer-topic-policy", "policy"), {
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "DenyInsecureTransport",
          Effect: "Deny",
          Principal: "*",
          Action: "sns:Publish",
          Resource: TOPIC_ARN,
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
      ],
    });
    const { protocol, endpoint } = recording.inputs(SUBSCRIPTION, "answer-topic-email-data@example.com");
    assert.deepEqual([protocol, endpoint], ["email", "data@example.com"]);
  });

  it("makes only what is given, in the region that is named, and there alone", async () => {
    const recording = await made({ approvers: [APPROVER], region: "us-east-1" });
    const documents = recording.registrations.filter(({ type }) => type === DOCUMENT);
    assert.deepEqual(
      documents.map(({ name, inputs }) => [name, inputs["region"]]),
      [["answer-disable-endpoint", "us-east-1"]],
    );
    const { assumeRolePolicy } = recording.inputs(ROLE, "answer-disable-endpoint-role");
    assert.deepEqual(JSON.parse(String(assumeRolePolicy)), policyDocument([automationTrust(PLACE, "us-east-1")]));
    const { policy } = recording.inputs(ROLE_POLICY, "answer-disable-endpoint-role-policy");
    assert.match(String(policy), /arn:aws:sagemaker:us-east-1:123456789012:endpoint\/\*/);
    const without = await made({ approvers: [APPROVER], disableEndpoints: false, trailArn: pulumi.output(TRAIL) });
    assert.deepEqual(
      without.registrations.filter(({ type }) => type === DOCUMENT).map(({ name }) => name),
      ["answer-restore-trail-logging"],
    );
  });

  it("takes a key that exists, and as many approvals as there are approvers", async () => {
    const approvers = Array.from({ length: 10 }, (_, index) => `${APPROVER}-${index}`);
    const recording = await made({ ...ALL, approvers, minimumApprovals: 10, key: { existing: { arn: KEY } } });
    assert.equal(recording.inputs(TOPIC, "answer-topic")["kmsMasterKeyId"], KEY);
    const { content } = recording.inputs(DOCUMENT, "answer-disable-endpoint");
    assert.match(String(content), /"MinRequiredApprovals":10,"Approvers":\["arn:aws:iam::123456789012:role\/data/);
  });

  const REFUSED: readonly (readonly [string, ResponseAutomationArgs, RegExp])[] = [
    ["no approver", { approvers: [] }, /^ResponseAutomation "answer": approvers is \[\]\. Allowed: ARNs of 1 to 10 /],
    ["an approver by name", { approvers: ["alice"] }, /approvers is \["alice"\]/],
    ["every role as an approver", { approvers: ["arn:aws:iam::123456789012:role/*"] }, /approvers is /],
    ["an approver twice", { approvers: [APPROVER, APPROVER] }, /approvers is /],
    [
      "eleven approvers",
      { approvers: Array.from({ length: 11 }, (_, index) => `${APPROVER}-${index}`) },
      /approvers is .* Allowed: ARNs of 1 to 10 IAM roles and users, each once/,
    ],
    ["no approval", { ...ALL, minimumApprovals: 0 }, /minimumApprovals is 0\. Allowed: .* from 1 to 1/],
    ["more approvals than approvers", { ...ALL, minimumApprovals: 2 }, /minimumApprovals is 2\. /],
    [
      "nothing to respond to",
      { approvers: [APPROVER], disableEndpoints: false },
      /disableEndpoints is false\. Allowed: true, or with it one of trailArn, /,
    ],
    ["an alias for a key", { ...ALL, key: { existing: { arn: "alias/a" } } }, /key\.existing\.arn is "alias\/a"/],
    [
      "a protection of the key that it does not make",
      { ...ALL, key: { existing: { arn: KEY } }, breakGlassPrincipals: [APPROVER] },
      /breakGlassPrincipals is .* which would ignore it/,
    ],
  ];
  for (const [title, args, message] of REFUSED) {
    it(`refuses ${title}`, () => {
      assert.throws(
        () => new ResponseAutomation("answer", args),
        (error) => {
          assert.ok(error instanceof OptionError);
          assert.match(error.message, message);
          return true;
        },
      );
    });
  }
});

/** The topic's key, as the role's policy names it. */
function keyOf(recording: Recording, id: string): string {
  const { policy } = recording.inputs(ROLE_POLICY, `answer-${id}-role-policy`);
  // The form is asserted whole above.
  const { Statement } = JSON.parse(String(policy)) as {
    readonly Statement: readonly { Sid: string; Resource: string }[];
  };
  return Statement.find(({ Sid }) => Sid === "EncryptRequest")?.Resource ?? "";
}

import assert from "node:assert/strict";

import * as pulumi from "@pulumi/pulumi";

import {
  type EndpointAuthorization,
  EventForwarding,
  type EventForwardingArgs,
} from "../../../components/events/event-forwarding";
import { FindingAlerts } from "../../../components/events/finding-alerts";
import { GovernanceEvents } from "../../../components/events/governance-events";
import { SECRET_SIGNATURE, SIGNATURE_KEY } from "../../../pulumi/wire";
import { record, type Recording } from "../recorder";

const QUEUE = "aws:sqs/queue:Queue";
const QUEUE_POLICY = "aws:sqs/queuePolicy:QueuePolicy";
const ROLE = "aws:iam/role:Role";
const ROLE_POLICY = "aws:iam/rolePolicy:RolePolicy";
const CONNECTION = "aws:cloudwatch/eventConnection:EventConnection";
const ENDPOINT = "aws:cloudwatch/eventApiDestination:EventApiDestination";
const TARGET = "aws:cloudwatch/eventTarget:EventTarget";

const TYPE = "ai-governance-baseline:index:EventForwarding";
const COMPONENT = `${TYPE} siem`;
const UNDELIVERED = "arn:aws:sqs:eu-central-1:123456789012:alerts-undelivered";
const OWN_QUEUE = { arn: "arn:aws:sqs:eu-central-1:123456789012:events" };
const OTHER_QUEUE = { arn: "arn:aws:sqs:eu-central-1:444455556666:events", crossAccount: true };
const KEY_ARN = "arn:aws:kms:eu-central-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const TOPIC = "arn:aws:sns:eu-central-1:123456789012:alerts";
const SECRET = "correct-horse";
const API_KEY: EndpointAuthorization = { type: "apiKey", header: "x-api-key", secret: SECRET };
const SIEM = { url: "https://ingest.example.com/v1/events", authorization: API_KEY };

describe("EventForwarding", () => {
  it("to a queue of the account makes nothing but what keeps what could not be delivered", async () => {
    const made = await forwarding({ queue: OWN_QUEUE });
    assert.deepEqual(
      made.children(),
      [COMPONENT, `${QUEUE} siem-undelivered`, `${QUEUE_POLICY} siem-undelivered-policy`].sort(),
    );
    assert.deepEqual(made.inputs(QUEUE, "siem-undelivered"), {
      name: "siem-undelivered",
      messageRetentionSeconds: 1_209_600,
      sqsManagedSseEnabled: true,
    });
    assert.deepEqual((await forwarding({ queue: OWN_QUEUE, undeliveredQueueArn: UNDELIVERED })).children(), [
      COMPONENT,
    ]);
  });

  it("to a queue of another account is by a role that may send to it alone", async () => {
    const made = await forwarding({ queue: OTHER_QUEUE, undeliveredQueueArn: UNDELIVERED });
    assert.deepEqual(made.children(), [COMPONENT, `${ROLE} siem-role`, `${ROLE_POLICY} siem-role-policy`].sort());
    assert.deepEqual(made.document(ROLE_POLICY, "siem-role-policy", "policy"), {
      Version: "2012-10-17",
      Statement: [{ Sid: "SendToQueue", Effect: "Allow", Action: "sqs:SendMessage", Resource: OTHER_QUEUE.arn }],
    });
    assert.deepEqual(made.document(ROLE, "siem-role", "assumeRolePolicy"), {
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "EventBridgeForwards",
          Effect: "Allow",
          Principal: { Service: "events.amazonaws.com" },
          Action: "sts:AssumeRole",
          Condition: {
            StringEquals: { "aws:SourceAccount": "123456789012" },
            ArnLike: { "aws:SourceArn": "arn:aws:events:eu-central-1:123456789012:rule/*" },
          },
        },
      ],
    });
  });

  it("to a queue that another account encrypts with a key of its own is by that key too, for SQS in the region", async () => {
    const made = await forwarding({ queue: { ...OTHER_QUEUE, keyArn: KEY_ARN }, undeliveredQueueArn: UNDELIVERED });
    assert.deepEqual(made.document(ROLE_POLICY, "siem-role-policy", "policy"), {
      Version: "2012-10-17",
      Statement: [
        { Sid: "SendToQueue", Effect: "Allow", Action: "sqs:SendMessage", Resource: OTHER_QUEUE.arn },
        {
          Sid: "EncryptMessages",
          Effect: "Allow",
          Action: ["kms:Decrypt", "kms:GenerateDataKey"],
          Resource: KEY_ARN,
          Condition: { StringEquals: { "kms:ViaService": "sqs.eu-central-1.amazonaws.com" } },
        },
      ],
    });
  });

  it("to an endpoint is by a connection with its secret, and a role that may invoke it alone", async () => {
    const made = await forwarding({ endpoint: SIEM, undeliveredQueueArn: UNDELIVERED, region: "us-east-1" });
    assert.deepEqual(
      made.children(),
      [
        COMPONENT,
        `${CONNECTION} siem-connection`,
        `${ENDPOINT} siem-endpoint`,
        `${ROLE} siem-role`,
        `${ROLE_POLICY} siem-role-policy`,
      ].sort(),
    );
    assert.deepEqual(made.inputs(CONNECTION, "siem-connection"), {
      name: "siem",
      description: "Signs in where governance events are sent",
      authorizationType: "API_KEY",
      authParameters: asSecret({ apiKey: { key: "x-api-key", value: SECRET } }),
      region: "us-east-1",
    });
    const { connectionArn, ...endpoint } = made.inputs(ENDPOINT, "siem-endpoint");
    assert.equal(typeof connectionArn, "string");
    assert.deepEqual(endpoint, {
      name: "siem",
      description: "Takes governance events",
      invocationEndpoint: SIEM.url,
      httpMethod: "POST",
      invocationRateLimitPerSecond: 10,
      region: "us-east-1",
    });
    assert.deepEqual(made.document(ROLE_POLICY, "siem-role-policy", "policy"), {
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "InvokeEndpoint",
          Effect: "Allow",
          Action: "events:InvokeApiDestination",
          Resource: "arn:aws:events:us-east-1:123456789012:api-destination/siem/*",
        },
      ],
    });
  });

  it("signs in by a password, or by a token that it asks for", async () => {
    const basic: EndpointAuthorization = { type: "basic", username: "baseline", secret: pulumi.secret(SECRET) };
    assert.deepEqual(await signIn(basic), {
      authorizationType: "BASIC",
      authParameters: asSecret({ basic: { username: "baseline", password: SECRET } }),
    });
    const oauth = { type: "oauth", clientId: "id", secret: SECRET, tokenUrl: "https://id.example.com/token" } as const;
    const tokenOf = (httpMethod: string, bodies: object[]) => ({
      authorizationType: "OAUTH_CLIENT_CREDENTIALS",
      authParameters: asSecret({
        oauth: {
          authorizationEndpoint: oauth.tokenUrl,
          httpMethod,
          clientParameters: { clientId: "id", clientSecret: SECRET },
          oauthHttpParameters: { bodies },
        },
      }),
    });
    const grant = { key: "grant_type", value: "client_credentials", isValueSecret: false };
    assert.deepEqual(await signIn(oauth), tokenOf("POST", [grant]));
    assert.deepEqual(
      await signIn({ ...oauth, tokenMethod: "PUT", tokenParameters: { scope: "events" } }),
      tokenOf("PUT", [grant, { key: "scope", value: "events", isValueSecret: false }]),
    );
  });

  it("says of itself where it sends to, and keeps the secret as one", async () => {
    const { endpoint } = (await forwarding({ endpoint: SIEM })).inputs(TYPE, "siem");
    assert.deepEqual(endpoint, asSecret({ ...SIEM, method: "POST", invocationsPerSecond: 10 }));
  });

  it("is the targets of rules, which are sent the event whole, with a queue for what could not be delivered", async () => {
    const made = await record(() => {
      const { targets } = new EventForwarding("siem", {
        queue: OTHER_QUEUE,
        endpoint: SIEM,
        undeliveredQueueArn: UNDELIVERED,
      });
      new FindingAlerts("findings", { topicArn: TOPIC, services: ["guardDuty"], forwardTo: targets });
      new GovernanceEvents("events", { topicArn: TOPIC, forwardTo: targets });
    });
    const { roleArn, ...queue } = made.inputs(TARGET, "findings-guardduty-queue");
    assert.equal(typeof roleArn, "string");
    assert.deepEqual(queue, {
      rule: "findings-guardduty",
      targetId: "queue",
      arn: OTHER_QUEUE.arn,
      deadLetterConfig: { arn: UNDELIVERED },
    });
    const endpoint = made.inputs(TARGET, "events-kms-endpoint");
    assert.deepEqual(endpoint["deadLetterConfig"], { arn: UNDELIVERED });
    assert.equal(endpoint["roleArn"], roleArn);
    assert.equal("inputTransformer" in endpoint, false);
  });

  it("has no role on a target whose own policy lets EventBridge in", async () => {
    const made = await record(() => {
      const { targets } = new EventForwarding("siem", { queue: OWN_QUEUE, endpoint: SIEM });
      new FindingAlerts("findings", { topicArn: TOPIC, services: ["guardDuty"], forwardTo: targets });
    });
    assert.equal("roleArn" in made.inputs(TARGET, "findings-guardduty-queue"), false);
    assert.equal("roleArn" in made.inputs(TARGET, "findings-guardduty-endpoint"), true);
  });

  const refused: readonly (readonly [string, EventForwardingArgs, RegExp])[] = [
    ["nothing to send to", {}, /^Error: EventForwarding "siem": queue is undefined\. Allowed: a queue, or an endpoint/],
    ["a FIFO queue", { queue: { arn: `${OWN_QUEUE.arn}.fifo` } }, /queue\.arn is /],
    ["a key of this account's queue", { queue: { ...OWN_QUEUE, keyArn: KEY_ARN } }, /queue\.keyArn is /],
    ["an alias", { queue: { ...OTHER_QUEUE, keyArn: "alias/a" } }, /queue\.keyArn is "alias\/a"/],
    ["plain HTTP", { endpoint: { ...SIEM, url: "http://ingest.example.com" } }, /endpoint\.url is /],
    ["a URL with credentials", { endpoint: { ...SIEM, url: "https://a:b@ingest.example.com" } }, /endpoint\.url is /],
    ["no request a second", { endpoint: { ...SIEM, invocationsPerSecond: 0 } }, /invocationsPerSecond is 0/],
    ["301 requests a second", { endpoint: { ...SIEM, invocationsPerSecond: 301 } }, /invocationsPerSecond is 301/],
    [
      "a header with a space",
      { endpoint: { ...SIEM, authorization: { ...API_KEY, header: "x key" } } },
      /authorization\.header is "x key"/,
    ],
    [
      "an empty secret, which it does not show",
      { endpoint: { ...SIEM, authorization: { ...API_KEY, secret: "a:b" } } },
      /authorization\.secret is "a secret that is not shown"/,
    ],
  ];
  for (const [what, args, message] of refused) {
    it(`refuses ${what}`, async () => {
      await assert.rejects(forwarding(args), message);
    });
  }
});

function forwarding(args: EventForwardingArgs): Promise<Recording> {
  return record(() => new EventForwarding("siem", args));
}

async function signIn(authorization: EndpointAuthorization): Promise<object> {
  const made = await forwarding({ endpoint: { ...SIEM, authorization } });
  const { authorizationType, authParameters } = made.inputs(CONNECTION, "siem-connection");
  return { authorizationType, authParameters };
}

/** What is a secret on the wire to the engine, which encrypts it in the state. */
function asSecret(value: unknown): object {
  return { [SIGNATURE_KEY]: SECRET_SIGNATURE, value };
}

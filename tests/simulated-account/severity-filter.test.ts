/** Subscribers of some severities, at a topic of a simulated account. */
import assert from "node:assert/strict";
import { PublishCommand, SNSClient, SubscribeCommand, CreateTopicCommand } from "@aws-sdk/client-sns";
import { CreateQueueCommand, GetQueueAttributesCommand, ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { severityFilter } from "../../components/alerts/severity-filter";
import { filterArguments } from "../../components/sns/notification-topic";
import { callNotification } from "../../components/documents/event-patterns";
import { type AlertSeverity, severityInDescription } from "../../facts/alerting/severities";
import { requireSimulatedAccount } from "../support/account-tools";
import { emptyAccount } from "../support/accounts";

const REGION = "eu-central-1";

describe("a subscriber of some severities, in the simulated account,", () => {
  let stop = () => Promise.resolve();
  let received: (message: string) => Promise<boolean>;

  before(async function () {
    requireSimulatedAccount(this);
    const account = await emptyAccount("111122223333");
    stop = () => account.stop();
    const sns = new SNSClient(account.clientSettings(REGION));
    const sqs = new SQSClient(account.clientSettings(REGION));
    const { TopicArn = "" } = await sns.send(new CreateTopicCommand({ Name: "alerts" }));
    const { QueueUrl = "" } = await sqs.send(new CreateQueueCommand({ QueueName: "pages-and-tickets" }));
    const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["QueueArn"] }));
    const { filterPolicy = "", filterPolicyScope = "" } = filterArguments(severityFilter(["page", "ticket"]));
    await sns.send(
      new SubscribeCommand({
        TopicArn,
        Protocol: "sqs",
        Endpoint: Attributes?.QueueArn,
        Attributes: { FilterPolicy: filterPolicy, FilterPolicyScope: filterPolicyScope },
      }),
    );
    received = async (message) => {
      await sns.send(new PublishCommand({ TopicArn, Message: message }));
      const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
      return Messages.length > 0;
    };
  });

  after(() => stop());

  const alarm = (description: string): string =>
    JSON.stringify({
      AlarmName: "baseline-audit-alarms-root-use",
      AlarmDescription: description,
      NewStateValue: "ALARM",
    });
  // As EventBridge fills it in, which changes no severity.
  const event = (severity: AlertSeverity, what: string): string =>
    callNotification({ severity, what, runbook: "root-used" }).inputTemplate;
  const cases: readonly (readonly [title: string, message: string, isSent: boolean])[] = [
    ["an event to page for", event("page", "Evidence may be at risk"), true],
    ["an event to mail", event("mail", "Access to models was changed"), false],
    ["an event to follow up", event("ticket", "A model was provisioned"), true],
    ["an alarm to page for", alarm(`The trail is silent. ${severityInDescription("page")}`), true],
    ["an alarm to mail", alarm(`Somebody signed in. ${severityInDescription("mail")}`), false],
    ["an alarm that mentions a severity before its end", alarm("Severity: page. Once upon a time."), false],
    ["an alarm of others", alarm("The disk is full"), false],
    ["a severity elsewhere in the message", JSON.stringify({ severity: "page" }), false],
    ["a message without a severity", JSON.stringify({ account: "111122223333" }), false],
    ["a text", "Severity: page.", false],
  ];
  for (const [title, message, isSent] of cases) {
    it(`is ${isSent ? "" : "not "}sent ${title}`, async () => {
      assert.equal(await received(message), isSent);
    });
  }
});

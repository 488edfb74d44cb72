/** What notifications cost: each publication, and each delivery. */
import type { PriceId } from "../../facts/prices/prices";
import { type Declared, textAt } from "../declared";
import { type Account, everyMonth, ofType, type Usage, type UsagesOf } from "../usage";
import { trailsOf } from "./cloudtrail";

/** The protocols whose deliveries are charged; deliveries to queues and functions are free. */
const DELIVERIES: Readonly<Record<string, PriceId>> = {
  email: "sns.mails",
  "email-json": "sns.mails",
  http: "sns.httpDeliveries",
  https: "sns.httpDeliveries",
  sms: "sns.otherDeliveries",
  application: "sns.otherDeliveries",
};

export const snsUsages: UsagesOf = (account) => [...publications(account), ...deliveries(account)];

/** A topic that trails notify has a message for each of their files; another has what its subscriptions are assumed to get. */
function publications(account: Account): readonly Usage[] {
  return ofType(account, "aws:sns/topic:Topic").map((topic) => {
    const trails = trailsThatNotify(account, topic).length;
    const driver = trails > 0 ? "trailFilesPerMonth" : "mailsPerSubscriptionPerMonth";
    return {
      price: "sns.publications",
      what: "messages published",
      resource: topic,
      quantity: everyMonth(account.volumes[driver] * Math.max(1, trails)),
      drivers: [driver],
      bound: { nothing: "whoever publishes to the topic decides how much" },
    };
  });
}

function trailsThatNotify(account: Account, { properties, region }: Declared): readonly Declared[] {
  const name = textAt(properties, "name");
  return trailsOf(account).filter((trail) => {
    const topic = textAt(trail.properties, "snsTopicName")?.split(":").at(-1);
    return topic !== undefined && topic === name && trail.region === region;
  });
}

function deliveries(account: Account): readonly Usage[] {
  return ofType(account, "aws:sns/topicSubscription:TopicSubscription").flatMap((subscription) => {
    const protocol = textAt(subscription.properties, "protocol") ?? "";
    const price = DELIVERIES[protocol];
    return price === undefined
      ? []
      : [
          {
            price,
            what: `messages delivered by ${protocol}`,
            resource: subscription,
            quantity: everyMonth(account.volumes.mailsPerSubscriptionPerMonth),
            drivers: ["mailsPerSubscriptionPerMonth" as const],
            bound: { setting: "alarmEmails" as const },
          },
        ];
  });
}

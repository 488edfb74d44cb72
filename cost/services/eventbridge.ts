/** What events cost that are sent whole to an endpoint, or to a queue of another account. */
import { type Declared, textAt } from "../declared";
import { type Account, everyMonth, ofType, type Usage, type UsagesOf } from "../usage";

const BOUND = { setting: "eventForwarding", nothing: "what happens in the account decides how much" } as const;

export const eventBridgeUsages: UsagesOf = (account) => [...toEndpoints(account), ...toOtherAccounts(account)];

/** An endpoint is sent what a subscription of the region's topic is told of. */
function toEndpoints(account: Account): readonly Usage[] {
  return ofType(account, "aws:cloudwatch/eventApiDestination:EventApiDestination").map((endpoint) =>
    sent(account, endpoint, "eventbridge.apiDestinationInvocations", "events sent to an endpoint"),
  );
}

/** EventBridge sends by a role to queues of other accounts only. */
function toOtherAccounts(account: Account): readonly Usage[] {
  const targets = ofType(account, "aws:cloudwatch/eventTarget:EventTarget").filter(
    ({ properties }) =>
      textAt(properties, "roleArn") !== undefined && textAt(properties, "arn")?.split(":")[2] === "sqs",
  );
  const firstOfQueue = new Map([...targets].reverse().map((target) => [textAt(target.properties, "arn"), target]));
  return [...firstOfQueue.values()].map((target) =>
    sent(account, target, "eventbridge.crossAccountDeliveries", "events sent to a queue of another account"),
  );
}

function sent({ volumes }: Account, resource: Declared, price: Usage["price"], what: string): Usage {
  return {
    price,
    what,
    resource,
    quantity: everyMonth(volumes.mailsPerSubscriptionPerMonth),
    drivers: ["mailsPerSubscriptionPerMonth"],
    bound: BOUND,
  };
}

/** How AWS Config delivers: with the service-linked role, by its service principal, which bucket and key have to let in. */
import { arnParts, type Caller } from "../../iam/deliveries";
import { isConfigServiceLinkedRole } from "../../iam/service-linked-roles";
import { UNKNOWN } from "../../properties";
import { type DELIVERY_CHANNEL, RECORDER } from "../../resources";
import { type Results, notApplicable, undecided } from "../../result";
import type { Stack, StackResourceOf } from "../../stack/stack";
import { inSameRegion } from "../../stack/subjects";

/**
 * Asks the question with AWS Config's principal and the account for which it delivers. A recorder with a role of its own
 * delivers as that role, and so is not asked about.
 */
export function deliveredByService(
  stack: Stack,
  channel: StackResourceOf<typeof DELIVERY_CHANNEL>,
  property: string,
  check: (caller: Caller, accountId: string) => Results,
): Results {
  const recorder = stack.ofType(RECORDER).find((candidate) => inSameRegion(stack, candidate, channel) === true);
  const roleArn = recorder?.properties.roleArn;
  const isServiceLinked = isConfigServiceLinkedRole(roleArn);
  const accountId = arnParts(roleArn)?.account;
  if (recorder === undefined) {
    return undecided(
      property,
      "belongs to no recorder of this stack, so it cannot be told as whom AWS Config delivers",
    );
  }
  if (isServiceLinked === UNKNOWN) {
    return undecided(property);
  }
  return isServiceLinked && accountId !== undefined
    ? check({ service: "config.amazonaws.com", context: { "aws:sourceaccount": accountId } }, accountId)
    : notApplicable(`${recorder.name} delivers with a role of its own`);
}

/** Looks at an account for everything that a stack could collide with. */
import { CONFIG_SERVICE_LINKED_ROLE } from "../../facts/iam/deploy-actions";
import { assessmentsOf } from "../collisions/audit-manager";
import { breakGlassOf } from "../collisions/break-glass";
import { tracedBuckets } from "../collisions/bucket-lineage";
import { type Declared, regionsOf } from "../collisions/declared";
import type { ObservedAccount, Quota, Reading } from "../collisions/observed";
import type { Caller } from "../caller";
import type { Reader } from "../reader";
import { observeAuditManager } from "./audit-manager";
import { observeBuckets } from "./bucket-lineage";
import { observeNames } from "./names";
import { observeServiceControl } from "./organization";
import { observePrincipals } from "./principals";
import { observeRegion } from "./region";
import { reading } from "./sighting";

/**
 * @param declared what the stack would create; only its regions and names are asked about.
 * @param all that with what the stack has already, which may name what is gone.
 */
export async function observeAccount(
  reader: Reader,
  { accountId, arn }: Caller,
  declared: readonly Declared[],
  all: readonly Declared[],
): Promise<ObservedAccount> {
  const breakGlass = breakGlassOf(all).map((principal) => principal.arn);
  const [regions, serviceControl, configServiceLinkedRole, roleQuota, principals] = await Promise.all([
    Promise.all(regionsOf(declared).map((region) => observeRegion(reader, region))),
    reading(() => observeServiceControl(reader, accountId)),
    reading(() => hasServiceLinkedRole(reader)),
    reading(() => roleQuotaOf(reader)),
    observePrincipals(reader, accountId, breakGlass),
  ]);
  const asked = regions.filter(({ enabled }) => !("seen" in enabled) || enabled.seen).map(({ region }) => region);
  const [named, buckets, auditManager] = await Promise.all([
    observeNames({ reader, id: accountId }, declared, asked),
    observeBuckets(reader, tracedBuckets(declared), asked),
    observeAuditManager(
      reader,
      assessmentsOf(declared).flatMap(({ region }) => (asked.includes(region) ? region : [])),
    ),
  ]);
  return {
    account: accountId,
    caller: arn,
    serviceControl,
    configServiceLinkedRole,
    roleQuota,
    principals,
    named,
    buckets,
    auditManager,
    regions,
  };
}

async function hasServiceLinkedRole(reader: Reader): Promise<boolean> {
  const { name } = CONFIG_SERVICE_LINKED_ROLE;
  return (await reader.read("iam:GetRole", reader.homeRegion, { RoleName: name })) !== undefined;
}

async function roleQuotaOf(reader: Reader): Promise<Quota> {
  const answer = await reader.read("iam:GetAccountSummary", reader.homeRegion, {});
  const { Roles = 0, RolesQuota = Number.MAX_SAFE_INTEGER } = answer?.SummaryMap ?? {};
  return { used: Roles, allowed: RolesQuota };
}

/** Whether anything at all of the account could be read, besides who asks. */
export function sawAnything({
  regions,
  principals,
  named,
  buckets,
  auditManager,
  serviceControl,
  configServiceLinkedRole,
  roleQuota,
}: ObservedAccount): boolean {
  const readings: readonly Reading<unknown>[] = [
    ...regions.flatMap((region) => [
      region.trails,
      region.recorders,
      region.deliveryChannels,
      region.configRetentionDays,
      region.configRuleNames,
      region.invocationLogging,
      ...Object.values(region.detection),
    ]),
    ...principals.values(),
    ...named.values(),
    ...auditManager.values(),
    ...[...buckets.values()].flatMap(({ notified, logged }) => [notified, logged]),
    serviceControl,
    configServiceLinkedRole,
    roleQuota,
  ];
  return readings.some((one) => "seen" in one);
}

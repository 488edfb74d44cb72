/** An account in which nothing stands, and resources to declare in it. */
import type { Declared } from "../../../account/collisions/declared";
import type { ObservedAccount, ObservedRegion, ObservedTrail } from "../../../account/collisions/observed";

export const ACCOUNT = "111122223333";
export const HOME = "eu-central-1";

export function region(observed: Partial<ObservedRegion> = {}): ObservedRegion {
  return {
    region: HOME,
    enabled: { seen: true },
    trails: { seen: [] },
    recorders: { seen: [] },
    deliveryChannels: { seen: [] },
    configRetentionDays: { seen: undefined },
    configRuleNames: { seen: [] },
    invocationLogging: { seen: undefined },
    detection: {
      accessAnalyzer: { seen: undefined },
      guardDuty: { seen: undefined },
      inspector: { seen: undefined },
      macie: { seen: undefined },
      securityHub: { seen: undefined },
    },
    ...observed,
  };
}

export function account(observed: Partial<ObservedAccount> = {}): ObservedAccount {
  return {
    account: ACCOUNT,
    caller: `arn:aws:iam::${ACCOUNT}:user/deployer`,
    serviceControl: { seen: { levels: [] } },
    configServiceLinkedRole: { seen: false },
    roleQuota: { seen: { used: 0, allowed: 1000 } },
    principals: new Map(),
    named: new Map(),
    buckets: new Map(),
    auditManager: new Map(),
    regions: [region()],
    ...observed,
  };
}

/** An account whose home region is like this. */
export function accountWith(observed: Partial<ObservedRegion>): ObservedAccount {
  return account({ regions: [region(observed)] });
}

export function trail(observed: Partial<ObservedTrail> = {}): ObservedTrail {
  return {
    name: "organization",
    arn: "arn:aws:cloudtrail:eu-central-1:999988887777:trail/organization",
    homeRegion: HOME,
    isMultiRegion: true,
    isOrganization: true,
    logsManagementEvents: { seen: true },
    ...observed,
  };
}

export const DENIED = { action: "service:Action", why: "It is not allowed." };

/** A declared resource in the home region, by its type and name. */
export function declared(type: string, name?: string, more: Partial<Declared> = {}): Declared {
  return {
    urn: `urn:pulumi:prod::program::${type}::${name ?? "unnamed"}`,
    type,
    region: HOME,
    ...(name === undefined ? {} : { name }),
    inputs: {},
    ...more,
  };
}

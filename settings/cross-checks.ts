/** Checks that need more than one setting. Each looks at values that are valid on their own. */
import { type Mistake, shown } from "./mistake";
import { partitionOf } from "../facts/regions";
import type { ProviderSettingName, SettingName, SettingValues } from "./schema";

/** A mistake before the namespace is added to its path. */
export type FoundMistake = Omit<Mistake, "path"> & {
  readonly setting: SettingName | ProviderSettingName;
  readonly place?: string;
};

/** The values that are valid so far, and the settings that the stack sets itself. */
export interface Checked {
  readonly values: Partial<SettingValues>;
  readonly given: ReadonlySet<SettingName>;
}

type CrossCheck = (checked: Checked) => readonly FoundMistake[];

const homeRegionIsGoverned: CrossCheck = ({ values: { region, governedRegions } }) =>
  region === undefined ||
  governedRegions === undefined ||
  governedRegions.length === 0 ||
  governedRegions.includes(region)
    ? []
    : [
        {
          setting: "governedRegions",
          problem: "does not include the home region",
          got: shown(governedRegions),
          allowed: `a list that includes ${region}, or [] for only ${region}`,
          fix: `add ${region}, or change aws:region`,
        },
      ];

const regionsShareAPartition: CrossCheck = ({ values: { region, governedRegions = [] } }) =>
  governedRegions.flatMap((governed, index) =>
    region === undefined || partitionOf(governed).id === partitionOf(region).id
      ? []
      : [
          {
            setting: "governedRegions",
            place: `[${index}]`,
            problem: `is in partition ${partitionOf(governed).id}, but the home region is in ${partitionOf(region).id}; no account spans both`,
            got: shown(governed),
            allowed: `regions in partition ${partitionOf(region).id}`,
            fix: "use a separate stack for that region, with an account in that partition",
          },
        ],
  );

const clustersLieInGovernedRegions: CrossCheck = ({ values: { region, governedRegions, eksClusters = [] } }) => {
  if (region === undefined || governedRegions === undefined) {
    return [];
  }
  const governed = governedRegions.length === 0 ? [region] : governedRegions;
  return eksClusters.flatMap((cluster, index) =>
    cluster.region === undefined || governed.includes(cluster.region)
      ? []
      : [
          {
            setting: "eksClusters",
            place: `[${index}].region`,
            problem: "is not a governed region",
            got: shown(cluster.region),
            allowed: governed.join(", "),
            fix: `add ${cluster.region} to governedRegions`,
          },
        ],
  );
};

/** `{name}` and `{name, region: <home>}` are the same cluster, which the list's own check cannot see. */
const clustersDiffer: CrossCheck = ({ values: { region, eksClusters = [] } }) => {
  const identities = eksClusters.map((cluster) => `${cluster.region ?? region ?? ""}/${cluster.name}`);
  return eksClusters.flatMap((cluster, index) =>
    region === undefined || identities.indexOf(identities[index] ?? "") === index
      ? []
      : [
          {
            setting: "eksClusters",
            place: `[${index}]`,
            problem: "repeats a cluster of the home region that is already listed",
            got: shown(cluster),
            allowed: "each cluster once",
            fix: "remove one of the two",
          },
        ],
  );
};

const lockEndsBeforeExpiry: CrossCheck = ({
  values: { objectLockMode, objectLockDays, evidenceRetentionDays },
  given,
}) =>
  objectLockMode === undefined ||
  objectLockMode === "none" ||
  objectLockDays === undefined ||
  evidenceRetentionDays === undefined ||
  objectLockDays <= evidenceRetentionDays
    ? []
    : [
        {
          // Report the setting that the stack sets. If it sets both, report the lock.
          setting:
            given.has("evidenceRetentionDays") && !given.has("objectLockDays")
              ? "evidenceRetentionDays"
              : "objectLockDays",
          problem: "conflicts with the retention: evidence would be locked for longer than it is kept",
          got: `objectLockDays ${objectLockDays}, evidenceRetentionDays ${evidenceRetentionDays}`,
          allowed: "objectLockDays at most evidenceRetentionDays",
          fix: `pulumi config set objectLockDays ${evidenceRetentionDays}, or raise evidenceRetentionDays to ${objectLockDays}`,
        },
      ];

const organizationIsWhole: CrossCheck = ({ values, given }) => {
  // An invalid value already has its own mistake, so nothing can be said about its counterpart.
  if (
    (given.has("organizationId") && !("organizationId" in values)) ||
    (given.has("managementAccountId") && !("managementAccountId" in values))
  ) {
    return [];
  }
  const { organizationId, managementAccountId } = values;
  if (organizationId !== undefined && managementAccountId === undefined) {
    return [
      {
        setting: "managementAccountId",
        problem: "is missing: the ARN of an organization trail contains the management account",
        got: "nothing",
        allowed: "12 digits, in quotes",
        fix: "pulumi config set managementAccountId <account ID>, or set organizationId to none",
      },
    ];
  }
  if (organizationId === undefined && managementAccountId !== undefined) {
    return [
      {
        setting: "managementAccountId",
        problem: "would be ignored: no organizationId is set",
        got: shown(managementAccountId),
        allowed: "none, while organizationId is none",
        fix: "pulumi config set organizationId <o-...>, or set managementAccountId to none",
      },
    ];
  }
  return [];
};

/**
 * Settings that another setting's value disables. A stack that sets one anyway has misunderstood it, so it is an error.
 */
const IGNORED_WHEN: readonly {
  readonly setting: SettingName;
  readonly because: string;
  readonly ignored: (values: Partial<SettingValues>) => boolean;
}[] = [
  {
    setting: "objectLockDays",
    because: "objectLockMode is none",
    ignored: ({ objectLockMode }) => objectLockMode === "none",
  },
  {
    setting: "maskedIdentifiers",
    because: "only invocationContent redacted masks anything",
    ignored: ({ invocationContent }) => invocationContent !== undefined && invocationContent !== "redacted",
  },
  {
    setting: "promptRetentionDays",
    because: "invocationContent is off",
    ignored: ({ invocationContent }) => invocationContent === "off",
  },
  {
    setting: "alarmEmails",
    because: "invocationContent is off, so there is no delivery to monitor",
    ignored: ({ invocationContent, alarmEmails = [] }) => invocationContent === "off" && alarmEmails.length > 0,
  },
  {
    setting: "kubernetesRetentionDays",
    because: "eksClusters is empty",
    ignored: ({ eksClusters }) => eksClusters?.length === 0,
  },
];

const nothingIsIgnored: CrossCheck = ({ values, given }) =>
  IGNORED_WHEN.filter(({ setting, ignored }) => given.has(setting) && setting in values && ignored(values)).map(
    ({ setting, because }) => ({
      setting,
      problem: `would be ignored: ${because}`,
      got: shown(values[setting]),
      allowed: "not set in the stack",
      fix: `pulumi config rm ${setting}`,
    }),
  );

export const CROSS_CHECKS: readonly CrossCheck[] = [
  homeRegionIsGoverned,
  regionsShareAPartition,
  clustersLieInGovernedRegions,
  clustersDiffer,
  lockEndsBeforeExpiry,
  organizationIsWhole,
  nothingIsIgnored,
];

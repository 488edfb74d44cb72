/** What no setting shows by itself: each check looks at values that are valid one by one. */
import { type Mistake, shown } from "./mistake";
import { partitionOf } from "./regions";
import type { SettingName, SettingValues } from "./schema";

/** A mistake before its path is spelt out with the namespace. */
export type FoundMistake = Omit<Mistake, "path"> & { readonly setting: SettingName; readonly place?: string };

/** The values that are valid so far, and which settings the stack itself gives. */
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
          problem: "leaves out the home region",
          got: shown(governedRegions),
          allowed: `a list with ${region} in it, or [] for ${region} alone`,
          fix: `add ${region}, or change aws:region`,
        },
      ];

const regionsShareAPartition: CrossCheck = ({ values: { region, governedRegions = [] } }) =>
  governedRegions.flatMap((governed, index) =>
    region === undefined || partitionOf(governed) === partitionOf(region)
      ? []
      : [
          {
            setting: "governedRegions",
            place: `[${index}]`,
            problem: `lies in partition ${partitionOf(governed)}, the home region in ${partitionOf(region)}; no account has both`,
            got: shown(governed),
            allowed: `regions of partition ${partitionOf(region)}`,
            fix: "govern that region by a stack of its own, with an account of that partition",
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

/** `{name}` and `{name, region: <home>}` are the same cluster, which the list alone cannot know. */
const clustersDiffer: CrossCheck = ({ values: { region, eksClusters = [] } }) => {
  const identities = eksClusters.map((cluster) => `${cluster.region ?? region ?? ""}/${cluster.name}`);
  return eksClusters.flatMap((cluster, index) =>
    region === undefined || identities.indexOf(identities[index] ?? "") === index
      ? []
      : [
          {
            setting: "eksClusters",
            place: `[${index}]`,
            problem: "names a cluster of the home region that is listed already",
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
          // The one that the stack sets is the one to look at; where it sets both, the lock.
          setting:
            given.has("evidenceRetentionDays") && !given.has("objectLockDays")
              ? "evidenceRetentionDays"
              : "objectLockDays",
          problem: "does not fit: evidence would be locked for longer than it is kept",
          got: `objectLockDays ${objectLockDays}, evidenceRetentionDays ${evidenceRetentionDays}`,
          allowed: "objectLockDays at most evidenceRetentionDays",
          fix: `pulumi config set objectLockDays ${evidenceRetentionDays}, or raise evidenceRetentionDays to ${objectLockDays}`,
        },
      ];

const organizationIsWhole: CrossCheck = ({ values, given }) => {
  // A value that is given but invalid has its own mistake already, and its partner's is not known.
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
        problem: "is missing: the ARN of an organization's trail names the management account",
        got: "nothing",
        allowed: "12 digits, in quotes",
        fix: "pulumi config set managementAccountId <account id>, or set organizationId to none",
      },
    ];
  }
  if (organizationId === undefined && managementAccountId !== undefined) {
    return [
      {
        setting: "managementAccountId",
        problem: "would be ignored: no organizationId is set",
        got: shown(managementAccountId),
        allowed: "none, as long as organizationId is none",
        fix: "pulumi config set organizationId <o-...>, or set managementAccountId to none",
      },
    ];
  }
  return [];
};

/** Settings that have no effect under another's value. Setting them all the same is a misunderstanding worth telling. */
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
    setting: "promptRetentionDays",
    because: "invocationContent is off",
    ignored: ({ invocationContent }) => invocationContent === "off",
  },
  {
    setting: "alarmEmails",
    because: "invocationContent is off, so that there is no delivery to watch",
    ignored: ({ invocationContent, alarmEmails = [] }) => invocationContent === "off" && alarmEmails.length > 0,
  },
  {
    setting: "kubernetesRetentionDays",
    because: "eksClusters names no cluster",
    ignored: ({ eksClusters }) => eksClusters?.length === 0,
  },
];

const nothingIsIgnored: CrossCheck = ({ values, given }) =>
  IGNORED_WHEN.filter(({ setting, ignored }) => given.has(setting) && setting in values && ignored(values)).map(
    ({ setting, because }) => ({
      setting,
      problem: `would be ignored: ${because}`,
      got: shown(values[setting]),
      allowed: "no value of the stack's own",
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

/** Checks that need more than one setting. Each looks at values that are valid on their own. */
import { WOULD_BE_IGNORED, type Mistake, shown } from "./mistake";
import { isOfTrail, REMEDIABLE_RULES } from "../facts/config/remediable-rules";
import { isClassifiable } from "../facts/macie/classification-jobs";
import { isGeneralPurpose, LINEAGE_BUCKET_KINDS, type LineageBucketKind } from "../facts/s3/lineage-buckets";
import { partitionOf } from "../facts/regions";
import { faultyStep } from "../facts/s3/storage-classes";
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

/** AWS delivers logs within a region and an account, and the baseline makes a log group in governed regions only. */
const loggedResourcesAreGoverned: CrossCheck = ({ values }) => {
  const { loggedResources = [], allowedAccountIds } = values;
  const governed = governedOf(values);
  return loggedResources.flatMap((arn, index) => {
    const [, , , region = "", account = ""] = arn.split(":");
    const isElsewhere = governed?.includes(region) === false;
    const isForeign = allowedAccountIds !== undefined && account !== allowedAccountIds;
    return isElsewhere || isForeign
      ? [
          {
            setting: "loggedResources" as const,
            place: `[${index}]`,
            problem: isForeign ? "is of another account" : "is not in a governed region",
            got: shown(arn),
            allowed: isForeign
              ? `resources of account ${allowedAccountIds}`
              : `resources in ${governed?.join(", ") ?? ""}`,
            fix: isForeign ? "name it in the stack of its account" : `add ${region} to governedRegions`,
          },
        ]
      : [];
  });
};

/** A plan backs up what is in its region and account, and the baseline makes one in governed regions only. */
const backedUpResourcesAreGoverned: CrossCheck = ({ values }) => {
  const { backups, allowedAccountIds } = values;
  const governed = governedOf(values);
  return (backups?.resources ?? []).flatMap(({ arn, region: given }, index) => {
    const [, , , ofArn = "", account = ""] = arn.split(":");
    const region = ofArn === "" ? given : ofArn;
    const isElsewhere = region !== undefined && governed?.includes(region) === false;
    // The ARN of a bucket names no account.
    const isForeign = account !== "" && allowedAccountIds !== undefined && account !== allowedAccountIds;
    return isElsewhere || isForeign
      ? [
          {
            setting: "backups" as const,
            place: `.resources[${index}]`,
            problem: isForeign ? "is of another account" : "is not in a governed region",
            got: shown(arn),
            allowed: isForeign
              ? `resources of account ${allowedAccountIds}`
              : `resources in ${governed?.join(", ") ?? ""}`,
            fix: isForeign ? "name it in the stack of its account" : `add ${region ?? ""} to governedRegions`,
          },
        ]
      : [];
  });
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

/** `{account}` and `{account, region: <home>}` are the same aggregator, and that of the account itself reads without being let in. */
const aggregatorsAreOthers: CrossCheck = ({ values: { region, allowedAccountIds, configAggregatorAccounts = [] } }) => {
  const identities = configAggregatorAccounts.map((one) => `${one.account}/${one.region ?? region ?? ""}`);
  return configAggregatorAccounts.flatMap((one, index) => {
    const isOwn = one.account === allowedAccountIds;
    const isRepeated = region !== undefined && identities.indexOf(identities[index] ?? "") !== index;
    return isOwn || isRepeated
      ? [
          {
            setting: "configAggregatorAccounts" as const,
            place: `[${index}]`,
            problem: isOwn
              ? "is this account, whose own aggregator needs no permission"
              : "repeats an aggregator of the home region that is already listed",
            got: shown(one),
            allowed: isOwn ? "other accounts" : "each account and region once",
            fix: isOwn ? "remove it" : "remove one of the two",
          },
        ]
      : [];
  });
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

const evidenceAgesInTime: CrossCheck = ({ values: { evidenceStorageClasses = [], evidenceRetentionDays } }) => {
  const fault =
    evidenceRetentionDays === undefined ? undefined : faultyStep(evidenceStorageClasses, evidenceRetentionDays);
  return fault === undefined
    ? []
    : [
        {
          setting: "evidenceStorageClasses",
          place: `[${fault.index}]`,
          problem: "is a step that S3 refuses or that costs more than it saves",
          got: shown(evidenceStorageClasses[fault.index]),
          allowed: fault.allowed,
          fix: "name the classes from the dearest to the cheapest, and leave objects in each for its minimum stay",
        },
      ];
};

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
        problem: `${WOULD_BE_IGNORED}: no organizationId is set`,
        got: shown(managementAccountId),
        allowed: "none, while organizationId is none",
        fix: "pulumi config set organizationId <o-...>, or set managementAccountId to none",
      },
    ];
  }
  return [];
};

const regionsOfModesAreGoverned: CrossCheck = ({ values }) => {
  const governed = governedOf(values);
  const regional = [
    ...(
      [
        "recorder",
        "invocationLogging",
        "alerting",
        "guardrails",
        "evidenceQueries",
        "logExport",
        "periodicChecks",
        "configRemediation",
        "bucketLineage",
        "regionSettings",
      ] as const
    ).map((setting) => ({
      setting,
      service: "",
      mode: values[setting],
    })),
    ...Object.entries(values.detection ?? {}).map(([service, mode]) => ({
      setting: "detection" as const,
      service: `.${service}`,
      mode,
    })),
  ];
  return regional.flatMap(({ setting, service, mode }) =>
    Object.keys(mode?.regions ?? {})
      .filter((region) => governed !== undefined && !governed.includes(region))
      .map((region) => ({
        setting,
        place: `${service}.regions.${region}`,
        problem: "is not a governed region",
        got: shown(region),
        allowed: governed?.join(", ") ?? "",
        fix: `add ${region} to governedRegions, or remove it here`,
      })),
  );
};

/** What exists of a region serves that region alone, with the reason. */
const OF_THEIR_REGIONS = {
  alerting: { what: "topic", because: "whose events EventBridge sends to topics of that region alone" },
  guardrails: { what: "guardrail", because: "where models are called by guardrails of that region alone" },
} as const;

const existingOnesAreOfTheirRegions: CrossCheck = ({ values }) =>
  (["alerting", "guardrails"] as const).flatMap((setting) => {
    const { what, because } = OF_THEIR_REGIONS[setting];
    const regional = values[setting];
    return (governedOf(values) ?? []).flatMap((region) => {
      const ofRegion = regional?.regions?.[region];
      const mode = ofRegion ?? regional;
      const isElsewhere = mode?.mode === "existing" && mode.arn.split(":")[3] !== region;
      return !isElsewhere
        ? []
        : [
            {
              setting,
              place: ofRegion === undefined ? ".arn" : `.regions.${region}.arn`,
              problem: `is in another region than ${region}, ${because}`,
              got: shown(mode.arn),
              allowed: `a ${what} in ${region}`,
              fix: `name a ${what} of ${region} under ${setting}.regions.${region}, or create one there`,
            },
          ];
    });
  });

/** EventBridge sends to queues of its own region only, and a region has one here; a key matters to a role only. */
const queuesOfEventsAreUsed: CrossCheck = ({ values }) => {
  const { eventForwarding, allowedAccountIds } = values;
  const queues = eventForwarding?.queues ?? [];
  const regions = alertedRegions(values);
  // Where nobody is told of anything, the whole setting is ignored, which is a mistake of its own.
  if (regions === undefined || regions.length === 0 || allowedAccountIds === undefined) {
    return [];
  }
  return queues.flatMap(({ arn, keyArn }, index) => {
    const [, , , region = "", account = ""] = arn.split(":");
    const at = { setting: "eventForwarding" as const, place: `.queues[${index}]` };
    if (!regions.includes(region)) {
      return [
        {
          ...at,
          problem: "is in a region of whose events nobody is told, and EventBridge sends to queues of its region alone",
          got: shown(arn),
          allowed: `queues in ${regions.join(", ")}`,
          fix: `name a queue of such a region, or let alerting be created in ${region}`,
        },
      ];
    }
    if (queues.findIndex((other) => other.arn.split(":")[3] === region) < index) {
      return [
        {
          ...at,
          problem: "is a second queue of its region",
          got: shown(arn),
          allowed: "one queue in each region",
          fix: "remove one of the two",
        },
      ];
    }
    return keyArn === undefined || account !== allowedAccountIds
      ? []
      : [
          {
            ...at,
            place: `${at.place}.keyArn`,
            problem: `${WOULD_BE_IGNORED}: the queue is this account's, and its key lets EventBridge in by its own policy`,
            got: shown(keyArn),
            allowed: "no keyArn",
            fix: `remove keyArn, and allow events.amazonaws.com kms:GenerateDataKey and kms:Decrypt in the key's policy`,
          },
        ];
  });
};

/** Where somebody is told of events: the governed regions without mode off, and the one that records calls to IAM. */
function alertedRegions(values: Partial<SettingValues>): readonly string[] | undefined {
  const { alerting, region } = values;
  const governed = governedOf(values);
  if (alerting === undefined || region === undefined || governed === undefined) {
    return undefined;
  }
  const ofIam = hasTopicForIam(values) ? partitionOf(region).globalServicesRegion : undefined;
  return [
    ...governed.filter((one) => (alerting.regions?.[one] ?? alerting).mode !== "off"),
    ...(ofIam === undefined ? [] : [ofIam]),
  ];
}

const endpointsHaveTheirSecret: CrossCheck = ({ values, given }) => {
  const { eventForwarding, eventEndpointSecret } = values;
  return eventForwarding?.endpoint === undefined ||
    eventEndpointSecret !== undefined ||
    given.has("eventEndpointSecret")
    ? []
    : [
        {
          setting: "eventEndpointSecret",
          problem: "is missing: EventBridge signs in at the endpoint of eventForwarding with it",
          got: "nothing",
          allowed: "the API key, password or client secret of the endpoint",
          fix: "pulumi config set --secret eventEndpointSecret <secret>",
        },
      ];
};

/** A route for nobody changes nothing, which its author would not notice. */
const routesAreOfSubscribers: CrossCheck = ({
  values: { alertRouting = [], alarmEmails = [], alertSubscribers = [] },
}) => {
  const subscribers = [...alarmEmails, ...alertSubscribers];
  return alertRouting.flatMap(({ subscriber }, index) =>
    subscribers.includes(subscriber)
      ? []
      : [
          {
            setting: "alertRouting" as const,
            place: `[${index}].subscriber`,
            problem: "is no subscriber",
            got: shown(subscriber),
            allowed:
              subscribers.length === 0
                ? "none: alarmEmails and alertSubscribers are empty"
                : `one of ${subscribers.join(", ")}`,
            fix: "add it to alarmEmails or alertSubscribers, or write it as it stands there",
          },
        ],
  );
};

/** What is delivered to a bucket elsewhere is encrypted with the key there, which only its own policy lets the service use. */
const bucketsComeWithTheirKeys: CrossCheck = ({ values: { trail, recorder } }) => [
  ...keyMissing("trail", "", trail),
  ...keyMissing("recorder", "", recorder),
  ...Object.entries(recorder?.regions ?? {}).flatMap(([region, mode]) =>
    keyMissing("recorder", `.regions.${region}`, mode),
  ),
];

function keyMissing(
  setting: SettingName,
  place: string,
  mode: SettingValues["trail"] | SettingValues["recorder"] | undefined,
): readonly FoundMistake[] {
  return mode?.mode === "create" && mode.bucket !== undefined && mode.key === undefined
    ? [
        {
          setting,
          place: `${place}.key`,
          problem: "is missing: the bucket's objects are encrypted with a key that goes with it",
          got: "nothing",
          allowed: "the ARN of the KMS key of that bucket",
          fix: `pulumi config set --path ${setting}${place}.key <key ARN>`,
        },
      ]
    : [];
}

/** Prompts are small, and masked in the log group only: just the mode full writes to a bucket. */
const bucketsOfInvocationsAreUsed: CrossCheck = ({ values: { invocationLogging, invocationContent } }) => {
  if (invocationLogging === undefined || invocationContent === undefined || invocationContent === "full") {
    return [];
  }
  const modes = [
    ["", invocationLogging] as const,
    ...Object.entries(invocationLogging.regions ?? {}).map(([region, mode]) => [`.regions.${region}`, mode] as const),
  ];
  return modes.flatMap(([place, mode]) =>
    mode.mode !== "create" || mode.bucket === undefined
      ? []
      : [
          {
            setting: "invocationLogging",
            place: `${place}.bucket`,
            problem: `would be ignored: with invocationContent ${invocationContent} nothing is written to a bucket`,
            got: shown(mode.bucket),
            allowed: "no bucket, or invocationContent full",
            fix: `pulumi config rm --path invocationLogging${place}.bucket`,
          },
        ],
  );
};

/** The settings that name buckets of a model's lineage. */
const BUCKET_SETTINGS = {
  training: "trainingBuckets",
  model: "modelBuckets",
  artifact: "artifactBuckets",
} as const satisfies Readonly<Record<LineageBucketKind, SettingName>>;

/** What a bucket holds decides who is told of it, and by which rules it is judged. */
const bucketsHoldOneKind: CrossCheck = ({ values }) => {
  const named = LINEAGE_BUCKET_KINDS.map((kind) => BUCKET_SETTINGS[kind]).flatMap((setting) =>
    (values[setting] ?? []).map((bucket, index) => ({ setting, bucket, place: `[${index}]` })),
  );
  return named.flatMap(({ setting, bucket, place }) => {
    const first = named.find((one) => one.bucket === bucket)?.setting ?? setting;
    return first === setting
      ? []
      : [
          {
            setting,
            place,
            problem: `is in ${first} already`,
            got: shown(bucket),
            allowed: `each bucket in one of ${Object.values(BUCKET_SETTINGS).join(", ")}`,
            fix: "remove it from one of the two",
          },
        ];
  });
};

/** What Macie looks into, and what sends its events and access logs, lies in one region. */
const bucketsOfRegionsAreNamedByKind: CrossCheck = ({ values }) => {
  const { trainingBuckets = [], modelBuckets = [], artifactBuckets = [] } = values;
  const all = [...trainingBuckets, ...modelBuckets, ...artifactBuckets];
  const named = [
    ...bucketsOfRegions(values, values.detection?.macie).map((one) => ({
      ...one,
      setting: "detection" as const,
      place: `.macie${one.place}`,
      kind: "training bucket",
      lists: "trainingBuckets",
      allowed: trainingBuckets.filter(isClassifiable),
      others: "detection.macie.regions",
    })),
    ...bucketsOfRegions(values, values.bucketLineage).map((one) => ({
      ...one,
      setting: "bucketLineage" as const,
      kind: "training, model or artifact bucket",
      lists: "trainingBuckets, modelBuckets or artifactBuckets",
      allowed: all.filter(isGeneralPurpose),
      others: "bucketLineage.regions and detection.macie.regions",
    })),
  ];
  return named.flatMap(({ setting, place, bucket, region, kind, lists, allowed, others }, index) => {
    const isNamed = allowed.includes(bucket);
    const isElsewhere = named
      .slice(0, index)
      .some((one) => one.bucket === bucket && (one.region !== region || one.setting === setting));
    return isNamed && !isElsewhere
      ? []
      : [
          {
            setting,
            place,
            problem: isNamed ? "is named for another region already" : `is no ${kind}`,
            got: shown(bucket),
            allowed: isNamed
              ? "each bucket in the region that it lies in"
              : `names in ${lists}: ${allowed.join(", ") || "none"}`,
            fix: isNamed ? `leave it to one of the regions under ${others}` : `add it to ${lists}, or remove it`,
          },
        ];
  });
};

/** A mode by which regions name buckets. */
type NamingMode =
  { readonly mode: "create"; readonly buckets?: readonly string[] | undefined } | { readonly mode: "existing" | "off" };

/** The buckets that governed regions name, each with where it is said. */
function bucketsOfRegions(
  values: Partial<SettingValues>,
  regional: (NamingMode & { readonly regions?: Readonly<Record<string, NamingMode>> | undefined }) | undefined,
): readonly { readonly bucket: string; readonly region: string; readonly place: string }[] {
  return (governedOf(values) ?? []).flatMap((region) => {
    const ofRegion = regional?.regions?.[region];
    const mode = ofRegion ?? regional;
    const place = ofRegion === undefined ? ".buckets" : `.regions.${region}.buckets`;
    return mode?.mode === "create"
      ? (mode.buckets ?? []).map((bucket, index) => ({ bucket, region, place: `${place}[${index}]` }))
      : [];
  });
}

/** Only this account can be named: its own policy could not lift the refusal for a principal of another. */
const breakGlassIsOfThisAccount: CrossCheck = ({ values: { breakGlassPrincipals = [], allowedAccountIds } }) =>
  breakGlassPrincipals.flatMap((arn, index) =>
    allowedAccountIds === undefined || arn.split(":")[4] === allowedAccountIds
      ? []
      : [
          {
            setting: "breakGlassPrincipals",
            place: `[${index}]`,
            problem: "is of another account, whose principals the account's keys do not let in",
            got: shown(arn),
            allowed: `roles and users of account ${allowedAccountIds}`,
            fix: "name a role of this account, which the other account may assume",
          },
        ],
  );

/** Whoever approves calls Systems Manager as a principal of this account. */
const approversAreOfThisAccount: CrossCheck = ({ values: { responseAutomation: mode, allowedAccountIds } }) =>
  mode?.mode !== "create" || allowedAccountIds === undefined
    ? []
    : mode.approvers.flatMap((arn, index) =>
        arn.split(":")[4] === allowedAccountIds
          ? []
          : [
              {
                setting: "responseAutomation" as const,
                place: `.approvers[${index}]`,
                problem: "is of another account, whose principals cannot approve runs of this one",
                got: shown(arn),
                allowed: `roles and users of account ${allowedAccountIds}`,
                fix: "name a role of this account, which the other account may assume",
              },
            ],
      );

const enoughApproversAreNamed: CrossCheck = ({ values: { responseAutomation: mode } }) =>
  mode?.mode !== "create" || (mode.minimumApprovals ?? 1) <= mode.approvers.length
    ? []
    : [
        {
          setting: "responseAutomation",
          place: ".minimumApprovals",
          problem: "is more than there are approvers, so that nothing would ever be approved",
          got: shown(mode.minimumApprovals),
          allowed: `1 to ${mode.approvers.length}`,
          fix: "lower it, or name more approvers",
        },
      ];

const outsidersSayExternalId: CrossCheck = ({ values, given }) => {
  const outsider = outsiderAmongReaders(values);
  return outsider === undefined || given.has("readersExternalId")
    ? []
    : [
        {
          setting: "readersExternalId",
          problem: "is needed, because a reader is of another account, whose software could be made to read for others",
          got: `none, with ${shown(outsider)}`,
          allowed: "an external ID that is agreed on with whoever reads from outside",
          fix: "pulumi config set readersExternalId <external ID>",
        },
      ];
};

/** A reader of another account; none while the account is not known. */
function outsiderAmongReaders({
  auditorPrincipals = [],
  ingestionPrincipals = [],
  allowedAccountIds,
}: Partial<SettingValues>): string | undefined {
  return allowedAccountIds === undefined
    ? undefined
    : [...auditorPrincipals, ...ingestionPrincipals].find((arn) => arn.split(":")[4] !== allowedAccountIds);
}

const destructionIsPossible: CrossCheck = ({ values: { forceDestroy, protectResources, objectLockMode, backups } }) => {
  const conflict =
    forceDestroy !== true
      ? undefined
      : protectResources === true
        ? { with: "protectResources", value: "true", fix: "pulumi config set protectResources false" }
        : objectLockMode === "COMPLIANCE"
          ? { with: "objectLockMode", value: "COMPLIANCE", fix: "pulumi config set objectLockMode GOVERNANCE" }
          : backups?.vaultLock.mode === "COMPLIANCE"
            ? { with: "backups.vaultLock.mode", value: "COMPLIANCE", fix: "take the lock GOVERNANCE" }
            : undefined;
  return conflict === undefined
    ? []
    : [
        {
          setting: "forceDestroy",
          problem: `conflicts with ${conflict.with}, which keeps the evidence from being destroyed`,
          got: `forceDestroy true, ${conflict.with} ${conflict.value}`,
          allowed: `forceDestroy false with ${conflict.with} ${conflict.value}`,
          fix: `pulumi config set forceDestroy false, or ${conflict.fix}`,
        },
      ];
};

function governedOf({ region, governedRegions }: Partial<SettingValues>): readonly string[] | undefined {
  return region === undefined || governedRegions === undefined
    ? undefined
    : governedRegions.length === 0
      ? [region]
      : governedRegions;
}

/** Whether the mode holds in no governed region; not while the regions are not known. */
function nowhere(
  values: Partial<SettingValues>,
  setting: "recorder" | "invocationLogging" | "alerting" | "guardrails",
  mode: "create" | "existing" | "off",
): boolean {
  const regional = values[setting];
  const governed = governedOf(values);
  return (
    regional !== undefined &&
    (governed?.every((region) => (regional.regions?.[region] ?? regional).mode !== mode) ?? false)
  );
}

const nothingIsLogged = (values: Partial<SettingValues>): boolean => nowhere(values, "invocationLogging", "create");
const nothingIsDelivered = ({ loggedResources }: Partial<SettingValues>): boolean => loggedResources?.length === 0;
/** Whether calls to IAM have a topic of their own, since no governed region records them. */
function hasTopicForIam({ region, governedRegions, alerting }: Partial<SettingValues>): boolean {
  const records = region === undefined ? undefined : partitionOf(region).globalServicesRegion;
  const atHome = region === undefined ? undefined : (alerting?.regions?.[region] ?? alerting);
  return (
    records !== undefined && records !== region && governedRegions?.includes(records) !== true && atHome?.mode !== "off"
  );
}

/** No topic of ours takes a subscription: none for alerts, and of the alarms' own, which are made where nobody is told of calls, none. */
const nobodyIsSubscribed = (values: Partial<SettingValues>): boolean =>
  nowhere(values, "alerting", "create") &&
  !hasTopicForIam(values) &&
  (nothingIsLogged(values) || nowhere(values, "alerting", "off"));
/** Whether requests for approval go to those who are sent alerts. */
const asksWhoIsAlerted = ({ responseAutomation: mode }: Partial<SettingValues>): boolean =>
  mode?.mode === "create" && mode.subscribers === undefined;
const hasNoRecorder = (values: Partial<SettingValues>): boolean => {
  const { recorder } = values;
  const governed = governedOf(values);
  return (
    recorder !== undefined &&
    (governed?.every((region) => (recorder.regions?.[region] ?? recorder).mode === "off") ?? false)
  );
};
/** Whether no Config rule is created whose findings a remediation puts right; the logging of an adopted trail is not for it to start. */
function nothingIsPutRight(values: Partial<SettingValues>): boolean {
  const { configRules } = values;
  const puttable = REMEDIABLE_RULES.filter((rule) => !isOfTrail(rule) || !noTrailIsCreated(values));
  return (
    configRules !== undefined && configRules !== "baseline" && !puttable.some((rule) => configRules.includes(rule))
  );
}
/** Whether Macie is created in no governed region, or has nothing to look into. */
const nothingIsClassified = (values: Partial<SettingValues>): boolean => {
  const macie = values.detection?.macie;
  return (
    (values.trainingBuckets !== undefined && !values.trainingBuckets.some(isClassifiable)) ||
    (macie !== undefined &&
      (governedOf(values)?.every((region) => (macie.regions?.[region] ?? macie).mode !== "create") ?? false))
  );
};
/** Whether no bucket sends its events or has its access logged. */
const nothingIsTraced = (values: Partial<SettingValues>): boolean => {
  const { bucketLineage } = values;
  return (
    noBucketIsGeneralPurpose(values) ||
    (bucketLineage !== undefined &&
      (governedOf(values)?.every((region) => (bucketLineage.regions?.[region] ?? bucketLineage).mode !== "create") ??
        false))
  );
};
const noBucketIsGeneralPurpose = (values: Partial<SettingValues>): boolean =>
  Object.values(BUCKET_SETTINGS).every((setting) => values[setting]?.some(isGeneralPurpose) === false);
const noTrailIsCreated = ({ trail }: Partial<SettingValues>): boolean => trail !== undefined && trail.mode !== "create";

/** Whether all evidence goes to buckets of others. */
function noEvidenceBucketIsCreated(values: Partial<SettingValues>): boolean {
  const { trail, recorder } = values;
  const ofOthers = (mode: SettingValues["trail"] | SettingValues["recorder"]): boolean =>
    mode.mode !== "create" || mode.bucket !== undefined;
  return (
    trail !== undefined &&
    recorder !== undefined &&
    ofOthers(trail) &&
    nothingIsClassified(values) &&
    (governedOf(values)?.every((region) => ofOthers(recorder.regions?.[region] ?? recorder)) ?? false)
  );
}

/** Whether no log group is made that could be copied. */
const nothingCanBeExported = (values: Partial<SettingValues>): boolean =>
  nothingIsLogged(values) && (values.eksClusters?.every(({ logGroup }) => logGroup.mode !== "create") ?? false);

/** Whether no log group is copied to a bucket. */
function nothingIsExported(values: Partial<SettingValues>): boolean {
  const { logExport } = values;
  const governed = governedOf(values);
  return (
    nothingCanBeExported(values) ||
    (logExport !== undefined &&
      (governed?.every((region) => {
        const isMade = (values.invocationLogging?.regions?.[region] ?? values.invocationLogging)?.mode === "create";
        const hasCluster = values.eksClusters?.some(
          (cluster) => (cluster.region ?? values.region) === region && cluster.logGroup.mode === "create",
        );
        return (logExport.regions?.[region] ?? logExport).mode === "off" || (!isMade && hasCluster !== true);
      }) ??
        false))
  );
}

/** Whether no bucket is made that tables could be over: what holds bodies of invocations has access logs all the same. */
function nothingIsKeptInBuckets(values: Partial<SettingValues>): boolean {
  const { invocationContent, invocationLogging } = values;
  const keepsBodies =
    invocationContent === undefined ||
    (invocationContent === "full" &&
      (governedOf(values)?.some((region) => {
        const mode = invocationLogging?.regions?.[region] ?? invocationLogging;
        return mode?.mode === "create" && mode.bucket === undefined;
      }) ??
        true));
  return noEvidenceBucketIsCreated(values) && !keepsBodies && nothingIsExported(values) && nothingIsTraced(values);
}

const OF_THE_TRAIL = ["lambdaFunctions", "cloudWatchCopy", "insights", "trailSubscribers", "organizationId"] as const;
const OF_RECORDERS = [
  "configRecordingFrequency",
  "configExcludedTypes",
  "configRetentionDays",
  "configServiceLinkedRole",
] as const;
/** Delivered logs hold prompts too. */
const OF_PROMPTS = ["invocationContent", "maskedIdentifiers", "promptRetentionDays"] as const;

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
    setting: "evidenceStorageClasses",
    because: "no evidence bucket is created",
    ignored: noEvidenceBucketIsCreated,
  },
  ...OF_THE_TRAIL.map((setting) => ({ setting, because: "no trail is created", ignored: noTrailIsCreated })),
  {
    setting: "trainingBuckets",
    because: "no trail is created, Macie looks into none of them, and bucketLineage is off",
    ignored: (values) => noTrailIsCreated(values) && nothingIsClassified(values) && nothingIsTraced(values),
  },
  ...(["modelBuckets", "artifactBuckets"] as const).map((setting) => ({
    setting,
    because: "no trail is created, and bucketLineage is off",
    ignored: (values: Partial<SettingValues>) => noTrailIsCreated(values) && nothingIsTraced(values),
  })),
  {
    setting: "bucketLineage",
    because: "trainingBuckets, modelBuckets and artifactBuckets name no general purpose bucket",
    ignored: noBucketIsGeneralPurpose,
  },
  ...OF_RECORDERS.map((setting) => ({
    setting,
    because: "no recorder is created",
    ignored: (values: Partial<SettingValues>) => nowhere(values, "recorder", "create"),
  })),
  ...(["invocationAudio", "invocationSamplePercent", "invocationSampleDays"] as const).map((setting) => ({
    setting,
    because: "no invocation logging is created",
    ignored: nothingIsLogged,
  })),
  ...OF_PROMPTS.map((setting) => ({
    setting,
    because: "no invocation logging is created, and loggedResources is empty",
    ignored: (values: Partial<SettingValues>) => nothingIsLogged(values) && nothingIsDelivered(values),
  })),
  ...(["alarmEmails", "alertSubscribers"] as const).map((setting) => ({
    setting,
    because: "no topic is created",
    ignored: (values: Partial<SettingValues>) => nobodyIsSubscribed(values) && !asksWhoIsAlerted(values),
  })),
  { setting: "alertRouting", because: "no topic is created", ignored: nobodyIsSubscribed },
  {
    setting: "eventForwarding",
    because: "nobody is told of events",
    ignored: (values) => alertedRegions(values)?.length === 0,
  },
  {
    setting: "chatChannels",
    because: "nobody is told of events",
    ignored: (values) => alertedRegions(values)?.length === 0,
  },
  {
    setting: "eventEndpointSecret",
    because: "eventForwarding names no endpoint",
    ignored: ({ eventForwarding }) => eventForwarding !== undefined && eventForwarding.endpoint === undefined,
  },
  {
    setting: "configAggregatorAccounts",
    because: "no governed region has a recorder",
    ignored: hasNoRecorder,
  },
  {
    setting: "configAggregator",
    because: "no governed region has a recorder",
    ignored: (values) => values.configAggregator?.mode === "create" && hasNoRecorder(values),
  },
  {
    setting: "evidenceQueries",
    because: "no bucket with records is created",
    ignored: nothingIsKeptInBuckets,
  },
  {
    setting: "logExport",
    because: "no log group of model invocations or of a cluster is created",
    ignored: nothingCanBeExported,
  },
  {
    setting: "periodicChecks",
    because: "no governed region has a recorder",
    ignored: hasNoRecorder,
  },
  {
    setting: "configRemediation",
    because: "no governed region has a recorder, and so no Config rules",
    ignored: hasNoRecorder,
  },
  {
    setting: "configRemediation",
    because: `configRules names none of the rules whose findings can be put right: ${REMEDIABLE_RULES.join(", ")}`,
    ignored: (values) => !hasNoRecorder(values) && nothingIsPutRight(values),
  },
  {
    setting: "guardrailEnforcement",
    because: "no guardrail is created",
    ignored: (values) => nowhere(values, "guardrails", "create"),
  },
  {
    setting: "maskedIdentifiers",
    because: "only invocationContent redacted masks anything, and without it what loggedResources names",
    ignored: (values) =>
      values.invocationContent === "full" ||
      ((values.invocationContent === "metadata-only" || values.invocationContent === "sampled") &&
        nothingIsDelivered(values)),
  },
  ...(["invocationSamplePercent", "invocationSampleDays"] as const).map((setting) => ({
    setting,
    because: "only invocationContent sampled keeps a share",
    ignored: ({ invocationContent }: Partial<SettingValues>) =>
      invocationContent !== undefined && invocationContent !== "sampled",
  })),
  {
    setting: "readersExternalId",
    because: "no reader is of another account",
    ignored: (values) => values.allowedAccountIds !== undefined && outsiderAmongReaders(values) === undefined,
  },
  {
    setting: "kubernetesRetentionDays",
    because: "no cluster's log group is created",
    ignored: ({ eksClusters }) => eksClusters?.every(({ logGroup }) => logGroup.mode !== "create") ?? false,
  },
];

const nothingIsIgnored: CrossCheck = ({ values, given }) =>
  IGNORED_WHEN.filter(({ setting, ignored }) => given.has(setting) && setting in values && ignored(values)).map(
    ({ setting, because }) => ({
      setting,
      problem: `${WOULD_BE_IGNORED}: ${because}`,
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
  loggedResourcesAreGoverned,
  backedUpResourcesAreGoverned,
  aggregatorsAreOthers,
  lockEndsBeforeExpiry,
  evidenceAgesInTime,
  organizationIsWhole,
  regionsOfModesAreGoverned,
  existingOnesAreOfTheirRegions,
  bucketsComeWithTheirKeys,
  bucketsOfInvocationsAreUsed,
  routesAreOfSubscribers,
  queuesOfEventsAreUsed,
  endpointsHaveTheirSecret,
  bucketsHoldOneKind,
  bucketsOfRegionsAreNamedByKind,
  breakGlassIsOfThisAccount,
  approversAreOfThisAccount,
  enoughApproversAreNamed,
  outsidersSayExternalId,
  destructionIsPossible,
  nothingIsIgnored,
];

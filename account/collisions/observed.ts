/** What is in the account, as plain data. */

/** An answer of AWS, or why there is none. */
export type Reading<T> = { readonly seen: T } | { readonly unreadable: Unreadable };

export interface Unreadable {
  /** The IAM action of the call, such as `config:DescribeConfigurationRecorders`. */
  readonly action: string;
  /** AWS's reason, on one line. */
  readonly why: string;
}

export interface ObservedAccount {
  /** 12 digits. */
  readonly account: string;
  /** ARN of the caller, as `sts:GetCallerIdentity` returns it. */
  readonly caller: string;
  readonly serviceControl: Reading<ServiceControl>;
  /** Whether AWSServiceRoleForConfig exists. */
  readonly configServiceLinkedRole: Reading<boolean>;
  /** Number of roles and how many the account may have. */
  readonly roleQuota: Reading<Quota>;
  /** By ARN of the principals that the stack leaves its keys to: whether the account has it. */
  readonly principals: ReadonlyMap<string, Reading<boolean>>;
  /** By {@link namedKey}: what has the declared name, if anything has. */
  readonly named: ReadonlyMap<string, Reading<Existing | undefined>>;
  /** By region in which the stack declares assessments of Audit Manager: the status of the account there. */
  readonly auditManager: ReadonlyMap<string, Reading<string>>;
  /** By name of the buckets of a model's lineage that the stack configures and does not make. */
  readonly buckets: ReadonlyMap<string, ObservedBucket>;
  readonly regions: readonly ObservedRegion[];
}

/** What a bucket's configurations name; `undefined` where the account has no such bucket. */
export interface ObservedBucket {
  /** ARNs of the queues, topics and functions that it notifies. */
  readonly notified: Reading<readonly string[] | undefined>;
  /** The bucket that its access logs go to, if they go anywhere. */
  readonly logged: Reading<readonly string[] | undefined>;
}

export interface Quota {
  readonly used: number;
  readonly allowed: number;
}

/** What has a name that the stack declares. */
export interface Existing {
  /** ARN, or the name where it has none. */
  readonly id: string;
  /** Whether it belongs to another account, as a bucket's name may. @default false */
  readonly foreign?: boolean;
  /** What a reader wants to know of it, in a few words: `kept 30 days, no key`. */
  readonly detail?: string;
}

/** The key of a declared name in {@link ObservedAccount.named}. */
export function namedKey(type: string, region: string, name: string): string {
  return `${type} ${region} ${name}`;
}

/** A governed region. */
export interface ObservedRegion {
  readonly region: string;
  /** Whether the account can use the region at all. Where it cannot, nothing else of it is read. */
  readonly enabled: Reading<boolean>;
  readonly trails: Reading<readonly ObservedTrail[]>;
  readonly recorders: Reading<readonly ObservedRecorder[]>;
  readonly deliveryChannels: Reading<readonly string[]>;
  /** Days; `undefined` where there is no retention configuration. */
  readonly configRetentionDays: Reading<number | undefined>;
  readonly configRuleNames: Reading<readonly string[]>;
  readonly invocationLogging: Reading<ObservedInvocationLogging | undefined>;
  /** By the service: the id of what a region has one of, or what it looks at; `undefined` where there is none. */
  readonly detection: Readonly<Record<DetectionService, Reading<string | undefined>>>;
}

/** A detection service, as the setting `detection` calls it. */
export type DetectionService = "accessAnalyzer" | "guardDuty" | "inspector" | "macie" | "securityHub";

/** A trail that is seen in a region, be it a trail of the region or the shadow of one elsewhere. */
export interface ObservedTrail {
  readonly name: string;
  readonly arn: string;
  readonly homeRegion: string;
  readonly isMultiRegion: boolean;
  readonly isOrganization: boolean;
  /** Whether it is logging, and management events at that. */
  readonly logsManagementEvents: Reading<boolean>;
}

/** A customer managed recorder; service-linked ones do not count towards the limit of one a region. */
export interface ObservedRecorder {
  readonly name: string;
}

export interface ObservedInvocationLogging {
  readonly logGroup?: string;
  readonly bucket?: string;
}

/** The service control policies that apply to the account. */
export interface ServiceControl {
  /** From the root down to the account. Empty where the account is in no organization, or manages it. */
  readonly levels: readonly ServiceControlLevel[];
}

export interface ServiceControlLevel {
  /** Id of the root, organizational unit or account. */
  readonly target: string;
  readonly policies: readonly { readonly id: string; readonly name: string; readonly document: string }[];
}

/** The account, region and partition that a previewed program finds itself in. */

export interface AwsEnvironment {
  /** Twelve digits. */
  readonly accountId: string;
  /** Whether no setting named the account, so that AWS's documentation account stands in for it. */
  readonly accountIsStandIn: boolean;
  /** The provider's default region. */
  readonly region: string;
  /** The environment of a resource in another region of the same account. */
  in(region: string): AwsEnvironment;
  readonly partition: string;
  readonly dnsSuffix: string;
}

/** The account of AWS's own documentation, which belongs to nobody. */
const DOCUMENTATION_ACCOUNT = "123456789012";

/** The region of AWS's global endpoints, taken when no setting names one. */
const GLOBAL_REGION = "us-east-1";

const ACCOUNT_ID = /^\d{12}$/;

interface Partition {
  readonly id: string;
  readonly dnsSuffix: string;
}

const COMMERCIAL: Partition = { id: "aws", dnsSuffix: "amazonaws.com" };

/** Source: https://docs.aws.amazon.com/general/latest/gr/rande.html and the SDKs' partitions.json. */
const PARTITIONS: readonly (Partition & { readonly regionPrefix: string })[] = [
  { regionPrefix: "cn-", id: "aws-cn", dnsSuffix: "amazonaws.com.cn" },
  { regionPrefix: "us-gov-", id: "aws-us-gov", dnsSuffix: "amazonaws.com" },
  { regionPrefix: "us-isob-", id: "aws-iso-b", dnsSuffix: "sc2s.sgov.gov" },
  { regionPrefix: "us-isof-", id: "aws-iso-f", dnsSuffix: "csp.hci.ic.gov" },
  { regionPrefix: "us-iso-", id: "aws-iso", dnsSuffix: "c2s.ic.gov" },
  { regionPrefix: "eu-isoe-", id: "aws-iso-e", dnsSuffix: "cloud.adc-e.uk" },
  { regionPrefix: "eusc-", id: "aws-eusc", dnsSuffix: "amazonaws.eu" },
];

export function partitionOf(region: string): Partition {
  return PARTITIONS.find(({ regionPrefix }) => region.startsWith(regionPrefix)) ?? COMMERCIAL;
}

/**
 * Reads the environment from a program's settings: `aws:region` and the first of `aws:allowedAccountIds`, by which the
 * provider itself refuses any other account.
 * @param account twelve digits that take precedence over the settings.
 */
export function awsEnvironment(config: Readonly<Record<string, string>>, account?: string): AwsEnvironment {
  const named = account ?? firstAccount(config["aws:allowedAccountIds"]);
  return inRegion(config["aws:region"] ?? GLOBAL_REGION, named ?? DOCUMENTATION_ACCOUNT, named === undefined);
}

function firstAccount(json: string | undefined): string | undefined {
  const ids = json === undefined ? [] : parsed(json);
  const first: unknown = Array.isArray(ids) ? ids[0] : undefined;
  return typeof first === "string" && ACCOUNT_ID.test(first) ? first : undefined;
}

/** What is no list of accounts is for the provider to refuse; here it names none. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function inRegion(region: string, accountId: string, accountIsStandIn: boolean): AwsEnvironment {
  const { id: partition, dnsSuffix } = partitionOf(region);
  return {
    accountId,
    accountIsStandIn,
    region,
    partition,
    dnsSuffix,
    in: (other) => inRegion(other, accountId, accountIsStandIn),
  };
}

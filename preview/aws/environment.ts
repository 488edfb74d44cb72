import { partitionOf } from "../../facts/regions";

/** The account, region and partition of a previewed program. */

export interface AwsEnvironment {
  /** 12 digits. */
  readonly accountId: string;
  /** Whether the settings name no account, so that the AWS documentation account is used as a placeholder. */
  readonly accountIsPlaceholder: boolean;
  /** The provider's default region. */
  readonly region: string;
  /** The environment of a resource in another region of the same account. */
  in(region: string): AwsEnvironment;
  readonly partition: string;
  readonly dnsSuffix: string;
}

/** The account in AWS's documentation, which belongs to nobody. */
const DOCUMENTATION_ACCOUNT = "123456789012";

/** The region of AWS's global endpoints, used if the settings name no region. */
const GLOBAL_REGION = "us-east-1";

const ACCOUNT_ID = /^\d{12}$/;

/**
 * Reads the environment from a program's settings: `aws:region` and the first of `aws:allowedAccountIds`, outside of
 * which the provider itself refuses to run.
 * @param account 12 digits that take precedence over the settings.
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

/** If the value is not a list of accounts, the provider rejects it; here it counts as none. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function inRegion(region: string, accountId: string, accountIsPlaceholder: boolean): AwsEnvironment {
  const { id: partition, dnsSuffix } = partitionOf(region);
  return {
    accountId,
    accountIsPlaceholder,
    region,
    partition,
    dnsSuffix,
    in: (other) => inRegion(other, accountId, accountIsPlaceholder),
  };
}

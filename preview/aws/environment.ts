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

const ROLE_ARN = /^arn:aws[a-z-]*:iam::(?<account>\d{12}):role\//;

const ACCOUNT_ID = /^\d{12}$/;

/**
 * Reads the environment from a program's settings: `aws:region`, and the first of `aws:allowedAccountIds`, outside of
 * which the provider itself refuses to run, or else the account of the role that the provider assumes.
 * @param account 12 digits that take precedence over the settings.
 */
export function awsEnvironment(config: Readonly<Record<string, string>>, account?: string): AwsEnvironment {
  const named = account ?? firstAccount(config["aws:allowedAccountIds"]) ?? accountOfRole(config);
  return inRegion(config["aws:region"] ?? GLOBAL_REGION, named ?? DOCUMENTATION_ACCOUNT, named === undefined);
}

function firstAccount(json: string | undefined): string | undefined {
  const ids = json === undefined ? [] : parsed(json);
  const first: unknown = Array.isArray(ids) ? ids[0] : undefined;
  return typeof first === "string" && ACCOUNT_ID.test(first) ? first : undefined;
}

/** The account of the last role of the chain, in which the provider works. */
function accountOfRole(config: Readonly<Record<string, string>>): string | undefined {
  const roles = ["aws:assumeRoles", "aws:assumeRole"].flatMap((setting) => {
    const value = config[setting];
    return value === undefined ? [] : [parsed(value)].flat();
  });
  const arn: unknown = roles
    .map((role: unknown) => (typeof role === "object" && role !== null && "roleArn" in role ? role.roleArn : undefined))
    .at(-1);
  return typeof arn === "string" ? ROLE_ARN.exec(arn)?.groups?.["account"] : undefined;
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

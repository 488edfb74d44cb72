/** Who reads the account. */
import type { Reader } from "./reader";

export interface Caller {
  readonly arn: string;
  /** 12 digits. */
  readonly accountId: string;
}

/** @throws ReadError if there are no usable credentials or AWS cannot be reached. */
export async function callerOf(reader: Reader): Promise<Caller> {
  const identity = await reader.read("sts:GetCallerIdentity", reader.homeRegion, {});
  return { arn: identity?.Arn ?? "", accountId: identity?.Account ?? "" };
}

/** The policies that AWS manages, told by their ARNs. */
import type { Value } from "../properties";

/** The name of a policy of AWS; a customer managed policy of the same name is judged by what it allows. */
export function managedPolicyName(policyArn: Value | undefined): string | undefined {
  return typeof policyArn === "string" && /^arn:[^:]+:iam::aws:policy\//.test(policyArn)
    ? policyArn.split("/").at(-1)
    : undefined;
}

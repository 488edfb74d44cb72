/** The statements of service and resource control policies as typed data. */
import type { OneOrMany } from "../iam";

/** The condition operators that these statements use. */
type ControlOperator =
  | "ArnNotLike"
  | "Bool"
  | "BoolIfExists"
  | "ForAnyValue:StringLike"
  | "Null"
  | "StringNotEquals"
  | "StringNotEqualsIfExists";

/**
 * One statement. A service control policy names no principal; a resource control policy names everyone.
 *
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_syntax.html
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html
 */
export type ControlStatement = {
  readonly Sid: string;
  readonly Effect: "Deny";
  readonly Principal?: "*";
  readonly Condition?: Readonly<Partial<Record<ControlOperator, Readonly<Record<string, OneOrMany>>>>>;
} & ({ readonly Action: OneOrMany } | { readonly NotAction: OneOrMany }) &
  ({ readonly Resource: OneOrMany } | { readonly NotResource: OneOrMany });

/** A service or resource control policy. */
export interface ControlPolicy {
  readonly Version: "2012-10-17";
  readonly Statement: readonly ControlStatement[];
}

/**
 * The part of a condition that leaves principals out of a refusal. For an assumed role, `aws:PrincipalArn` is the ARN of the role.
 *
 * @param principals ARNs or patterns of them; none leaves nobody out
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalarn
 */
export function exceptFor(principals: readonly string[]): NonNullable<ControlStatement["Condition"]> {
  return principals.length === 0 ? {} : { ArnNotLike: { "aws:PrincipalArn": [...new Set(principals)] } };
}

/** A statement's condition, or none where nothing is asked. */
export function where(condition: NonNullable<ControlStatement["Condition"]>): Pick<ControlStatement, "Condition"> {
  return Object.keys(condition).length === 0 ? {} : { Condition: condition };
}

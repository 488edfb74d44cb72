/**
 * Resource control policies: who may reach evidence, whatever a bucket's or a key's own policy says. They do not bind
 * service-linked roles, nor resources of the management account.
 *
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
 */
import { type ControlPolicy, type ControlStatement, exceptFor } from "./control-statement";
import type { OrganizationGovernance } from "./governance";
import { actionsOn, evidenceBuckets } from "./service-control";

const KEYS = "arn:*:kms:*:*:key/*";

/**
 * Forbids principals and services that act for others than the organization to reach evidence buckets and keys, everybody to reach
 * the buckets without TLS, and all but those who deploy and break the glass to take the evidence away.
 *
 * @param organizationId such as `o-a1b2c3d4e5`
 */
export function guardEvidence(governance: OrganizationGovernance, organizationId: string): ControlPolicy {
  const { evidence, deployers, breakGlassPrincipals = [], trustedAccounts = [] } = governance;
  const buckets = evidenceBuckets(evidence);
  const objects = buckets.map((arn) => `${arn}/*`);
  const evidenceActions = ["kms:*", "s3:*"];
  const everything = [...buckets, ...objects, KEYS];
  const deny = (
    Sid: string,
    Action: readonly string[],
    Resource: readonly string[],
    Condition: NonNullable<ControlStatement["Condition"]>,
  ): ControlStatement => ({ Sid, Effect: "Deny", Principal: "*", Action, Resource, Condition });
  return {
    Version: "2012-10-17",
    Statement: [
      deny("Outsiders", evidenceActions, everything, {
        StringNotEqualsIfExists: {
          "aws:PrincipalOrgID": organizationId,
          ...(trustedAccounts.length === 0 ? {} : { "aws:PrincipalAccount": trustedAccounts }),
        },
        BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
      }),
      // A service says for which account it acts, unless it does not send the key at all.
      deny("ServicesForOutsiders", evidenceActions, everything, {
        StringNotEqualsIfExists: { "aws:SourceOrgID": organizationId },
        Null: { "aws:SourceAccount": "false" },
        Bool: { "aws:PrincipalIsAWSService": "true" },
      }),
      deny("WithoutTls", ["s3:*"], [...buckets, ...objects], { Bool: { "aws:SecureTransport": "false" } }),
      deny("Tampering", actionsOn(["bucket", "object"]).filter(isOfS3), [...buckets, ...objects], {
        ...exceptFor([...deployers, ...breakGlassPrincipals]),
        BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
      }),
    ],
  };
}

function isOfS3(action: string): boolean {
  return action.startsWith("s3:");
}

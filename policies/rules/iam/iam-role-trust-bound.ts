import { UNBINDABLE_PRINCIPALS } from "../../../facts/service-contracts";
import { bindsServices } from "../../iam/grants";
import { ROLE } from "../../resources";
import { resourceRule } from "../../rule";
import { texts } from "../../settings";

/** Services whose trust cannot be bound, and Lambda, which does not send its source in every case. */
const EXCUSED_SERVICES = [...UNBINDABLE_PRINCIPALS, "lambda.amazonaws.com"];

export const iamRoleTrustBound = resourceRule(ROLE, {
  id: "iam-role-trust-bound",
  title: "Trust policies of IAM roles bind the services that they allow by a condition",
  severity: "high",
  elsewhere: "good-practice",
  property: "assumeRolePolicy",
  rationale:
    "A service acts for every AWS customer. Without a condition it can be made to use the role for another customer.",
  remediation:
    "Add a condition on aws:SourceArn, aws:SourceAccount or aws:SourceOrgID to the statement; for Firehose, on sts:ExternalId.",
  references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html"],
  related: { prowler: ["iam_role_cross_service_confused_deputy_prevention"] },
  settings: {
    excusedServices: texts({
      default: EXCUSED_SERVICES,
      description: "Service principals that need no condition, as named in the aws partition.",
    }),
  },
  check: ({ properties }, { property, settings }) =>
    bindsServices({ kind: "role-trust", unbindable: settings.excusedServices })(properties, property),
});

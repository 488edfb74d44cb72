/** What AWS Config's aggregators and authorizations are. */
import type { Source } from "../source";

export const SOURCES: readonly Source[] = [
  { page: "https://docs.aws.amazon.com/config/latest/developerguide/aggregate-data.html", readOn: "2026-11-26" },
  {
    page: "https://docs.aws.amazon.com/config/latest/APIReference/API_PutConfigurationAggregator.html",
    readOn: "2026-11-26",
  },
  {
    page: "https://docs.aws.amazon.com/config/latest/APIReference/API_PutAggregationAuthorization.html",
    readOn: "2026-11-26",
  },
  {
    page: "https://docs.aws.amazon.com/config/latest/developerguide/aggregated-add-authorization.html",
    readOn: "2026-11-26",
  },
];

/** AWS's policy for the role by which an organization's aggregator learns which accounts there are, after `arn:PARTITION:iam::aws:policy/`. */
export const ORGANIZATION_ROLE_POLICY = "service-role/AWSConfigRoleForOrganizations";

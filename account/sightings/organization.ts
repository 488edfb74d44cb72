/** The service control policies that apply to the account, as far as it may see them. */
import type { Reader } from "../reader";
import type { ServiceControl, ServiceControlLevel } from "../collisions/observed";

const FILTER = "SERVICE_CONTROL_POLICY";

/**
 * Only the management account and delegated administrators may read them.
 * @throws ReadError
 * @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListPoliciesForTarget.html
 */
export async function observeServiceControl(reader: Reader, account: string): Promise<ServiceControl> {
  const answer = await reader.read("organizations:DescribeOrganization", reader.homeRegion, {});
  const organization = answer?.Organization;
  // Service control policies do not apply to the management account.
  if (organization?.FeatureSet !== "ALL" || organization.MasterAccountId === account) {
    return { levels: [] };
  }
  const targets = await targetsAbove(reader, account);
  const levels = await Promise.all(targets.map((target) => levelOf(reader, target)));
  // Where the type of policy is switched on, every target has at least one.
  return { levels: levels.filter(({ policies }) => policies.length > 0) };
}

/** From the root to the account. */
async function targetsAbove(reader: Reader, account: string): Promise<readonly string[]> {
  const targets = [account];
  for (let child: string | undefined = account; child !== undefined;) {
    const parent = await parentOf(reader, child);
    if (parent?.Id !== undefined) {
      targets.unshift(parent.Id);
    }
    child = parent?.Type === "ORGANIZATIONAL_UNIT" ? parent.Id : undefined;
  }
  return targets;
}

async function parentOf(reader: Reader, child: string) {
  const answer = await reader.read("organizations:ListParents", reader.homeRegion, { ChildId: child });
  return answer?.Parents?.[0];
}

async function levelOf(reader: Reader, target: string): Promise<ServiceControlLevel> {
  const asked = { TargetId: target, Filter: FILTER } as const;
  const pages = await reader.readPages(
    "organizations:ListPoliciesForTarget",
    reader.homeRegion,
    asked,
    ({ NextToken }) => (NextToken === undefined ? undefined : { ...asked, NextToken }),
  );
  const policies = await Promise.all(
    pages
      .flatMap(({ Policies = [] }) => Policies)
      .map(async ({ Id = "", Name = "" }) => {
        const answer = await reader.read("organizations:DescribePolicy", reader.homeRegion, { PolicyId: Id });
        return { id: Id, name: Name, document: answer?.Policy?.Content ?? "" };
      }),
  );
  return { target, policies };
}

/** An organization around a simulated account, with guardrails on one of its members. Planted by API calls. */
import {
  AttachPolicyCommand,
  CreateAccountCommand,
  CreateOrganizationCommand,
  CreateOrganizationalUnitCommand,
  CreatePolicyCommand,
  ListRootsCommand,
  MoveAccountCommand,
  OrganizationsClient,
} from "@aws-sdk/client-organizations";
import { clientSettings } from "./lived-in";

export interface Member {
  readonly id: string;
  /** Of the member's unit. */
  readonly unit: string;
}

/** Makes the account manage an organization, in which a unit with this policy has one member. */
export async function guardedMember(endpoint: string, name: string, statements: readonly object[]): Promise<Member> {
  const organizations = new OrganizationsClient(clientSettings(endpoint, "us-east-1"));
  await organizations.send(new CreateOrganizationCommand({ FeatureSet: "ALL" }));
  const { Roots: [root] = [] } = await organizations.send(new ListRootsCommand({}));
  const created = await organizations.send(new CreateAccountCommand({ AccountName: "ai", Email: "ai@example.com" }));
  const id = created.CreateAccountStatus?.AccountId ?? "";
  const { OrganizationalUnit } = await organizations.send(
    new CreateOrganizationalUnitCommand({ ParentId: root?.Id, Name: "workloads" }),
  );
  const unit = OrganizationalUnit?.Id ?? "";
  await organizations.send(
    new MoveAccountCommand({ AccountId: id, SourceParentId: root?.Id, DestinationParentId: unit }),
  );
  const { Policy } = await organizations.send(
    new CreatePolicyCommand({
      Name: name,
      Type: "SERVICE_CONTROL_POLICY",
      Description: name,
      Content: JSON.stringify({ Version: "2012-10-17", Statement: statements }),
    }),
  );
  const policy = Policy?.PolicySummary?.Id ?? "";
  await organizations.send(new AttachPolicyCommand({ PolicyId: policy, TargetId: unit }));
  return { id, unit };
}

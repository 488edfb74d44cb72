/** Documents of Systems Manager: the runbooks of Automation. */
import type * as aws from "@pulumi/aws";
import type { WireValue } from "../../pulumi/stack-state";
import { type Properties, type Subject, observer } from "../observer";
import type { Reader } from "../reader";

export const documentObserver = observer<aws.ssm.DocumentArgs>({
  type: "aws:ssm/document:Document",
  check: "verify-ssm-document-as-declared",
  parts: [
    { properties: ["name", "documentType", "documentFormat", "content"], read: readDocument },
    { properties: ["permissions"], read: readPermissions },
  ],
  forms: { content: "document" },
  defaults: { documentFormat: "JSON", permissions: null },
  notCompared: {
    attachmentsSources: "The project attaches no files.",
    targetType: "The project restricts no document to a type of resource.",
    versionName: "The project names no versions.",
  },
});

/** The default version, which runs where none is named. */
async function readDocument(reader: Reader, { id, region }: Subject): Promise<Properties | undefined> {
  const document = await reader.read("ssm:GetDocument", region, { Name: id });
  return (
    document && {
      name: document.Name,
      documentType: document.DocumentType,
      documentFormat: document.DocumentFormat,
      content: document.Content,
    }
  );
}

/** Whoever else may run the document, as the provider has it. */
async function readPermissions(reader: Reader, { id, region }: Subject): Promise<Properties | undefined> {
  const shared = await reader.read("ssm:DescribeDocumentPermission", region, { Name: id, PermissionType: "Share" });
  const accountIds: readonly string[] = shared?.AccountIds ?? [];
  const permissions: WireValue = accountIds.length === 0 ? null : { type: "Share", accountIds: accountIds.join(",") };
  return shared && { permissions };
}

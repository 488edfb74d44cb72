/** Assessments of AWS Audit Manager. */
import type * as aws from "@pulumi/aws";
import { type Properties, type Subject, observer, textOf } from "../observer";
import type { Reader } from "../reader";

export const assessmentObserver = observer<aws.auditmanager.AssessmentArgs>({
  type: "aws:auditmanager/assessment:Assessment",
  check: "verify-auditmanager-assessment-as-declared",
  parts: [
    {
      properties: ["name", "description", "frameworkId", "assessmentReportsDestination", "roles", "scope"],
      read: readAssessment,
    },
  ],
  defaults: { description: null },
});

/** Found by its name among those that collect evidence. */
async function readAssessment(reader: Reader, { inputs, region }: Subject): Promise<Properties | undefined> {
  const name = textOf(inputs["name"]);
  const pages = await reader.readPages("auditmanager:ListAssessments", region, { status: "ACTIVE" }, ({ nextToken }) =>
    nextToken === undefined ? undefined : { status: "ACTIVE", nextToken },
  );
  const listed = pages.flatMap(({ assessmentMetadata = [] }) => assessmentMetadata).find((one) => one.name === name);
  if (listed?.id === undefined) {
    return undefined;
  }
  const { assessment } = (await reader.read("auditmanager:GetAssessment", region, { assessmentId: listed.id })) ?? {};
  const metadata = assessment?.metadata;
  if (metadata === undefined) {
    return undefined;
  }
  const { destination = null, destinationType = null } = metadata.assessmentReportsDestination ?? {};
  return {
    name: metadata.name,
    description: metadata.description,
    frameworkId: assessment?.framework?.id,
    assessmentReportsDestination: { destination, destinationType },
    roles: (metadata.roles ?? []).map(({ roleArn = null, roleType = null }) => ({ roleArn, roleType })),
    // Audit Manager itself decides which services are in scope.
    scope: { awsAccounts: (metadata.scope?.awsAccounts ?? []).map(({ id = null }) => ({ id })) },
  };
}

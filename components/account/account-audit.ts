/** The assessment of an account that has AWS Audit Manager, at home. */
import { AuditAssessment } from "../auditmanager/audit-assessment";
import type { Scope } from "../base/component";
import type { Off } from "./regional-modes";

/** Whether Audit Manager collects evidence by a framework. */
export type AuditManagerMode =
  | {
      readonly mode: "create";
      readonly frameworkId: string;
      /** Of the IAM role or user who owns the audit. */
      readonly ownerArn: string;
      /** Of the home region. */
      readonly reportsBucket: string;
    }
  | Off;

/** Absent where it is left out. */
export function createAuditAssessment(
  scope: Scope,
  { auditManager, homeRegion: region }: { readonly auditManager: AuditManagerMode; readonly homeRegion: string },
): AuditAssessment | undefined {
  if (auditManager.mode === "off") {
    return undefined;
  }
  const { frameworkId, ownerArn, reportsBucket } = auditManager;
  return new AuditAssessment(scope.child("audit"), { frameworkId, ownerArn, reportsBucket, region }, scope.options);
}

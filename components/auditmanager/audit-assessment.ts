/** An assessment of AWS Audit Manager, for accounts that had it before AWS closed it to new ones. */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { FRAMEWORK_ID } from "../../facts/auditmanager/assessments";
import { componentType, scopeOf } from "../base/component";
import { matching, optionOf } from "../base/options";

/** Options of an {@link AuditAssessment}. */
export interface AuditAssessmentArgs {
  /**
   * The id of the framework by which evidence is collected, such as that of AWS's "AWS Generative AI Best Practices Framework v2", which
   * `aws auditmanager list-assessment-frameworks --framework-type Standard` tells.
   */
  readonly frameworkId: string;
  /** The ARN of the IAM role or user who owns the audit, and reviews the evidence. */
  readonly ownerArn: pulumi.Input<string>;
  /** The name of the bucket of the region that reports are written to, by whoever has one made. */
  readonly reportsBucket: pulumi.Input<string>;
  /** @default the provider's region */
  readonly region?: string;
}

/**
 * An assessment that collects evidence of the component's account, day after day, for the controls of a framework. AWS charges each
 * piece of evidence. It is refused where Audit Manager is not set up in the account and the region, which AWS lets nobody do since
 * 30 April 2026.
 *
 * Children: `${name}-assessment`.
 *
 * @throws {OptionError} when frameworkId is not the id of a framework
 * @see https://docs.aws.amazon.com/audit-manager/latest/userguide/audit-manager-availability-change.html
 * @see https://docs.aws.amazon.com/audit-manager/latest/userguide/aws-generative-ai-best-practices.html
 */
export class AuditAssessment extends pulumi.ComponentResource {
  readonly assessment: aws.auditmanager.Assessment;

  constructor(name: string, args: AuditAssessmentArgs, opts?: pulumi.ComponentResourceOptions) {
    const { frameworkId, ownerArn, reportsBucket } = resolveAuditAssessment(name, args);
    super(componentType("AuditAssessment"), name, args, opts);
    const scope = scopeOf(this, name, args);

    this.assessment = new aws.auditmanager.Assessment(
      scope.child("assessment"),
      {
        name: scope.child("assessment"),
        description: "Evidence of how AI is governed in this account",
        frameworkId,
        assessmentReportsDestination: {
          destination: pulumi.interpolate`s3://${reportsBucket}`,
          destinationType: "S3",
        },
        roles: [{ roleArn: ownerArn, roleType: "PROCESS_OWNER" }],
        scope: { awsAccounts: [{ id: scope.account.place.apply(({ accountId }) => accountId) }] },
        ...scope.region,
      },
      scope.options,
    );
    this.registerOutputs();
  }
}

const frameworkForm = matching(
  FRAMEWORK_ID,
  "the id of a framework, a UUID in lower case",
  "Copy it from aws auditmanager list-assessment-frameworks.",
);

/** @throws {OptionError} as {@link AuditAssessment} does */
export function resolveAuditAssessment(name: string, args: AuditAssessmentArgs): AuditAssessmentArgs {
  frameworkForm(args.frameworkId, optionOf("AuditAssessment", name)("frameworkId"));
  return args;
}

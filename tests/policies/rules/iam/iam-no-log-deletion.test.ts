import { EVIDENCE_TAMPERING } from "../../../../facts/iam/evidence-tampering";
import { iamNoLogDeletion } from "../../../../policies/rules/iam/iam-no-log-deletion";
import { beside, describeForbiddenPermissions, givenTo, grants, worker } from "./forbidden-permissions";

describeForbiddenPermissions(iamNoLogDeletion, {
  action: "logs:PutRetentionPolicy",
  all: Object.values(EVIDENCE_TAMPERING.logRetention).flat(),
  fails: [
    givenTo(
      "the log group of the trail, by its name",
      ["logs:DeleteLogGroup"],
      "leave it to break-glass principals",
      grants("logs:DeleteLogGroup", {
        Resource: "arn:aws:logs:eu-central-1:111122223333:log-group:/aws/cloudtrail/baseline-trail:*",
      }),
    ),
    givenTo(
      "the streams of the log group of the trail",
      ["logs:DeleteLogStream"],
      "leave it to break-glass principals",
      grants("logs:DeleteLogStream", {
        Resource: "arn:aws:logs:eu-central-1:111122223333:log-group:/aws/cloudtrail/baseline-trail:log-stream:2026*",
      }),
    ),
    givenTo(
      "every log group, in the other form of their ARN",
      ["logs:PutRetentionPolicy"],
      "leave it to break-glass principals",
      grants("logs:PutRetentionPolicy", { Resource: "arn:aws:logs:*:*:log-group:*:*" }),
    ),
    givenTo(
      "the lifecycle of the bucket of the trail",
      ["s3:PutLifecycleConfiguration"],
      "leave it to break-glass principals",
      grants("s3:PutLifecycleConfiguration", {
        Resource: "arn:aws:s3:::baseline-trail-bucket-111122223333-eu-central-1",
      }),
    ),
  ],
  mayReach: [
    {
      title: "log groups by the end of their names",
      statement: grants("logs:DeleteLogGroup", { Resource: "arn:aws:logs:*:*:log-group:*-cluster" }),
      given: "logs:DeleteLogGroup",
    },
  ],
  passes: [
    {
      title: "the log groups of builds",
      change: beside(
        worker(
          grants(["logs:DeleteLogGroup", "logs:PutRetentionPolicy"], {
            Resource: "arn:aws:logs:*:*:log-group:/aws/codebuild/*",
          }),
        ),
      ),
    },
    {
      title: "the bucket of something else",
      change: beside(worker(grants("s3:PutLifecycleConfiguration", { Resource: "arn:aws:s3:::assets-111122223333" }))),
    },
  ],
});

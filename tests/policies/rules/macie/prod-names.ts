/** What the prod stack calls its Macie in eu-central-1, its job, and what keeps the results. */
export const BUCKET_NAME = "baseline-eu-central-1-macie-111122223333-eu-central-1";
export const MACIE = { type: "aws:macie2/account:Account", name: "baseline-eu-central-1-macie-macie" };
export const JOB = { type: "aws:macie2/classificationJob:ClassificationJob", name: "baseline-eu-central-1-macie-job" };
export const RESULTS = {
  type: "aws:macie2/classificationExportConfiguration:ClassificationExportConfiguration",
  name: "baseline-eu-central-1-macie-results",
};

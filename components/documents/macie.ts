/**
 * Who lets Amazon Macie keep the results of its jobs: pure functions on plain strings.
 *
 * @see https://docs.aws.amazon.com/macie/latest/user/discovery-results-repository-s3.html
 */
import { type AccountRegion, allowService, type Condition, type Statement } from "./iam";
import { bucketArn } from "./s3";

const MACIE = "macie.amazonaws.com";

/** Macie acts for its settings when they are put, and for a job when it delivers. */
function ofThisAccount({ partition, region, accountId }: AccountRegion): Condition {
  const own = `arn:${partition}:macie2:${region}:${accountId}`;
  return {
    StringEquals: { "aws:SourceAccount": accountId },
    ArnLike: { "aws:SourceArn": [`${own}:export-configuration:*`, `${own}:classification-job/*`] },
  };
}

/** Lets Macie find its bucket and deliver results to it. */
export function classificationBucketStatements(place: AccountRegion, bucketName: string): readonly Statement[] {
  const bucket = bucketArn(place, bucketName);
  const condition = ofThisAccount(place);
  return [
    allowService({
      sid: "MacieFindsBucket",
      service: MACIE,
      actions: "s3:GetBucketLocation",
      resource: bucket,
      condition,
    }),
    allowService({
      sid: "MacieDeliversResults",
      service: MACIE,
      actions: "s3:PutObject",
      resource: `${bucket}/*`,
      condition,
    }),
  ];
}

/** Lets Macie encrypt the results that it delivers. */
export function classificationKeyStatements(place: AccountRegion): readonly Statement[] {
  return [
    allowService({
      sid: "MacieEncryptsResults",
      service: MACIE,
      actions: ["kms:GenerateDataKey", "kms:Encrypt"],
      resource: "*",
      condition: ofThisAccount(place),
    }),
  ];
}

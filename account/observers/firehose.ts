/** Firehose streams that deliver to S3: what they do to records, where they put them, and whether they take any. */
import type { ExtendedS3DestinationDescription, Processor } from "@aws-sdk/client-firehose";
import type * as aws from "@pulumi/aws";
import type { WireMap } from "../../pulumi/stack-state";
import { type Problem, type Properties, type Subject, observer, textOf } from "../observer";
import type { Reader } from "../reader";

const OTHER_DESTINATION = "The project delivers to S3 alone.";
const OTHER_SOURCE = "The project's streams are written to directly.";
const FROM_READING = "AWS chooses it.";

export const deliveryStreamObserver = observer<aws.kinesis.FirehoseDeliveryStreamArgs>({
  type: "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
  check: "verify-firehose-stream-as-declared",
  parts: [
    {
      properties: ["name", "destination", "serverSideEncryption", "extendedS3Configuration"],
      read: readStream,
    },
  ],
  notCompared: {
    arn: FROM_READING,
    destinationId: FROM_READING,
    versionId: FROM_READING,
    elasticsearchConfiguration: OTHER_DESTINATION,
    httpEndpointConfiguration: OTHER_DESTINATION,
    icebergConfiguration: OTHER_DESTINATION,
    opensearchConfiguration: OTHER_DESTINATION,
    opensearchserverlessConfiguration: OTHER_DESTINATION,
    redshiftConfiguration: OTHER_DESTINATION,
    snowflakeConfiguration: OTHER_DESTINATION,
    splunkConfiguration: OTHER_DESTINATION,
    kinesisSourceConfiguration: OTHER_SOURCE,
    mskSourceConfiguration: OTHER_SOURCE,
  },
  conditions: [{ check: "verify-firehose-stream-active", read: stateProblems }],
});

async function streamOf(reader: Reader, { region, inputs, id }: Subject) {
  // What is adopted has no inputs, and is known by its ARN.
  const name = textOf(inputs["name"]) || (id.split("/").at(-1) ?? "");
  const found = await reader.read("firehose:DescribeDeliveryStream", region, { DeliveryStreamName: name });
  return found?.DeliveryStreamDescription;
}

async function readStream(reader: Reader, subject: Subject): Promise<Properties | undefined> {
  const stream = await streamOf(reader, subject);
  const encryption = stream?.DeliveryStreamEncryptionConfiguration;
  const s3 = stream?.Destinations?.[0]?.ExtendedS3DestinationDescription;
  return (
    stream && {
      name: stream.DeliveryStreamName,
      destination: s3 === undefined ? null : "extended_s3",
      serverSideEncryption: {
        enabled: encryption?.Status?.startsWith("ENABL") === true,
        ...(encryption?.KeyType === undefined ? {} : { keyType: encryption.KeyType }),
        ...(encryption?.KeyARN === undefined ? {} : { keyArn: encryption.KeyARN }),
      },
      extendedS3Configuration: s3 && destinationOf(s3),
    }
  );
}

function destinationOf(s3: ExtendedS3DestinationDescription): WireMap {
  const { CloudWatchLoggingOptions: logging, ProcessingConfiguration: processing } = s3;
  return {
    bucketArn: s3.BucketARN ?? null,
    roleArn: s3.RoleARN ?? null,
    kmsKeyArn: s3.EncryptionConfiguration?.KMSEncryptionConfig?.AWSKMSKeyARN ?? null,
    prefix: s3.Prefix ?? null,
    errorOutputPrefix: s3.ErrorOutputPrefix ?? null,
    compressionFormat: s3.CompressionFormat ?? null,
    processingConfiguration: {
      enabled: processing?.Enabled ?? false,
      processors: (processing?.Processors ?? []).map(processorOf),
    },
    cloudwatchLoggingOptions: {
      enabled: logging?.Enabled ?? false,
      logGroupName: logging?.LogGroupName ?? null,
      logStreamName: logging?.LogStreamName ?? null,
    },
  };
}

function processorOf({ Type, Parameters = [] }: Processor): WireMap {
  const parameters = Parameters.map(({ ParameterName, ParameterValue }) => ({
    parameterName: ParameterName ?? null,
    parameterValue: ParameterValue ?? null,
  }));
  return { type: Type ?? null, ...(parameters.length === 0 ? {} : { parameters }) };
}

async function stateProblems(reader: Reader, subject: Subject): Promise<readonly Problem[]> {
  const stream = await streamOf(reader, subject);
  const encryption = stream?.DeliveryStreamEncryptionConfiguration;
  const reason = stream?.FailureDescription?.Details;
  return [
    ...(stream === undefined || stream.DeliveryStreamStatus === "ACTIVE"
      ? []
      : [
          {
            result: "fail" as const,
            property: "DeliveryStreamStatus",
            message: `is ${stream.DeliveryStreamStatus ?? "not set"}${reason === undefined ? "" : ` (${reason})`}: nothing is delivered`,
          },
        ]),
    ...(encryption?.FailureDescription === undefined
      ? []
      : [
          {
            result: "fail" as const,
            property: "DeliveryStreamEncryptionConfiguration",
            message: `is ${encryption.Status ?? "not set"} (${encryption.FailureDescription.Details ?? "without a reason"})`,
          },
        ]),
  ];
}

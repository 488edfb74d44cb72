import { casesOf } from "./bad-resource";

const stream = casesOf("delivery stream", "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream");

export const badStreams = [
  stream("firehose-stream-encrypted-with-cmk", { remove: ["serverSideEncryption"] }),
  stream("firehose-stream-errors-logged", {
    set: { "extendedS3Configuration.cloudwatchLoggingOptions.enabled": false },
  }),
];

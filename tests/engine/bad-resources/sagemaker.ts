import { casesOf } from "./bad-resource";

const KEY_ARN = "arn:aws:kms:eu-central-1:111122223333:key/k";

const endpointConfiguration = casesOf(
  "endpoint configuration",
  "aws:sagemaker/endpointConfiguration:EndpointConfiguration",
  {
    name: "scoring",
    productionVariants: [{ modelName: "scoring", variantName: "all" }],
    dataCaptureConfig: {
      enableCapture: true,
      initialSamplingPercentage: 100,
      destinationS3Uri: "s3://acme-captured/scoring",
      kmsKeyId: KEY_ARN,
      captureOptions: [{ captureMode: "Input" }, { captureMode: "Output" }],
    },
  },
);

export const badEndpoints = [
  endpointConfiguration("sagemaker-data-capture-customer-managed-key", { remove: ["dataCaptureConfig.kmsKeyId"] }),
  endpointConfiguration("sagemaker-endpoint-data-captured", { set: { "dataCaptureConfig.enableCapture": false } }),
];

import type { WireMap } from "../../../../pulumi/stack-state";

/** An endpoint's configuration that captures every call, encrypted. */
export const ENDPOINT_CONFIGURATION: WireMap = {
  name: "scoring",
  productionVariants: [{ modelName: "scoring", variantName: "all" }],
  dataCaptureConfig: {
    enableCapture: true,
    initialSamplingPercentage: 100,
    destinationS3Uri: "s3://acme-captured/scoring",
    kmsKeyId: "arn:aws:kms:eu-central-1:111122223333:key/k",
    captureOptions: [{ captureMode: "Input" }, { captureMode: "Output" }],
  },
};

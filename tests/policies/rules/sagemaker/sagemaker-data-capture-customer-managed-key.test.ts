import { sagemakerDataCaptureCustomerManagedKey } from "../../../../policies/rules/sagemaker/sagemaker-data-capture-customer-managed-key";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeResourceRule } from "../../rule-harness";
import { ENDPOINT_CONFIGURATION } from "./example";

const KEY = "dataCaptureConfig.kmsKeyId";

describeResourceRule(sagemakerDataCaptureCustomerManagedKey, {
  example: ENDPOINT_CONFIGURATION,
  fails: [
    {
      title: "captured data without a key",
      remove: [KEY],
      message: "is not set; set it to the ARN of a customer managed key",
    },
    {
      title: "captured data with a key of AWS",
      set: { [KEY]: "alias/aws/s3" },
      message: 'is "alias/aws/s3", an AWS managed key; set it to the ARN of a customer managed key',
    },
  ],
  passes: [{ title: "a key that is not created yet", set: { [KEY]: UNKNOWN_VALUE } }],
  unknown: [{ path: "dataCaptureConfig", property: KEY }],
  notApplicable: [{ title: "an endpoint without data capture", remove: ["dataCaptureConfig"] }],
});

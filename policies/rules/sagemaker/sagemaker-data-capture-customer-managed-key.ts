import { isCustomerManagedKey } from "../../families/customer-managed-key";
import { UNKNOWN, at } from "../../properties";
import { ENDPOINT_CONFIGURATION } from "../../resources";
import { notApplicable, undecided } from "../../result";
import { resourceRule } from "../../rule";

const CAPTURE = ENDPOINT_CONFIGURATION.path("dataCaptureConfig");

export const sagemakerDataCaptureCustomerManagedKey = resourceRule(ENDPOINT_CONFIGURATION, {
  id: "sagemaker-data-capture-customer-managed-key",
  title: "SageMaker endpoints encrypt what they capture with a customer managed key",
  severity: "medium",
  property: "dataCaptureConfig.kmsKeyId",
  rationale:
    "Captured requests and answers hold whatever callers send, personal data among it. Without a key of its own, whoever may read the bucket may read them.",
  remediation: "Set dataCaptureConfig.kmsKeyId to the ARN of a customer managed key.",
  references: ["https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DataCaptureConfig.html"],
  check: ({ properties }, { property }) => {
    const capture = at(properties, CAPTURE);
    if (capture === UNKNOWN) {
      return undecided(property);
    }
    return capture === undefined ? notApplicable("it captures nothing") : isCustomerManagedKey(properties, property);
  },
});

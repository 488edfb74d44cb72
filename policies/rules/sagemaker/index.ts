export { sagemakerDataCaptureCustomerManagedKey } from "./sagemaker-data-capture-customer-managed-key";
export { sagemakerEndpointDataCaptured } from "./sagemaker-endpoint-data-captured";
export { sagemakerEndpointLogGroupRetained } from "./sagemaker-endpoint-log-group-retained";

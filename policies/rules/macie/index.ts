export { macieAccountTrainingBucketsClassified } from "./macie-account-training-buckets-classified";
export { macieResultsBucketAllowsDelivery } from "./macie-results-bucket-allows-delivery";
export { macieResultsKeyAllowsEncryption } from "./macie-results-key-allows-encryption";
export { macieSessionEnabled } from "./macie-session-enabled";
export { macieSessionProtected } from "./macie-session-protected";
export { macieSessionResultsKept } from "./macie-session-results-kept";

export { guarddutyAccountDetectorExists } from "./guardduty-account-detector-exists";
export { guarddutyAccountFeaturesEnabled } from "./guardduty-account-features-enabled";
export { guarddutyDetectorEnabled } from "./guardduty-detector-enabled";
export { guarddutyDetectorProtected } from "./guardduty-detector-protected";
export { guarddutyDetectorPublishesInTime } from "./guardduty-detector-publishes-in-time";
export { guarddutyFeatureEnabled } from "./guardduty-feature-enabled";

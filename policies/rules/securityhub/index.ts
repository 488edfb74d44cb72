export { securityhubAccountAiStandardEnabled } from "./securityhub-account-ai-standard-enabled";
export { securityhubAccountHubExists } from "./securityhub-account-hub-exists";
export { securityhubHubControlsAutoEnabled } from "./securityhub-hub-controls-auto-enabled";

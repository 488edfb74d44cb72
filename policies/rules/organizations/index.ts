export { organizationsAiServicesOptedOut } from "./organizations-ai-services-opted-out";
export { organizationsPolicyDocumentValid } from "./organizations-policy-document-valid";

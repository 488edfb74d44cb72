export { athenaAccountEvidenceQueriesExist } from "./athena-account-evidence-queries-exist";
export { athenaWorkgroupConfigurationEnforced } from "./athena-workgroup-configuration-enforced";
export { athenaWorkgroupEncryptedWithCmk } from "./athena-workgroup-encrypted-with-cmk";
export { athenaWorkgroupScanLimited } from "./athena-workgroup-scan-limited";

export { eksAccountLogGroupsDeclared } from "./eks-account-log-groups-declared";
export { eksAuditLogRetention } from "./eks-audit-log-retention";
export { eksControlPlaneLoggingEnabled } from "./eks-control-plane-logging-enabled";
export { eksEndpointPrivate } from "./eks-endpoint-private";
export { eksLogGroupPrecreated } from "./eks-log-group-precreated";
export { eksSecretsCustomerManagedKey } from "./eks-secrets-customer-managed-key";

import { eksAuditLogRetained } from "./eks-audit-log-retained";
import { eksControlPlaneLogging } from "./eks-control-plane-logging";
import { eksEndpointPrivate } from "./eks-endpoint-private";
import { eksLogGroupPrecreated } from "./eks-log-group-precreated";
import { eksSecretsEncrypted } from "./eks-secrets-encrypted";
import { legacyAuditSinkRefused } from "./legacy-audit-sink-refused";

export const kubernetesRules = [
  eksControlPlaneLogging,
  eksLogGroupPrecreated,
  eksSecretsEncrypted,
  eksEndpointPrivate,
  legacyAuditSinkRefused,
  eksAuditLogRetained,
] as const;

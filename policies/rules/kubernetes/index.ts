export { kubernetesAuditSinkUnsupported } from "./kubernetes-audit-sink-unsupported";

import type { kubernetes } from "../../../runbooks/categories/kubernetes";
import { request, type Cases } from "./case";

export const kubernetesCases: Cases<typeof kubernetes> = {
  "cluster-secrets-read": {
    table: "kubernetes_audit",
    finds: [
      { record: request("ann", "get", { resource: "secrets", namespace: "prod" }) },
      { record: request("system:serviceaccount:prod:app", "list", { resource: "secrets" }) },
    ],
    leaves: [
      { record: request("system:serviceaccount:kube-system:namespace-controller", "list", { resource: "secrets" }) },
      { record: request("system:kube-controller-manager", "get", { resource: "secrets" }) },
      { record: request("ann", "create", { resource: "secrets" }) },
      { record: request("ann", "get", { resource: "configmaps" }) },
      { record: request("ann", "get", { resource: "secrets" }, { stage: "RequestReceived" }) },
    ],
  },
  "workload-secrets-read": {
    table: "kubernetes_audit",
    given: { namespaces: ["models"] },
    finds: [
      { record: request("system:serviceaccount:models:server", "get", { resource: "secrets", namespace: "vault" }) },
    ],
    leaves: [
      { record: request("system:serviceaccount:other:server", "get", { resource: "secrets" }) },
      { record: request("system:serviceaccount:models:server", "create", { resource: "secrets" }) },
      { record: request("system:serviceaccount:models:server", "get", { resource: "configmaps" }) },
      { record: request("ann", "get", { resource: "secrets" }) },
    ],
  },
  "cluster-shells-opened": {
    table: "kubernetes_audit",
    finds: [{ record: request("ann", "create", { resource: "pods", subresource: "exec" }) }],
    leaves: [
      { record: request("ann", "get", { resource: "pods", subresource: "log" }) },
      { record: request("ann", "create", { resource: "pods" }) },
    ],
  },
  "cluster-reached-anonymously": {
    table: "kubernetes_audit",
    finds: [{ record: request("system:anonymous", "list", { resource: "pods" }) }],
    leaves: [
      { record: request("system:anonymous", "list", { resource: "pods" }, { responseStatus: { code: 403 } }) },
      { record: request("system:anonymous", "get", {}, { requestURI: "/livez?verbose" }) },
      { record: request("ann", "list", { resource: "pods" }) },
    ],
  },
  "cluster-roles-bound": {
    table: "kubernetes_audit",
    finds: [
      { record: request("ann", "create", { resource: "clusterrolebindings" }), daysAgo: 30 },
      { record: request("system:serviceaccount:ci:deployer", "patch", { resource: "roles", namespace: "models" }) },
    ],
    leaves: [
      { record: request("ann", "get", { resource: "clusterrolebindings" }) },
      {
        record: request("system:serviceaccount:kube-system:clusterrole-aggregation-controller", "update", {
          resource: "clusterroles",
        }),
      },
      { record: request("ann", "create", { resource: "serviceaccounts" }) },
    ],
  },
  "cluster-workloads-changed": {
    table: "kubernetes_audit",
    given: { namespaces: ["models"] },
    finds: [{ record: request("ann", "patch", { resource: "deployments", namespace: "models" }) }],
    leaves: [
      { record: request("ann", "patch", { resource: "deployments", namespace: "shop" }) },
      {
        record: request("system:serviceaccount:ci:deployer", "patch", { resource: "deployments", namespace: "models" }),
      },
      { record: request("ann", "get", { resource: "deployments", namespace: "models" }) },
      { record: request("ann", "create", { resource: "pods", namespace: "models", subresource: "exec" }) },
    ],
  },
};

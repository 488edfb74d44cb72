import { all, any, below, type Condition, is, matches, matchesNot, isNot } from "../queries/condition";
import type { RecordsQuery } from "../queries/query";
import { oneOf } from "../queries/records";
import { type Runbook, step } from "../runbook";

function audit(where: Condition): RecordsQuery {
  return { kind: "records", tables: ["kubernetes_audit"], where };
}

/** Service accounts have names of Kubernetes' form as well, and only those of its own namespace are its own. */
const NOT_KUBERNETES_ITSELF = any(
  matchesNot("user.username", "^system:"),
  all(
    matches("user.username", "^system:serviceaccount:"),
    matchesNot("user.username", "^system:serviceaccount:kube-system:"),
  ),
);

export const kubernetes = {
  "cluster-secrets-read": {
    question: "Who, other than Kubernetes itself, read secrets of a cluster?",
    category: "kubernetes",
    severity: "high",
    days: 7,
    parameters: ["namespaces"],
    query: ({ namespaces }) =>
      audit(
        all(
          is("objectRef.resource", "secrets"),
          is("verb", "get", "list", "watch"),
          NOT_KUBERNETES_ITSELF,
          ...oneOf("objectRef.namespace", namespaces),
        ),
      ),
    reading:
      "A row is a read of a secret, or of all secrets of a namespace. Operators that manage secrets do it all day under their service account.",
    response: [
      step("on-call", "Rotate the secret where nobody knows the reader."),
      step("platform", "Narrow the role that let it be read."),
    ],
    keep: ["The audit events"],
  },
  "workload-secrets-read": {
    question: "Which AI workloads read secrets by their service account?",
    category: "kubernetes",
    severity: "high",
    days: 7,
    parameters: ["namespaces"],
    query: ({ namespaces }) =>
      audit(
        all(
          is("objectRef.resource", "secrets"),
          is("verb", "get", "list", "watch"),
          namespaces.length === 0
            ? all(
                matches("user.username", "^system:serviceaccount:"),
                matchesNot("user.username", "^system:serviceaccount:kube-"),
              )
            : matches(
                "user.username",
                `^system:serviceaccount:(${namespaces.map((one) => one.replaceAll(/[^a-z0-9-]/g, "")).join("|")}):`,
              ),
        ),
      ),
    reading:
      "A model server has no reason to read secrets through the API: they are mounted. An injected prompt, or a stolen token, has one.",
    response: [
      step("on-call", "Isolate the pod by a network policy, and rotate what it read."),
      step(
        "security",
        "Look what else the service account did, and whether a shell was opened: run cluster-shells-opened.",
      ),
      step("platform", "Take the permission away; mount what is needed."),
    ],
    keep: ["The audit events", "The pod's logs and image"],
  },
  "cluster-shells-opened": {
    question: "Who ran commands in containers of a cluster, or attached to them?",
    category: "kubernetes",
    severity: "high",
    days: 7,
    parameters: ["namespaces"],
    query: ({ namespaces }) =>
      audit(
        all(
          is("objectRef.resource", "pods"),
          is("objectRef.subresource", "exec", "attach", "portforward"),
          ...oneOf("objectRef.namespace", namespaces),
        ),
      ),
    reading: "A row is a shell, or a way around the service. What was typed is in no audit log.",
    response: [
      step("on-call", "Ask the user; delete the pod where nobody answers, after saving its logs."),
      step("platform", "Take exec away from everybody but break-glass roles."),
    ],
    keep: ["The audit events", "The container's logs"],
  },
  "cluster-reached-anonymously": {
    question: "What did a cluster let callers without credentials do?",
    category: "kubernetes",
    severity: "critical",
    days: 7,
    parameters: [],
    query: () =>
      audit(
        all(
          is("user.username", "system:anonymous"),
          below("responseStatus.code", 400),
          matchesNot("requestURI", "^/(healthz|livez|readyz|version)"),
        ),
      ),
    reading: "Every row needs a look: a binding grants it to system:unauthenticated or system:anonymous.",
    response: [
      step("on-call", "Delete the binding."),
      step("security", "Look what the address did since: run the same over the days before."),
    ],
    keep: ["The audit events", "The binding"],
  },
  "cluster-roles-bound": {
    question: "Who bound roles of a cluster, or changed what they allow?",
    category: "kubernetes",
    severity: "high",
    days: 30,
    parameters: [],
    query: () =>
      audit(
        all(
          is("objectRef.resource", "rolebindings", "clusterrolebindings", "roles", "clusterroles"),
          is("verb", "create", "update", "patch", "delete"),
          NOT_KUBERNETES_ITSELF,
        ),
      ),
    reading: "A row is a change of who may do what. Deployments make some under their own service account.",
    response: [step("platform", "Show the manifest that it comes from, or undo it.")],
    keep: ["The audit events with their request objects"],
  },
  "cluster-workloads-changed": {
    question: "Who changed workloads in the namespaces of AI, beside the deployment's own account?",
    category: "kubernetes",
    severity: "medium",
    days: 7,
    parameters: ["namespaces"],
    query: ({ namespaces }) =>
      audit(
        all(
          is("objectRef.resource", "deployments", "statefulsets", "daemonsets", "jobs", "cronjobs", "pods"),
          is("verb", "create", "update", "patch", "delete"),
          isNot("objectRef.subresource", "status", "exec", "attach", "portforward", "binding", "eviction"),
          matchesNot("user.username", "^system:(serviceaccount:|kube-|node:)"),
          ...oneOf("objectRef.namespace", namespaces),
        ),
      ),
    reading: "A row is a person's change of a model server. Pipelines have service accounts and are left out.",
    response: [step("model-owner", "Bring the change into the repository, or roll it back.")],
    keep: ["The audit events"],
  },
} as const satisfies Readonly<Record<string, Runbook>>;

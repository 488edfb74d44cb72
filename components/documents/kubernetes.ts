/** What a cluster is told about its audit log: control-plane log types for EKS, an `AuditSink` for the others. */
import type * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";

import { EKS_LOG_TYPES, type EksLogType } from "../../facts/eks/log-types";
import { type Check, matching, OptionError } from "../base/options";

/**
 * What an `aws.eks.Cluster` must be given so that it delivers every control-plane log; spread it into the cluster's arguments.
 */
export function eksControlPlaneLogging(): { readonly enabledClusterLogTypes: EksLogType[] } {
  return { enabledClusterLogTypes: [...EKS_LOG_TYPES] };
}

/** A check of the name of an EKS cluster, for `validated`. */
export const checkEksClusterName = matching(
  /^[0-9A-Za-z][0-9A-Za-z_-]{0,99}$/,
  "1 to 100 letters, digits, hyphens and underscores, the first a letter or digit",
  "Give the name of the cluster as EKS knows it.",
);

/** The minor versions of Kubernetes 1 that serve `auditregistration.k8s.io/v1alpha1`. */
const AUDIT_SINK_MINOR_VERSIONS = { first: 13, last: 18 } as const;

/**
 * A check that a Kubernetes version, such as `1.18`, `v1.18.20` or `v1.17.3-gke.1`, serves `AuditSink` objects.
 *
 * @throws {OptionError} when it does not
 * @see https://github.com/kubernetes/kubernetes/pull/91502
 */
export function checkServesAuditSink(version: string, path: string): void {
  const { first, last } = AUDIT_SINK_MINOR_VERSIONS;
  const [major, minor] = (/^v?(\d+)\.(\d+)(?:[.+-].*)?$/.exec(version) ?? []).slice(1).map(Number);
  if (major === 1 && minor !== undefined && minor >= first && minor <= last) {
    return;
  }
  throw new OptionError({
    path,
    got: version,
    allowed: `a Kubernetes version from 1.${first} to 1.${last}`,
    fix:
      `Kubernetes 1.${last + 1} removed AuditSink objects (auditregistration.k8s.io/v1alpha1, kubernetes/kubernetes#91502): ` +
      `for an EKS cluster use cluster.kind "eks"; for another control plane set its API server's --audit-policy-file and ` +
      `--audit-webhook-config-file.`,
  });
}

/** A check of the address of an audit webhook, for `validated`. */
export const checkWebhookUrl: Check<string> = (webhookUrl, path) => {
  const url = URL.canParse(webhookUrl) ? new URL(webhookUrl) : undefined;
  const plain = url?.username === "" && url.password === "" && url.search === "" && url.hash === "";
  if (url?.protocol !== "https:" || !plain) {
    throw new OptionError({
      path,
      got: webhookUrl,
      allowed: "https://host[:port]/path, without user, query or fragment",
      fix: "Audit events must not travel in the clear, and the API server takes no other form.",
    });
  }
};

/** How much of each request an audit event carries. */
export type AuditLevel = "Metadata" | "Request" | "RequestResponse";

/** The specification of an `AuditSink` object. */
export function auditSinkSpec(sink: {
  readonly webhookUrl: pulumi.Input<string>;
  readonly caBundle: pulumi.Input<string> | undefined;
  readonly level: AuditLevel;
}): k8s.types.input.auditregistration.v1alpha1.AuditSinkSpec {
  return {
    // The stage RequestReceived would double every event without telling more.
    policy: { level: sink.level, stages: ["ResponseComplete", "Panic"] },
    webhook: {
      clientConfig: { url: sink.webhookUrl, ...(sink.caBundle === undefined ? {} : { caBundle: sink.caBundle }) },
      // The API's own defaults, made explicit: beyond them the API server drops events.
      throttle: { qps: 10, burst: 15 },
    },
  };
}

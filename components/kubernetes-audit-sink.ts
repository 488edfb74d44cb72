/** Where the audit log of a Kubernetes cluster goes. */
import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";

import { accountIdentity } from "./account-identity";
import { CustomerKey } from "./customer-key";
import { type AccountRegion, keyAdministration, policyJson, type Statement } from "./documents/iam";
import {
  type AuditLevel,
  auditSinkSpec,
  checkEksClusterName,
  checkServesAuditSink,
  checkWebhookUrl,
  EKS_CONTROL_PLANE_LOG_TYPES,
  type EksControlPlaneLogType,
  eksLogGroupName,
} from "./documents/kubernetes-documents";
import { logGroupsUseKey } from "./documents/log-group-documents";
import { RetainedLogGroup } from "./retained-log-group";
import type { RetentionDays } from "./retention";
import { optionOf, OptionError, validated } from "./validated-input";

export { eksControlPlaneLogging } from "./documents/kubernetes-documents";

/** A cluster whose control plane AWS runs. */
export interface EksAuditedCluster {
  readonly kind: "eks";
  /** The cluster's name; known while the program runs, since the log group's name is made of it. */
  readonly clusterName: string;
}

/** A cluster that still serves `auditregistration.k8s.io/v1alpha1`: Kubernetes 1.13 to 1.18. */
export interface LegacyAuditedCluster {
  readonly kind: "legacy";
  /** Such as `1.18`; known while the program runs, so that a later version is refused before anything is declared. */
  readonly kubernetesVersion: string;
  /** Where the API server posts events, https only. */
  readonly webhookUrl: pulumi.Input<string>;
  /** The PEM bundle, in base64, that the receiver's certificate is checked with. @default - the API server's own trust roots */
  readonly caBundle?: pulumi.Input<string>;
  /** How much of each request is sent; beyond Metadata the bodies of secrets are, too. @default "Metadata" */
  readonly level?: AuditLevel;
}

/** Options for an EKS cluster. */
export interface EksKubernetesAuditSinkArgs {
  readonly cluster: EksAuditedCluster;
  /** @default the provider's region */
  readonly region?: string;
  /** Days that events are kept: 90 to 3653, of the periods that CloudWatch Logs knows. @default 400 */
  readonly retentionDays?: pulumi.Input<RetentionDays>;
  /** Whether Pulumi refuses to delete log group and key. @default true */
  readonly protect?: boolean;
}

/** Options for a legacy cluster. */
export interface LegacyKubernetesAuditSinkArgs {
  readonly cluster: LegacyAuditedCluster;
}

/** Options of {@link KubernetesAuditSink}, by the kind of cluster. */
export type KubernetesAuditSinkArgs = EksKubernetesAuditSinkArgs | LegacyKubernetesAuditSinkArgs;

/**
 * The destination of a cluster's audit log.
 *
 * - `eks`: the log group that EKS writes control-plane logs to, with a retention and a customer key. It has to exist before
 *   the cluster does, or EKS makes one that never expires: let the cluster depend on this component, and give it
 *   {@link KubernetesAuditSink.controlPlaneLogTypes} (or spread `eksControlPlaneLogging()`). The audit policy is fixed by AWS.
 * - `legacy`: an `AuditSink` object in the cluster of the Kubernetes provider in the component's options.
 *
 * @throws {OptionError} when the cluster's name, version or webhook is not accepted, or an option would be ignored
 * @see https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html
 * @see https://kubernetes.io/docs/tasks/debug/debug-cluster/audit/
 */
export class KubernetesAuditSink extends pulumi.ComponentResource {
  /** Present for EKS, as is everything below. */
  readonly logGroupName: pulumi.Output<string> | undefined;
  readonly logGroupArn: pulumi.Output<string> | undefined;
  readonly keyArn: pulumi.Output<string> | undefined;
  /** What the cluster's `enabledClusterLogTypes` must be. */
  readonly controlPlaneLogTypes: readonly EksControlPlaneLogType[] | undefined;

  constructor(name: string, args: KubernetesAuditSinkArgs, opts?: pulumi.ComponentResourceOptions) {
    const option = optionOf("KubernetesAuditSink", name);
    checkOptions(args, option);
    super("ai-governance-baseline:index:KubernetesAuditSink", name, { kind: args.cluster.kind }, opts);

    if (isForEks(args)) {
      const { logGroup, key } = createEksDestination(name, args, this);
      this.logGroupName = logGroup.logGroupName;
      this.logGroupArn = logGroup.logGroupArn;
      this.keyArn = key.keyArn;
      this.controlPlaneLogTypes = EKS_CONTROL_PLANE_LOG_TYPES;
    } else {
      createAuditSink(name, args.cluster, option, this);
    }
    this.registerOutputs({
      kind: args.cluster.kind,
      logGroupName: this.logGroupName,
      logGroupArn: this.logGroupArn,
      keyArn: this.keyArn,
      controlPlaneLogTypes: this.controlPlaneLogTypes === undefined ? undefined : [...this.controlPlaneLogTypes],
    });
  }
}

/** The options of an EKS cluster that mean nothing elsewhere; the type forbids them, which plain JavaScript does not see. */
const EKS_OPTIONS = ["region", "retentionDays", "protect"] as const;

function isForEks(args: KubernetesAuditSinkArgs): args is EksKubernetesAuditSinkArgs {
  return args.cluster.kind === "eks";
}

function isForLegacyCluster(args: KubernetesAuditSinkArgs): args is LegacyKubernetesAuditSinkArgs {
  return args.cluster.kind === "legacy";
}

function checkOptions(args: KubernetesAuditSinkArgs, option: (name: string) => string): void {
  if (isForEks(args)) {
    checkEksClusterName(args.cluster.clusterName, option("cluster.clusterName"));
    return;
  }
  if (!isForLegacyCluster(args)) {
    throw new OptionError({
      path: option("cluster.kind"),
      // The types leave no other kind; plain JavaScript does.
      got: (args as KubernetesAuditSinkArgs).cluster.kind,
      allowed: "eks, legacy",
      fix: "Choose the kind of cluster.",
    });
  }
  checkServesAuditSink(args.cluster.kubernetesVersion, option("cluster.kubernetesVersion"));
  for (const ignored of EKS_OPTIONS) {
    if (ignored in args) {
      throw new OptionError({
        path: option(ignored),
        got: "set",
        allowed: 'nothing with cluster.kind "legacy", which would ignore it',
        fix: `Remove ${ignored}.`,
      });
    }
  }
}

function keyStatements(place: AccountRegion, logGroupName: string): readonly Statement[] {
  return [keyAdministration(place), logGroupsUseKey(place, [logGroupName])];
}

function createEksDestination(
  name: string,
  args: EksKubernetesAuditSinkArgs,
  parent: KubernetesAuditSink,
): { readonly logGroup: RetainedLogGroup; readonly key: CustomerKey } {
  const logGroupName = eksLogGroupName(args.cluster.clusterName);
  const where = {
    ...(args.region === undefined ? {} : { region: args.region }),
    ...(args.protect === undefined ? {} : { protect: args.protect }),
  };
  const key = new CustomerKey(
    `${name}-key`,
    {
      description: `Control-plane logs of EKS cluster ${args.cluster.clusterName}`,
      policy: accountIdentity(parent, args.region).place.apply((place) =>
        policyJson(keyStatements(place, logGroupName)),
      ),
      ...where,
    },
    { parent },
  );
  const logGroup = new RetainedLogGroup(
    `${name}-log-group`,
    {
      logGroupName,
      retentionClass: "kubernetes",
      keyArn: key.keyArn,
      ...(args.retentionDays === undefined ? {} : { retentionDays: args.retentionDays }),
      ...where,
    },
    { parent },
  );
  return { logGroup, key };
}

function createAuditSink(
  name: string,
  cluster: LegacyAuditedCluster,
  option: (name: string) => string,
  parent: KubernetesAuditSink,
): void {
  const webhookUrl = validated(cluster.webhookUrl, option("cluster.webhookUrl"), checkWebhookUrl);
  new k8s.auditregistration.v1alpha1.AuditSink(
    `${name}-audit-sink`,
    {
      metadata: { name },
      spec: auditSinkSpec({ webhookUrl, caBundle: cluster.caBundle, level: cluster.level ?? "Metadata" }),
    },
    { parent },
  );
}

/** Where the audit log of a Kubernetes cluster goes. */
import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";

import { EKS_LOG_TYPES, type EksLogType, eksLogGroupName } from "../../facts/eks/log-types";
import { type RetentionDays } from "../../facts/logs/retention-periods";
import { componentType, type Placement, type Scope, scopeOf } from "../base/component";
import { checkProtection, type EvidenceProtection, type KeyProtection } from "../base/evidence-protection";
import { refuseShapingOfExisting, type ShapingOptions } from "../base/existing";
import { given, optionOf, OptionError, refuseIgnored, validated } from "../base/options";
import {
  type AuditLevel,
  auditSinkSpec,
  checkEksClusterName,
  checkServesAuditSink,
  checkWebhookUrl,
} from "../documents/kubernetes";
import { logGroupsUseKey } from "../documents/logs";
import { CustomerManagedKey } from "../kms/customer-managed-key";
import { type ExistingKey, requiredKey, type RequiredKey, validatedKey } from "../kms/required-key";
import { checkRetention } from "../logs/check-retention";
import { RetainedLogGroup } from "../logs/retained-log-group";

export { eksControlPlaneLogging } from "../documents/kubernetes";

/** Options of {@link KubernetesAuditSink}, by the kind of cluster. */
export type KubernetesAuditSinkArgs = EksKubernetesAuditSinkArgs | LegacyKubernetesAuditSinkArgs;

/** Options for an EKS cluster. */
export interface EksKubernetesAuditSinkArgs extends EvidenceProtection, KeyProtection {
  readonly cluster: EksAuditedCluster;
  /** @default the provider's region */
  readonly region?: string;
  /** Days that events are kept: 90 to 3653, of the periods that CloudWatch Logs accepts. @default 400 */
  readonly retentionDays?: pulumi.Input<RetentionDays>;
  /**
   * The key that encrypts the log group. Its policy needs the statement of `logGroupsUseKey` for the log group of the cluster.
   *
   * @default - a key of its own
   */
  readonly key?: ExistingKey;
}

/** Options for a legacy cluster. */
export interface LegacyKubernetesAuditSinkArgs {
  readonly cluster: LegacyAuditedCluster;
}

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

/**
 * The destination of a cluster's audit log.
 *
 * - `eks`: the log group that EKS writes control-plane logs to, with a retention and a customer managed key. It has to exist before
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
  readonly controlPlaneLogTypes: readonly EksLogType[] | undefined;

  constructor(name: string, args: KubernetesAuditSinkArgs, opts?: pulumi.ComponentResourceOptions) {
    const options = resolveKubernetesAuditSink(name, args);
    const { kind } = options;
    super(componentType("KubernetesAuditSink"), name, { kind }, opts);
    const scope = scopeOf(this, name, options.placement);

    if (options.kind === "eks") {
      const key = createKey(scope, options);
      const logGroup = createLogGroup(scope, options, key);
      this.logGroupName = logGroup.logGroupName;
      this.logGroupArn = logGroup.logGroupArn;
      this.keyArn = key.keyArn;
      this.controlPlaneLogTypes = EKS_LOG_TYPES;
    } else {
      createAuditSink(scope, options);
    }

    this.registerOutputs({
      kind,
      logGroupName: this.logGroupName,
      logGroupArn: this.logGroupArn,
      keyArn: this.keyArn,
      controlPlaneLogTypes: this.controlPlaneLogTypes === undefined ? undefined : [...this.controlPlaneLogTypes],
    });
  }
}

/** The options of a {@link KubernetesAuditSink}, resolved. */
export type KubernetesAuditSinkOptions = EksOptions | LegacyOptions;

/** The options for an EKS cluster, resolved. */
export interface EksOptions {
  readonly kind: "eks";
  readonly clusterName: string;
  readonly key: ExistingKey | undefined;
  /** `undefined` leaves it to the log group's class. */
  readonly retentionDays: pulumi.Input<RetentionDays> | undefined;
  readonly placement: Placement;
}

/** The options for a legacy cluster, resolved. */
export interface LegacyOptions {
  readonly kind: "legacy";
  readonly webhookUrl: pulumi.Input<string>;
  readonly caBundle: pulumi.Input<string> | undefined;
  readonly level: AuditLevel;
  /** Empty: an object in the cluster has no region and holds no evidence. */
  readonly placement: Placement;
}

const SHAPING: ShapingOptions<keyof EksKubernetesAuditSinkArgs> = { key: ["breakGlassPrincipals"] };

/** The options of an EKS cluster that mean nothing elsewhere. */
const EKS_OPTIONS = ["region", "retentionDays", "key", "protect", "forceDestroy", "breakGlassPrincipals"] as const;

/** @throws {OptionError} as {@link KubernetesAuditSink} does */
export function resolveKubernetesAuditSink(name: string, args: KubernetesAuditSinkArgs): KubernetesAuditSinkOptions {
  const option = optionOf("KubernetesAuditSink", name);
  if (isForEks(args)) {
    return resolveForEks(args, option);
  }
  if (isForLegacyCluster(args)) {
    return resolveForLegacyCluster(args, option);
  }
  throw new OptionError({
    path: option("cluster.kind"),
    // The types leave no other kind; plain JavaScript does.
    got: (args as KubernetesAuditSinkArgs).cluster.kind,
    allowed: "eks, legacy",
    fix: "Choose the kind of cluster.",
  });
}

function isForEks(args: KubernetesAuditSinkArgs): args is EksKubernetesAuditSinkArgs {
  return args.cluster.kind === "eks";
}

function isForLegacyCluster(args: KubernetesAuditSinkArgs): args is LegacyKubernetesAuditSinkArgs {
  return args.cluster.kind === "legacy";
}

function resolveForEks(args: EksKubernetesAuditSinkArgs, option: (name: string) => string): EksOptions {
  const { cluster, key, region, retentionDays, protect, forceDestroy, breakGlassPrincipals } = args;
  checkProtection(args, option);
  refuseShapingOfExisting(args, SHAPING, option);
  checkEksClusterName(cluster.clusterName, option("cluster.clusterName"));
  return {
    kind: "eks",
    clusterName: cluster.clusterName,
    key: validatedKey(key, option("key")),
    retentionDays:
      retentionDays === undefined
        ? undefined
        : validated(retentionDays, option("retentionDays"), checkRetention("kubernetes")),
    placement: { region, protect, forceDestroy, breakGlassPrincipals },
  };
}

function resolveForLegacyCluster(args: LegacyKubernetesAuditSinkArgs, option: (name: string) => string): LegacyOptions {
  const { kubernetesVersion, webhookUrl, caBundle, level = "Metadata" } = args.cluster;
  checkServesAuditSink(kubernetesVersion, option("cluster.kubernetesVersion"));
  // The type forbids them, which plain JavaScript does not see.
  const written: LegacyKubernetesAuditSinkArgs & Partial<Omit<EksKubernetesAuditSinkArgs, "cluster">> = args;
  refuseIgnored(written, { ignored: EKS_OPTIONS, by: 'cluster.kind "legacy"' }, option);
  return {
    kind: "legacy",
    webhookUrl: validated(webhookUrl, option("cluster.webhookUrl"), checkWebhookUrl),
    caBundle,
    level,
    placement: {},
  };
}

function createKey(scope: Scope, { key, clusterName }: EksOptions): RequiredKey {
  const logGroupName = eksLogGroupName(clusterName);
  return requiredKey(
    key,
    () =>
      new CustomerManagedKey(
        scope.child("key"),
        {
          description: `Control-plane logs of EKS cluster ${clusterName}`,
          policyStatements: scope.account.place.apply((place) => [logGroupsUseKey(place, [logGroupName])]),
          ...scope.region,
          ...scope.keyProtection,
        },
        scope.options,
      ),
  );
}

function createLogGroup(
  scope: Scope,
  { clusterName, retentionDays }: EksOptions,
  { keyArn }: RequiredKey,
): RetainedLogGroup {
  return new RetainedLogGroup(
    scope.child("log-group"),
    {
      logGroupName: eksLogGroupName(clusterName),
      retentionClass: "kubernetes",
      keyArn,
      ...given({ retentionDays }),
      ...scope.region,
      ...scope.protection,
    },
    scope.options,
  );
}

function createAuditSink(scope: Scope, { webhookUrl, caBundle, level }: LegacyOptions): void {
  new k8s.auditregistration.v1alpha1.AuditSink(
    scope.child("audit-sink"),
    { metadata: { name: scope.child() }, spec: auditSinkSpec({ webhookUrl, caBundle, level }) },
    scope.options,
  );
}

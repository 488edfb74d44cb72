import assert from "node:assert/strict";

import fc from "fast-check";

import {
  eksControlPlaneLogging,
  KubernetesAuditSink,
  type KubernetesAuditSinkArgs,
  type LegacyAuditedCluster,
  resolveKubernetesAuditSink,
} from "../../../components/kubernetes/kubernetes-audit-sink";
import { checkServesAuditSink, checkWebhookUrl } from "../../../components/documents/kubernetes";
import { PLACE, record } from "../recorder";

const REGION = PLACE.region;
const LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";
const AUDIT_SINK = "kubernetes:auditregistration.k8s.io/v1alpha1:AuditSink";
const ALL_LOGS = ["api", "audit", "authenticator", "controllerManager", "scheduler"];
const EKS: KubernetesAuditSinkArgs = { cluster: { kind: "eks", clusterName: "inference" }, region: REGION };
const LEGACY: LegacyAuditedCluster = {
  kind: "legacy",
  kubernetesVersion: "1.18",
  webhookUrl: "https://audit.example/events",
};

function recorded(args: KubernetesAuditSinkArgs) {
  return record(() => new KubernetesAuditSink("sink", args));
}

describe("KubernetesAuditSink for EKS", () => {
  it("creates the log group that EKS writes to, with a key that serves it alone", async () => {
    const recording = await recorded(EKS);
    assert.deepEqual(recording.children(), [
      "ai-governance-baseline:index:CustomerManagedKey sink-key",
      "ai-governance-baseline:index:KubernetesAuditSink sink",
      "ai-governance-baseline:index:RetainedLogGroup sink-log-group",
      "aws:cloudwatch/logGroup:LogGroup sink-log-group",
      "aws:kms/alias:Alias sink-key-alias",
      "aws:kms/key:Key sink-key",
    ]);
    assert.deepEqual(recording.inputs(LOG_GROUP, "sink-log-group"), {
      name: "/aws/eks/inference/cluster",
      retentionInDays: 400,
      kmsKeyId: `arn:aws:kms:${REGION}:123456789012:key/sink-key`,
      deletionProtectionEnabled: true,
      region: REGION,
    });
    assert.deepEqual(recording.document("aws:kms/key:Key", "sink-key", "policy"), {
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "AccountAdministersKeyThroughIam",
          Effect: "Allow",
          Principal: { AWS: "arn:aws:iam::123456789012:root" },
          Action: "kms:*",
          Resource: "*",
        },
        {
          Sid: "CloudWatchLogsEncryptsLogGroups",
          Effect: "Allow",
          Principal: { Service: `logs.${REGION}.amazonaws.com` },
          Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
          Resource: "*",
          Condition: {
            ArnEquals: {
              "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:${REGION}:123456789012:log-group:/aws/eks/inference/cluster`,
            },
          },
        },
      ],
    });
  });

  it("makes no key where it is given one, and encrypts the log group with it", async () => {
    const arn = `arn:aws:kms:${REGION}:123456789012:key/00000000-0000-4000-8000-000000000000`;
    const recording = await recorded({ ...EKS, key: { existing: { arn } } });
    assert.deepEqual(recording.children(), [
      "ai-governance-baseline:index:KubernetesAuditSink sink",
      "ai-governance-baseline:index:RetainedLogGroup sink-log-group",
      `${LOG_GROUP} sink-log-group`,
    ]);
    assert.equal(recording.inputs(LOG_GROUP, "sink-log-group")["kmsKeyId"], arn);
  });

  it("tells the cluster to deliver all five logs", async () => {
    assert.deepEqual(eksControlPlaneLogging(), { enabledClusterLogTypes: ALL_LOGS });
    let types: readonly string[] | undefined;
    await record(() => {
      types = new KubernetesAuditSink("sink", EKS).controlPlaneLogTypes;
    });
    assert.deepEqual(types, ALL_LOGS);
  });

  it("keeps events within the bounds of its class and protects what holds them", async () => {
    const days = async (retentionDays: 60 | 90 | 3653) =>
      (await recorded({ ...EKS, retentionDays })).inputs(LOG_GROUP, "sink-log-group")["retentionInDays"];
    assert.equal(await days(90), 90);
    assert.equal(await days(3653), 3653);
    assert.equal((await recorded(EKS)).registration(LOG_GROUP, "sink-log-group").protect, true);
    await assert.rejects(days(60), /retentionDays is 60\. Allowed: 90, /);
  });

  it("can be destroyed with its log group where it is told so and not protected", async () => {
    const made = await recorded({ ...EKS, protect: false, forceDestroy: true });
    assert.equal(made.inputs(LOG_GROUP, "sink-log-group")["deletionProtectionEnabled"], false);
    assert.equal(made.registration(LOG_GROUP, "sink-log-group").protect, false);
    const kept = await recorded({ ...EKS, protect: false });
    assert.equal(kept.inputs(LOG_GROUP, "sink-log-group")["deletionProtectionEnabled"], true);
    await assert.rejects(recorded({ ...EKS, forceDestroy: true }), {
      message:
        'KubernetesAuditSink "sink": forceDestroy is true. Allowed: false, unless protect is false. Set protect to false as ' +
        "well, or remove forceDestroy.",
    });
  });

  it("leaves its key to break-glass principals where they are named, and refuses them for a key of the user's", async () => {
    const breakGlassPrincipals = ["arn:aws:iam::123456789012:role/break-glass"];
    const made = await recorded({ ...EKS, breakGlassPrincipals });
    const { Statement } = made.document("aws:kms/key:Key", "sink-key", "policy") as { Statement: { Sid: string }[] }; // As policyJson writes it.
    assert.deepEqual(
      Statement.map(({ Sid }) => Sid),
      ["AccountAdministersKeyThroughIam", "OnlyBreakGlassRemovesKey", "CloudWatchLogsEncryptsLogGroups"],
    );
    const key = { existing: { arn: `arn:aws:kms:${REGION}:123456789012:key/00000000-0000-4000-8000-000000000000` } };
    await assert.rejects(recorded({ ...EKS, key, breakGlassPrincipals }), {
      message:
        'KubernetesAuditSink "sink": breakGlassPrincipals is ["arn:aws:iam::123456789012:role/break-glass"]. Allowed: nothing ' +
        "with key.existing, which would ignore it. Remove breakGlassPrincipals or leave key out.",
    });
  });

  it("refuses names that no cluster has", async () => {
    const named = (clusterName: string) => recorded({ cluster: { kind: "eks", clusterName } });
    await named("a".repeat(100));
    for (const clusterName of ["", "a".repeat(101), "-a", "a/b"]) {
      await assert.rejects(named(clusterName), {
        message:
          `KubernetesAuditSink "sink": cluster.clusterName is "${clusterName}". Allowed: 1 to 100 letters, digits, hyphens and ` +
          "underscores, the first a letter or digit. Give the name of the cluster as EKS knows it.",
      });
    }
  });
});

describe("KubernetesAuditSink for a legacy cluster", () => {
  it("creates one AuditSink that sends metadata, of completed requests only", async () => {
    const recording = await recorded({ cluster: { ...LEGACY, caBundle: "Q0E=" } });
    assert.deepEqual(recording.children(), [
      "ai-governance-baseline:index:KubernetesAuditSink sink",
      `${AUDIT_SINK} sink-audit-sink`,
    ]);
    assert.deepEqual(recording.inputs(AUDIT_SINK, "sink-audit-sink"), {
      apiVersion: "auditregistration.k8s.io/v1alpha1",
      kind: "AuditSink",
      metadata: { name: "sink" },
      spec: {
        policy: { level: "Metadata", stages: ["ResponseComplete", "Panic"] },
        webhook: {
          clientConfig: { url: "https://audit.example/events", caBundle: "Q0E=" },
          throttle: { qps: 10, burst: 15 },
        },
      },
    });
  });

  it("is refused outside Kubernetes 1.13 to 1.18, with the reason", () => {
    const minor = fc.integer({ min: 0, max: 60 });
    const suffix = fc.constantFrom("", ".0", ".20", ".3-gke.1", "+k3s1");
    fc.assert(
      fc.property(fc.constantFrom("", "v"), minor, suffix, (prefix, number, rest) => {
        const check = () => {
          checkServesAuditSink(`${prefix}1.${number}${rest}`, "version");
        };
        if (number >= 13 && number <= 18) {
          assert.doesNotThrow(check);
        } else {
          assert.throws(check);
        }
      }),
    );
    for (const version of ["1.12", "1.19", "2.15", "0.18", "latest", "", "1", "1.18x"]) {
      assert.throws(
        () => {
          checkServesAuditSink(version, "cluster.kubernetesVersion");
        },
        {
          message:
            `cluster.kubernetesVersion is "${version}". Allowed: a Kubernetes version from 1.13 to 1.18. Kubernetes 1.19 removed ` +
            "AuditSink objects (auditregistration.k8s.io/v1alpha1, kubernetes/kubernetes#91502): for an EKS cluster use " +
            'cluster.kind "eks"; for another control plane set its API server\'s --audit-policy-file and ' +
            "--audit-webhook-config-file.",
        },
      );
    }
  });

  it("is refused before anything is declared when the cluster is too new", async () => {
    await assert.rejects(
      recorded({ cluster: { ...LEGACY, kubernetesVersion: "1.19" } }),
      /^.*KubernetesAuditSink "sink": cluster\.kubernetesVersion is "1\.19"\./,
    );
  });

  it("posts over https to a plain address only", () => {
    checkWebhookUrl("https://audit.example:8443/events", "url");
    for (const url of [
      "http://audit.example",
      "audit.example",
      "https://u:p@audit.example",
      "https://audit.example/?a=b",
      "https://audit.example/#a",
    ]) {
      assert.throws(
        () => {
          checkWebhookUrl(url, "url");
        },
        {
          message:
            `url is "${url}". Allowed: https://host[:port]/path, without user, query or fragment. ` +
            "Audit events must not travel in the clear, and the API server takes no other form.",
        },
      );
    }
  });

  it("refuses what only EKS would heed, and other kinds of cluster", async () => {
    const withRegion = { cluster: LEGACY, region: REGION };
    await assert.rejects(recorded(withRegion), {
      message:
        'KubernetesAuditSink "sink": region is "eu-central-1". Allowed: nothing with cluster.kind "legacy", which would ignore it. ' +
        "Remove region.",
    });
    for (const option of ["protect", "forceDestroy", "breakGlassPrincipals"] as const) {
      const value = option === "breakGlassPrincipals" ? [] : false;
      await assert.rejects(recorded({ cluster: LEGACY, [option]: value }), {
        message:
          `KubernetesAuditSink "sink": ${option} is ${JSON.stringify(value)}. Allowed: nothing with cluster.kind "legacy", which ` +
          `would ignore it. Remove ${option}.`,
      });
    }
    const key = { existing: { arn: `arn:aws:kms:${REGION}:123456789012:key/1` } };
    const withKey = { cluster: LEGACY, key };
    await assert.rejects(recorded(withKey), {
      message: `KubernetesAuditSink "sink": key is ${JSON.stringify(key)}. Allowed: nothing with cluster.kind "legacy", which would ignore it. Remove key.`,
    });
    // Plain JavaScript can carry any kind.
    const other = { cluster: { kind: "self-managed" } } as unknown as KubernetesAuditSinkArgs;
    await assert.rejects(recorded(other), {
      message:
        'KubernetesAuditSink "sink": cluster.kind is "self-managed". Allowed: eks, legacy. Choose the kind of cluster.',
    });
  });
});

describe("The options of KubernetesAuditSink", () => {
  it("are complete when only the cluster is given", () => {
    assert.deepEqual(resolveKubernetesAuditSink("sink", { cluster: { kind: "eks", clusterName: "inference" } }), {
      kind: "eks",
      clusterName: "inference",
      key: undefined,
      retentionDays: undefined,
      placement: { region: undefined, protect: undefined, forceDestroy: undefined, breakGlassPrincipals: undefined },
    });
    assert.deepEqual(resolveKubernetesAuditSink("sink", { cluster: LEGACY }), {
      kind: "legacy",
      webhookUrl: "https://audit.example/events",
      caBundle: undefined,
      level: "Metadata",
      placement: {},
    });
  });
});

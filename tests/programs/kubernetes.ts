//@ Pulumi.dev.yaml: null
import * as kubernetes from "@pulumi/kubernetes";

const provider = new kubernetes.Provider("cluster", { kubeconfig: "not a kubeconfig", namespace: "apps" });
const namespace = new kubernetes.core.v1.Namespace("apps", { metadata: { name: "apps" } }, { provider });
const labels = { app: "web" };
const deployment = new kubernetes.apps.v1.Deployment(
  "web",
  {
    metadata: { namespace: namespace.metadata.name },
    spec: {
      replicas: 2,
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { containers: [{ name: "web", image: "nginx" }] } },
    },
  },
  { provider },
);
new kubernetes.core.v1.Service("web", {
  metadata: { annotations: { of: deployment.metadata.name } },
  spec: { selector: labels, ports: [{ port: 80 }] },
});
new kubernetes.helm.v3.Release("chart", { chart: "nginx", namespace: "apps" }, { provider });

//@ Pulumi.dev.yaml: null
import * as kubernetes from "@pulumi/kubernetes";

const provider = new kubernetes.Provider("cluster", { kubeconfig: "not a kubeconfig" });
const fetchOpts = { repo: "https://charts.invalid" };
const chart = new kubernetes.helm.v3.Chart(
  "proxy",
  { chart: "nginx", fetchOpts, values: { replicas: 2 } },
  { provider },
);
new kubernetes.helm.v3.Chart("local", { path: "./charts/local" }, { provider });
const service = chart.getResourceProperty("v1/Service", "proxy-nginx", "metadata");
new kubernetes.core.v1.ConfigMap("of-chart", { data: { service: service.name } }, { provider });

export const CLUSTER = "aws:eks/cluster:Cluster";

import { type PropertyMap, UNKNOWN, type Value, at, isList, isMap, show } from "../../properties";
import { found } from "../../requirements";
import { ACCOUNT_BASELINE, LOG_GROUP } from "../../resources";
import { type Result, type Results, all, exempt, fail, undecided } from "../../result";
import { stackRule } from "../../rule";

export const eksAccountLogGroupsDeclared = stackRule(ACCOUNT_BASELINE, {
  id: "eks-account-log-groups-declared",
  title: "The control plane log groups of the account's EKS clusters are declared",
  severity: "medium",
  property: "declined",
  rationale:
    "A log group that the stack does not declare is kept and encrypted as someone else says: EKS creates it without expiry and " +
    "without a customer managed key.",
  remediation: "Let the baseline create the cluster's log group, or import it and then let the baseline keep it.",
  references: ["https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html"],
  checkEach: ({ properties }, { property }): Results => {
    const declined = at(properties, property);
    const adopted = at(properties, "adopted");
    if (declined === UNKNOWN || adopted === UNKNOWN) {
      return undecided(property);
    }
    return all(
      ...itemsOf(declined)
        .filter(({ item }) => item["capability"] === "clusterLogGroup")
        .map(({ item, index }) => declinedLogGroup(item, `${property}.${index}`)),
      ...itemsOf(adopted)
        .filter(({ item }) => item["type"] === LOG_GROUP.token)
        .map(({ item, index }) =>
          undecided(
            `adopted.${index}`,
            `is the log group ${show(item["id"])}, which this stack does not declare; baseline verify checks it`,
          ),
        ),
    );
  },
});

function declinedLogGroup({ cluster, reason }: PropertyMap, path: string): Result {
  if (reason === UNKNOWN || cluster === UNKNOWN) {
    return undecided(path);
  }
  const what = `leaves out the log group of the cluster ${show(cluster)}`;
  return typeof reason === "string" && reason.trim() !== ""
    ? exempt(path, `${what}: ${reason}`)
    : fail(
        `${path}.reason`,
        `${found(reason)}, so nobody can tell why the log group of the cluster ${show(cluster)} is left out; set it`,
      );
}

function itemsOf(list: Value | undefined) {
  return (isList(list) ? list : []).flatMap((item, index) => (isMap(item) ? [{ item, index }] : []));
}

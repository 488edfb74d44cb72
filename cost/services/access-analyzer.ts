/** What IAM Access Analyzer costs: access from outside is analyzed free of charge, unused access by the role and user. */
import { textAt } from "../declared";
import { everyMonth, ofType, type Usage, type UsagesOf } from "../usage";

export const accessAnalyzerUsages: UsagesOf = (account) =>
  ofType(account, "aws:accessanalyzer/analyzer:Analyzer")
    .filter(({ properties }) => textAt(properties, "type") === "ACCOUNT_UNUSED_ACCESS")
    .map((analyzer): Usage => ({
      price: "accessAnalyzer.analyzedIdentities",
      what: "roles and users analyzed for unused access",
      resource: analyzer,
      quantity: everyMonth(account.volumes.iamIdentitiesAnalyzedPerMonth),
      drivers: ["iamIdentitiesAnalyzedPerMonth"],
      bound: { setting: "detection" },
    }));

import { macieSessionResultsKept } from "../../../../policies/rules/macie/macie-session-results-kept";
import type { ResourceState } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, without } from "../../state-changes";
import { MACIE, RESULTS } from "./prod-names";

const LOST = [
  {
    name: MACIE.name,
    message:
      "is of a region where no bucket keeps the results of Macie; declare a ClassificationExportConfiguration there",
  },
] as const;

const results = (region: string) => (stack: readonly ResourceState[]) => changeAll(stack, RESULTS, { set: { region } });

describeStackRule(macieSessionResultsKept, {
  fails: [
    {
      title: "Macie whose results nothing keeps",
      change: (stack: readonly ResourceState[]) => without(stack, RESULTS),
      findings: LOST,
    },
    { title: "results that are kept in another region", change: results("us-east-1"), findings: LOST },
  ],
  unknown: [{ title: "where results are kept", change: results(UNKNOWN_VALUE), property: "status" }],
});

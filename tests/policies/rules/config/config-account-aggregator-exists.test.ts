import { configAccountAggregatorExists } from "../../../../policies/rules/config/config-account-aggregator-exists";
import type { ResourceState, WireValue } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, without } from "../../state-changes";
import { adoptedCase, beside, declinedCase, saying, unknownAdopted, unknownDeclined } from "../account-modes";
import { AGGREGATOR, BASELINE } from "./prod-names";

const MISSING = {
  name: BASELINE.name,
  message: 'are ["eu-central-1","us-east-1"], which no aggregator brings together; declare one of all regions',
};
const WANTED = {
  type: AGGREGATOR.type,
  capability: "aggregator",
  words: "an aggregator of AWS Config",
  property: "governedRegions",
  id: "whole",
};
const missing = (stack: readonly ResourceState[]) => without(stack, AGGREGATOR);
const source = (name: string, value: WireValue) => (stack: readonly ResourceState[]) =>
  changeAll(stack, AGGREGATOR, {
    remove: ["accountAggregationSource"],
    set: { [name]: value },
  });
const ACCOUNT = { accountIds: ["111122223333"] };

describeStackRule(configAccountAggregatorExists, {
  fails: [
    { title: "two recorded regions without an aggregator", change: missing, findings: [MISSING] },
    {
      title: "two regions without an aggregator where other things are adopted or left out",
      change: saying(beside(WANTED), missing),
      findings: [MISSING],
    },
    {
      title: "an aggregator of one of the regions",
      change: source("accountAggregationSource", { ...ACCOUNT, regions: ["eu-central-1"] }),
      findings: [MISSING],
    },
    {
      title: "an aggregator of the organization that names other regions",
      change: source("organizationAggregationSource", { regions: ["eu-west-1", "us-east-1"] }),
      findings: [MISSING],
    },
    {
      title: "an account that governs nothing",
      change: (stack) => changeAll(stack, BASELINE, { remove: ["governedRegions"] }),
      findings: [{ name: BASELINE.name, message: "is not set; set it to at least one region" }],
    },
  ],
  passes: [
    {
      title: "an aggregator that names the regions",
      change: source("accountAggregationSource", { ...ACCOUNT, regions: ["us-east-1", "eu-central-1"] }),
    },
    { title: "one of the organization", change: source("organizationAggregationSource", { allRegions: true }) },
  ],
  notApplicable: [
    {
      title: "a single governed region",
      change: (stack) => changeAll(missing(stack), BASELINE, { set: { governedRegions: ["eu-central-1"] } }),
    },
    {
      title: "two regions of which one does without a recorder",
      change: saying(
        { declined: [{ capability: "recorder", region: "us-east-1", reason: "Nothing is there" }] },
        missing,
      ),
    },
  ],
  unknown: [
    adoptedCase(WANTED, missing),
    ...unknownAdopted(WANTED, missing),
    {
      title: "which regions are governed",
      change: (stack) => changeAll(stack, BASELINE, { set: { governedRegions: UNKNOWN_VALUE } }),
      property: "governedRegions",
    },
    {
      title: "the aggregator's source",
      change: source("accountAggregationSource", UNKNOWN_VALUE),
      property: "governedRegions",
    },
    {
      title: "one of the regions of the aggregator",
      change: source("accountAggregationSource", { ...ACCOUNT, regions: ["eu-central-1", UNKNOWN_VALUE] }),
      property: "governedRegions",
    },
    {
      title: "one of the governed regions, where the aggregator names some",
      change: (stack) =>
        changeAll(source("accountAggregationSource", { ...ACCOUNT, regions: ["eu-central-1"] })(stack), BASELINE, {
          set: { "governedRegions.1": UNKNOWN_VALUE },
        }),
      property: "governedRegions",
    },
    ...unknownDeclined(WANTED, missing),
  ],
  exempt: [declinedCase(WANTED, missing)],
});

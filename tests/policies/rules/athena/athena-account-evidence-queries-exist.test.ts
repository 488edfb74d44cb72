import { athenaAccountEvidenceQueriesExist } from "../../../../policies/rules/athena/athena-account-evidence-queries-exist";
import type { ResourceState, WireMap } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, emptyStack, without } from "../../state-changes";
import { beside, declinedCase, saying, unknownDeclined } from "../account-modes";
import { having } from "../bedrock/prod-names";
import { declared } from "../stack-resources";

const BASELINE = "ai-governance-baseline:index:AccountBaseline";
const WORKGROUP = { type: "aws:athena/workgroup:Workgroup", name: "baseline-us-east-1-queries-workgroup" };
const TABLE = { type: "aws:glue/catalogTable:CatalogTable", name: "baseline-us-east-1-queries-config-items" };
const OF_TRAIL = { type: TABLE.type, name: "baseline-eu-central-1-queries-cloudtrail-events" };
const CONFIG_BUCKET = "baseline-us-east-1-recorder-111122223333-us-east-1";
const TRAIL_BUCKET = "baseline-trail-bucket-111122223333-eu-central-1";

const finding = (message: string, property = "governedRegions.1") => [{ name: "baseline", property, message }] as const;
const noTable = (region: string, bucket: string): string =>
  `is "${region}", where no table reads the bucket "${bucket}"; declare one over it`;
const NO_WORKGROUP = 'is "us-east-1", which has no Athena workgroup; declare one there';
const table = (set: WireMap) => (stack: readonly ResourceState[]) => changeAll(stack, TABLE, { set });

const WANTED = {
  type: WORKGROUP.type,
  capability: "evidenceQueries",
  words: "queries on evidence",
  region: "us-east-1",
  property: "governedRegions.1",
  id: "own",
};
const missing = (stack: readonly ResourceState[]) => without(stack, WORKGROUP);

describeStackRule(athenaAccountEvidenceQueriesExist, {
  fails: [
    { title: "a region with records and without a workgroup", change: missing, findings: finding(NO_WORKGROUP) },
    {
      title: "a workgroup in another region",
      change: (stack) => changeAll(stack, WORKGROUP, { set: { region: "eu-central-1" } }),
      findings: finding(NO_WORKGROUP),
    },
    {
      title: "a bucket of AWS Config that no table reads",
      change: (stack) => without(stack, TABLE),
      findings: finding(noTable("us-east-1", CONFIG_BUCKET)),
    },
    {
      title: "a trail that no table reads",
      change: (stack) => without(stack, OF_TRAIL),
      findings: finding(noTable("eu-central-1", TRAIL_BUCKET), "governedRegions.0"),
    },
    {
      title: "a table over a bucket whose name goes on",
      change: table({ "storageDescriptor.location": `s3://${CONFIG_BUCKET}-2/AWSLogs/` }),
      findings: finding(noTable("us-east-1", CONFIG_BUCKET)),
    },
    {
      title: "a table in another region",
      change: table({ region: "eu-central-1" }),
      findings: finding(noTable("us-east-1", CONFIG_BUCKET)),
    },
    {
      title: "a region without a workgroup where other regions and other things are left out",
      change: saying(beside(WANTED), missing),
      findings: finding(NO_WORKGROUP),
    },
  ],
  passes: [
    {
      title: "a region in which nothing is kept in buckets",
      change: having(declared(BASELINE, "account", { governedRegions: ["eu-west-1"] })),
    },
  ],
  exempt: [declinedCase(WANTED, missing)],
  unknown: [
    {
      title: "where the table reads",
      change: table({ "storageDescriptor.location": UNKNOWN_VALUE }),
      property: "governedRegions.1",
    },
    {
      title: "which regions are governed",
      change: (stack) =>
        changeAll(stack, { type: BASELINE, name: "baseline" }, { set: { governedRegions: UNKNOWN_VALUE } }),
      property: "governedRegions",
    },
    ...unknownDeclined(WANTED, missing),
  ],
  notApplicable: [{ title: "a stack that is no account's baseline", change: () => emptyStack() }],
});

import { KNOWN_REGIONS, type KnownRegion, REGIONS } from "../regions";
import type { Source } from "../source";
import { isOfferedIn, RULE_REGIONS, type RuleRegions } from "./rule-regions";

export const SOURCES: readonly Source[] = [
  {
    page: "https://docs.aws.amazon.com/config/latest/developerguide/delete-config-data-with-retention-period.html",
    readOn: "2026-11-21",
  },
  { page: "https://docs.aws.amazon.com/config/latest/APIReference/API_Source.html", readOn: "2026-11-21" },
  {
    page: "https://docs.aws.amazon.com/config/latest/developerguide/resource-config-reference.html",
    readOn: "2026-11-21",
  },
  { page: "https://docs.aws.amazon.com/config/latest/developerguide/select-resources.html", readOn: "2026-11-25" },
  {
    page: "https://docs.aws.amazon.com/config/latest/developerguide/evaluate-config_develop-rules_cfn-guard.html",
    readOn: "2026-11-25",
  },
  {
    page: "https://docs.aws.amazon.com/config/latest/developerguide/configlimits.html",
    readOn: "2026-11-25",
    secondary:
      "for the number of rules of a conformance pack, the limit of rules was not found on a page of AWS, and is not confirmed",
  },
  { page: "https://docs.aws.amazon.com/config/latest/developerguide/stop-start-recorder.html", readOn: "2026-11-25" },
  {
    page: "https://docs.aws.amazon.com/config/latest/developerguide/what-is-resource-config-coverage.html",
    readOn: "2026-11-25",
  },
  { page: "https://docs.aws.amazon.com/general/latest/gr/awsconfig.html", readOn: "2026-11-25" },
  { page: "https://docs.aws.amazon.com/config/latest/APIReference/API_PutConformancePack.html", readOn: "2026-11-26" },
];

/** How many rules an account may have in a region. AWS raises it on request. */
export const MOST_RULES_PER_REGION = 1000;

/** What a conformance pack is limited to. */
export const CONFORMANCE_PACK = {
  /** The longest template that is passed as text, in bytes. */
  longestTemplate: 51_200,
  mostRules: 130,
  /** The form of its name. */
  name: /^[A-Za-z][-A-Za-z0-9]{0,255}$/,
} as const;

/** Days that AWS Config keeps configuration items. */
export const ITEM_RETENTION_DAYS = { minimum: 30, maximum: 2557 } as const;

/**
 * What a custom policy rule, written in the Guard language, is limited to.
 *
 * No page of AWS names regions in which AWS Config has rules but no custom policy rules.
 */
export const GUARD = {
  runtime: "guard-2.x.x",
  /** The only messages on which such a rule may run; it is never periodic. */
  messages: ["ConfigurationItemChangeNotification", "OversizedConfigurationItemChangeNotification"],
  /** The longest text, in characters. */
  longestText: 10_000,
} as const;

/** Types that AI workloads have and AWS Config does not record, so that a rule on them is never evaluated. */
export const UNRECORDED_RESOURCE_TYPES: readonly string[] = ["AWS::Logs::LogGroup", "AWS::Bedrock::Agent"];

/** The regions that record knowledge bases; guardrails are recorded there and in more. */
const KNOWLEDGE_BASE_REGIONS: readonly KnownRegion[] = [
  "us-east-1",
  "us-east-2",
  "us-west-2",
  "ca-central-1",
  "sa-east-1",
  "eu-west-1",
  "eu-west-2",
  "eu-west-3",
  "eu-central-1",
  "eu-central-2",
  "eu-north-1",
  "ap-northeast-1",
  "ap-northeast-2",
  "ap-south-1",
  "ap-south-2",
  "ap-southeast-1",
  "ap-southeast-2",
  "us-gov-west-1",
  "us-gov-east-1",
];

/** The regions in which AWS Config records a type, for the types whose regions custom policy rules have to know. */
export const RECORDED_IN: ReadonlyMap<string, readonly KnownRegion[]> = new Map([
  [
    "AWS::Bedrock::Guardrail",
    [
      ...KNOWLEDGE_BASE_REGIONS,
      "eu-south-1",
      "eu-south-2",
      "ap-northeast-3",
      "ap-southeast-3",
      "ap-southeast-5",
      "me-central-1",
    ],
  ],
  ["AWS::Bedrock::KnowledgeBase", KNOWLEDGE_BASE_REGIONS],
  // A data source is recorded where knowledge bases are and AWS Config offers a managed rule that its changes trigger.
  [
    "AWS::Bedrock::DataSource",
    KNOWLEDGE_BASE_REGIONS.filter((region) => isOfferedIn(RULE_REGIONS.bedrockDataSource, region)),
  ],
  // Where AWS Config offers a managed rule that changes of a type trigger, it records the type; elsewhere that is not known.
  ["AWS::BedrockAgentCore::Gateway", regionsOf(RULE_REGIONS.agentCore)],
  ["AWS::BedrockAgentCore::Memory", regionsOf(RULE_REGIONS.agentCoreMemory)],
  ["AWS::BedrockAgentCore::Runtime", regionsOf(RULE_REGIONS.agentCore)],
  // The regions of the managed rule on browsers are not known: taken are those of the rule on code interpreters, the other tool.
  ["AWS::BedrockAgentCore::BrowserCustom", regionsOf(RULE_REGIONS.agentCore)],
]);

function regionsOf(regions: RuleRegions): readonly KnownRegion[] {
  return KNOWN_REGIONS.filter((region) => isOfferedIn(regions, region));
}

/** Whether AWS Config records the type in the region, so that a rule on it is evaluated; a type of no table is taken as recorded. */
export function isRecordedIn(resourceType: string, region: string): boolean {
  const regions: readonly string[] | undefined = RECORDED_IN.get(resourceType);
  return regions === undefined || regions.includes(region);
}

/** The types of IAM that AWS Config can record in several regions, so that recording them once takes a choice of region. */
export const GLOBAL_RESOURCE_TYPES = [
  "AWS::IAM::Group",
  "AWS::IAM::Policy",
  "AWS::IAM::Role",
  "AWS::IAM::User",
] as const;

/** The regions in which AWS Config can record {@link GLOBAL_RESOURCE_TYPES}. */
export const GLOBAL_RECORDING_REGIONS: readonly KnownRegion[] = KNOWN_REGIONS.filter(
  (region) => !REGIONS[region].addedAfterFebruary2022,
);

/** Whether AWS Config is known to record {@link GLOBAL_RESOURCE_TYPES} in `region`. */
export function recordsGlobalResources(region: string): boolean {
  return GLOBAL_RECORDING_REGIONS.some((known) => known === region);
}

/**
 * The region in which an account's {@link GLOBAL_RESOURCE_TYPES} are recorded once: its home region where AWS Config can, else
 * the first of the others that can; `undefined` where none can.
 */
export function globalRecordingRegion(homeRegion: string, others: readonly string[]): string | undefined {
  return [homeRegion, ...others].find(recordsGlobalResources);
}

import type { Source } from "../source";

export const SOURCES: readonly Source[] = [
  {
    page: "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_CreateGuardrail.html",
    readOn: "2026-11-26",
    secondary: "names, values and limits as botocore and @aws-sdk/client-bedrock have them from AWS's service model",
  },
  { page: "https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-tiers.html", readOn: "2026-11-26" },
  {
    page: "https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-cross-region-support.html",
    readOn: "2026-11-26",
  },
  {
    page: "https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-prompt-attack.html",
    readOn: "2026-11-26",
    secondary:
      "https://github.com/hashicorp/terraform-provider-awscc/issues/1905, where AWS refuses every output strength of the filter but NONE",
  },
];

/** What a content filter looks for in prompts and in answers. */
export const HARMFUL_CATEGORIES = ["HATE", "INSULTS", "SEXUAL", "VIOLENCE", "MISCONDUCT"] as const;

/** The filter against jailbreaks and injected instructions. Only prompts are attacks: its output strength has to be NONE. */
export const PROMPT_ATTACK = "PROMPT_ATTACK";

/** The strengths by which a content filter acts, from the least to the most strict. */
export const FILTER_STRENGTHS = ["LOW", "MEDIUM", "HIGH"] as const;
export type FilterStrength = (typeof FILTER_STRENGTHS)[number];

/** What the sensitive-information filter finds by itself. */
export const SENSITIVE_TYPES = [
  "ADDRESS",
  "AGE",
  "AWS_ACCESS_KEY",
  "AWS_SECRET_KEY",
  "CA_HEALTH_NUMBER",
  "CA_SOCIAL_INSURANCE_NUMBER",
  "CREDIT_DEBIT_CARD_CVV",
  "CREDIT_DEBIT_CARD_EXPIRY",
  "CREDIT_DEBIT_CARD_NUMBER",
  "DRIVER_ID",
  "EMAIL",
  "INTERNATIONAL_BANK_ACCOUNT_NUMBER",
  "IP_ADDRESS",
  "LICENSE_PLATE",
  "MAC_ADDRESS",
  "NAME",
  "PASSWORD",
  "PHONE",
  "PIN",
  "SWIFT_CODE",
  "UK_NATIONAL_HEALTH_SERVICE_NUMBER",
  "UK_NATIONAL_INSURANCE_NUMBER",
  "UK_UNIQUE_TAXPAYER_REFERENCE_NUMBER",
  "URL",
  "USERNAME",
  "US_BANK_ACCOUNT_NUMBER",
  "US_BANK_ROUTING_NUMBER",
  "US_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER",
  "US_PASSPORT_NUMBER",
  "US_SOCIAL_SECURITY_NUMBER",
  "VEHICLE_IDENTIFICATION_NUMBER",
] as const;
export type SensitiveType = (typeof SENSITIVE_TYPES)[number];

/** Secrets by which somebody gets in, of which neither a model nor its reader has any need. */
export const SECRET_TYPES: readonly SensitiveType[] = [
  "AWS_ACCESS_KEY",
  "AWS_SECRET_KEY",
  "PASSWORD",
  "PIN",
  "CREDIT_DEBIT_CARD_CVV",
];

/** The id of a guardrail profile, as `eu.guardrail.v1:0`: the geography in any region of which what is given is evaluated. */
export const GUARDRAIL_PROFILE_FORM = /^[a-z0-9-]+\.guardrail\.v[0-9:]+$/;

/** The ARN of a guardrail. */
export const GUARDRAIL_ARN_FORM = /^arn:aws[a-z-]*:bedrock:[a-z0-9-]+:\d{12}:guardrail\/[a-z0-9]+$/;

/** What AWS takes, counted in characters unless it says otherwise. */
export const GUARDRAIL_LIMITS = {
  name: /^[0-9a-zA-Z-_]{1,50}$/,
  message: 500,
  topicName: /^[0-9a-zA-Z-_ !?.]{1,100}$/,
  topicDefinition: { CLASSIC: 200, STANDARD: 1000 },
  /** Items. */
  topics: 30,
  /** Items. */
  topicExamples: 5,
  topicExample: 100,
  /** Items. */
  words: 10_000,
  word: 100,
} as const;

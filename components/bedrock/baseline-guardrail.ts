/** A guardrail that any caller of a region's models can name. */
import { createHash } from "node:crypto";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import {
  FILTER_STRENGTHS,
  type FilterStrength,
  GUARDRAIL_LIMITS,
  GUARDRAIL_PROFILE_FORM,
  SECRET_TYPES,
  SENSITIVE_TYPES,
  type SensitiveType,
} from "../../facts/bedrock/guardrails";
import { componentType, type Scope, scopeOf } from "../base/component";
import { checkProtection, type EvidenceProtection, type KeyProtection } from "../base/evidence-protection";
import { refuseShapingOfExisting, type ShapingOptions } from "../base/existing";
import { given, matching, optionOf, OptionError } from "../base/options";
import { requiredRegion } from "../base/required-region";
import { guardrailUsersDecrypt } from "../documents/bedrock";
import { CustomerManagedKey } from "../kms/customer-managed-key";
import { type ExistingKey, requiredKey, type RequiredKey, validatedKey } from "../kms/required-key";
import { enforceGuardrail } from "./guardrail-enforcement";
import { type DeniedTopic, type GuardrailFilters, guardrailPolicies } from "./guardrail-policies";

export type { DeniedTopic } from "./guardrail-policies";

/** Options of a {@link BaselineGuardrail}. */
export interface BaselineGuardrailArgs extends Pick<EvidenceProtection, "protect">, KeyProtection {
  /** @default the provider's region */
  readonly region?: string;
  /** 1 to 50 letters, digits, hyphens and underscores. @default the component's name */
  readonly guardrailName?: string;
  /** The key that encrypts the guardrail; whoever calls it needs `kms:Decrypt` by it. @default - a key of its own */
  readonly key?: ExistingKey;
  /**
   * ARNs of IAM roles and users whom the policy of its own key lets decrypt the guardrail, as everybody who names it has to.
   *
   * @default - whom IAM allows
   */
  readonly users?: readonly string[];
  /** How readily hate, insults, sexual content, violence and misconduct are blocked, in prompts and answers. @default "HIGH" */
  readonly contentStrength?: FilterStrength;
  /** Sensitive information at which a prompt or answer is blocked. @default - secrets by which somebody gets in */
  readonly blockedTypes?: readonly SensitiveType[];
  /**
   * Sensitive information that is masked, in prompts and answers.
   *
   * @default - what says who or where somebody is by itself; names, ages and web addresses stand in most texts and are left
   */
  readonly maskedTypes?: readonly SensitiveType[];
  /** An answer less grounded in the source that the caller gives is blocked: above 0, below 1. @default 0.7 */
  readonly groundingThreshold?: number;
  /** An answer less relevant to the caller's query is blocked: above 0, below 1. @default 0.7 */
  readonly relevanceThreshold?: number;
  /** Topics at which a prompt or answer is blocked, up to 30. @default - none */
  readonly deniedTopics?: readonly DeniedTopic[];
  /** Words and phrases at which a prompt or answer is blocked beside profanity. @default - none */
  readonly deniedWords?: readonly string[];
  /** What a caller gets instead of an answer, up to 500 characters. @default - a sentence that says so */
  readonly blockedPromptMessage?: string;
  /** What a caller gets instead of a model's answer, up to 500 characters. @default - a sentence that says so */
  readonly blockedAnswerMessage?: string;
  /**
   * The id of a guardrail profile, such as `eu.guardrail.v1:0`. It gives the filters of the STANDARD tier, which know more languages and
   * see attacks in code; what is evaluated may then leave the region for others of the profile's geography.
   *
   * @default - the CLASSIC tier, within the region
   */
  readonly crossRegionProfile?: string;
  /**
   * Whether all calls of models in the region are filtered, whether or not they name a guardrail.
   *
   * - `leave`: callers name the guardrail.
   * - `set-by-api`: the guardrail's version is enforced for the account by Bedrock's API, for which the AWS provider has no resource.
   *   Whoever may not call the guardrail, or decrypt by its key, may then call no model; each call is charged by its text. The program
   *   needs the package `@aws-sdk/client-bedrock`, and the environment the credentials of the account.
   *
   * @default "leave"
   * @see https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-enforcements.html
   */
  readonly enforcement?: "leave" | "set-by-api";
}

/**
 * A guardrail whose filters all act, encrypted by a customer managed key, and a version of it, which callers name: prompt attacks,
 * harmful content, sensitive information, profanity, and answers that their source does not bear out. A change of the filters makes
 * another version; those before stay for their callers, of which AWS keeps 20.
 *
 * Its inputs `enforcement` and `region` say what was declared.
 *
 * @throws {OptionError} when an option has a form that Bedrock refuses, or would be ignored; `pulumi.RunError` when it is to be
 *   enforced and no region is known
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails.html
 */
export class BaselineGuardrail extends pulumi.ComponentResource {
  readonly guardrailArn: pulumi.Output<string>;
  readonly guardrailId: pulumi.Output<string>;
  /** The version that has the filters declared: a number, as a text. */
  readonly version: pulumi.Output<string>;
  readonly keyArn: pulumi.Output<string>;

  constructor(name: string, args: BaselineGuardrailArgs, opts?: pulumi.ComponentResourceOptions) {
    const options = resolveBaselineGuardrail(name, args);
    const { enforcement, enforcedRegion } = options;
    super(componentType("BaselineGuardrail"), name, { enforcement, ...given({ region: args.region }) }, opts);
    const scope = scopeOf(this, name, args);

    const key = createKey(scope, options);
    const guardrail = createGuardrail(scope, options, key);
    const version = publishVersion(scope, options, guardrail);
    if (enforcedRegion !== undefined) {
      enforceGuardrail(scope, {
        region: enforcedRegion,
        guardrailArn: guardrail.guardrailArn,
        guardrailVersion: version.version,
      });
    }

    this.guardrailArn = guardrail.guardrailArn;
    this.guardrailId = guardrail.guardrailId;
    this.version = version.version;
    this.keyArn = key.keyArn;
    this.registerOutputs({
      guardrailArn: this.guardrailArn,
      guardrailId: this.guardrailId,
      version: this.version,
      keyArn: this.keyArn,
    });
  }
}

/** The options of a {@link BaselineGuardrail}, resolved. */
export interface BaselineGuardrailOptions {
  readonly guardrailName: string;
  readonly key: ExistingKey | undefined;
  readonly users: readonly string[];
  readonly filters: GuardrailFilters;
  readonly messages: Pick<aws.bedrock.GuardrailArgs, "blockedInputMessaging" | "blockedOutputsMessaging">;
  readonly crossRegionProfile: string | undefined;
  readonly enforcement: "leave" | "set-by-api";
  /** Absent where it is not enforced. */
  readonly enforcedRegion: string | undefined;
}

const MASKED_TYPES: readonly SensitiveType[] = [
  "ADDRESS",
  "CA_HEALTH_NUMBER",
  "CA_SOCIAL_INSURANCE_NUMBER",
  "CREDIT_DEBIT_CARD_EXPIRY",
  "CREDIT_DEBIT_CARD_NUMBER",
  "DRIVER_ID",
  "EMAIL",
  "INTERNATIONAL_BANK_ACCOUNT_NUMBER",
  "PHONE",
  "UK_NATIONAL_HEALTH_SERVICE_NUMBER",
  "UK_NATIONAL_INSURANCE_NUMBER",
  "UK_UNIQUE_TAXPAYER_REFERENCE_NUMBER",
  "US_BANK_ACCOUNT_NUMBER",
  "US_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER",
  "US_PASSPORT_NUMBER",
  "US_SOCIAL_SECURITY_NUMBER",
];

const DEFAULT_THRESHOLD = 0.7;
const DEFAULT_MESSAGES = {
  blockedInputMessaging: "This request was blocked by the guardrail of the account.",
  blockedOutputsMessaging: "The answer was blocked by the guardrail of the account.",
};

const SHAPING: ShapingOptions<keyof BaselineGuardrailArgs> = { key: ["users", "breakGlassPrincipals"] };

/** @throws {OptionError} as {@link BaselineGuardrail} does */
export function resolveBaselineGuardrail(name: string, args: BaselineGuardrailArgs): BaselineGuardrailOptions {
  const option = optionOf("BaselineGuardrail", name);
  const { guardrailName = name, users = [], crossRegionProfile, enforcement = "leave" } = args;
  refuseShapingOfExisting(args, SHAPING, option);
  checkProtection(args, option);
  guardrailNameForm(guardrailName, option("guardrailName"));
  users.forEach((arn, index) => {
    userForm(arn, option(`users[${index}]`));
  });
  if (crossRegionProfile !== undefined) {
    profileForm(crossRegionProfile, option("crossRegionProfile"));
  }
  return {
    guardrailName,
    key: validatedKey(args.key, option("key")),
    users,
    filters: resolveFilters(args, option),
    messages: {
      blockedInputMessaging: messageOf(args, "blockedPromptMessage", option) ?? DEFAULT_MESSAGES.blockedInputMessaging,
      blockedOutputsMessaging:
        messageOf(args, "blockedAnswerMessage", option) ?? DEFAULT_MESSAGES.blockedOutputsMessaging,
    },
    crossRegionProfile,
    enforcement,
    enforcedRegion: enforcement === "leave" ? undefined : requiredRegion("BaselineGuardrail", name, args.region),
  };
}

const guardrailNameForm = matching(
  GUARDRAIL_LIMITS.name,
  "1 to 50 letters, digits, hyphens and underscores",
  "Set guardrailName to such a name.",
);
const userForm = matching(
  /^arn:[a-z-]+:iam::\d{12}:(role|user)\/[\w+=,.@/-]+$/,
  "the ARN of an IAM role or user, without wildcards",
  "Name the role itself, such as arn:aws:iam::111122223333:role/assistant.",
);
const profileForm = matching(
  GUARDRAIL_PROFILE_FORM,
  "the id of a guardrail profile",
  "Name the profile of the region's geography, such as eu.guardrail.v1:0.",
);

type OptionPath = (name: string) => string;

function resolveFilters(args: BaselineGuardrailArgs, option: OptionPath): GuardrailFilters {
  const { contentStrength = "HIGH", blockedTypes = SECRET_TYPES, maskedTypes = MASKED_TYPES } = args;
  const { groundingThreshold = DEFAULT_THRESHOLD, relevanceThreshold = DEFAULT_THRESHOLD } = args;
  const { deniedTopics = [], deniedWords = [] } = args;
  const tier = args.crossRegionProfile === undefined ? "CLASSIC" : "STANDARD";
  oneOf(FILTER_STRENGTHS, contentStrength, option("contentStrength"), "Leave it out for HIGH.");
  checkTypes(blockedTypes, maskedTypes, option);
  checkThreshold(groundingThreshold, option("groundingThreshold"));
  checkThreshold(relevanceThreshold, option("relevanceThreshold"));
  checkTopics(deniedTopics, tier, option);
  checkCount(deniedWords, GUARDRAIL_LIMITS.words, option("deniedWords"));
  deniedWords.forEach((word, index) => {
    checkLength(word, GUARDRAIL_LIMITS.word, option(`deniedWords[${index}]`));
  });
  return {
    ...{ contentStrength, blockedTypes, maskedTypes, groundingThreshold, relevanceThreshold },
    ...{ deniedTopics, deniedWords, tier },
  };
}

function oneOf<Value extends string>(values: readonly Value[], value: Value, path: string, fix: string): void {
  if (!values.includes(value)) {
    throw new OptionError({ path, got: value, allowed: values.join(", "), fix });
  }
}

function checkTypes(blocked: readonly SensitiveType[], masked: readonly SensitiveType[], option: OptionPath): void {
  if (blocked.length + masked.length === 0) {
    throw new OptionError({
      path: option("blockedTypes"),
      got: blocked,
      allowed: "one or more types, where maskedTypes has none",
      fix: "Leave one of the two out for its default: without either, nothing looks for sensitive information.",
    });
  }
  for (const [name, types] of [["blockedTypes", blocked] as const, ["maskedTypes", masked] as const]) {
    types.forEach((type, index) => {
      oneOf(SENSITIVE_TYPES, type, option(`${name}[${index}]`), "Name a type that Bedrock detects.");
    });
  }
  const both = masked.findIndex((type) => blocked.includes(type));
  if (both >= 0) {
    throw new OptionError({
      path: option(`maskedTypes[${both}]`),
      got: masked[both],
      allowed: "types that are not among blockedTypes",
      fix: "Remove it from one of the two lists: Bedrock takes one action for a type.",
    });
  }
}

/** Nothing is below 0, and Bedrock refuses 1, which would block everything. */
function checkThreshold(threshold: number, path: string): void {
  if (!(threshold > 0 && threshold < 1)) {
    throw new OptionError({
      path,
      got: threshold,
      allowed: "a number above 0 and below 1",
      fix: "Leave it out for 0.7.",
    });
  }
}

function checkTopics(topics: readonly DeniedTopic[], tier: GuardrailFilters["tier"], option: OptionPath): void {
  checkCount(topics, GUARDRAIL_LIMITS.topics, option("deniedTopics"));
  topics.forEach(({ name, definition, examples = [] }, index) => {
    const path = option(`deniedTopics[${index}]`);
    topicNameForm(name, `${path}.name`);
    checkLength(definition, GUARDRAIL_LIMITS.topicDefinition[tier], `${path}.definition`);
    checkCount(examples, GUARDRAIL_LIMITS.topicExamples, `${path}.examples`);
    examples.forEach((example, place) => {
      checkLength(example, GUARDRAIL_LIMITS.topicExample, `${path}.examples[${place}]`);
    });
  });
}

const topicNameForm = matching(
  GUARDRAIL_LIMITS.topicName,
  "1 to 100 letters, digits, spaces and -_!?.",
  "Give the topic a short name.",
);

function checkCount(items: readonly unknown[], most: number, path: string): void {
  if (items.length > most) {
    throw new OptionError({ path, got: `${items.length} items`, allowed: `at most ${most}`, fix: "Remove some." });
  }
}

function checkLength(text: string, most: number, path: string): void {
  if (text.length === 0 || text.length > most) {
    throw new OptionError({ path, got: text, allowed: `1 to ${most} characters`, fix: "Say it within that length." });
  }
}

function messageOf(
  args: BaselineGuardrailArgs,
  name: "blockedPromptMessage" | "blockedAnswerMessage",
  option: OptionPath,
): string | undefined {
  const message = args[name];
  if (message !== undefined) {
    checkLength(message, GUARDRAIL_LIMITS.message, option(name));
  }
  return message;
}

function createKey(scope: Scope, { key, users, guardrailName }: BaselineGuardrailOptions): RequiredKey {
  return requiredKey(
    key,
    () =>
      new CustomerManagedKey(
        scope.child("key"),
        {
          description: `Guardrail ${guardrailName}`,
          policyStatements: guardrailUsersDecrypt(users),
          ...scope.region,
          ...scope.keyProtection,
        },
        scope.options,
      ),
  );
}

function createGuardrail(
  scope: Scope,
  { guardrailName, filters, messages, crossRegionProfile }: BaselineGuardrailOptions,
  key: RequiredKey,
): aws.bedrock.Guardrail {
  return new aws.bedrock.Guardrail(
    scope.child(),
    {
      name: guardrailName,
      description: "Filters prompts and answers of any model of the account that is called by it",
      kmsKeyArn: key.keyArn,
      ...messages,
      ...guardrailPolicies(filters),
      ...(crossRegionProfile === undefined
        ? {}
        : {
            crossRegionConfig: {
              // The provider wants the ARN, which AWS makes of the account and the region that the guardrail is in.
              guardrailProfileIdentifier: scope.account.place.apply(
                ({ partition, region, accountId }) =>
                  `arn:${partition}:bedrock:${region}:${accountId}:guardrail-profile/${crossRegionProfile}`,
              ),
            },
          }),
      ...scope.region,
    },
    scope.options,
  );
}

/** A version is what the guardrail was when it was made, so that other filters have to make another one. */
function publishVersion(
  scope: Scope,
  { filters, messages, crossRegionProfile }: BaselineGuardrailOptions,
  { guardrailArn }: aws.bedrock.Guardrail,
): aws.bedrock.GuardrailVersion {
  const content = JSON.stringify([filters, messages, crossRegionProfile ?? null]);
  const digest = createHash("sha256").update(content).digest("hex").slice(0, DIGEST_LENGTH);
  return new aws.bedrock.GuardrailVersion(
    scope.child("version"),
    { guardrailArn, description: `Filters ${digest}`, skipDestroy: true, ...scope.region },
    scope.options,
  );
}

const DIGEST_LENGTH = 12;

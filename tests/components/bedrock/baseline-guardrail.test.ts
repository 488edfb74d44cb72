import assert from "node:assert/strict";
import fc from "fast-check";

import {
  BaselineGuardrail,
  type BaselineGuardrailArgs,
  resolveBaselineGuardrail,
} from "../../../components/bedrock/baseline-guardrail";
import { OptionError } from "../../../components/base/options";
import { SENSITIVE_TYPES } from "../../../facts/bedrock/guardrails";
import { bedrockGuardrailEffective } from "../../../policies/rules/bedrock/bedrock-guardrail-effective";
import { record, type Recording } from "../recorder";

const COMPONENT = "ai-governance-baseline:index:BaselineGuardrail";
const KEY_COMPONENT = "ai-governance-baseline:index:CustomerManagedKey guard-key";
const GUARDRAIL = "aws:bedrock/guardrail:Guardrail";
const VERSION = "aws:bedrock/guardrailVersion:GuardrailVersion";
const KEY = "aws:kms/key:Key";
const ENFORCEMENT = "pulumi-nodejs:dynamic:Resource";
const KEY_ARN = "arn:aws:kms:eu-central-1:123456789012:key/00000000-0000-4000-8000-000000000000";
const ROLE = "arn:aws:iam::123456789012:role/assistant";

const high = (type: string) => ({ type, inputStrength: "HIGH", outputStrength: "HIGH" });
const blocked = (type: string) => ({ type, action: "BLOCK" });
const masked = (type: string) => ({ type, action: "ANONYMIZE" });

describe("BaselineGuardrail", () => {
  it("is a guardrail with a key of its own, and a version", async () => {
    assert.deepEqual((await guard({})).children(), [
      KEY_COMPONENT.replace("guard-key", "guard").replace("CustomerManagedKey", "BaselineGuardrail"),
      KEY_COMPONENT,
      `${GUARDRAIL} guard`,
      `${VERSION} guard-version`,
      "aws:kms/alias:Alias guard-key-alias",
      `${KEY} guard-key`,
    ]);
  });

  it("filters attacks, harm, secrets, personal data, profanity and what no source bears out", async () => {
    assert.deepEqual((await guard({})).inputs(GUARDRAIL, "guard"), {
      name: "guard",
      description: "Filters prompts and answers of any model of the account that is called by it",
      kmsKeyArn: "arn:aws:kms:eu-central-1:123456789012:key/guard-key",
      blockedInputMessaging: "This request was blocked by the guardrail of the account.",
      blockedOutputsMessaging: "The answer was blocked by the guardrail of the account.",
      contentPolicyConfig: {
        filtersConfigs: [
          ...["HATE", "INSULTS", "SEXUAL", "VIOLENCE", "MISCONDUCT"].map(high),
          { type: "PROMPT_ATTACK", inputStrength: "HIGH", outputStrength: "NONE" },
        ],
        tierConfigs: [{ tierName: "CLASSIC" }],
      },
      contextualGroundingPolicyConfig: {
        filtersConfigs: [
          { type: "GROUNDING", threshold: 0.7 },
          { type: "RELEVANCE", threshold: 0.7 },
        ],
      },
      sensitiveInformationPolicyConfig: {
        piiEntitiesConfigs: [
          ...["AWS_ACCESS_KEY", "AWS_SECRET_KEY", "PASSWORD", "PIN", "CREDIT_DEBIT_CARD_CVV"].map(blocked),
          ...[
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
          ].map(masked),
        ],
      },
      wordPolicyConfig: { managedWordListsConfigs: [{ type: "PROFANITY" }] },
    });
  });

  it("says what was declared, for verify and for the cost", async () => {
    assert.deepEqual((await guard({})).inputs(COMPONENT, "guard"), { enforcement: "leave" });
    assert.deepEqual((await guard({ enforcement: "set-by-api", region: "us-east-1" })).inputs(COMPONENT, "guard"), {
      enforcement: "set-by-api",
      region: "us-east-1",
    });
  });

  it("filters what it is told beside", async () => {
    const topic = { name: "Legal advice", definition: "Advice on a dispute", examples: ["Can I sue my neighbor?"] };
    const made = await guard({
      contentStrength: "LOW",
      blockedTypes: ["NAME"],
      maskedTypes: [],
      groundingThreshold: 0.9,
      relevanceThreshold: 0.5,
      deniedTopics: [topic, { name: "Medicine", definition: "A diagnosis" }],
      deniedWords: ["project x"],
      blockedPromptMessage: "No.",
      blockedAnswerMessage: "Not so.",
    });
    const inputs = made.inputs(GUARDRAIL, "guard");
    const content = inputs["contentPolicyConfig"] as { readonly filtersConfigs: readonly unknown[] }; // as the component writes it
    assert.deepEqual(content.filtersConfigs[0], { type: "HATE", inputStrength: "LOW", outputStrength: "LOW" });
    assert.deepEqual(content.filtersConfigs[5], {
      type: "PROMPT_ATTACK",
      inputStrength: "HIGH",
      outputStrength: "NONE",
    });
    assert.deepEqual(inputs["sensitiveInformationPolicyConfig"], { piiEntitiesConfigs: [blocked("NAME")] });
    assert.deepEqual(inputs["contextualGroundingPolicyConfig"], {
      filtersConfigs: [
        { type: "GROUNDING", threshold: 0.9 },
        { type: "RELEVANCE", threshold: 0.5 },
      ],
    });
    assert.deepEqual(inputs["topicPolicyConfig"], {
      topicsConfigs: [
        { ...topic, type: "DENY" },
        { name: "Medicine", definition: "A diagnosis", type: "DENY" },
      ],
      tierConfigs: [{ tierName: "CLASSIC" }],
    });
    assert.deepEqual(inputs["wordPolicyConfig"], {
      managedWordListsConfigs: [{ type: "PROFANITY" }],
      wordsConfigs: [{ text: "project x" }],
    });
    assert.deepEqual([inputs["blockedInputMessaging"], inputs["blockedOutputsMessaging"]], ["No.", "Not so."]);
  });

  it("has the filters of the STANDARD tier by a profile of its account and region", async () => {
    const inputs = (await guard({ crossRegionProfile: "eu.guardrail.v1:0" })).inputs(GUARDRAIL, "guard");
    assert.deepEqual(inputs["crossRegionConfig"], {
      guardrailProfileIdentifier: "arn:aws:bedrock:eu-central-1:123456789012:guardrail-profile/eu.guardrail.v1:0",
    });
    assert.deepEqual((inputs["contentPolicyConfig"] as { readonly tierConfigs: unknown }).tierConfigs, [
      { tierName: "STANDARD" }, // as the component writes it
    ]);
  });

  it("has a version for its filters, and another one for others, and keeps those before", async () => {
    const versionOf = async (args: BaselineGuardrailArgs) => (await guard(args)).inputs(VERSION, "guard-version");
    const version = await versionOf({});
    assert.deepEqual(Object.keys(version).sort(), ["description", "guardrailArn", "skipDestroy"]);
    assert.equal(version["skipDestroy"], true);
    assert.match(String(version["description"]), /^Filters [0-9a-f]{12}$/);
    assert.deepEqual(await versionOf({ users: [ROLE] }), version);
    const others: readonly BaselineGuardrailArgs[] = [
      { contentStrength: "LOW" },
      { maskedTypes: ["NAME"] },
      { groundingThreshold: 0.8 },
      { deniedWords: ["x"] },
      { blockedPromptMessage: "No." },
      { crossRegionProfile: "eu.guardrail.v1:0" },
    ];
    const descriptions = new Set([version["description"]]);
    // One after another: a process records one program at a time.
    for (const args of others) {
      descriptions.add((await versionOf(args))["description"]);
    }
    assert.equal(descriptions.size, others.length + 1);
  });

  it("lets those who are named decrypt it by the policy of its key", async () => {
    const statementsOf = async (args: BaselineGuardrailArgs) =>
      ((await guard(args)).document(KEY, "guard-key", "policy") as { readonly Statement: readonly object[] }).Statement; // this project's own
    assert.deepEqual((await statementsOf({ users: [ROLE] })).at(-1), {
      Sid: "GuardrailUsersDecrypt",
      Effect: "Allow",
      Principal: { AWS: ROLE },
      Action: "kms:Decrypt",
      Resource: "*",
    });
    assert.equal((await statementsOf({})).length, 1);
  });

  it("is encrypted with a key that exists, and makes none", async () => {
    const made = await guard({ key: { existing: { arn: KEY_ARN } } });
    assert.equal(made.inputs(GUARDRAIL, "guard")["kmsKeyArn"], KEY_ARN);
    assert.ok(!made.children().some((child) => child.startsWith("aws:kms/")));
  });

  it("puts each of its resources into the region", async () => {
    const made = await guard({ region: "us-east-1" });
    const regions = made.registrations
      .filter(({ type }) => type.startsWith("aws:"))
      .map(({ inputs }) => inputs["region"]);
    assert.deepEqual([...new Set(regions)], ["us-east-1"]);
  });

  it("is enforced, by its version, where it is told to be", async () => {
    const made = await guard({ enforcement: "set-by-api", region: "eu-central-1" });
    const { region, guardrailArn, guardrailVersion } = made.inputs(ENFORCEMENT, "guard-enforcement");
    const guardrail = made.inputs(VERSION, "guard-version")["guardrailArn"];
    assert.deepEqual([region, guardrailArn, guardrailVersion], ["eu-central-1", guardrail, "1"]);
    assert.ok(!(await guard({})).children().some((child) => child.startsWith(ENFORCEMENT)));
  });

  it("acts by every filter, whichever types, strengths and thresholds are chosen", async () => {
    const types = fc.uniqueArray(fc.constantFrom(...SENSITIVE_TYPES), { minLength: 2 });
    await fc.assert(
      fc.asyncProperty(
        types,
        fc.constantFrom("LOW", "MEDIUM", "HIGH"),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        async ([first, ...others], contentStrength, threshold) => {
          const made = await guard({
            blockedTypes: first === undefined ? [] : [first],
            maskedTypes: others,
            contentStrength: contentStrength, // one of the three
            groundingThreshold: threshold,
            relevanceThreshold: threshold,
          });
          const properties = made.inputs(GUARDRAIL, "guard") as Parameters<
            typeof bedrockGuardrailEffective.check
          >[0]["properties"]; // plain inputs
          const resource = { urn: "guard", name: "guard", type: GUARDRAIL, properties, protect: false };
          const results = [bedrockGuardrailEffective.check(resource)].flat();
          assert.deepEqual([...new Set(results.map(({ status }) => status))], ["pass"]);
        },
      ),
      { numRuns: 20 },
    );
  });

  describe("refuses", () => {
    const long = (length: number) => "x".repeat(length);
    const topics = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ name: `topic ${index}`, definition: "d" }));
    const topic = (change: object) => ({ deniedTopics: [{ name: "t", definition: "d", ...change }] });
    const good: readonly BaselineGuardrailArgs[] = [
      { guardrailName: long(50) },
      { groundingThreshold: 0.01, relevanceThreshold: 0.99 },
      { deniedTopics: topics(30) },
      topic({ name: long(100), definition: long(200), examples: Array.from({ length: 5 }, () => long(100)) }),
      { ...topic({ definition: long(1000) }), crossRegionProfile: "us-gov.guardrail.v1:0" },
      { deniedWords: [long(100)], blockedPromptMessage: long(500), blockedAnswerMessage: long(500) },
    ];
    const bad: readonly (readonly [BaselineGuardrailArgs, string])[] = [
      [{ guardrailName: long(51) }, "guardrailName is"],
      [{ guardrailName: "a b" }, "guardrailName is"],
      [{ groundingThreshold: 0 }, "groundingThreshold is 0. Allowed: a number above 0 and below 1."],
      [{ relevanceThreshold: 1 }, "relevanceThreshold is 1."],
      [{ relevanceThreshold: Number.NaN }, "relevanceThreshold is NaN."],
      [{ deniedTopics: topics(31) }, 'deniedTopics is "31 items". Allowed: at most 30.'],
      [topic({ name: long(101) }), "deniedTopics[0].name is"],
      [topic({ name: "a/b" }), "deniedTopics[0].name is"],
      [topic({ definition: long(201) }), "deniedTopics[0].definition is"],
      [
        { ...topic({ definition: long(1001) }), crossRegionProfile: "eu.guardrail.v1:0" },
        "deniedTopics[0].definition is",
      ],
      [topic({ definition: "" }), "deniedTopics[0].definition is"],
      [topic({ examples: ["1", "2", "3", "4", "5", "6"] }), "deniedTopics[0].examples is"],
      [topic({ examples: [long(101)] }), "deniedTopics[0].examples[0] is"],
      [{ deniedWords: [long(101)] }, "deniedWords[0] is"],
      [{ blockedPromptMessage: long(501) }, "blockedPromptMessage is"],
      [{ blockedAnswerMessage: "" }, 'blockedAnswerMessage is "".'],
      [{ blockedTypes: [], maskedTypes: [] }, "blockedTypes is []."],
      [{ blockedTypes: ["EMAIL"] }, 'maskedTypes[6] is "EMAIL". Allowed: types that are not among blockedTypes.'],
      [{ maskedTypes: ["SHOE_SIZE" as "NAME"] }, 'maskedTypes[0] is "SHOE_SIZE".'], // from a program without types
      [{ contentStrength: "NONE" as "LOW" }, 'contentStrength is "NONE". Allowed: LOW, MEDIUM, HIGH.'], // likewise
      [{ crossRegionProfile: "eu" }, 'crossRegionProfile is "eu".'],
      [{ users: ["*"] }, 'users[0] is "*".'],
      [{ key: { existing: { arn: KEY_ARN } }, users: [ROLE] }, "users is"],
      [{ key: { existing: { arn: "alias/x" } } }, "key.existing.arn is"],
    ];

    it("nothing that Bedrock takes", () => {
      for (const args of good) {
        resolveBaselineGuardrail("guard", args);
      }
    });

    for (const [args, message] of bad) {
      it(JSON.stringify(args).slice(0, 60), () => {
        assert.throws(
          () => resolveBaselineGuardrail("guard", args),
          (error) => error instanceof OptionError && error.message.startsWith(`BaselineGuardrail "guard": ${message}`),
        );
      });
    }
  });
});

function guard(args: BaselineGuardrailArgs): Promise<Recording> {
  return record(() => void new BaselineGuardrail("guard", args));
}

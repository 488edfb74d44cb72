import assert from "node:assert/strict";

import * as aws from "@pulumi/aws";

import { OptionError } from "../../../components/base/options";
import { ConfigRules } from "../../../components/config/config-rules";
import {
  ConformancePack,
  type ConformancePackArgs,
  resolveConformancePack,
} from "../../../components/config/conformance-pack";
import { CONFORMANCE_PACK } from "../../../facts/config/limits";
import { KNOWN_REGIONS } from "../../../facts/regions";
import { PLACE, record, type Recording } from "../recorder";

const REGION = PLACE.region;
const PACK = "aws:cfg/conformancePack:ConformancePack";
const RULE = "aws:cfg/rule:Rule";
const COMPONENT = "ai-governance-baseline:index:ConformancePack";

function made(args: ConformancePackArgs): Promise<Recording> {
  return record(() => new ConformancePack("drift", args));
}

/** A rule of a template as CloudFormation has it. */
interface PackedRule {
  readonly Properties: Readonly<Record<string, unknown>>;
}

function rulesOf(templateBody: string): readonly PackedRule["Properties"][] {
  // The form is the document's own, which its test holds.
  const { Resources } = JSON.parse(templateBody) as { readonly Resources: Readonly<Record<string, PackedRule>> };
  return Object.values(Resources).map(({ Properties }) => Properties);
}

describe("ConformancePack", () => {
  it("is a pack alone, named as the component, which waits for the recorder", async () => {
    const recording = await record(() => {
      const recorder = new aws.cfg.Recorder("recorder", { roleArn: "arn:aws:iam::123456789012:role/config" });
      return new ConformancePack("drift", { region: REGION, recorder });
    });
    assert.deepEqual(recording.children(), [
      `${COMPONENT} drift`,
      `${PACK} drift`,
      "aws:cfg/recorder:Recorder recorder",
    ]);
    assert.deepEqual(recording.registration(PACK, "drift").dependsOn, ["aws:cfg/recorder:Recorder recorder"]);
    const { templateBody, ...inputs } = recording.inputs(PACK, "drift");
    assert.deepEqual(inputs, { name: "drift", region: REGION });
    assert.equal(templateBody, resolveConformancePack("drift", { region: REGION }).templateBody);
    assert.deepEqual(recording.inputs(COMPONENT, "drift"), { region: REGION, unavailableRules: [] });
  });

  const CHOICES: readonly (readonly [string, ConformancePackArgs])[] = [
    ["of the baseline", {}],
    ["without those on what exists once in the account", { globalResourceRules: false }],
    [
      "with parameters",
      { minimumLogRetentionDays: 90, parameters: { "access-keys-rotated": { maxAccessKeyAge: "30" } } },
    ],
  ];
  for (const [title, choice] of CHOICES) {
    it(`has the rules ${title} that ConfigRules creates, each with its description, source, scope and parameters`, async () => {
      const recording = await record(() => new ConfigRules("drift", { ...choice, region: REGION }));
      const single = recording.registrations
        .filter(({ type }) => type === RULE)
        .map(({ name }) => recording.inputs(RULE, name));
      const packed = rulesOf(resolveConformancePack("drift", { ...choice, region: REGION }).templateBody);
      assert.ok(packed.length > 0);
      assert.deepEqual(packed.map(asSingleRule).sort(byName), single.sort(byName));
    });
  }

  for (const region of KNOWN_REGIONS) {
    it(`is within the limits of a pack in ${region}`, () => {
      const { templateBody } = resolveConformancePack("drift", { region });
      assert.ok(Buffer.byteLength(templateBody) <= CONFORMANCE_PACK.longestTemplate);
      assert.ok(rulesOf(templateBody).length <= CONFORMANCE_PACK.mostRules);
    });
  }

  const guard = (name: string, length: number) => ({
    name,
    resourceTypes: ["AWS::S3::Bucket"],
    policyText: "x".repeat(length),
  });
  const some = (count: number, length = 1) =>
    Array.from({ length: count }, (_, index) => guard(`rule-${index}`, length));

  const REFUSED: readonly (readonly [string, ConformancePackArgs, RegExp])[] = [
    [
      "more rules",
      { rules: [], customPolicyRules: some(131) },
      /^ConformancePack "drift": rules and customPolicyRules is 131\. Allowed: 1 to 130/,
    ],
    [
      "as many rules as a pack may hold for their size alone",
      { rules: [], customPolicyRules: some(130) },
      /customPolicyRules is 6\d{4}\. Allowed: a template of 51200 bytes/,
    ],
    ["no rule", { rules: [], customPolicyRules: [] }, /rules and customPolicyRules is 0\./],
    [
      "a longer template",
      { rules: [], customPolicyRules: some(6, 9000) },
      /customPolicyRules is 5\d{4}\. Allowed: a template of 51200 bytes/,
    ],
    [
      "a name twice",
      { rules: ["cloudtrail-enabled"], customPolicyRules: [guard("cloudtrail-enabled", 1)] },
      /customPolicyRules is \["cloudtrail-enabled"\]/,
    ],
  ];
  for (const [title, args, message] of REFUSED) {
    it(`refuses ${title}`, () => {
      assert.throws(
        () => resolveConformancePack("drift", { region: REGION, ...args }),
        (error) => {
          assert.ok(error instanceof OptionError);
          assert.match(error.message, message);
          return true;
        },
      );
    });
  }

  it("refuses a name that no pack can have", () => {
    assert.throws(
      () => resolveConformancePack("1-drift", { region: REGION }),
      /ConformancePack "1-drift": name is "1-drift"\. Allowed: a letter/,
    );
    assert.throws(() => resolveConformancePack(`a${"b".repeat(256)}`, { region: REGION }), /Allowed: a letter/);
    assert.ok(resolveConformancePack(`a${"b".repeat(255)}`, { region: REGION }).templateBody);
  });

  it("names what the region does not offer", async () => {
    const recording = await made({ region: "ap-southeast-7" });
    const { unavailable } = resolveConformancePack("drift", { region: "ap-southeast-7" });
    assert.ok(unavailable.length > 0);
    assert.deepEqual(recording.inputs(COMPONENT, "drift")["unavailableRules"], unavailable);
  });
});

/** In the provider's form, with the component's name before the rule's. */
function asSingleRule({
  ConfigRuleName,
  Description,
  InputParameters,
  Source,
  Scope,
}: PackedRule["Properties"]): object {
  return {
    name: `drift-${String(ConfigRuleName)}`,
    description: Description,
    ...(InputParameters === undefined ? {} : { inputParameters: JSON.stringify(InputParameters) }),
    ...(Scope === undefined ? {} : { scope: lowered(Scope) }),
    source: lowered(Source),
    region: REGION,
  };
}

/** Names of properties as the provider has them, which knows one source of events alone and does not say it. */
function lowered(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(lowered);
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  const entries = Object.entries(value).filter(([name]) => name !== "EventSource");
  return Object.fromEntries(
    entries.map(([name, inner]) => [`${name.charAt(0).toLowerCase()}${name.slice(1)}`, lowered(inner)]),
  );
}

function byName(one: object, other: object): number {
  return "name" in one && "name" in other ? String(one.name).localeCompare(String(other.name)) : 0;
}

/** The baseline's custom policy rules, put to the engine that evaluates the Guard language. */
import assert from "node:assert/strict";

import { BASELINE_GUARD_RULES } from "../../../components/documents/config-guard-rules";
import { evaluate, type GuardStatus, requireGuard } from "../../support/guard";

/** The configuration of a resource whose type is the rule's first, unless another is named. */
interface Case {
  readonly title: string;
  readonly type?: string;
  readonly configuration: object;
}

interface Cases {
  readonly compliant: readonly [Case, ...Case[]];
  readonly nonCompliant: readonly [Case, ...Case[]];
}

const GUARDRAIL = { Name: "default", Status: "READY", KmsKeyArn: "arn:aws:kms:eu-central-1:111122223333:key/1" };
const status = (...statuses: readonly string[]): readonly Case[] =>
  statuses.map((Status) => ({ title: `status ${Status}`, configuration: { Status } }));
const vpc = (place: string, network: object, mode = "VPC") => ({
  NetworkConfiguration: { NetworkMode: mode, [place]: network },
});
const IN_VPC = { SecurityGroups: ["sg-1"], Subnets: ["subnet-1"] };

/** Both networks, by where the type keeps its security groups. */
function networkCases(place: string): Cases {
  return {
    compliant: [{ title: "security groups in a VPC", configuration: vpc(place, IN_VPC) }],
    nonCompliant: [
      { title: "the public network", configuration: { NetworkConfiguration: { NetworkMode: "PUBLIC" } } },
      { title: "a public network with the remains of a VPC", configuration: vpc(place, IN_VPC, "PUBLIC") },
      { title: "no security group", configuration: vpc(place, { ...IN_VPC, SecurityGroups: [] }) },
      { title: "security groups left out", configuration: vpc(place, { Subnets: ["subnet-1"] }) },
      { title: "no network", configuration: {} },
    ],
  };
}

const CASES: Readonly<Record<string, Cases>> = {
  "bedrock-guardrail-ready": {
    compliant: [{ title: "status READY", configuration: GUARDRAIL }],
    nonCompliant: [
      { title: "status FAILED", configuration: { ...GUARDRAIL, Status: "FAILED" } },
      { title: "status DELETING", configuration: { ...GUARDRAIL, Status: "DELETING" } },
      { title: "no status", configuration: {} },
    ],
  },
  "bedrock-guardrail-encrypted": {
    compliant: [{ title: "a key", configuration: GUARDRAIL }],
    nonCompliant: [
      { title: "no key", configuration: { Status: "READY" } },
      { title: "an empty key", configuration: { ...GUARDRAIL, KmsKeyArn: "" } },
    ],
  },
  "bedrock-knowledge-base-active": {
    compliant: [{ title: "status ACTIVE", configuration: { Status: "ACTIVE" } }, ...status("CREATING", "UPDATING")],
    nonCompliant: [{ title: "no status", configuration: {} }, ...status("FAILED", "DELETE_UNSUCCESSFUL")],
  },
  "bedrock-data-source-available": {
    compliant: [
      { title: "one that is available", configuration: { DataSourceStatus: "AVAILABLE" } },
      { title: "no reasons for a failure", configuration: { DataSourceStatus: "AVAILABLE", FailureReasons: [] } },
    ],
    nonCompliant: [
      { title: "a deletion that failed", configuration: { DataSourceStatus: "DELETE_UNSUCCESSFUL" } },
      { title: "a reason for a failure", configuration: { DataSourceStatus: "AVAILABLE", FailureReasons: ["denied"] } },
      { title: "no status", configuration: {} },
    ],
  },
  "agentcore-gateway-ready": {
    compliant: [{ title: "status READY", configuration: { Status: "READY" } }, ...status("CREATING", "UPDATING")],
    nonCompliant: [{ title: "no status", configuration: {} }, ...status("FAILED", "UPDATE_UNSUCCESSFUL")],
  },
  "agentcore-memory-active": {
    compliant: [{ title: "status ACTIVE", configuration: { Status: "ACTIVE" } }, ...status("CREATING")],
    nonCompliant: [{ title: "no status", configuration: {} }, ...status("FAILED")],
  },
  "agentcore-runtime-security-groups": networkCases("NetworkModeConfig"),
  "agentcore-browser-security-groups": networkCases("VpcConfig"),
  "ai-resource-tagged": {
    compliant: [
      { title: "tags as a list", configuration: { Tags: [{ Key: "owner", Value: "ai-platform" }] } },
      {
        title: "tags as a map",
        type: "AWS::BedrockAgentCore::Runtime",
        configuration: { Tags: { owner: "ai-platform" } },
      },
    ],
    nonCompliant: [
      { title: "no tags", configuration: {} },
      { title: "an empty list of tags", configuration: { Tags: [] } },
      { title: "an empty map of tags", type: "AWS::BedrockAgentCore::Memory", configuration: { Tags: {} } },
    ],
  },
};

describe("The custom policy rules of the baseline", () => {
  let python: string;
  before(function () {
    python = requireGuard(this);
  });

  it("each have cases", () => {
    assert.deepEqual(
      BASELINE_GUARD_RULES.map(({ name }) => name),
      Object.keys(CASES),
    );
  });

  for (const { name, resourceTypes, policyText } of BASELINE_GUARD_RULES) {
    const compliant: readonly Case[] = CASES[name]?.compliant ?? [];
    const nonCompliant: readonly Case[] = CASES[name]?.nonCompliant ?? [];
    const itemOf = ({ type = resourceTypes[0], configuration }: Case): object => ({
      resourceType: type,
      resourceId: "1",
      configuration,
    });
    const asked = (cases: readonly Case[]): readonly GuardStatus[] =>
      evaluate(
        python,
        cases.map((each) => ({ policyText, item: itemOf(each) })),
      );

    it(`${name} takes what is good, and refuses what is not`, () => {
      const titled = (cases: readonly Case[], wanted: GuardStatus) =>
        cases.map(({ title }): readonly [string, GuardStatus] => [title, wanted]);
      const cases = [...compliant, ...nonCompliant];
      assert.deepEqual(
        asked(cases).map((answer, index) => [cases[index]?.title, answer]),
        [...titled(compliant, "PASS"), ...titled(nonCompliant, "FAIL")],
      );
    });
  }
});

import assert from "node:assert/strict";

import { conformancePackTemplate, logicalId } from "../../../components/documents/config-conformance-pack";

describe("The template of a conformance pack", () => {
  it("has a managed rule with its parameters as an object", () => {
    const template = conformancePackTemplate({
      managed: [
        {
          id: "cw-loggroup-retention-period-check",
          identifier: "CW_LOGGROUP_RETENTION_PERIOD_CHECK",
          description: "A log group keeps its events for fewer days than the minimum",
          inputParameters: '{"MinRetentionTime":"365"}',
        },
        { id: "cloudtrail-enabled", identifier: "CLOUD_TRAIL_ENABLED", description: "No trail is enabled" },
      ],
      custom: [],
    });
    assert.deepEqual(JSON.parse(template), {
      Resources: {
        cwXloggroupXretentionXperiodXcheck: {
          Type: "AWS::Config::ConfigRule",
          Properties: {
            ConfigRuleName: "cw-loggroup-retention-period-check",
            Description: "Non-compliant: A log group keeps its events for fewer days than the minimum",
            Source: { Owner: "AWS", SourceIdentifier: "CW_LOGGROUP_RETENTION_PERIOD_CHECK" },
            InputParameters: { MinRetentionTime: "365" },
          },
        },
        cloudtrailXenabled: {
          Type: "AWS::Config::ConfigRule",
          Properties: {
            ConfigRuleName: "cloudtrail-enabled",
            Description: "Non-compliant: No trail is enabled",
            Source: { Owner: "AWS", SourceIdentifier: "CLOUD_TRAIL_ENABLED" },
          },
        },
      },
    });
  });

  it("has a rule in the Guard language with its text, its types and both messages", () => {
    const rule = { name: "ready", resourceTypes: ["AWS::Bedrock::Guardrail"], policyText: "rule ready { }" };
    const template = conformancePackTemplate({ managed: [], custom: [rule] });
    assert.deepEqual(JSON.parse(template), {
      Resources: {
        ready: {
          Type: "AWS::Config::ConfigRule",
          Properties: {
            ConfigRuleName: "ready",
            Scope: { ComplianceResourceTypes: ["AWS::Bedrock::Guardrail"] },
            Source: {
              Owner: "CUSTOM_POLICY",
              SourceDetails: [
                { EventSource: "aws.config", MessageType: "ConfigurationItemChangeNotification" },
                { EventSource: "aws.config", MessageType: "OversizedConfigurationItemChangeNotification" },
              ],
              CustomPolicyDetails: {
                PolicyRuntime: "guard-2.x.x",
                PolicyText: "rule ready { }",
                EnableDebugLogDelivery: false,
              },
            },
          },
        },
      },
    });
  });

  it("names no two rules alike, in letters and digits alone", () => {
    const names = ["a-1", "a1", "an-1", "a-n1", "a--b", "a-b", "ab"];
    const ids = names.map(logicalId);
    assert.equal(new Set(ids).size, names.length);
    assert.ok(ids.every((id) => /^[A-Za-z0-9]+$/.test(id)));
  });
});

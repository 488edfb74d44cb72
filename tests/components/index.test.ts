import assert from "node:assert/strict";

import * as components from "../../components/index";

describe("The components that a program can import", () => {
  it("are exactly these", () => {
    const classes = Object.entries(components)
      .filter(
        ([, value]) => typeof value === "function" && Function.prototype.toString.call(value).startsWith("class "),
      )
      .map(([name]) => name)
      .sort();
    assert.deepEqual(classes, [
      "AccessAnalysis",
      "AccountBaseline",
      "AccountDataProtection",
      "AccountSettings",
      "AggregationAuthorizations",
      "AlertHub",
      "AlternateContacts",
      "ApplicationAlarms",
      "AuditAlarms",
      "AuditAssessment",
      "AuditTrail",
      "BaselineGuardrail",
      "ChatChannel",
      "ConfigAggregator",
      "ConfigRecorder",
      "ConfigRemediation",
      "ConfigRules",
      "ConformancePack",
      "CustomerManagedKey",
      "DataLineage",
      "EndpointLogs",
      "EventForwarding",
      "EvidenceBucket",
      "EvidenceQueries",
      "EvidenceReaders",
      "FeedAlarms",
      "FindingAlerts",
      "GovernanceDashboards",
      "GovernanceEvents",
      "InvocationLogging",
      "InvocationSampler",
      "KubernetesAuditSink",
      "LockedBackup",
      "LogArchive",
      "LogDelivery",
      "LogExport",
      "ModelAlarms",
      "NotificationTopic",
      "OptionError",
      "OrganizationPolicies",
      "PeriodicChecks",
      "RegionSettings",
      "ResponseAutomation",
      "RetainedLogGroup",
      "SecurityStandards",
      "SensitiveDataDiscovery",
      "ThreatDetection",
      "VulnerabilityScanning",
    ]);
  });

  it("come with the statements that the policies of what is brought must hold", () => {
    const functions = Object.entries(components)
      .filter(([name, value]) => typeof value === "function" && /^[a-z]/.test(name))
      .map(([name]) => name)
      .sort();
    assert.deepEqual(functions, [
      "configBucketStatements",
      "configKeyStatements",
      "configServiceLinkedRoleArn",
      "eksControlPlaneLogging",
      "guardrailUsersDecrypt",
      "invocationBucketStatements",
      "invocationKeyStatements",
      "invocationReaderStatements",
      "invocationRoleStatements",
      "invocationRoleTrust",
      "keyAdministration",
      "logDeliveryPermissions",
      "logDeliveryTrust",
      "logGroupsUseKey",
      "policyDocument",
      "policyJson",
      "publishersUseKey",
      "topicStatements",
      "trailBucketStatements",
      "trailKeyStatements",
    ]);
  });
});

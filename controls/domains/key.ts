import { control } from "../control";
import { cis } from "../frameworks/cis-aws";
import { NO_RUNBOOK } from "../no-runbook";

export const keyControls = [
  control({
    id: "KEY-01",
    title: "Customer keys rotate at least once a year",
    objective: "No key material protects new data for longer than a year.",
    provisions: ["CustomerKey"],
    prevents: ["key-rotation-enabled"],
    detects: { configRules: ["cmk-backing-key-rotation-enabled"] },
    traces: ["kms:DisableKeyRotation"],
    responds: NO_RUNBOOK,
    clauses: {
      "nist-800-53": ["SC-12"],
      "soc-2": ["CC6.1"],
      hipaa: ["164.312(a)(2)(iv)"],
      "pci-dss": ["3.7.4"],
      ...cis("key-rotation"),
      "security-hub": ["KMS.4"],
    },
    limits: ["Only symmetric keys can rotate by themselves; data that was encrypted before keeps its key material."],
  }),
  control({
    id: "KEY-02",
    title: "Keys say who may use them, and it is not everyone",
    objective: "A key has a policy of its own that grants to known principals and never to the public.",
    provisions: ["CustomerKey"],
    prevents: ["key-policy-declared", "key-policy-not-public", "key-lockout-check-kept"],
    detects: { configRules: ["kms-key-policy-no-public-access"] },
    traces: ["kms:PutKeyPolicy"],
    responds: NO_RUNBOOK,
    clauses: {
      "nist-800-53": ["AC-3", "AC-6", "SC-12"],
      "soc-2": ["CC6.1", "CC6.3"],
      hipaa: ["164.312(a)(1)"],
      "pci-dss": ["3.6.1"],
      ...cis("no-public-resource-policy"),
      "security-hub": ["KMS.5"],
    },
    limits: ["Grants that are made to a key by the API, outside its policy, are not judged."],
  }),
  control({
    id: "KEY-03",
    title: "Keys stay usable for as long as the evidence that they protect",
    objective: "Losing a key is losing the log: deletion is slow, protected and noticed, and a key in use is enabled.",
    provisions: ["CustomerKey"],
    prevents: ["key-deletion-window", "key-protected", "key-enabled"],
    detects: { configRules: ["kms-cmk-not-scheduled-for-deletion"] },
    traces: ["kms:ScheduleKeyDeletion", "kms:DisableKey"],
    responds: NO_RUNBOOK,
    clauses: {
      "eu-ai-act": ["19(1)", "26(6)"],
      "nist-800-53": ["AU-9", "AU-11", "SC-12"],
      "pci-dss": ["3.6.1"],
      gdpr: ["5(1)(f)"],
      "security-hub": ["KMS.3"],
    },
    limits: ["Whoever may schedule a deletion still can; the window is the time in which somebody has to notice."],
  }),
] as const;

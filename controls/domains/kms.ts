import { control } from "../control";
import { cis } from "../frameworks/cis-aws";

export const keyControls = [
  control({
    id: "KEY-01",
    title: "Customer managed keys rotate at least once a year",
    objective: "No key material is used to encrypt new data for more than a year.",
    provisions: ["CustomerManagedKey"],
    prevents: ["kms-key-rotation-enabled"],
    detects: { configRules: ["cmk-backing-key-rotation-enabled"], checks: ["verify-kms-key-rotation-as-declared"] },
    traces: ["kms:DisableKeyRotation"],
    responds: ["keys-disabled"],
    clauses: {
      "nist-800-53": ["SC-12"],
      "soc-2": ["CC6.1"],
      hipaa: ["164.312(a)(2)(iv)"],
      "pci-dss": ["3.7.4"],
      ...cis("key-rotation"),
      "security-hub": ["KMS.4"],
    },
    limits: [
      "Only symmetric keys support automatic rotation. Existing data stays encrypted with the old key material.",
    ],
  }),
  control({
    id: "KEY-02",
    title: "Key policies are explicit and not public",
    objective: "Each key has its own policy, which grants access to known principals and never to the public.",
    provisions: ["CustomerManagedKey"],
    prevents: [
      "kms-key-policy-declared",
      "kms-key-policy-not-public",
      "kms-key-lockout-safety-check",
      "kms-grant-own-account",
      "iam-resource-policy-not-public",
      "iam-resource-policy-declared-once",
    ],
    detects: { configRules: ["kms-key-policy-no-public-access"], checks: ["verify-kms-key-policy-as-declared"] },
    traces: ["kms:PutKeyPolicy"],
    responds: ["keys-disabled", "keys-used"],
    clauses: {
      "nist-800-53": ["AC-3", "AC-6", "SC-12"],
      "soc-2": ["CC6.1", "CC6.3"],
      hipaa: ["164.312(a)(1)"],
      "pci-dss": ["3.6.1"],
      ...cis("no-public-resource-policy"),
      "security-hub": ["KMS.5"],
    },
    limits: ["KMS grants that are created through the API, outside a stack, are not checked."],
  }),
  control({
    id: "KEY-03",
    title: "Keys stay usable as long as the evidence they protect",
    objective:
      "Losing a key means losing the log, so deletion is slow, protected and detected, keys in use are enabled, and only break-glass principals can take a key away where the stack names them.",
    provisions: ["CustomerManagedKey"],
    prevents: [
      "kms-key-deletion-window",
      "kms-key-protected",
      "kms-key-enabled",
      "kms-evidence-key-removal-restricted",
      "kms-other-keys-kept",
    ],
    detects: {
      configRules: ["kms-cmk-not-scheduled-for-deletion"],
      checks: ["verify-kms-key-usable", "verify-kms-key-as-declared", "verify-kms-alias-as-declared"],
    },
    traces: [
      "kms:ScheduleKeyDeletion",
      "kms:DisableKey",
      "kms:PutKeyPolicy",
      "kms:RevokeGrant",
      "kms:DeleteImportedKeyMaterial",
    ],
    responds: ["keys-disabled"],
    clauses: {
      "eu-ai-act": ["19(1)", "26(6)"],
      "nist-800-53": ["AU-9", "AU-11", "SC-12"],
      "pci-dss": ["3.6.1"],
      gdpr: ["5(1)(f)"],
      "security-hub": ["KMS.3"],
    },
    limits: [
      "Without break-glass principals, which are a setting, whoever may administer the account's keys can schedule a deletion in seven days: the caller chooses the waiting period, not the program. Someone has to notice in that time.",
      "A break-glass principal can still take the key away, and whoever may assume or change that role is one.",
      "The key of an adopted bucket or trail is its owner's: its policy is checked by `baseline verify` only.",
    ],
  }),
] as const;

import { control } from "../control";

/** Models and agents belong to the teams that build them. The baseline checks and monitors what the teams declare. */
const OF_THE_TEAMS = { none: "Agents and knowledge bases are declared by the teams that own them." };

export const modelControls = [
  control({
    id: "MODEL-01",
    title: "Guardrails are effective",
    objective:
      "Every guardrail has a policy that takes action, against prompt attacks and for sensitive information among them. A guardrail " +
      "without effect is rejected.",
    provisions: ["BaselineGuardrail"],
    prevents: [
      "bedrock-guardrail-effective",
      "bedrock-guardrail-prompt-attack-filtered",
      "bedrock-guardrail-sensitive-information-filtered",
      "bedrock-guardrail-customer-managed-key",
    ],
    detects: {
      checks: ["verify-bedrock-guardrail-as-declared", "verify-bedrock-guardrail-version-as-declared"],
    },
    traces: [
      "bedrock:CreateGuardrail",
      "bedrock:UpdateGuardrail",
      "bedrock:DeleteGuardrail",
      "bedrock:PutEnforcedGuardrailConfiguration",
      "bedrock:DeleteEnforcedGuardrailConfiguration",
    ],
    responds: ["guardrails-weakened", "guardrail-interventions", "prompt-injection-spike"],
    clauses: {
      "eu-ai-act": ["15(5)"],
      "iso-42001": ["A.6.2.5"],
      "nist-ai-rmf": ["MEASURE 2.7", "MEASURE 2.10"],
      "nist-800-53": ["SI-4"],
    },
    limits: [
      "Whether the filters fit the workload, and how well they work, has to be evaluated with data.",
      "A guardrail applies only to calls that specify it, unless it is enforced. These rules do not stop a caller who omits it.",
      "Grounding is checked only where the caller gives the source and the query.",
    ],
  }),
  control({
    id: "MODEL-02",
    title: "Agents use a guardrail",
    objective: "The input and output of every agent pass through a guardrail.",
    provisions: OF_THE_TEAMS,
    prevents: ["bedrock-agent-guardrail-attached"],
    traces: ["bedrock:UpdateAgent", "bedrock:DeleteGuardrail"],
    responds: ["agents-changed", "agent-tool-abuse"],
    clauses: {
      "eu-ai-act": ["15(5)"],
      "iso-42001": ["A.6.2.5"],
      "nist-ai-rmf": ["MEASURE 2.7"],
    },
    limits: [
      "The control covers Bedrock Agents only. Agents in AgentCore or in a team's own code attach guardrails in code.",
    ],
  }),
  control({
    id: "MODEL-03",
    title: "Data of agents and knowledge bases is encrypted with a customer managed key",
    objective: "Sessions, memories and ingested documents cannot be read without the team's key.",
    provisions: OF_THE_TEAMS,
    prevents: ["bedrock-agent-customer-managed-key", "bedrock-data-source-customer-managed-key"],
    detects: {
      configRules: ["bedrock-data-source-encryption-enabled", "bedrock-agentcore-memory-encryption-enabled"],
    },
    traces: ["bedrock:UpdateAgent", "bedrock:UpdateDataSource"],
    responds: ["keys-disabled", "keys-used"],
    clauses: {
      "nist-800-53": ["SC-13", "SC-28(1)"],
      "soc-2": ["CC6.1"],
      hipaa: ["164.312(a)(2)(iv)"],
      gdpr: ["32(1)(a)"],
      "security-hub": ["Bedrock.1", "BedrockAgentCore.3"],
    },
    limits: [
      "The key of a data source protects ingestion only. The vector store has its own encryption.",
      "The Config rules exist only in some regions.",
    ],
  }),
  control({
    id: "MODEL-04",
    title: "Agent runtimes, gateways and code interpreters are not open",
    objective: "Agents run in a private network, and their gateways authorize callers.",
    provisions: ["ConfigRules"],
    detects: {
      configRules: [
        "bedrockagentcore-runtime-private-network-required",
        "bedrockagentcore-gateway-authorizer-enabled",
        "bedrockagentcore-codeinterpreter-networkmode-check",
      ],
    },
    traces: [],
    responds: ["agents-changed", "network-opened"],
    clauses: {
      "eu-ai-act": ["15(5)"],
      "nist-ai-rmf": ["MEASURE 2.7"],
      "nist-800-53": ["AC-3", "SC-7"],
      "soc-2": ["CC6.6"],
      "security-hub": ["BedrockAgentCore.1", "BedrockAgentCore.2", "BedrockAgentCore.7"],
    },
    limits: [
      "AWS Config detects after creation. There is no policy that prevents yet.",
      "The Config rules exist only in some regions.",
    ],
  }),
  control({
    id: "MODEL-05",
    title: "SageMaker notebooks, models and domains are isolated",
    objective: "Training and hosting have no direct internet access, and notebook users do not have root access.",
    provisions: ["ConfigRules"],
    detects: {
      configRules: [
        "sagemaker-notebook-no-direct-internet-access",
        "sagemaker-notebook-instance-inside-vpc",
        "sagemaker-notebook-instance-root-access-check",
        "sagemaker-model-in-vpc",
        "sagemaker-model-isolation-enabled",
        "sagemaker-domain-in-vpc",
      ],
    },
    traces: [],
    responds: ["network-opened", "endpoints-deployed"],
    clauses: {
      "eu-ai-act": ["15(5)"],
      "nist-ai-rmf": ["MEASURE 2.7"],
      "nist-800-53": ["AC-6", "SC-7"],
      "soc-2": ["CC6.6"],
      "security-hub": ["SageMaker.1", "SageMaker.2", "SageMaker.3", "SageMaker.5"],
    },
    limits: [
      "AWS Config detects after creation. There is no policy that prevents yet.",
      "Training and processing jobs are not checked.",
    ],
  }),
  control({
    id: "MODEL-06",
    title: "SageMaker storage is encrypted with a KMS key",
    objective: "Notebook and endpoint volumes cannot be read without a key.",
    provisions: ["ConfigRules"],
    detects: {
      configRules: [
        "sagemaker-notebook-instance-kms-key-configured",
        "sagemaker-endpoint-configuration-kms-key-configured",
      ],
    },
    traces: [],
    responds: ["endpoints-configured", "keys-used"],
    clauses: {
      "nist-800-53": ["SC-28(1)"],
      "soc-2": ["CC6.1"],
      hipaa: ["164.312(a)(2)(iv)"],
      gdpr: ["32(1)(a)"],
    },
    limits: [
      "AWS Config detects after creation. There is no policy that prevents yet.",
      "Which key is used, and who can use it, is not checked.",
    ],
  }),
  control({
    id: "MODEL-07",
    title: "Every governed region has a guardrail",
    objective: "Whoever calls a model in a governed region has a guardrail to name.",
    provisions: ["BaselineGuardrail"],
    prevents: ["bedrock-account-guardrail-exists"],
    detects: { checks: ["verify-bedrock-guardrail-as-declared"] },
    traces: ["bedrock:DeleteGuardrail"],
    responds: ["guardrails-changed"],
    clauses: {
      "eu-ai-act": ["15(5)"],
      "iso-42001": ["A.6.2.5"],
      "nist-ai-rmf": ["MEASURE 2.7", "MEASURE 2.10"],
      "nist-800-53": ["SI-4"],
    },
    limits: [
      "A guardrail of the CLASSIC tier knows English, French and Spanish. The STANDARD tier evaluates in other regions of the geography.",
      "AWS offers no guardrails in some regions where it offers Bedrock; there, the setting guardrails says off, with the reason.",
    ],
  }),
  control({
    id: "MODEL-08",
    title: "Models are called by a guardrail",
    objective:
      "A principal that may call a model can call it only by a guardrail, or the account enforces one on every call.",
    provisions: ["BaselineGuardrail"],
    prevents: ["iam-model-invocation-names-guardrail"],
    detects: { checks: ["verify-bedrock-guardrail-enforced"] },
    traces: ["bedrock:PutEnforcedGuardrailConfiguration", "bedrock:DeleteEnforcedGuardrailConfiguration"],
    responds: ["guardrails-weakened", "unapproved-model-calls"],
    clauses: {
      "eu-ai-act": ["15(5)"],
      "iso-42001": ["A.6.2.5"],
      "nist-ai-rmf": ["MEASURE 2.7"],
      "nist-800-53": ["AC-6", "SI-4"],
    },
    limits: [
      "Enforcement is off by default: it changes and charges every team's calls, and refuses callers who may not use the guardrail.",
      "Which guardrail a policy names is not judged, nor are batch jobs, which name none.",
      "The rule judges the permissions that a stack declares; a rule of the pack cannot see enforcement, which it warns beside.",
    ],
  }),
] as const;

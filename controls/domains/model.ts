import { control } from "../control";
import { NO_RUNBOOK } from "../no-runbook";

/** Models and agents belong to the teams that build them; the baseline judges and watches what they declare. */
const OF_THE_TEAMS = { none: "Guardrails, agents and knowledge bases are declared by the teams that own them." };

export const modelControls = [
  control({
    id: "MODEL-01",
    title: "A guardrail guards something",
    objective: "A guardrail that exists has a policy that acts; one that only looks like a guardrail is refused.",
    provisions: OF_THE_TEAMS,
    prevents: ["guardrail-not-inert"],
    traces: ["bedrock:CreateGuardrail", "bedrock:UpdateGuardrail", "bedrock:DeleteGuardrail"],
    responds: NO_RUNBOOK,
    clauses: {
      "eu-ai-act": ["15(5)"],
      "iso-42001": ["A.6.2.5"],
      "nist-ai-rmf": ["MEASURE 2.7", "MEASURE 2.10"],
      "nist-800-53": ["SI-4"],
    },
    limits: [
      "Whether the filters fit the workload, and how well they work, takes evaluation with data.",
      "A guardrail applies only to calls that name it; a caller who leaves it out is not stopped by this rule.",
    ],
  }),
  control({
    id: "MODEL-02",
    title: "Agents work behind a guardrail",
    objective: "What an agent is asked and answers passes through a guardrail.",
    provisions: OF_THE_TEAMS,
    prevents: ["agent-has-guardrail"],
    traces: ["bedrock:UpdateAgent", "bedrock:DeleteGuardrail"],
    responds: NO_RUNBOOK,
    clauses: {
      "eu-ai-act": ["15(5)"],
      "iso-42001": ["A.6.2.5"],
      "nist-ai-rmf": ["MEASURE 2.7"],
    },
    limits: [
      "It concerns agents of Bedrock Agents; agents in AgentCore or in a team's own code attach guardrails in code.",
    ],
  }),
  control({
    id: "MODEL-03",
    title: "What agents and knowledge bases hold is encrypted with a customer key",
    objective: "Sessions, memories and ingested documents are unreadable without the team's key.",
    provisions: OF_THE_TEAMS,
    prevents: ["agent-customer-key", "knowledge-base-data-source-customer-key"],
    detects: {
      configRules: ["bedrock-data-source-encryption-enabled", "bedrock-agentcore-memory-encryption-enabled"],
    },
    traces: ["bedrock:UpdateAgent", "bedrock:UpdateDataSource"],
    responds: NO_RUNBOOK,
    clauses: {
      "nist-800-53": ["SC-13", "SC-28(1)"],
      "soc-2": ["CC6.1"],
      hipaa: ["164.312(a)(2)(iv)"],
      gdpr: ["32(1)(a)"],
      "security-hub": ["Bedrock.1", "BedrockAgentCore.3"],
    },
    limits: [
      "The key of a data source protects the ingestion; the vector store has encryption of its own.",
      "The Config rules exist in some regions only.",
    ],
  }),
  control({
    id: "MODEL-04",
    title: "Agent runtimes, gateways and code interpreters are not open",
    objective: "Agents run in a private network, and their gateways ask who is calling.",
    provisions: ["ConfigRules"],
    detects: {
      configRules: [
        "bedrockagentcore-runtime-private-network-required",
        "bedrockagentcore-gateway-authorizer-enabled",
        "bedrockagentcore-codeinterpreter-networkmode-check",
      ],
    },
    traces: [],
    responds: NO_RUNBOOK,
    clauses: {
      "eu-ai-act": ["15(5)"],
      "nist-ai-rmf": ["MEASURE 2.7"],
      "nist-800-53": ["AC-3", "SC-7"],
      "soc-2": ["CC6.6"],
      "security-hub": ["BedrockAgentCore.1", "BedrockAgentCore.2", "BedrockAgentCore.7"],
    },
    limits: ["Config detects after creation; no policy prevents yet.", "The Config rules exist in some regions only."],
  }),
  control({
    id: "MODEL-05",
    title: "SageMaker notebooks, models and domains are isolated",
    objective: "Training and hosting do not reach the internet by themselves, and notebook users are not root.",
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
    responds: NO_RUNBOOK,
    clauses: {
      "eu-ai-act": ["15(5)"],
      "nist-ai-rmf": ["MEASURE 2.7"],
      "nist-800-53": ["AC-6", "SC-7"],
      "soc-2": ["CC6.6"],
      "security-hub": ["SageMaker.1", "SageMaker.2", "SageMaker.3", "SageMaker.5"],
    },
    limits: [
      "Config detects after creation; no policy prevents yet.",
      "Training and processing jobs are not looked at.",
    ],
  }),
  control({
    id: "MODEL-06",
    title: "SageMaker storage is encrypted with a KMS key",
    objective: "Volumes of notebooks and endpoints are unreadable without a key.",
    provisions: ["ConfigRules"],
    detects: {
      configRules: [
        "sagemaker-notebook-instance-kms-key-configured",
        "sagemaker-endpoint-configuration-kms-key-configured",
      ],
    },
    traces: [],
    responds: NO_RUNBOOK,
    clauses: {
      "nist-800-53": ["SC-28(1)"],
      "soc-2": ["CC6.1"],
      hipaa: ["164.312(a)(2)(iv)"],
      gdpr: ["32(1)(a)"],
    },
    limits: [
      "Config detects after creation; no policy prevents yet.",
      "Which key it is, and who may use it, is not judged.",
    ],
  }),
] as const;

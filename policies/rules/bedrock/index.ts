import { accountHasInvocationLogging } from "./account-has-invocation-logging";
import { agentCustomerKey } from "./agent-customer-key";
import { agentHasGuardrail } from "./agent-has-guardrail";
import { guardrailNotInert } from "./guardrail-not-inert";
import { invocationLoggingBucketLocked } from "./invocation-logging-bucket-locked";
import { invocationLoggingContentMode } from "./invocation-logging-content-mode";
import { invocationLoggingFailureAlarmed } from "./invocation-logging-failure-alarmed";
import { invocationLoggingHasDestination } from "./invocation-logging-has-destination";
import { invocationLoggingMatchesDeclared } from "./invocation-logging-matches-declared";
import { invocationLoggingOncePerRegion } from "./invocation-logging-once-per-region";
import { invocationLoggingProtected } from "./invocation-logging-protected";
import { invocationLoggingRedactsFirst } from "./invocation-logging-redacts-first";
import { invocationLoggingRetained } from "./invocation-logging-retained";
import { invocationLoggingRoleSet } from "./invocation-logging-role-set";
import { invocationLoggingRoleUsable } from "./invocation-logging-role-usable";
import { knowledgeBaseDataSourceCustomerKey } from "./knowledge-base-data-source-customer-key";

export const bedrockRules = [
  invocationLoggingHasDestination,
  invocationLoggingContentMode,
  invocationLoggingProtected,
  invocationLoggingRoleSet,
  invocationLoggingOncePerRegion,
  invocationLoggingMatchesDeclared,
  invocationLoggingRedactsFirst,
  invocationLoggingRetained,
  invocationLoggingFailureAlarmed,
  accountHasInvocationLogging,
  guardrailNotInert,
  agentHasGuardrail,
  agentCustomerKey,
  knowledgeBaseDataSourceCustomerKey,
  invocationLoggingRoleUsable,
  invocationLoggingBucketLocked,
] as const;

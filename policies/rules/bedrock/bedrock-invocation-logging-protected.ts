import { protectedRule } from "../../families/protected";
import { INVOCATION_LOGGING_CONFIGURATION } from "../../resources";

export const bedrockInvocationLoggingProtected = protectedRule(INVOCATION_LOGGING_CONFIGURATION, {
  id: "bedrock-invocation-logging-protected",
  title: "Bedrock model invocation logging is protected against deletion",
  severity: "medium",
  rationale:
    "Deleting the configuration turns logging off for the whole region at once, and no AWS Config managed rule " +
    "notices it.",
  references: [
    "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_DeleteModelInvocationLoggingConfiguration.html",
  ],
});

import { resourceRule } from "../../rule";
import { mustBeProtected } from "../protection";
import { INVOCATION_LOGGING_CONFIGURATION } from "./invocation-logging";

export const invocationLoggingProtected = resourceRule({
  id: "invocation-logging-protected",
  title: "Model invocation logging is protected against deletion",
  severity: "medium",
  type: INVOCATION_LOGGING_CONFIGURATION,
  property: "protect",
  rationale:
    "Its deletion switches logging off for the whole region at once, and no Config rule of AWS would notice the gap.",
  fix: "Set the resource option protect to true.",
  links: [
    "https://www.pulumi.com/docs/iac/concepts/options/protect/",
    "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_DeleteModelInvocationLoggingConfiguration.html",
  ],
  covers: {},
  judge: mustBeProtected,
});

import { type Judgement, fail, undecided } from "../../judgement";
import { UNKNOWN } from "../../properties";
import { stackRule } from "../../rule";
import { PROVIDERS_REGION, regionOf } from "../subjects";
import { INVOCATION_LOGGING_CONFIGURATION } from "./invocation-logging";

export const invocationLoggingOncePerRegion = stackRule({
  id: "invocation-logging-once-per-region",
  title: "A region has one model invocation logging configuration",
  severity: "high",
  type: INVOCATION_LOGGING_CONFIGURATION,
  property: "region",
  rationale:
    "AWS keeps one configuration per account and region: of two, the last written wins, and deleting either switches " +
    "logging off.",
  fix: "Remove all but one configuration of the region, or give each a region of its own.",
  links: ["https://docs.aws.amazon.com/bedrock/latest/APIReference/API_PutModelInvocationLoggingConfiguration.html"],
  covers: {},
  judge: (stack) => {
    const [first, ...others] = stack.ofType(INVOCATION_LOGGING_CONFIGURATION);
    const taken = first === undefined ? [] : [first];
    return others.flatMap((configuration): readonly Judgement[] => {
      const region = regionOf(stack, configuration);
      const rivals = taken.map((rival) => ({ name: rival.name, region: regionOf(stack, rival) }));
      taken.push(configuration);
      const rival = region === UNKNOWN ? undefined : rivals.find((candidate) => candidate.region === region);
      if (rival !== undefined) {
        const where = region === PROVIDERS_REGION ? "the provider's region" : JSON.stringify(region);
        const message = `is ${where}, which is also that of ${JSON.stringify(rival.name)}; it must be another`;
        return [fail("region", message, configuration.urn)];
      }
      const open = region === UNKNOWN || rivals.some((candidate) => candidate.region === UNKNOWN);
      return open ? [undecided("region", configuration.urn)] : [];
    });
  },
});

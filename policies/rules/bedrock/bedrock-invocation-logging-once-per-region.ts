import { UNKNOWN } from "../../properties";
import { INVOCATION_LOGGING_CONFIGURATION } from "../../resources";
import { type Result, fail, undecided } from "../../result";
import { stackRule } from "../../rule";
import { PROVIDERS_REGION, about, regionOf } from "../../stack/subjects";

export const bedrockInvocationLoggingOncePerRegion = stackRule(INVOCATION_LOGGING_CONFIGURATION, {
  id: "bedrock-invocation-logging-once-per-region",
  title: "Bedrock model invocation logging is configured once per region",
  severity: "high",
  property: "region",
  rationale:
    "AWS keeps one configuration per account and region. Of two, the last one written wins, and deleting either " +
    "turns logging off.",
  remediation: "Remove all but one configuration of the region, or give each a region of its own.",
  references: [
    "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_PutModelInvocationLoggingConfiguration.html",
  ],
  check: (stack, { property }) => {
    const [first, ...others] = stack.ofType(INVOCATION_LOGGING_CONFIGURATION);
    const taken = first === undefined ? [] : [first];
    return others.flatMap((configuration): readonly Result[] => {
      const region = regionOf(stack, configuration);
      const rivals = taken.map((rival) => ({ name: rival.name, region: regionOf(stack, rival) }));
      taken.push(configuration);
      const rival = region === UNKNOWN ? undefined : rivals.find((candidate) => candidate.region === region);
      if (rival !== undefined) {
        const where =
          region === PROVIDERS_REGION
            ? "is not set and defaults to the provider's region"
            : `is ${JSON.stringify(region)}`;
        const problem = `which already has the configuration ${rival.name}`;
        return about(
          configuration,
          fail(property, `${where}, ${problem}; set it to another region or remove one of the two`),
        );
      }
      const open = region === UNKNOWN || rivals.some((candidate) => candidate.region === UNKNOWN);
      return open ? about(configuration, undecided(property)) : [];
    });
  },
});

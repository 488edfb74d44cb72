/** Bedrock's model invocation logging: one configuration a region, which a second PUT replaces without a word. */
import { REGIONS_WITHOUT_BEDROCK } from "../../facts/bedrock/regions";
import { CLEAR, type Decided, collide, leaveOpen, together } from "./collision";
import { type Declared, ofType } from "./declared";
import type { ObservedAccount, ObservedInvocationLogging, ObservedRegion } from "./observed";

const CONFIGURATION = "aws:bedrockmodel/invocationLoggingConfiguration:InvocationLoggingConfiguration";
const PAGE = "docs/existing-accounts/invocation-logging.md";

export function invocationLoggingCollisions(declared: readonly Declared[], { regions }: ObservedAccount): Decided {
  return together(
    regions.flatMap((observed) =>
      ofType(declared, CONFIGURATION)
        .filter(({ region }) => region === observed.region)
        .map((configuration) => ofRegion(configuration, observed)),
    ),
  );
}

function ofRegion(configuration: Declared, { region, invocationLogging }: ObservedRegion): Decided {
  if (REGIONS_WITHOUT_BEDROCK.some((known) => known === region)) {
    return collide({
      what: "Model invocation logging",
      where: region,
      declared: configuration.urn,
      observed: "no endpoint",
      consequence: "refused",
      explanation: "Amazon Bedrock is not offered in this region.",
      settings: [
        {
          path: ["invocationLogging", "regions", region],
          value: { mode: "off", reason: "Amazon Bedrock is not offered in this region" },
        },
      ],
      otherwise: "Or take the region out of governedRegions.",
      page: "docs/existing-accounts/regions.md",
    });
  }
  if ("unreadable" in invocationLogging) {
    return leaveOpen({ what: "model invocation logging", where: region, ...invocationLogging.unreadable });
  }
  if (invocationLogging.seen === undefined) {
    return CLEAR;
  }
  const destinations = destinationsOf(invocationLogging.seen);
  return collide({
    what: "Model invocation logging",
    where: region,
    declared: configuration.urn,
    observed: destinations,
    consequence: "overwritten",
    explanation: `Invocations are logged to ${destinations} already. A region has one configuration, and AWS replaces it without a word.`,
    settings: [{ path: ["invocationLogging", "regions", region], value: { mode: "existing" } }],
    otherwise: "Or delete the configuration that exists, if nobody reads what it logs.",
    page: PAGE,
  });
}

function destinationsOf({ logGroup, bucket }: ObservedInvocationLogging): string {
  const named = [
    ...(logGroup === undefined ? [] : [`the log group ${logGroup}`]),
    ...(bucket === undefined ? [] : [`the bucket ${bucket}`]),
  ];
  return named.join(" and ");
}

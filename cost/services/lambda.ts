/** What the functions cost that sample model invocations. */
import { numberAt } from "../declared";
import { everyMonth, type UsagesOf } from "../usage";
import { samplersOf } from "./invocation-samplers";

const MB_PER_GB = 1024;

export const lambdaUsages: UsagesOf = (account) => {
  const { modelInvocationsPerRegionPerMonth: calls, samplerMillisecondsPerCall } = account.volumes;
  return samplersOf(account).flatMap(({ sampler }) => {
    const gigabytes = (numberAt(sampler.properties, "memorySize") ?? 128) / MB_PER_GB;
    const bound = { setting: "invocationContent", nothing: "whoever calls models decides how often" } as const;
    return [
      {
        price: "lambda.requests" as const,
        what: "calls of the function that samples model invocations",
        resource: sampler,
        quantity: everyMonth(calls),
        drivers: ["modelInvocationsPerRegionPerMonth" as const],
        bound,
        note: "one for each invocation at most: CloudWatch Logs sends several records in one call where they come close together",
      },
      {
        price: "lambda.armGBSeconds" as const,
        what: "time of the function that samples model invocations",
        resource: sampler,
        quantity: everyMonth((calls * gigabytes * samplerMillisecondsPerCall) / 1000),
        drivers: ["modelInvocationsPerRegionPerMonth" as const, "samplerMillisecondsPerCall" as const],
        bound,
      },
    ];
  });
};

/** The region of a component that has to know it while the program runs. */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/**
 * The region of a component that has to know it while the program runs: the one given, else the provider's configured one.
 *
 * @param what the component's class name
 * @param name the component's own name
 * @throws pulumi.RunError when neither is known
 */
export function requiredRegion(what: string, name: string, given: string | undefined): string {
  const region = given ?? aws.config.region;
  if (region === undefined) {
    throw new pulumi.RunError(
      `${what} "${name}": region is not set and the stack has no aws:region. Set one of them, for example region: "eu-west-1".`,
    );
  }
  return region;
}

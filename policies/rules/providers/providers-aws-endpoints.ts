import type { ProviderArgs } from "@pulumi/aws";
import { ENDPOINT_DOMAINS } from "../../../facts/regions";
import { type Value, UNKNOWN, at, show } from "../../properties";
import { resourceType } from "../../resource-type";
import { type Result, type Results, fail, pass, undecided } from "../../result";
import { stackRule } from "../../rule";

/** The provider itself, which a stack has as a resource. */
const AWS_PROVIDER = resourceType<ProviderArgs>("pulumi:providers:aws");

export const providersAwsEndpoints = stackRule(AWS_PROVIDER, {
  id: "providers-aws-endpoints",
  title: "AWS providers call AWS's own endpoints",
  severity: "high",
  property: "endpoints",
  rationale:
    "A provider with another endpoint creates its resources wherever that leads, such as a simulator. Nothing of what it declares " +
    "need exist in AWS, and whoever runs the endpoint gets the calls.",
  remediation:
    "Leave endpoints out, or name endpoints of AWS, such as an interface endpoint. Exempt a stack that is deployed to a simulator.",
  references: [
    "https://docs.aws.amazon.com/general/latest/gr/rande.html",
    "https://www.pulumi.com/registry/packages/aws/installation-configuration/",
  ],
  checkEach: ({ properties }) => check(at(properties, "endpoints")),
});

function check(endpoints: Value | undefined): Results {
  if (endpoints === undefined) {
    return pass;
  }
  const others = addressesIn(endpoints).filter((value) => typeof value !== "string" || !isOfAws(value));
  return others.length === 0
    ? pass
    : others.map((value): Result =>
        value === UNKNOWN
          ? undecided("endpoints")
          : fail("endpoints", `has ${show(value)}, which is no endpoint of AWS; leave it out`),
      );
}

/** Every address of a list of maps from service to address; what is not known stands for itself. */
function addressesIn(endpoints: Value): readonly Value[] {
  // A provider's inputs that are no text are encoded as JSON.
  const decoded = typeof endpoints === "string" ? decodedJson(endpoints) : endpoints;
  return leaves(decoded).filter((value) => value !== "");
}

function decodedJson(text: string): Value {
  try {
    const decoded: unknown = JSON.parse(text, (_, part: unknown) => part ?? ""); // an address that is null is none
    return decoded as Value; // JSON has no other values
  } catch {
    return text;
  }
}

function leaves(value: Value): readonly Value[] {
  return typeof value === "object" ? Object.values<Value>(value).flatMap(leaves) : [value];
}

/**
 * `SERVICE`, `api.SERVICE`, `SERVICE.REGION`, `SERVICE.dualstack.REGION` or `vpce-ID.SERVICE.REGION.vpce`, before the domain. What
 * customers run in AWS, such as `ID.execute-api.REGION`, has another form.
 */
const OF_A_SERVICE =
  /^(?:vpce-[\w-]+\.|api\.|runtime\.)?[a-z0-9-]+(?:\.dualstack)?(?:\.[a-z]{2,4}(?:-[a-z]+)+-\d)?(?:\.vpce)?$/;

function isOfAws(address: string): boolean {
  const host = URL.canParse(address) ? new URL(address).hostname : "";
  const domain = ENDPOINT_DOMAINS.find((candidate) => host.endsWith(`.${candidate}`));
  return domain !== undefined && OF_A_SERVICE.test(host.slice(0, -domain.length - 1));
}

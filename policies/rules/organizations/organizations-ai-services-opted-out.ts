import { at, isMap, type PropertyMap, UNKNOWN, type Value } from "../../properties";
import { ORGANIZATION_POLICY } from "../../resources";
import { all, fail, notApplicable, pass, type Results, undecided } from "../../result";
import { resourceRule } from "../../rule";
import { parseStrictJson } from "../../strict-json";

const OPT_OUT_POLICY = "AISERVICES_OPT_OUT_POLICY";

export const organizationsAiServicesOptedOut = resourceRule(ORGANIZATION_POLICY, {
  id: "organizations-ai-services-opted-out",
  title: "AI services opt-out policies opt out of every service",
  severity: "high",
  property: "content",
  rationale:
    "An AI service that is opted in may keep the content that it is given, and use it to improve itself, in other regions too. A policy " +
    "without a default leaves every service that is not named, and every one that is to come, as it is.",
  remediation: 'Assign "optOut" to the opt_out_policy of "default", and to no service "optIn".',
  references: [
    "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_ai-opt-out_syntax.html",
  ],
  related: { prowler: ["organizations_opt_out_ai_services_policy"] },
  check: ({ properties: { content, type } }, { property }) => {
    if (type === UNKNOWN || (type === OPT_OUT_POLICY && content === UNKNOWN)) {
      return undecided(type === UNKNOWN ? ORGANIZATION_POLICY.path("type") : property);
    }
    return type === OPT_OUT_POLICY ? choices(content, property) : notApplicable("the policy is of another type");
  },
});

function choices(content: Value | undefined, property: string): Results {
  const services = at({ content: read(content) }, "content.services");
  if (!isMap(services) || !isMap(services["default"])) {
    return fail(property, 'has no "default" among its services; opt out of all by it');
  }
  return all(
    Object.entries(services).flatMap(([service, choice]) =>
      isMap(choice) && !isOptedOut(choice) ? [fail(property, `does not opt out of ${service}; assign "optOut"`)] : [],
    ),
    pass,
  );
}

function isOptedOut(choice: PropertyMap): boolean {
  const policy = choice["opt_out_policy"];
  // The names of operators begin with two at signs, and hold no dot.
  return isMap(policy) && policy["@@assign"] === "optOut";
}

function read(content: Value | undefined): Value {
  try {
    return typeof content === "string" ? (parseStrictJson(content) as Value) : {}; // what JSON holds is a value
  } catch {
    return {};
  }
}

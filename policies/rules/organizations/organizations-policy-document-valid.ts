import {
  ORGANIZATION_POLICY_TYPES,
  type OrganizationPolicyType,
  type OrganizationPolicyTypeName,
} from "../../../facts/organizations/policy-types";
import { isEveryone, parseDocument, type Statement } from "../../iam/policy-document";
import { show, UNKNOWN } from "../../properties";
import { ORGANIZATION_POLICY } from "../../resources";
import { all, fail, pass, type Results, undecided } from "../../result";
import { resourceRule } from "../../rule";
import { parseStrictJson } from "../../strict-json";

export const organizationsPolicyDocumentValid = resourceRule(ORGANIZATION_POLICY, {
  id: "organizations-policy-document-valid",
  title: "Policies of AWS Organizations are documents that bind accounts as they read",
  severity: "high",
  property: "content",
  rationale:
    "A control policy that AWS refuses as too long is not deployed with the rest, one that allows without a refusal takes nothing " +
    "away, and a resource control policy on some principals lets the others through.",
  remediation:
    "Write JSON within the size that AWS takes of the type, refuse something in a service control policy, and everyone in a resource control policy.",
  references: [
    "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html",
    "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html",
  ],
  check: ({ properties: { content, type = "SERVICE_CONTROL_POLICY" } }, { property }) => {
    if (content === UNKNOWN) {
      return undecided(property);
    }
    if (typeof type !== "string") {
      return undecided(ORGANIZATION_POLICY.path("type"));
    }
    if (typeof content !== "string") {
      return fail(property, `is ${show(content ?? "")}; set it to a JSON text`);
    }
    try {
      parseStrictJson(content);
    } catch (error) {
      return fail(property, `cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    }
    return all(sizeOf(content, type, property), statementsOf(content, type, property));
  },
});

function sizeOf(content: string, type: string, property: string): Results {
  const known: OrganizationPolicyType | undefined = isKnown(type) ? ORGANIZATION_POLICY_TYPES[type] : undefined;
  const { maximumCharacters = Infinity } = known ?? {};
  return content.length > maximumCharacters
    ? fail(property, `has ${content.length} characters; AWS takes ${maximumCharacters} of a ${known?.title ?? type}`)
    : pass;
}

function isKnown(type: string): type is OrganizationPolicyTypeName {
  return Object.hasOwn(ORGANIZATION_POLICY_TYPES, type);
}

function statementsOf(content: string, type: string, property: string): Results {
  if (type !== "SERVICE_CONTROL_POLICY" && type !== "RESOURCE_CONTROL_POLICY") {
    return pass;
  }
  const document = parseDocument(content);
  if (document.kind !== "document") {
    return fail(property, `is no policy document${"problem" in document ? `: ${document.problem}` : ""}`);
  }
  const { statements } = document;
  return type === "SERVICE_CONTROL_POLICY" ? onCallers(statements, property) : onResources(statements, property);
}

/** What a policy that allows by a list leaves out it refuses. */
function onCallers(statements: readonly Statement[], property: string): Results {
  return statements.every(isAllowOfEverything)
    ? fail(property, "allows everything and refuses nothing; add a Deny, or allow less")
    : pass;
}

function isAllowOfEverything({ effect, actions, conditions }: Statement): boolean {
  return effect === "Allow" && conditions.length === 0 && actions.includes("*");
}

function onResources(statements: readonly Statement[], property: string): Results {
  return all(
    statements.map(({ effect, principals }, index) =>
      effect === "Allow"
        ? fail(property, `allows in statement ${index + 1}; AWS takes a Deny only`)
        : principals.length > 0 && principals.every(isEveryone)
          ? pass
          : fail(property, `refuses some principals in statement ${index + 1}; write "Principal": "*"`),
    ),
  );
}

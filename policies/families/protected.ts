/** Rules that require the resource option `protect` of a type. */
import type { ResourceType } from "../resource-type";
import { type Results, fail, pass } from "../result";
import { type ResourceRule, type RuleText, resourceRule } from "../rule";

const REMEDIATION = "Set the resource option protect to true.";
const PAGE = "https://www.pulumi.com/docs/iac/concepts/resources/options/protect/";

type Text<Id extends string> = Omit<RuleText<Id>, "remediation" | "references"> & {
  /** Sources besides Pulumi's page on the option. @default none */
  readonly references?: readonly string[];
};

/** Pulumi must refuse to delete each resource of the type. */
export function protectedRule<const Id extends string, Properties extends object>(
  type: ResourceType<Properties>,
  { references = [], ...text }: Text<Id>,
): ResourceRule<Id> {
  return resourceRule<Id, Properties>(type, {
    ...text,
    property: "protect",
    remediation: REMEDIATION,
    references: [PAGE, ...references],
    check: ({ protect }) => isProtected(protect),
  });
}

/** The option must be on. */
export function isProtected(protect: boolean): Results {
  return protect ? pass : fail("protect", "is false; set it to true");
}

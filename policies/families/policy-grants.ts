/** Rules that ask the same of the policy of every type that has one: whom it lets in, and how. */
import type { PolicyKind } from "../../facts/service-contracts";
import { bindsServices, isNotPublic, namesServices } from "../iam/grants";
import type { PathOf, ResourceType } from "../resource-type";
import { type ResourceRule, type RuleText, resourceRule } from "../rule";

type Text<Id extends string, Properties extends object> = RuleText<Id> & {
  /** The property that holds the policy document. */
  readonly property: PathOf<Properties>;
};

const CONFUSED_DEPUTY = "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html";

/** The text, with defaults for what the policies of all types have in common. */
type Partly<T, Names extends keyof T> = Omit<T, Names> & Partial<Pick<T, Names>>;

/** No statement allows everyone, unless a condition says who that is that no stranger can meet. */
export function policyNotPublicRule<const Id extends string, Properties extends object>(
  type: ResourceType<Properties>,
  text: Text<Id, Properties>,
): ResourceRule<Id> {
  return resourceRule<Id, Properties>(type, { ...text, requires: isNotPublic });
}

/** Every statement that allows a service binds it by a condition that only calls for whom it names can meet. */
export function serviceGrantsBoundRule<const Id extends string, Properties extends object>(
  type: ResourceType<Properties>,
  {
    kind,
    references = [],
    ...text
  }: Partly<Omit<Text<Id, Properties>, "references">, "remediation"> & {
    /** What the policy is attached to, where services have grants that no page binds. @default - none has */
    readonly kind?: PolicyKind;
    /** Sources besides IAM's page on confused deputies. @default none */
    readonly references?: readonly string[];
  },
): ResourceRule<Id> {
  return resourceRule<Id, Properties>(type, {
    remediation: "Add a condition on aws:SourceArn, aws:SourceAccount or aws:SourceOrgID to the statement.",
    ...text,
    references: [CONFUSED_DEPUTY, ...references],
    requires: bindsServices({ kind }),
  });
}

/** Every statement that allows a service names the service and the actions. */
export function serviceGrantsNamedRule<const Id extends string, Properties extends object>(
  type: ResourceType<Properties>,
  text: Partly<Text<Id, Properties>, "remediation" | "references">,
): ResourceRule<Id> {
  return resourceRule<Id, Properties>(type, {
    remediation: "Name the service as the principal, and the actions that it needs without a wildcard for all of them.",
    references: [CONFUSED_DEPUTY],
    ...text,
    requires: namesServices,
  });
}

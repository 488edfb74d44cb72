/**
 * The bridge from a rule to the SDK: reads the SDK's arguments into plain data, asks the rule, and reports.
 *
 * The wording of a report is the pack's side of a protocol that a reader of diagnostics can rely on:
 * `PROPERTY: what is wrong` for a failure, `[undecided] PROPERTY: ...` and `[exempt] PROPERTY: ...` (both advisory).
 */
import {
  type Policy,
  type PolicyResource,
  type ReportViolation,
  type ResourceValidationArgs,
  type ResourceValidationPolicy,
  type StackValidationArgs,
  type StackValidationPolicy,
  validateResourceOfType,
  validateStackResourcesOfType,
} from "@pulumi/policy";
import type { ExemptionBook } from "./exemptions";
import type { Judgement, Judgements } from "./judgement";
import { plainProperties } from "./properties";
import type { Covers, ResourceRule, Rule, RuleConfig, StackRule } from "./rule";
import { Stack, type StackResource } from "./stack";

type ResourceClass = Parameters<typeof validateResourceOfType>[0];

/**
 * The SDK filters by a class, of which it reads only the type token; importing the real classes would load the
 * provider's SDK into every preview.
 */
function classOf(type: string): ResourceClass {
  return Object.assign(() => undefined, { __pulumiType: type }) as unknown as ResourceClass; // never constructed
}

/**
 * The SDK's `reportViolation` takes an object as well, by which one violation can be advisory; its declaration names
 * the text form only.
 */
type ReportWithLevel = (violation: { message: string; urn?: string; enforcementLevel?: "advisory" }) => void;

export function toPolicy(rule: Rule, exemptions: ExemptionBook): ResourceValidationPolicy | StackValidationPolicy {
  return rule.kind === "resource" ? resourcePolicy(rule, exemptions) : stackPolicy(rule, exemptions);
}

function resourcePolicy(rule: ResourceRule, exemptions: ExemptionBook): ResourceValidationPolicy {
  return {
    ...metadata(rule),
    validateResource: validateResourceOfType(classOf(rule.type), (_, args, report) => {
      const resource = {
        urn: args.urn,
        name: args.name,
        type: args.type,
        properties: plainProperties(args.props),
        protect: args.opts.protect,
      };
      tell(rule.judge(resource, configOf(rule, args)), { rule, args, report, exemptions, urn: args.urn });
    }),
  };
}

function stackPolicy(rule: StackRule, exemptions: ExemptionBook): StackValidationPolicy {
  const ask = (args: StackValidationArgs, report: ReportViolation): void => {
    const stack = new Stack(args.resources.map(stackResource));
    const root = stack.resources.find(({ type }) => type === "pulumi:pulumi:Stack")?.urn ?? "";
    tell(rule.judge(stack, configOf(rule, args)), { rule, args, report, exemptions, urn: root });
  };
  // The SDK's typed form shows a rule only the resources of its type; this rule needs the others too, and of the typed
  // form only the mark by which stacks without that type are passed over.
  const typed = validateStackResourcesOfType(classOf(rule.type), () => undefined);
  return { ...metadata(rule), validateStack: Object.assign(ask, typed) };
}

function metadata(rule: Rule): Policy {
  return {
    name: rule.id,
    displayName: rule.title,
    description: `${rule.title}. ${rule.rationale}`,
    enforcementLevel: rule.enforcementLevel ?? "mandatory",
    severity: rule.severity,
    remediationSteps: rule.fix,
    url: rule.links[0],
    tags: [`type:${rule.type}`, `property:${rule.property}`, ...coverTags(rule.covers)],
    ...(rule.config === undefined ? {} : { configSchema: { properties: rule.config } }),
  };
}

function coverTags(covers: Covers): string[] {
  return Object.entries(covers).flatMap(([system, ids]: [string, readonly string[]]) =>
    ids.map((id) => `covers:${system}:${id}`),
  );
}

/** The engine fills in a schema's defaults only when it is given a configuration, so they are filled in here. */
function configOf(rule: Rule, args: ResourceValidationArgs | StackValidationArgs): RuleConfig {
  const defaults = Object.entries(rule.config ?? {}).map(([name, schema]) => [name, schema.default] as const);
  return { ...Object.fromEntries(defaults), ...args.getConfig() };
}

/** Every stack rule is handed every resource, and asks about few: what costs is read on first use. */
function stackResource(resource: PolicyResource): StackResource {
  const { urn, type, name } = resource;
  return {
    urn,
    type,
    name,
    protect: resource.opts.protect,
    parent: resource.parent?.urn,
    get dependencies() {
      return urnsOf(resource.dependencies);
    },
    get propertyDependencies() {
      const targets = Object.entries(resource.propertyDependencies);
      return kept(this, "propertyDependencies", Object.fromEntries(targets.map(([key, list]) => [key, urnsOf(list)])));
    },
    get properties() {
      return kept(this, "properties", plainProperties(resource.props));
    },
  };
}

function urnsOf(resources: readonly PolicyResource[]): readonly string[] {
  return resources.map(({ urn }) => urn);
}

/** Puts the value in the place of the getter that computed it. */
function kept<T>(holder: object, name: string, value: T): T {
  Object.defineProperty(holder, name, { value, enumerable: true });
  return value;
}

interface Telling {
  readonly rule: Rule;
  readonly args: ResourceValidationArgs | StackValidationArgs;
  readonly report: ReportViolation;
  readonly exemptions: ExemptionBook;
  /** The resource that a judgement without a URN of its own is about. */
  readonly urn: string;
}

function tell(judgements: Judgements, telling: Telling): void {
  const list: readonly Judgement[] = Array.isArray(judgements) ? judgements : [judgements as Judgement]; // isArray leaves both
  const report = telling.report as unknown as ReportWithLevel; // see ReportWithLevel
  for (const judgement of list) {
    if (judgement.verdict !== "fail" && judgement.verdict !== "undecided") {
      continue;
    }
    const { property, message, urn = telling.urn } = judgement;
    const exemption = telling.exemptions.find({ rule: telling.rule.id, urn, property });
    if (exemption !== undefined) {
      const { reason, owner, approver, expires } = exemption;
      const terms = `exempt until ${expires}, owner ${owner}, approved by ${approver}: ${reason}`;
      report({ message: `[exempt] ${property}: ${message} (${terms})`, urn, enforcementLevel: "advisory" });
    } else if (judgement.verdict === "undecided") {
      report({ message: `[undecided] ${property}: ${message}`, urn, enforcementLevel: "advisory" });
    } else {
      report({ message: `${property}: ${message}. ${telling.rule.fix}`, urn });
    }
  }
  const [only] = list;
  if (list.length === 1 && only?.verdict === "not-applicable") {
    telling.args.notApplicable(only.reason);
  }
}

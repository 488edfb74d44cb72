/**
 * The bridge from a rule to the SDK: reads the SDK's arguments into plain data, asks the rule, and reports.
 *
 * The wording of a report is the pack's side of a protocol that a reader of diagnostics can rely on, and that a policy
 * declares by the tag {@link WORDING}: `PROPERTY MESSAGE` for a failure, `[undecided] PROPERTY MESSAGE` and
 * `[exempt] PROPERTY MESSAGE` (both advisory). Where a finding is reported by some only of the related checks that the
 * policy's tags name, they follow in brackets: `PROPERTY MESSAGE [checkov:CKV_AWS_53]`.
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
import { formsOf, otherForms } from "./forms";
import type { Form } from "./forms/form";
import { hardeningOf } from "./hardening";
import { plainProperties } from "./properties";
import { relatedIds } from "./related-checks";
import type { Detail, Results } from "./result";
import type { ResourceRule, Rule, StackRule } from "./rule";
import { schemaOf } from "./settings";
import { Stack, type StackResource } from "./stack/stack";

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
type ReportWithLevel = (violation: {
  message: string;
  urn?: string;
  enforcementLevel?: "advisory";
  severity?: "low";
}) => void;

/** Says that a policy's diagnostics are worded as above. */
export const WORDING = "wording:ai-governance-baseline";

export function toPolicy(rule: Rule, exemptions: ExemptionBook): ResourceValidationPolicy | StackValidationPolicy {
  const { elsewhere } = rule;
  if (elsewhere !== undefined) {
    // Whether a resource holds evidence, others of the stack show.
    return stackPolicy(rule, exemptions, (stack, configured = {}) =>
      hardeningOf({ ...rule, elsewhere }, stack, configured),
    );
  }
  return rule.kind === "resource" ? resourcePolicy(rule, exemptions) : stackPolicy(rule, exemptions, rule.check);
}

function resourcePolicy(rule: ResourceRule, exemptions: ExemptionBook): ResourceValidationPolicy {
  const [type] = rule.types;
  const validate = (args: ResourceValidationArgs, reportViolation: ReportViolation): void => {
    const { urn, name, props, opts } = args;
    const given = plainProperties(props);
    const own: readonly Form[] = args.type === type ? [{ type, properties: given }] : [];
    const forms = [...own, ...formsOf(args.type, given).filter((form) => form.type === type)];
    if (forms.length === 0) {
      args.notApplicable(`it stands for nothing of the type ${type}`);
    }
    for (const { properties, within } of forms) {
      const results = rule.check({ urn, name, type, properties, protect: opts.protect }, configuredFor(args));
      const declaredAs = (of: string, property: string) => ({ urn: of, property: within ?? property });
      report(results, { rule, args, reportViolation, exemptions, urn, declaredAs });
    }
  };
  const judged = judgedTypes(rule);
  // The SDK's typed form takes one type, and passes over all others without a call.
  const typed = validateResourceOfType(classOf(type), (_, args, reportViolation) => validate(args, reportViolation));
  return { ...metadata(rule), validateResource: judged.length === 1 ? typed : validate };
}

/** The types of the resources that an engine asks the rule about. */
function judgedTypes({ types }: Pick<Rule, "types">): readonly string[] {
  return [...new Set([...types, ...types.flatMap(otherForms)])];
}

function stackPolicy(rule: Rule, exemptions: ExemptionBook, check: StackRule["check"]): StackValidationPolicy {
  const ask = (args: StackValidationArgs, reportViolation: ReportViolation): void => {
    const stack = new Stack(args.resources.map(stackResource));
    if (rule.types.every((type) => stack.ofToken(type).length === 0)) {
      args.notApplicable(`the stack declares nothing of the types ${rule.types.join(", ")}`);
    }
    const root = stack.resources.find(({ type }) => type === "pulumi:pulumi:Stack")?.urn ?? "";
    const declaredAs = stack.declaredAs.bind(stack);
    report(check(stack, configuredFor(args)), { rule, args, reportViolation, exemptions, urn: root, declaredAs });
  };
  const [type = "", ...more] = judgedTypes(rule);
  // The SDK's typed form shows a rule only the resources of its type; this rule needs the others too, and of the typed
  // form only the mark by which stacks without that type are passed over. The mark holds one type.
  const mark = more.length === 0 ? validateStackResourcesOfType(classOf(type), () => undefined) : {};
  return { ...metadata(rule), validateStack: Object.assign(ask, mark) };
}

function metadata(rule: Rule): Policy {
  const configSchema = schemaOf(rule.settings);
  return {
    name: rule.id,
    displayName: rule.title,
    description: `${rule.title}. ${rule.rationale}`,
    enforcementLevel: rule.enforcementLevel ?? "mandatory",
    severity: rule.severity,
    remediationSteps: rule.remediation,
    url: rule.references[0],
    tags: [
      WORDING,
      ...judgedTypes(rule).map((type) => `type:${type}`),
      `property:${rule.property}`,
      ...relatedIds(rule.related ?? {}).map((id) => `related:${id}`),
    ],
    ...(configSchema === undefined ? {} : { configSchema }),
  };
}

/** The rule's settings as configured. */
function configuredFor(args: ResourceValidationArgs | StackValidationArgs): Readonly<Record<string, unknown>> {
  return args.getConfig<Record<string, unknown>>();
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

interface Reporting {
  readonly rule: Rule;
  readonly args: ResourceValidationArgs | StackValidationArgs;
  readonly reportViolation: ReportViolation;
  readonly exemptions: ExemptionBook;
  /** The resource that a result without a URN of its own is about. */
  readonly urn: string;
  /** Where the program declares what a result is about. */
  readonly declaredAs: Stack["declaredAs"];
}

function report(results: Results, reporting: Reporting): void {
  const list = [results].flat();
  const violation = reporting.reportViolation as unknown as ReportWithLevel; // see ReportWithLevel
  for (const result of list) {
    if (result.status === "pass" || result.status === "not-applicable") {
      continue;
    }
    const { property, urn } = reporting.declaredAs(result.urn ?? reporting.urn, result.property);
    const exemption = reporting.exemptions.find({ rule: reporting.rule.id, urn, property });
    if (result.status === "exempt" && reporting.exemptions.limits.statedByProgram) {
      violation({ message: `[exempt] ${wordingOf({ ...result, property })}`, urn, enforcementLevel: "advisory" });
    } else if (exemption !== undefined) {
      const { reason, owner, approver, expires, file } = exemption;
      const source = file === undefined ? "" : `, in ${file}`;
      const terms = `exempt until ${expires}, owner ${owner}, approved by ${approver}${source}: ${reason}`;
      violation({
        message: `[exempt] ${wordingOf({ ...result, property }, ` (${terms})`)}`,
        urn,
        enforcementLevel: "advisory",
      });
    } else if (result.status === "undecided") {
      violation({ message: `[undecided] ${wordingOf({ ...result, property })}`, urn, enforcementLevel: "advisory" });
    } else if (result.isAdvice === true) {
      violation({ message: wordingOf({ ...result, property }), urn, enforcementLevel: "advisory", severity: "low" });
    } else {
      violation({ message: wordingOf({ ...result, property }), urn });
    }
  }
  const [only] = list;
  if (list.length === 1 && only?.status === "not-applicable") {
    reporting.args.notApplicable(only.reason);
  }
}

/**
 * A property's name and a message may quote what a program chose freely. Neither may read as a mark at the beginning, nor
 * as related checks at the end.
 */
function wordingOf({ property, message, related }: Detail, terms = ""): string {
  const path = property.replace(/^\[|\s/g, encodeURIComponent);
  const text = `${message}${terms}`;
  if (related !== undefined) {
    return `${path} ${text} [${relatedIds(related).join(" ")}]`;
  }
  return `${path} ${/ \[[^\]]*\]$/.test(text) ? `${text}.` : text}`;
}

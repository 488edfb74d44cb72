/** Turns the pack's answers into one finding for each (rule, resource) pair. */
import * as protocol from "@pulumi/pulumi/proto/analyzer_pb";
import { declaredAt, type ResourceState, STACK_TYPE, type WireMap } from "../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../pulumi/wire";
import { Secrets } from "../pulumi/secrets";
import { type Reading, UNASKED_MARK, WORDING_TAG, readDiagnostic } from "./diagnostics";
import type { EnforcementLevel, Finding, Opaque, RuleInfo, Severity } from "./finding";
import { PackError } from "./pack-process";
import { type ConfiguredLevel, levelName } from "./policy-levels";

/** Collects the answers and turns them into findings, ordered by resource and rule. */
export class Answers {
  notApplicable = 0;
  /** Ids of rules that asked nothing, because nothing of their types holds evidence. */
  readonly unasked: string[] = [];
  readonly byUrn: ReadonlyMap<string, ResourceState>;
  /** Rules that declare their resource types, of which the stack has no resource. */
  readonly idleRules: readonly RuleInfo[];
  private readonly resourceRules: readonly RuleInfo[];
  private readonly stackRules: readonly RuleInfo[];
  /** All announced rules, those that are not asked included. */
  private readonly announced: ReadonlyMap<string, RuleInfo>;
  private readonly asked: ReadonlySet<RuleInfo>;
  private readonly stackUrn: string;
  private readonly perResource = new Map<string, Finding[]>();
  /** URN -> what could not be checked there. */
  private readonly opaque: ReadonlyMap<string, readonly Opaque[]>;
  /** What of it a rule could have read. */
  private readonly missed: ReadonlyMap<string, readonly Opaque[]>;
  private onStack: readonly Finding[] | undefined;
  private readonly secrets: Secrets;

  constructor(
    rules: readonly RuleInfo[],
    private readonly resources: readonly ResourceState[],
    opaque: readonly Opaque[],
    secretSettings: readonly string[] = [],
  ) {
    const present = new Set(resources.map(({ type }) => type));
    const enabled = rules.filter(({ level }) => level !== "disabled");
    this.idleRules = enabled.filter((rule) => !isAbout(rule, present));
    const active = enabled.filter((rule) => !this.idleRules.includes(rule));
    this.byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
    this.resourceRules = active.filter(({ scope }) => scope === "resource");
    this.stackRules = active.filter(({ scope }) => scope === "stack");
    this.announced = new Map(rules.map((rule) => [rule.id, rule]));
    this.asked = new Set(active);
    this.stackUrn = resources.find(({ type }) => type === STACK_TYPE)?.urn ?? "";
    this.secrets = new Secrets(resources, { texts: secretSettings, known: rules.flatMap(textsOfRule) });
    const masked = opaque.map((hidden) => ({ ...hidden, reason: this.withoutSecrets(hidden.reason) }));
    this.opaque = byUrnOf(masked);
    const isJudged = (type: string): boolean => enabled.some((rule) => isAbout(rule, new Set([type])));
    const passesUnknownsOn = resources.some(({ type, inputs }) => isJudged(type) && holdsUnknown(inputs));
    this.missed = byUrnOf(
      masked.filter(({ urn, hides }) => {
        const type = this.byUrn.get(urn)?.type;
        return hides === "resource" ? type === undefined || isJudged(type) : hides !== "dependents" || passesUnknownsOn;
      }),
    );
    const idle = (scope: RuleInfo["scope"]): number => this.idleRules.filter((rule) => rule.scope === scope).length;
    const checked = resources.filter((one) => this.isChecked(one));
    const unneeded = checked.filter((one) => !this.needs(one));
    this.notApplicable =
      idle("resource") * checked.length + idle("stack") + this.resourceRules.length * unneeded.length;
  }

  takeResource(resource: ResourceState, answer: protocol.AnalyzeResponse): void {
    this.perResource.set(resource.urn, this.findingsOf("resource", answer, resource.urn));
  }

  /**
   * Whether to check a resource individually. The engine does not check resources that the program only reads, because
   * a preview knows almost nothing about them. In an exported state they are known, so they are checked.
   */
  private isChecked(resource: ResourceState): boolean {
    return resource.external !== true || !this.opaque.has(resource.urn);
  }

  /** Whether the pack has to be asked about a resource: it does not where every rule declares another type. */
  needs(resource: ResourceState): boolean {
    const type = new Set([resource.type]);
    return this.isChecked(resource) && this.resourceRules.some((rule) => isAbout(rule, type));
  }

  takeStack(answer: protocol.AnalyzeResponse): void {
    // That nothing is known of a resource which the program only reads is one finding, not one of each rule.
    this.onStack = this.findingsOf("stack", answer, this.stackUrn).filter(({ result, urn }) => {
      const resource = this.byUrn.get(urn);
      return result !== "undecided" || resource === undefined || this.isChecked(resource);
    });
  }

  /** @throws PackError if an answer is missing: what nobody was asked about must not look like a pass. */
  findings(): readonly Finding[] {
    const { onStack } = this;
    const unanswered = this.resources.find((resource) => this.needs(resource) && !this.perResource.has(resource.urn));
    if (onStack === undefined || unanswered !== undefined) {
      throw new PackError(
        `The pack gave no answer about ${unanswered?.urn ?? "the stack"}, so the check is incomplete.`,
      );
    }
    const opaqueOf = (urn: string): Finding[] =>
      (this.missed.get(urn) ?? []).map((hidden) => opaqueFinding(hidden, this.byUrn));
    const elsewhere = [...this.missed.keys()].filter((urn) => !this.byUrn.has(urn));
    return [
      ...this.resources.flatMap(({ urn }) => [...(this.perResource.get(urn) ?? []), ...opaqueOf(urn)]),
      ...onStack,
      ...elsewhere.flatMap(opaqueOf),
    ];
  }

  /**
   * The protocol has no word for "asked, and found nothing": a rule that was announced, is enabled and is neither
   * reported nor declared not applicable has passed. That holds only for a pack that keeps to what it announced.
   *
   * @throws PackError if it does not.
   */
  private findingsOf(scope: RuleInfo["scope"], answer: protocol.AnalyzeResponse, asked: string): Finding[] {
    const notApplicable = new Set(
      answer.getNotApplicableList().map((entry) => {
        const { id, ownWording } = this.answering(entry.getPolicyName(), scope);
        if (ownWording && entry.getReason().startsWith(UNASKED_MARK)) {
          this.unasked.push(id);
        }
        return id;
      }),
    );
    const reported = new Map<string, Finding[]>();
    for (const diagnostic of answer.getDiagnosticsList()) {
      const rule = this.answering(diagnostic.getPolicyname(), scope);
      const urn = diagnostic.getUrn();
      if (urn !== "" && !this.byUrn.has(urn)) {
        throw new PackError(
          `The pack reports ${quoted(rule.id)} for ${quoted(urn)}, which is no resource of the stack. Correct the pack.`,
        );
      }
      const list = reported.get(rule.id) ?? [];
      reported.set(rule.id, [...list, this.finding(rule, diagnostic, asked)]);
    }
    return (scope === "resource" ? this.resourceRules : this.stackRules).flatMap((rule) => {
      const findings = reported.get(rule.id);
      if (findings !== undefined) {
        return findings;
      }
      if (notApplicable.has(rule.id)) {
        this.notApplicable += 1;
        return [];
      }
      return [this.complete(rule, { result: "pass", message: rule.title }, levelOf(rule.level), asked)];
    });
  }

  /** The rule in whose name the pack answers. @throws PackError if that rule was not asked. */
  private answering(name: string, scope: RuleInfo["scope"]): RuleInfo {
    const rule = this.announced.get(name);
    const wrong =
      rule === undefined
        ? "it has not announced"
        : !this.asked.has(rule)
          ? "was not asked, because it is disabled or the stack has no resource of its types"
          : rule.scope !== scope
            ? `it announced as a policy about ${ABOUT[rule.scope]}`
            : undefined;
    if (rule === undefined || wrong !== undefined) {
      throw new PackError(
        `The pack answers about ${ABOUT[scope]} for the policy ${quoted(name)}, which ${wrong ?? ""}. Correct the pack.`,
      );
    }
    return rule;
  }

  private finding(rule: RuleInfo, diagnostic: protocol.AnalyzeDiagnostic, asked: string): Finding {
    const urn = diagnostic.getUrn() || asked;
    const level = levelOf(levelName(diagnostic.getEnforcementlevel()));
    const reading = readDiagnostic(diagnostic.getMessage(), level, rule);
    // A pack sees secrets in plain text and may quote them. Like the engine, the gate masks them in its output.
    const instead = `${QUOTES_SECRET}: ${rule.title}`;
    const severity = SEVERITIES[diagnostic.getSeverity()] ?? "unspecified";
    return {
      // A diagnostic that stops nothing is advisory; what it leaves open is as weighty as its rule.
      ...this.complete(
        rule,
        this.secrets.maskFinding(urn, reading, instead),
        reading.result === "undecided" ? levelOf(rule.level) : level,
        urn,
      ),
      // A pack can think less, or more, of a single finding than of its rule.
      ...(severity === "unspecified" ? {} : { severity }),
    };
  }

  private complete(
    rule: RuleInfo,
    reading: Omit<Reading, "result"> & { readonly result: Reading["result"] | "pass" },
    level: EnforcementLevel,
    urn: string,
  ): Finding {
    const property = reading.property ?? rule.property;
    const source = declaredAt(urn, this.byUrn);
    return {
      rule: rule.id,
      urn,
      result: reading.result,
      severity: rule.severity,
      level,
      message: reading.message,
      ...(property === "" ? {} : { property }),
      ...(source === undefined ? {} : { source }),
      relatedChecks: reading.relatedChecks ?? rule.relatedChecks,
    };
  }

  /** For texts of the pack that are no findings. */
  withoutSecrets(text: string): string {
    return this.secrets.mask(text);
  }
}

/** Whether a rule is about one of the types; one that declares none is about every type. */
function isAbout({ types }: RuleInfo, present: ReadonlySet<string>): boolean {
  return types.length === 0 || types.some((type) => present.has(type));
}

/** Says of a message why it is not shown. */
const QUOTES_SECRET = "the message would tell a secret of the resource; the rule is";

/** Everything that a pack says before it has seen the stack. */
export function textsOfRule({ id, title, description, property, remediation, reference }: RuleInfo): readonly string[] {
  return [id, title, description, property, remediation, reference];
}

const ABOUT: Readonly<Record<RuleInfo["scope"], string>> = { resource: "one resource", stack: "the whole stack" };

/** Names come from a pack; whatever they hold, they stay on one line. */
function quoted(name: string): string {
  return JSON.stringify(name);
}

/** The rule of findings that do not come from the pack but from the preview, for what it could not evaluate. */
export const OPAQUE_RULE = "preview-complete";

function holdsUnknown(inputs: WireMap): boolean {
  return JSON.stringify(inputs).includes(UNKNOWN_VALUE);
}

function byUrnOf(opaque: readonly Opaque[]): ReadonlyMap<string, readonly Opaque[]> {
  const byUrn = new Map<string, Opaque[]>();
  for (const item of opaque) {
    byUrn.set(item.urn, [...(byUrn.get(item.urn) ?? []), item]);
  }
  return byUrn;
}

function opaqueFinding(hidden: Opaque, byUrn: ReadonlyMap<string, ResourceState>): Finding {
  const source = declaredAt(hidden.urn, byUrn);
  return {
    rule: OPAQUE_RULE,
    urn: hidden.urn,
    result: "undecided",
    severity: "medium",
    level: "advisory",
    message: hidden.reason,
    ...(source === undefined ? {} : { source }),
    relatedChecks: [],
  };
}

function levelOf(level: ConfiguredLevel | RuleInfo["level"]): EnforcementLevel {
  return level === "advisory" ? "advisory" : "mandatory";
}

const SEVERITIES: readonly Severity[] = ["unspecified", "low", "medium", "high", "critical"];

/**
 * The pack's policies as it announces them, with the configured levels.
 * @throws PackError if the announcement does not tell them apart, or there are none.
 */
export function announcedRules(
  info: protocol.AnalyzerInfo,
  levels: ReadonlyMap<string, ConfiguredLevel>,
): readonly RuleInfo[] {
  const policies = info.getPoliciesList();
  const pack = `The pack ${quoted(info.getName())}`;
  if (policies.length === 0) {
    throw new PackError(`${pack} announces no policies, so nothing would be checked. Name another pack with --pack.`);
  }
  const names = policies.map((policy) => policy.getName());
  const [nameless] = names.filter((name) => name.trim() === "");
  if (nameless !== undefined) {
    throw new PackError(`${pack} announces a policy without a name. Give each policy of the pack a name.`);
  }
  const [twice] = names.filter((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new PackError(
      `${pack} announces the policy ${quoted(twice)} twice, so its answers cannot be told apart. Rename one of them.`,
    );
  }
  return policies.map((policy) => ruleInfo(policy, pack, levels));
}

const SCOPES: ReadonlyMap<protocol.PolicyType, RuleInfo["scope"]> = new Map([
  [protocol.PolicyType.POLICY_TYPE_RESOURCE, "resource"],
  [protocol.PolicyType.POLICY_TYPE_STACK, "stack"],
]);

/** A policy as its pack describes it, with the configured level. */
function ruleInfo(policy: protocol.PolicyInfo, pack: string, levels: ReadonlyMap<string, ConfiguredLevel>): RuleInfo {
  const scope = SCOPES.get(policy.getPolicyType());
  if (scope === undefined) {
    // Asked in the wrong place, it would be silent, which looks like a pass.
    throw new PackError(
      `${pack} does not say whether its policy ${quoted(policy.getName())} checks a resource or the stack. Give the policy a validateResource or validateStack, and the pack a current @pulumi/policy.`,
    );
  }
  const tags = policy.getTagsList();
  const tagged = (prefix: string): string[] =>
    tags.filter((tag) => tag.startsWith(prefix)).map((tag) => tag.slice(prefix.length));
  const level = levels.get(policy.getName()) ?? "mandatory";
  return {
    id: policy.getName(),
    title: policy.getDisplayname() || policy.getName(),
    description: policy.getDescription(),
    severity: SEVERITIES[policy.getSeverity()] ?? "unspecified",
    level: level === "remediate" ? "mandatory" : level,
    types: tags.includes(WORDING_TAG) ? tagged("type:") : [],
    scope,
    ownWording: tags.includes(WORDING_TAG),
    property: tagged("property:")[0] ?? "",
    relatedChecks: tagged("related:"),
    remediation: policy.getRemediationSteps(),
    reference: policy.getUrl(),
  };
}

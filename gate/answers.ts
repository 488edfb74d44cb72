/** Turns the pack's answers into one finding for each (rule, resource) pair. */
import * as protocol from "@pulumi/pulumi/proto/analyzer_pb";
import { type ResourceState, STACK_TYPE, sourcePlace } from "../pulumi/stack-state";
import { Secrets } from "../pulumi/secrets";
import { type Reading, WORDING_TAG, readDiagnostic } from "./diagnostics";
import type { EnforcementLevel, Finding, Opaque, RuleInfo, Severity } from "./finding";
import { type ConfiguredLevel, levelName } from "./policy-config";

/** Collects the answers and turns them into findings, ordered by resource and rule. */
export class Answers {
  notApplicable = 0;
  readonly byUrn: ReadonlyMap<string, ResourceState>;
  /** Rules that declare their resource type, for which the stack has no resource. */
  readonly idleRules: readonly RuleInfo[];
  private readonly resourceRules: readonly RuleInfo[];
  private readonly stackRules: readonly RuleInfo[];
  private readonly ruleById: ReadonlyMap<string, RuleInfo>;
  private readonly stackUrn: string;
  private readonly perResource = new Map<string, Finding[]>();
  /** URN -> what could not be checked there. */
  private readonly opaque: ReadonlyMap<string, readonly Opaque[]>;
  private onStack: Finding[] = [];
  private readonly secrets: Secrets;

  constructor(
    rules: readonly RuleInfo[],
    private readonly resources: readonly ResourceState[],
    opaque: readonly Opaque[],
    secretSettings: readonly string[] = [],
  ) {
    const types = new Set(resources.map(({ type }) => type));
    const enabled = rules.filter(({ level }) => level !== "disabled");
    this.idleRules = enabled.filter(({ type }) => type !== undefined && !types.has(type));
    const active = enabled.filter((rule) => !this.idleRules.includes(rule));
    this.byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
    this.resourceRules = active.filter(({ scope }) => scope === "resource");
    this.stackRules = active.filter(({ scope }) => scope === "stack");
    this.ruleById = new Map(active.map((rule) => [rule.id, rule]));
    this.stackUrn = resources.find(({ type }) => type === STACK_TYPE)?.urn ?? "";
    this.secrets = new Secrets(resources, { texts: secretSettings, known: rules.flatMap(textsOfRule) });
    this.opaque = byUrnOf(opaque.map(({ urn, reason }) => ({ urn, reason: this.withoutSecrets(reason) })));
    const idle = (scope: RuleInfo["scope"]): number => this.idleRules.filter((rule) => rule.scope === scope).length;
    const checked = resources.filter((one) => this.isChecked(one));
    const unneeded = checked.filter((one) => !this.needs(one));
    this.notApplicable =
      idle("resource") * checked.length + idle("stack") + this.resourceRules.length * unneeded.length;
  }

  takeResource(resource: ResourceState, answer: protocol.AnalyzeResponse): void {
    this.perResource.set(resource.urn, this.findingsOf(this.resourceRules, answer, resource.urn));
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
    return (
      this.isChecked(resource) && this.resourceRules.some(({ type }) => type === undefined || type === resource.type)
    );
  }

  takeStack(answer: protocol.AnalyzeResponse): void {
    this.onStack = this.findingsOf(this.stackRules, answer, this.stackUrn);
  }

  findings(): readonly Finding[] {
    const opaqueOf = (urn: string): Finding[] =>
      (this.opaque.get(urn) ?? []).map((hidden) => opaqueFinding(hidden, this.byUrn));
    const elsewhere = [...this.opaque.keys()].filter((urn) => !this.byUrn.has(urn));
    return [
      ...this.resources.flatMap(({ urn }) => [...(this.perResource.get(urn) ?? []), ...opaqueOf(urn)]),
      ...this.onStack,
      ...elsewhere.flatMap(opaqueOf),
    ];
  }

  private findingsOf(rules: readonly RuleInfo[], answer: protocol.AnalyzeResponse, asked: string): Finding[] {
    const notApplicable = new Set(answer.getNotApplicableList().map((entry) => entry.getPolicyName()));
    const reported = new Map<string, Finding[]>();
    for (const diagnostic of answer.getDiagnosticsList()) {
      const rule = this.ruleById.get(diagnostic.getPolicyname());
      if (rule !== undefined) {
        const list = reported.get(rule.id) ?? [];
        reported.set(rule.id, [...list, this.finding(rule, diagnostic, asked)]);
      }
    }
    return rules.flatMap((rule) => {
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

  private finding(rule: RuleInfo, diagnostic: protocol.AnalyzeDiagnostic, asked: string): Finding {
    const urn = diagnostic.getUrn() || asked;
    const reading = readDiagnostic(diagnostic.getMessage(), rule);
    const level = levelOf(levelName(diagnostic.getEnforcementlevel()));
    // A pack sees secrets in plain text and may quote them. Like the engine, the gate masks them in its output.
    const message = this.secrets.maskMessage(urn, reading.message, `${QUOTES_SECRET}: ${rule.title}`);
    const property = reading.property === undefined ? {} : { property: this.withoutSecrets(reading.property) };
    return this.complete(rule, { ...reading, message, ...property }, level, urn);
  }

  private complete(
    rule: RuleInfo,
    reading: Omit<Reading, "result"> & { readonly result: Reading["result"] | "pass" },
    level: EnforcementLevel,
    urn: string,
  ): Finding {
    const property = reading.property ?? rule.property;
    const source = sourcePlace(this.byUrn.get(urn)?.sourcePosition);
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

/** Says of a message why it is not shown. */
const QUOTES_SECRET = "the message would tell a secret of the resource; the rule is";

/** Everything that a pack says before it has seen the stack. */
export function textsOfRule({ id, title, description, property, remediation, reference }: RuleInfo): readonly string[] {
  return [id, title, description, property, remediation, reference];
}

/** The rule of findings that do not come from the pack but from the preview, for what it could not evaluate. */
export const OPAQUE_RULE = "preview-complete";

function byUrnOf(opaque: readonly Opaque[]): ReadonlyMap<string, readonly Opaque[]> {
  const byUrn = new Map<string, Opaque[]>();
  for (const item of opaque) {
    byUrn.set(item.urn, [...(byUrn.get(item.urn) ?? []), item]);
  }
  return byUrn;
}

function opaqueFinding(hidden: Opaque, byUrn: ReadonlyMap<string, ResourceState>): Finding {
  const source = sourcePlace(byUrn.get(hidden.urn)?.sourcePosition);
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

/** A policy as its pack describes it, with the configured level. */
export function ruleInfo(policy: protocol.PolicyInfo, levels: ReadonlyMap<string, ConfiguredLevel>): RuleInfo {
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
    type: tags.includes(WORDING_TAG) ? tagged("type:")[0] : undefined,
    scope: policy.getPolicyType() === protocol.PolicyType.POLICY_TYPE_STACK ? "stack" : "resource",
    ownWording: tags.includes(WORDING_TAG),
    property: tagged("property:")[0] ?? "",
    relatedChecks: tagged("related:"),
    remediation: policy.getRemediationSteps(),
    reference: policy.getUrl(),
  };
}

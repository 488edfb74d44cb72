/** The pack's answers, turned into one finding for each (rule, resource) pair. */
import * as protocol from "@pulumi/pulumi/proto/analyzer_pb";
import { type ResourceState, STACK_TYPE, sourcePlace } from "../state/stack-state";
import { secretTexts } from "../state/wire";
import { type Reading, readDiagnostic } from "./diagnostics";
import type { EnforcementLevel, Finding, Opaque, RuleInfo, Severity } from "./finding";
import { type ConfiguredLevel, levelName } from "./policy-config";

/** Collects the answers, and turns them into findings in the order of the resources and the rules. */
export class Answers {
  notApplicable = 0;
  readonly byUrn: ReadonlyMap<string, ResourceState>;
  private readonly resourceRules: readonly RuleInfo[];
  private readonly stackRules: readonly RuleInfo[];
  private readonly ruleById: ReadonlyMap<string, RuleInfo>;
  private readonly stackUrn: string;
  private readonly perResource = new Map<string, Finding[]>();
  /** URN -> what could not be looked into there. */
  private readonly opaque: ReadonlyMap<string, readonly Opaque[]>;
  private onStack: Finding[] = [];
  private readonly secrets: readonly string[];

  constructor(
    rules: readonly RuleInfo[],
    private readonly resources: readonly ResourceState[],
    opaque: readonly Opaque[],
  ) {
    const active = rules.filter(({ level }) => level !== "disabled");
    this.byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
    this.resourceRules = active.filter(({ scope }) => scope === "resource");
    this.stackRules = active.filter(({ scope }) => scope === "stack");
    this.ruleById = new Map(active.map((rule) => [rule.id, rule]));
    this.stackUrn = resources.find(({ type }) => type === STACK_TYPE)?.urn ?? "";
    this.opaque = byUrnOf(opaque);
    this.secrets = secretTexts(resources);
  }

  takeResource(resource: ResourceState, answer: protocol.AnalyzeResponse): void {
    this.perResource.set(resource.urn, this.findingsOf(this.resourceRules, answer, resource.urn));
  }

  /**
   * Whether a resource is to be asked about by itself. The engine does not ask about one that the program only reads,
   * of which a preview knows next to nothing; in an exported state it is known, and asked about.
   */
  concerns(resource: ResourceState): boolean {
    return resource.external !== true || !this.opaque.has(resource.urn);
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
    const told = new Map<string, Finding[]>();
    for (const diagnostic of answer.getDiagnosticsList()) {
      const rule = this.ruleById.get(diagnostic.getPolicyname());
      if (rule !== undefined) {
        const list = told.get(rule.id) ?? [];
        told.set(rule.id, [...list, this.finding(rule, diagnostic, asked)]);
      }
    }
    return rules.flatMap((rule) => {
      const findings = told.get(rule.id);
      if (findings !== undefined) {
        return findings;
      }
      if (notApplicable.has(rule.id)) {
        this.notApplicable += 1;
        return [];
      }
      return [this.complete(rule, { verdict: "pass", message: rule.title }, levelOf(rule.level), asked)];
    });
  }

  private finding(rule: RuleInfo, diagnostic: protocol.AnalyzeDiagnostic, asked: string): Finding {
    const reading = readDiagnostic(diagnostic.getMessage(), rule.description);
    const level = levelOf(levelName(diagnostic.getEnforcementlevel()));
    return this.complete(rule, reading, level, diagnostic.getUrn() || asked);
  }

  private complete(
    rule: RuleInfo,
    reading: Reading | { readonly verdict: "pass"; readonly message: string; readonly property?: string },
    level: EnforcementLevel,
    urn: string,
  ): Finding {
    const property = reading.property ?? rule.property;
    const source = sourcePlace(this.byUrn.get(urn)?.sourcePosition);
    return {
      rule: rule.id,
      urn,
      verdict: reading.verdict,
      severity: rule.severity,
      level,
      message: this.withoutSecrets(reading.message),
      ...(property === "" ? {} : { property }),
      ...(source === undefined ? {} : { source }),
      covers: rule.covers,
    };
  }

  /** A pack sees secrets in the clear and may quote one; the engine hides them in its output, and so does the gate. */
  private withoutSecrets(message: string): string {
    let clean = message;
    for (const secret of this.secrets) {
      clean = clean.replaceAll(secret, "[secret]");
    }
    return clean;
  }
}

/** The one finding that no pack makes: the preview names what it could not look into. */
export const OPAQUE_RULE = "preview-sees-everything";

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
    verdict: "undecided",
    severity: "medium",
    level: "advisory",
    message: hidden.reason,
    ...(source === undefined ? {} : { source }),
    covers: [],
  };
}

function levelOf(level: ConfiguredLevel | RuleInfo["level"]): EnforcementLevel {
  return level === "advisory" ? "advisory" : "mandatory";
}

const SEVERITIES: readonly Severity[] = ["unspecified", "low", "medium", "high", "critical"];

/** A policy as its pack describes it, at the level that was configured. */
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
    scope: policy.getPolicyType() === protocol.PolicyType.POLICY_TYPE_STACK ? "stack" : "resource",
    property: tagged("property:")[0] ?? "",
    covers: tagged("covers:"),
    fix: policy.getRemediationSteps(),
    link: policy.getUrl(),
  };
}

/** A stack state -> the pack, over its own protocol -> one finding for each (rule, resource) pair. */
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import * as protocol from "@pulumi/pulumi/proto/analyzer_pb";
import { type ResourceState, type StackState, STACK_TYPE, sourcePlace, urnParts } from "../state/stack-state";
import { secretTexts, toAnalyzerValue } from "../state/wire";
import { type Reading, readDiagnostic } from "./diagnostics";
import type { EnforcementLevel, Finding, Judgement, Opaque, RuleInfo, Severity } from "./finding";
import type { PackProcess } from "./pack-process";
import { type ConfiguredLevel, type PolicyConfig, levelName, reconcile } from "./policy-config";

/** How many questions are under way at once: enough that the pack is never idle. */
const QUESTIONS_AT_ONCE = 16;

export interface JudgeOptions {
  readonly policyConfig: PolicyConfig;
  /** What the preview could not look into. */
  readonly opaque: readonly Opaque[];
  /** Told after each resource. */
  readonly onProgress?: (done: number, all: number) => void;
}

/** @throws PackError when the pack dies or fails; PolicyConfigError when the configuration is wrong. */
export async function judge(pack: PackProcess, state: StackState, options: JudgeOptions): Promise<Judgement> {
  const { request, levels } = reconcile(pack.info, options.policyConfig);
  await pack.configure(request);
  const rules = pack.info.getPoliciesList().map((policy) => ruleInfo(policy, levels));
  const resources = state.deployment.resources;
  const bench = new Bench(rules, resources, options.opaque);
  const onProgress = options.onProgress ?? (() => undefined);
  let done = 0;
  await eachOf(resources, QUESTIONS_AT_ONCE, async (resource) => {
    bench.takeResource(resource, await pack.analyze(analyzeRequest(resource, bench)));
    onProgress(++done, resources.length);
  });
  bench.takeStack(await pack.analyzeStack(stackRequest(resources, bench)));
  return {
    pack: { name: pack.info.getName(), version: pack.info.getVersion() },
    rules,
    findings: bench.findings(),
    notApplicable: bench.notApplicable,
    resources: resources.length,
  };
}

async function eachOf<T>(items: readonly T[], atOnce: number, act: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  const worker = async (): Promise<void> => {
    for (const item of queue) {
      await act(item);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/** Collects the answers, and turns them into findings in the order of the resources and the rules. */
class Bench {
  notApplicable = 0;
  private readonly byUrn: ReadonlyMap<string, ResourceState>;
  private readonly resourceRules: readonly RuleInfo[];
  private readonly stackRules: readonly RuleInfo[];
  private readonly ruleById: ReadonlyMap<string, RuleInfo>;
  private readonly stackUrn: string;
  private readonly perResource = new Map<string, Finding[]>();
  private readonly opaqueUrns: ReadonlyMap<string, Opaque>;
  private onStack: Finding[] = [];
  private readonly secrets: ReadonlySet<string>;

  constructor(
    rules: readonly RuleInfo[],
    private readonly resources: readonly ResourceState[],
    private readonly opaque: readonly Opaque[],
  ) {
    const active = rules.filter(({ level }) => level !== "disabled");
    this.byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
    this.resourceRules = active.filter(({ scope }) => scope === "resource");
    this.stackRules = active.filter(({ scope }) => scope === "stack");
    this.ruleById = new Map(active.map((rule) => [rule.id, rule]));
    this.stackUrn = resources.find(({ type }) => type === STACK_TYPE)?.urn ?? "";
    this.opaqueUrns = new Map(opaque.map((item) => [item.urn, item]));
    this.secrets = secretTexts(resources);
  }

  resource(urn: string): ResourceState | undefined {
    return this.byUrn.get(urn);
  }

  takeResource(resource: ResourceState, answer: protocol.AnalyzeResponse): void {
    const findings = this.findingsOf(this.resourceRules, answer, resource.urn);
    const hidden = this.opaqueUrns.get(resource.urn);
    this.perResource.set(resource.urn, hidden === undefined ? findings : [...findings, opaqueFinding(hidden, this.byUrn)]);
  }

  takeStack(answer: protocol.AnalyzeResponse): void {
    const elsewhere = this.opaque.filter(({ urn }) => !this.byUrn.has(urn));
    this.onStack = [
      ...this.findingsOf(this.stackRules, answer, this.stackUrn),
      ...elsewhere.map((hidden) => opaqueFinding(hidden, this.byUrn)),
    ];
  }

  findings(): readonly Finding[] {
    return [...this.resources.flatMap(({ urn }) => this.perResource.get(urn) ?? []), ...this.onStack];
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

function ruleInfo(policy: protocol.PolicyInfo, levels: ReadonlyMap<string, ConfiguredLevel>): RuleInfo {
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

function analyzeRequest(resource: ResourceState, bench: Bench): protocol.AnalyzeRequest {
  const request = new protocol.AnalyzeRequest();
  request.setUrn(resource.urn);
  request.setType(resource.type);
  request.setName(urnParts(resource.urn).name);
  request.setProperties(structOf(resource.inputs));
  request.setOptions(optionsOf(resource));
  const provider = providerOf(resource, bench);
  if (provider !== undefined) {
    request.setProvider(provider);
  }
  return request;
}

function stackRequest(resources: readonly ResourceState[], bench: Bench): protocol.AnalyzeStackRequest {
  const request = new protocol.AnalyzeStackRequest();
  request.setResourcesList(resources.map((resource) => stackResource(resource, bench)));
  return request;
}

function stackResource(resource: ResourceState, bench: Bench): protocol.AnalyzerResource {
  const message = new protocol.AnalyzerResource();
  message.setUrn(resource.urn);
  message.setType(resource.type);
  message.setName(urnParts(resource.urn).name);
  message.setProperties(structOf(resource.outputs));
  message.setOptions(optionsOf(resource));
  message.setParent(resource.parent ?? "");
  message.setDependenciesList([...(resource.dependencies ?? [])]);
  for (const [property, urns] of Object.entries(resource.propertyDependencies ?? {})) {
    const entry = new protocol.AnalyzerPropertyDependencies();
    entry.setUrnsList([...(urns ?? [])]);
    message.getPropertydependenciesMap().set(property, entry);
  }
  const provider = providerOf(resource, bench);
  if (provider !== undefined) {
    message.setProvider(provider);
  }
  return message;
}

function structOf(properties: ResourceState["inputs"]): Struct {
  // Every wire value is JSON, which is what the declaration of fromJavaScript means by its index of {}.
  const plain = toAnalyzerValue(properties) as Parameters<typeof Struct.fromJavaScript>[0];
  return Struct.fromJavaScript(plain);
}

function optionsOf(resource: ResourceState): protocol.AnalyzerResourceOptions {
  const options = new protocol.AnalyzerResourceOptions();
  options.setProtect(resource.protect ?? false);
  options.setIgnorechangesList([...(resource.ignoreChanges ?? [])]);
  options.setAdditionalsecretoutputsList([...(resource.additionalSecretOutputs ?? [])]);
  options.setAliasesList([...(resource.aliases ?? [])]);
  options.setParent(resource.parent ?? "");
  options.setCustomtimeouts(new protocol.AnalyzerResourceOptions.CustomTimeouts());
  return options;
}

function providerOf(resource: ResourceState, bench: Bench): protocol.AnalyzerProviderResource | undefined {
  const urn = resource.provider?.split("::").slice(0, -1).join("::");
  const provider = urn === undefined ? undefined : bench.resource(urn);
  if (provider === undefined) {
    return undefined;
  }
  const message = new protocol.AnalyzerProviderResource();
  message.setUrn(provider.urn);
  message.setType(provider.type);
  message.setName(urnParts(provider.urn).name);
  message.setProperties(structOf(provider.inputs));
  return message;
}

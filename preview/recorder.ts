/** Records a program's registrations and determines the engine's answers: URNs, providers and computed outputs. */
import {
  type ResourceState,
  type StackState,
  type WireMap,
  PROVIDER_TYPE_PREFIX,
  STACK_TYPE,
  providerUrn,
} from "../pulumi/stack-state";
import { inDependencyOrder } from "../pulumi/state-order";
import { UNKNOWN_VALUE } from "../pulumi/wire";
import { computeOutputs, outputsOfExisting } from "./aws/computed-outputs";
import type { AwsEnvironment } from "./aws/environment";
import { knownComponent } from "./components";
import { answerFunction } from "./aws/functions";
import type { GivenAnswers } from "./given-answers";
import { withIgnoredUnknown } from "./ignored-changes";
import { CHART_FUNCTION, chartOf, namedObject } from "./kubernetes";
import type { DeclaredProperties } from "./declared-properties";
import { DefaultProviders } from "./default-providers";
import { type Registration, markSecret, resourceState, settleInputs, urnOf } from "./registration";
import { uuidOf } from "./stable-identifiers";

/** Something that the preview could not evaluate. */
export interface Hidden {
  readonly urn: string;
  readonly reason: string;
  /** What it hides: the resource itself, or what depends on it. @default - resources that nobody can name */
  readonly hides?: "resource" | "dependents";
}

/** A read of an existing resource. */
export interface Read {
  readonly type: string;
  readonly name: string;
  readonly id: string;
  readonly parent: string;
  readonly inputs: WireMap;
  readonly dependencies: readonly string[];
  readonly provider: string;
  readonly version: string;
  readonly additionalSecretOutputs: readonly string[];
  readonly sourcePosition: string | undefined;
}

const STACK_REFERENCE_TYPE = "pulumi:pulumi:StackReference";

/** The function that the SDK uses to resolve a reference to a resource in this stack. */
const GET_RESOURCE = "pulumi:pulumi:getResource";

export class Recorder {
  private readonly resources = new Map<string, ResourceState>();
  private readonly hiddenThings: Hidden[] = [];
  private readonly duplicates: string[] = [];
  /** URN -> providers that its descendants inherit. */
  private readonly handedDown = new Map<string, Readonly<Record<string, string>>>();
  private readonly defaults: DefaultProviders;
  /** Helm charts whose objects only the plugin can tell. */
  private readonly charts = new Set<string>();
  private readonly unanswered = new Map<string, string | undefined>();

  constructor(
    private readonly where: {
      readonly stack: string;
      readonly project: string;
      readonly config: Readonly<Record<string, string>>;
    },
    private readonly environment: AwsEnvironment,
    private readonly declaredProperties: DeclaredProperties,
    private readonly givenAnswers?: GivenAnswers,
  ) {
    this.defaults = new DefaultProviders(where);
  }

  /** @returns the state, and whether all of its outputs are unknown. */
  register(asked: Registration, packageReference: string): { state: ResourceState; hidden: boolean } {
    const settled = this.settle(asked.inputs);
    const registration = {
      ...asked,
      inputs: settled.inputs,
      propertyDependencies: { ...settled.found, ...asked.propertyDependencies },
    };
    const urn = urnOf(this.where, asked.parent, asked.type, asked.name);
    this.claim(urn);
    this.handedDown.set(urn, { ...this.handedDown.get(asked.parent), ...asked.providers });
    const provider = this.providerFor(registration, packageReference);
    const state = asked.remote ? this.remote(urn, registration) : this.declared(urn, registration, provider);
    this.resources.set(urn, state);
    if (asked.remote) {
      this.registerChildren(urn, registration);
    }
    return { state, hidden: asked.remote };
  }

  setOutputs(urn: string, outputs: WireMap): void {
    const known = this.resources.get(urn);
    if (known !== undefined) {
      this.stackHasOutputs ||= known.type === STACK_TYPE;
      const settled = markSecret(this.settle(outputs).inputs, known.additionalSecretOutputs ?? []);
      this.resources.set(urn, { ...known, outputs: settled });
    }
  }

  read(read: Read): ResourceState {
    const urn = urnOf(this.where, read.parent, read.type, read.name);
    const isStackReference = read.type === STACK_REFERENCE_TYPE;
    const inputs = this.settle(read.inputs).inputs;
    const provider = this.providerFor({ ...read, custom: true }, "");
    const outputs = isStackReference
      ? { ...inputs, outputs: UNKNOWN_VALUE, secretOutputNames: UNKNOWN_VALUE }
      : this.readOutputs(read, inputs, provider);
    this.claim(urn);
    const state: ResourceState = {
      urn,
      type: read.type,
      custom: true,
      id: read.id,
      inputs,
      outputs: markSecret(outputs, read.additionalSecretOutputs),
      external: true,
      ...(read.parent === "" ? {} : { parent: read.parent }),
      ...(provider === undefined ? {} : { provider }),
      ...(read.dependencies.length === 0 ? {} : { dependencies: read.dependencies }),
      ...(read.sourcePosition === undefined ? {} : { sourcePosition: read.sourcePosition }),
    };
    this.resources.set(urn, state);
    this.hiddenThings.push({
      urn,
      hides: isStackReference ? "dependents" : "resource",
      reason: isStackReference
        ? `the outputs of the stack ${read.id} are known to its backend only; what depends on them is not checked`
        : `${read.type} ${read.id} already exists and is read from the account; it is not checked`,
    });
    return state;
  }

  /** The result of a function call, or `undefined` if the operator gave none and it does not follow from the settings. */
  answer(token: string, args: WireMap, provider: string, sourcePosition: string | undefined): WireMap | undefined {
    if (token === GET_RESOURCE) {
      return this.getResource(args["urn"]);
    }
    const answer =
      this.givenAnswers?.resultOf(token, args) ?? answerFunction(token, args, this.environmentOf(provider));
    if (answer !== undefined) {
      return answer;
    }
    this.unanswered.set(token, sourcePosition);
    if (token === CHART_FUNCTION) {
      this.charts.add(chartOf(args));
    }
    // In its plain form, a function whose whole result is unknown would appear to return an object without properties.
    return unknowns(this.declaredProperties.ofFunction(token));
  }

  /** Functions that only an account or a plugin can answer. */
  get unansweredFunctions(): readonly string[] {
    return [...this.unanswered.keys()];
  }

  /** Whether the program has registered its stack outputs. */
  stackHasOutputs = false;

  /** URNs that were registered more than once, which the engine rejects. */
  get duplicateUrns(): readonly string[] {
    return this.duplicates;
  }

  hidden(): readonly Hidden[] {
    const root = [...this.resources.values()].find(({ type }) => type === STACK_TYPE)?.urn ?? "";
    const charts = [...this.charts].map((chart) => ({
      urn: root,
      reason: `the objects of the Helm chart ${chart} are made by a plugin from the chart; they are not visible and not checked`,
    }));
    const unanswered = this.unansweredFunctions.filter((token) => token !== CHART_FUNCTION);
    const functions = unanswered.map((token) => ({
      urn: root,
      hides: "dependents" as const,
      reason: `the answer of the function ${token} is known only to an account or a plugin; what depends on it is not checked`,
    }));
    return [...this.hiddenThings, ...charts, ...functions];
  }

  state(): StackState {
    return {
      version: 3,
      deployment: {
        // The time of a state is the time of its last update, and there was none.
        manifest: { time: new Date(0).toISOString(), magic: "", version: "" },
        resources: inDependencyOrder([...this.defaults.resources(), ...this.resources.values()]).map((resource) =>
          withIgnoredUnknown(resource, () => this.declaredProperties.ofResource(resource.type) ?? []),
        ),
      },
    };
  }

  private claim(urn: string): void {
    if (this.resources.has(urn)) {
      this.duplicates.push(urn);
    }
  }

  private settle(properties: WireMap): ReturnType<typeof settleInputs> {
    return settleInputs(properties, { computedFromUnknown: this.unanswered.size > 0 });
  }

  /** What an existing resource's id and the arguments of the read reveal about it; its other properties are unknown. */
  private readOutputs(read: Read, inputs: WireMap, provider: string | undefined): WireMap {
    const known = outputsOfExisting({ type: read.type, id: read.id, inputs }, this.environmentOf(provider ?? ""));
    return { ...unknowns(this.declaredProperties.ofResource(read.type)), ...known };
  }

  private declared(urn: string, registration: Registration, provider: string | undefined): ResourceState {
    const { type, inputs, custom } = registration;
    const name = registration.nameIsUnknown === true ? undefined : registration.name;
    if (!custom) {
      return resourceState(urn, registration, { id: undefined, outputs: {}, provider: undefined });
    }
    if (type.startsWith(PROVIDER_TYPE_PREFIX)) {
      return resourceState(urn, registration, { id: uuidOf(urn), outputs: inputs, provider: undefined });
    }
    const computed = computeOutputs({ type, urn, name, inputs }, this.environmentOf(provider ?? ""));
    const id = registration.importId === "" ? computed.id : registration.importId;
    const outputs = { ...computed.outputs, ...namedObject(type, name, urn, inputs) };
    return resourceState(urn, registration, { id, outputs, provider });
  }

  private remote(urn: string, registration: Registration): ResourceState {
    const { type } = registration;
    const known = knownComponent(type);
    if (known === undefined || known.unseen !== undefined) {
      this.hiddenThings.push({
        urn,
        reason:
          known?.unseen === undefined
            ? `${type} is a component that a plugin implements; the resources that it declares are not visible and not checked`
            : `${type} is judged by what it is given; ${known.unseen} are not visible and not checked`,
      });
    }
    return resourceState(urn, registration, { id: undefined, outputs: {}, provider: undefined });
  }

  /** What a known component declares, as its plugin would. */
  private registerChildren(parent: string, registration: Registration): void {
    const made = new Map<string, ResourceState>();
    const children = knownComponent(registration.type)?.children(registration.name, registration.inputs) ?? [];
    for (const { key, type, name, inputs, uses = {} } of children) {
      const urnsOf = (keys: readonly string[]): readonly string[] =>
        keys.flatMap((used) => {
          const urn = made.get(used)?.urn;
          return urn === undefined ? [] : [urn];
        });
      const given = inputs((used) => made.get(used)?.outputs ?? {});
      const { state } = this.register(
        {
          ...registration,
          type,
          name,
          parent,
          custom: true,
          remote: false,
          inputs: given,
          dependencies: [...new Set(Object.values(uses).flatMap(urnsOf))],
          propertyDependencies: Object.fromEntries(
            Object.keys(given).map((property) => [property, urnsOf(uses[property] ?? [])]),
          ),
          aliases: [],
          ignoreChanges: [],
          additionalSecretOutputs: [],
          importId: "",
          provider: "",
          version: "",
        },
        "",
      );
      made.set(key, state);
    }
  }

  private getResource(urn: unknown): WireMap | undefined {
    const found = typeof urn === "string" ? this.resources.get(urn) : undefined;
    return found === undefined ? undefined : { urn: found.urn, id: found.id ?? "", state: found.outputs };
  }

  private providerFor(
    registration: Pick<Registration, "type" | "custom" | "provider" | "parent" | "version">,
    packageReference: string,
  ): string | undefined {
    const { type, custom, provider, parent, version } = registration;
    const [pkg = ""] = type.split(":");
    if (!custom || pkg === "pulumi" || type.startsWith(PROVIDER_TYPE_PREFIX)) {
      return undefined;
    }
    return provider !== ""
      ? provider
      : (this.handedDown.get(parent)?.[pkg] ??
          this.defaults.reference(pkg, version || (packageReference.split("@")[1] ?? "")));
  }

  /** An explicit provider can be for another region. */
  private environmentOf(provider: string): AwsEnvironment {
    const urn = providerUrn(provider);
    const region = this.resources.get(urn)?.inputs["region"];
    return typeof region === "string" && region !== UNKNOWN_VALUE ? this.environment.in(region) : this.environment;
  }
}

/** All properties as unknown values; `undefined` if the properties themselves are unknown. */
function unknowns(properties: readonly string[] | undefined): WireMap | undefined {
  return properties && Object.fromEntries(properties.map((property) => [property, UNKNOWN_VALUE]));
}
